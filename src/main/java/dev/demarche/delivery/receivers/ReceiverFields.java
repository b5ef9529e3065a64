package dev.demarche.delivery.receivers;

import dev.demarche.catalogue.Entry;
import dev.demarche.catalogue.Secret;
import dev.demarche.catalogue.SecretSource;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The fields of a receiver, and the rules between them. */
final class ReceiverFields {
  private static final List<String> COMMON = List.of("name", "type", "timeout", "retry", "at_once");
  private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int MAX_RETRIES = 50;
  private static final int MAX_AT_ONCE = 64;
  private static final int WEB_AT_ONCE = 4;
  private static final int MAX_ENTRIES = 10_000;
  private static final int ENTRIES = 100;
  private static final int MIN_KEY = 16;

  /** The types that there are, with the fields that each has of its own. */
  private enum Type {
    WEBHOOK("url", "url_env", "url_file", "secret_env", "secret_file", "old_secret_env", "old_secret_file", "bearer_env", "bearer_file"),
    SLACK("url", "url_env", "url_file"),
    TEAMS("url", "url_env", "url_file"),
    PAGERDUTY("url", "url_env", "url_file", "routing_key_env", "routing_key_file"),
    MAIL("host", "port", "tls", "user", "password_env", "password_file", "from", "to", "digest"),
    FILE("path"),
    ATOM("path", "title", "entries");

    private final List<String> own;

    Type(String... own) {
      this.own = List.of(own);
    }
  }

  /** All fields that a receiver of some type has. */
  static final List<String> ALL = all();

  private ReceiverFields() {}

  private static List<String> all() {
    List<String> all = new ArrayList<>(COMMON);
    Arrays.stream(Type.values()).flatMap(type -> type.own.stream()).filter(field -> !all.contains(field)).forEach(all::add);
    return List.copyOf(all);
  }

  /** The receiver; null where something is wrong. */
  static Receiver read(Entry entry, SecretSource secrets) {
    String name = entry.required("name", "some-name");
    if (name != null && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      entry.report("name", "\"" + name + "\" is no name of a receiver", "write letters, digits, dots, hyphens and underscores, at most 100");
    }
    Type type = entry.requiredConstant("type", Type.class);
    if (type == null) {
      return null;
    }
    Set<String> foreign = new HashSet<>(ALL);
    foreign.removeAll(COMMON);
    type.own.forEach(foreign::remove);
    ALL.stream().filter(foreign::contains).filter(entry::has).forEach(field -> entry.report(field,
        "is no field of a receiver of type " + type.name().toLowerCase(Locale.ROOT), "remove it; its own fields are: " + String.join(", ", type.own)));
    Duration timeout = entry.duration("timeout", TIMEOUT);
    List<Duration> retry = entry.durations("retry", Receiver.STANDARD_RETRY);
    if (retry.size() > MAX_RETRIES) {
      entry.report("retry", "names " + retry.size() + " waits", "write at most " + MAX_RETRIES);
    }
    boolean web = type == Type.WEBHOOK || type == Type.SLACK || type == Type.TEAMS || type == Type.PAGERDUTY;
    int atOnce = entry.count("at_once", web ? WEB_AT_ONCE : 1, 1, MAX_AT_ONCE);
    if (!web && atOnce > 1) {
      entry.report("at_once", "is " + atOnce + ", and a receiver of type " + type.name().toLowerCase(Locale.ROOT) + " is told one after the other",
          "remove it");
    }
    Duration digest = type == Type.MAIL ? entry.duration("digest", Duration.ZERO) : Duration.ZERO;
    Address address = switch (type) {
      case WEBHOOK -> webhook(entry, secrets);
      case SLACK -> new Address.Slack(url(entry, secrets, null));
      case TEAMS -> new Address.Teams(url(entry, secrets, null));
      case PAGERDUTY -> new Address.PagerDuty(url(entry, secrets, PAGERDUTY), secrets.named(entry, "routing_key", true));
      case MAIL -> mail(entry, secrets);
      case FILE -> file(entry, secrets);
      case ATOM -> atom(entry, secrets);
    };
    return entry.good() ? new Receiver(name, address, timeout, retry, atOnce, digest) : null;
  }

  private static Address webhook(Entry entry, SecretSource secrets) {
    Secret url = url(entry, secrets, null);
    List<Secret> keys = new ArrayList<>();
    for (String field : List.of("secret", "old_secret")) {
      Secret key = secrets.named(entry, field, field.equals("secret"));
      if (key != null && !isKey(key.value())) {
        entry.report(entry.has(field + "_env") ? field + "_env" : field + "_file", "holds no secret of a webhook",
            "put \"whsec_\" and " + MIN_KEY + " bytes or more in base64 there, as \"openssl rand -base64 32\" makes them");
      } else if (key != null) {
        keys.add(key);
      }
    }
    Secret bearer = secrets.named(entry, "bearer", false);
    return entry.good() ? new Address.Webhook(url, keys, bearer) : null;
  }

  private static boolean isKey(String value) {
    try {
      return value.startsWith("whsec_") && Base64.getDecoder().decode(value.substring("whsec_".length())).length >= MIN_KEY;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Secret url(Entry entry, SecretSource secrets, String fallback) {
    if (entry.has("url") && (entry.has("url_env") || entry.has("url_file"))) {
      entry.report("url", "stands beside " + (entry.has("url_env") ? "url_env" : "url_file"), "keep one of the two");
      return null;
    }
    if (!entry.has("url") && !entry.has("url_env") && !entry.has("url_file")) {
      if (fallback == null) {
        entry.report("url", "is missing", "add \"url: https://...\", or url_env or url_file where the address is a secret");
      }
      return fallback == null ? null : new Secret(fallback);
    }
    String field = entry.has("url") ? "url" : entry.has("url_env") ? "url_env" : "url_file";
    String text = entry.has("url") ? entry.text("url") : null;
    Secret url = text != null ? new Secret(text) : field.equals("url") ? null : secrets.named(entry, "url", true);
    if (url != null && !isUrl(url.value())) {
      entry.report(field, (field.equals("url") ? "\"" + text + "\" is" : "holds") + " no address of http or https",
          "write one such as https://example.org/hook");
      return null;
    }
    return url;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = URI.create(text);
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null
          && uri.getUserInfo() == null && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Address mail(Entry entry, SecretSource secrets) {
    String host = entry.required("host", "smtp.example.org");
    Address.Tls tls = entry.constant("tls", Address.Tls.class);
    Address.Tls how = tls == null ? Address.Tls.STARTTLS : tls;
    int port = entry.count("port", switch (how) {
      case STARTTLS -> 587;
      case TLS -> 465;
      case NONE -> 25;
    }, 1, 65_535);
    String user = entry.text("user");
    Secret password = secrets.named(entry, "password", user != null);
    if (password != null && user == null) {
      entry.report(entry.has("password_env") ? "password_env" : "password_file", "is there without a user", "add \"user: NAME\", or remove it");
    }
    if (user != null && how == Address.Tls.NONE) {
      entry.report("tls", "is none, and a password would go in clear", "write starttls or tls, or remove user and password");
    }
    String from = mailbox(entry, "from", entry.required("from", "demarche@example.org"));
    List<String> to = entry.texts("to");
    if (!entry.has("to")) {
      entry.report("to", "is missing", "add \"to: [somebody@example.org]\"");
    }
    for (int i = 0; i < to.size(); i++) {
      mailbox(entry, "to[" + i + "]", to.get(i));
    }
    return entry.good() ? new Address.Mail(host, port, how, user, password, from, to) : null;
  }

  private static String mailbox(Entry entry, String field, String text) {
    try {
      if (text != null) {
        new InternetAddress(text, true).validate();
        if (!text.contains("@")) {
          throw new AddressException("no domain");
        }
      }
    } catch (AddressException e) {
      entry.report(field, "\"" + text + "\" is no address of a mailbox", "write one such as somebody@example.org");
    }
    return text;
  }

  private static Address file(Entry entry, SecretSource secrets) {
    String path = entry.required("path", "alerts.jsonl");
    return path == null ? null : new Address.Lines(path.equals("-") ? null : secrets.path(path));
  }

  private static Address atom(Entry entry, SecretSource secrets) {
    String path = entry.required("path", "alerts.atom");
    String title = entry.text("title");
    int entries = entry.count("entries", ENTRIES, 1, MAX_ENTRIES);
    return path == null ? null : new Address.Atom(secrets.path(path), title == null ? "Alerts" : title, entries);
  }
}
