package dev.demarche.delivery.receivers;

import dev.demarche.catalogue.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where and in which form a receiver is told. Immutable. */
public sealed interface Address {

  /** The type as the file names it. */
  default String type() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The place in words, without anything secret. */
  String place();

  /** What must show nowhere. */
  default List<Secret> secrets() {
    return List.of();
  }

  /** One that is told by a POST. */
  sealed interface Web extends Address {

    /** Where; as a whole a secret, since the addresses of chats are. */
    Secret url();

    @Override
    default String place() {
      URI uri = URI.create(url().value());
      return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    default List<Secret> secrets() {
      URI uri = URI.create(url().value());
      List<Secret> all = new ArrayList<>(List.of(url()));
      if (uri.getRawPath() != null && uri.getRawPath().length() > 1) {
        all.add(new Secret(uri.getRawPath()));
      }
      if (uri.getRawQuery() != null) {
        all.add(new Secret(uri.getRawQuery()));
      }
      return all;
    }
  }

  /**
   * A webhook after the Standard Webhooks specification.
   *
   * @param keys   sign each message: the present one, and the one before it while receivers change over
   * @param bearer of the header Authorization, or null
   */
  record Webhook(Secret url, List<Secret> keys, Secret bearer) implements Web {
    public Webhook {
      Objects.requireNonNull(url, "url");
      keys = List.copyOf(keys);
    }

    @Override
    public List<Secret> secrets() {
      List<Secret> all = new ArrayList<>(Web.super.secrets());
      all.addAll(keys);
      if (bearer != null) {
        all.add(bearer);
      }
      return all;
    }
  }

  /** An incoming webhook of Slack, or of a chat that takes the same form. */
  record Slack(Secret url) implements Web {}

  /** A webhook of a workflow in Microsoft Teams, which takes Adaptive Cards. */
  record Teams(Secret url) implements Web {}

  /**
   * PagerDuty's Events API, version 2.
   *
   * @param routingKey of the service's integration
   */
  record PagerDuty(Secret url, Secret routingKey) implements Web {
    @Override
    public List<Secret> secrets() {
      return List.of(routingKey);
    }
  }

  /** How a mail server is talked to. */
  enum Tls { STARTTLS, TLS, NONE }

  /**
   * E-mail by SMTP.
   *
   * @param host     of the mail server
   * @param port     of the mail server
   * @param tls      STARTTLS is demanded, not asked for: nothing goes in clear where the server does not offer it
   * @param user     or null
   * @param password null without a user
   * @param from     whose address stands in the mail
   * @param to       at least one
   */
  record Mail(String host, int port, Tls tls, String user, Secret password, String from, List<String> to) implements Address {
    public Mail {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(from, "from");
      to = List.copyOf(to);
    }

    @Override
    public String place() {
      return String.join(", ", to) + " by " + host + ":" + port;
    }

    @Override
    public List<Secret> secrets() {
      return password == null ? List.of() : List.of(password);
    }
  }

  /**
   * A file of JSON lines.
   *
   * @param path null for standard output
   */
  record Lines(Path path) implements Address {
    @Override
    public String type() {
      return "file";
    }

    @Override
    public String place() {
      return path == null ? "standard output" : path.toString();
    }
  }

  /**
   * A file that holds an Atom feed of the newest alerts.
   *
   * @param path    of the file
   * @param title   of the feed
   * @param entries how many at most
   */
  record Atom(Path path, String title, int entries) implements Address {
    public Atom {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(title, "title");
    }

    @Override
    public String place() {
      return path.toString();
    }
  }
}
