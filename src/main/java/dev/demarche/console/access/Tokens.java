package dev.demarche.console.access;

import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.SecretSource;
import dev.demarche.topics.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a file, which is read again when it is asked for and some seconds have passed; so a token that is taken out of it ends, and one that is put
 * in begins, without a new start. A file that went bad is reported once, and what it held before goes on. Safe for use by several threads.
 */
public final class Tokens implements Bearers {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Path file;
  private final SecretSource secrets;
  private final Clock clock;
  private List<TokensFile.Token> tokens;
  private List<PackProblem> problems = List.of();
  private Instant readAt;

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException with all that is wrong with it, a line each
   */
  public Tokens(Path file, SecretSource secrets, Clock clock) {
    this.file = Objects.requireNonNull(file, "file");
    this.secrets = Objects.requireNonNull(secrets, "secrets");
    this.clock = Objects.requireNonNull(clock, "clock");
    TokensFile.Read read = TokensFile.read(file, secrets);
    if (read.tokens() == null) {
      throw new IllegalArgumentException(told(read.problems()));
    }
    tokens = read.tokens();
    readAt = clock.instant();
  }

  @Override
  public Answer whose(String token) {
    byte[] given = Sha256.of(token.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
    TokensFile.Token found = null;
    // All are compared, each in the same time whatever it holds: how long it took tells nothing.
    for (TokensFile.Token each : current()) {
      if (MessageDigest.isEqual(given, each.sha256().getBytes(StandardCharsets.US_ASCII))) {
        found = each;
      }
    }
    return found == null ? new Unknown("this token is not known", true) : new Known(found.visitor());
  }

  private synchronized List<TokensFile.Token> current() {
    Instant now = clock.instant();
    if (Duration.between(readAt, now).compareTo(FRESH) >= 0) {
      readAt = now;
      TokensFile.Read read = TokensFile.read(file, secrets);
      if (read.tokens() == null) {
        if (!read.problems().equals(problems)) {
          LOG.error("the tokens stay as they were, for the file is wrong now: {}", told(read.problems()));
        }
      } else if (!read.tokens().equals(tokens)) {
        tokens = read.tokens();
        LOG.info("{} tokens of the console from {}", tokens.size(), file);
      }
      problems = read.problems();
    }
    return tokens;
  }

  private static String told(List<PackProblem> problems) {
    return problems.stream().map(PackProblem::message).collect(Collectors.joining("\n"));
  }
}
