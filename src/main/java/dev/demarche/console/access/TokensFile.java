package dev.demarche.console.access;

import dev.demarche.catalogue.Entry;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.PackReader;
import dev.demarche.catalogue.Secret;
import dev.demarche.catalogue.SecretSource;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Problem;
import dev.demarche.topics.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The file of tokens: {@code tokens:}, each with {@code name}, {@code role}, and one of {@code sha256}, {@code token_env} and {@code token_file}. */
final class TokensFile {
  private static final List<String> FIELDS = List.of("tokens");
  private static final List<String> TOKEN_FIELDS = List.of("name", "role", "sha256", "token_env", "token_file");
  private static final int SHORTEST = 20;

  /**
   * A token.
   *
   * @param visitor whose it is
   * @param sha256  of it, 64 digits in lower-case hexadecimal; the token itself is not kept
   */
  record Token(Visitor visitor, String sha256) {}

  /**
   * What was read.
   *
   * @param tokens   null where there are problems
   * @param problems all that is wrong
   */
  record Read(List<Token> tokens, List<PackProblem> problems) {}

  private TokensFile() {}

  /** Reads a file; throws nothing for what it holds. Files that it names lie relative to its folder. */
  static Read read(Path file, SecretSource secrets) {
    try {
      return read(file.toString(), Files.readString(file), secrets.from(file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      String reason = e instanceof CharacterCodingException ? "is not UTF-8" : "cannot be read (" + e.getMessage() + ")";
      return new Read(null, List.of(new PackProblem(file.toString(), 0, new Problem("", reason, "name a file of tokens in UTF-8"))));
    }
  }

  static Read read(String name, String yaml, SecretSource secrets) {
    List<PackProblem> problems = new ArrayList<>();
    Entry document = PackReader.document(name, yaml, "a list of tokens", FIELDS, problems);
    if (document == null) {
      return new Read(null, problems);
    }
    if (!document.has("tokens")) {
      document.report("tokens", "is missing", "add \"tokens:\" with one token or more");
    }
    List<Token> tokens = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (Entry entry : document.entries("tokens", "a token", TOKEN_FIELDS)) {
      Token token = token(entry, secrets);
      if (token == null) {
        continue;
      }
      String first = seen.putIfAbsent(token.sha256, token.visitor.name());
      if (first != null) {
        entry.report("name", "\"" + token.visitor.name() + "\" has the same token as \"" + first + "\"", "give each a token of its own");
      }
      tokens.add(token);
    }
    return problems.isEmpty() ? new Read(List.copyOf(tokens), problems) : new Read(null, problems);
  }

  private static Token token(Entry entry, SecretSource secrets) {
    String name = entry.required("name", "some-name");
    if (name != null && !name.matches("[^\\p{Cntrl}]{1,100}")) {
      entry.report("name", "is longer than 100 characters or has some that do not show", "write a shorter one");
    }
    Visitor.Role role = entry.requiredConstant("role", Visitor.Role.class);
    String digest = entry.has("sha256") ? digest(entry) : spelled(entry, secrets);
    return entry.good() ? new Token(new Visitor(name, role), digest) : null;
  }

  private static String digest(Entry entry) {
    for (String other : List.of("token_env", "token_file")) {
      if (entry.has(other)) {
        entry.report(other, "stands beside sha256", "keep one of the two");
      }
    }
    String digest = entry.text("sha256");
    if (digest != null && !digest.matches("[0-9a-fA-F]{64}")) {
      // It may be the token itself, by mistake: it is not repeated.
      entry.report("sha256", "is no SHA-256 in hexadecimal", "write the 64 digits that \"printf %s TOKEN | sha256sum\" prints");
    }
    return digest == null ? null : digest.toLowerCase(Locale.ROOT);
  }

  private static String spelled(Entry entry, SecretSource secrets) {
    if (!entry.has("token_env") && !entry.has("token_file")) {
      entry.report("sha256", "is missing", "add \"sha256: ...\" as \"printf %s TOKEN | sha256sum\" prints it, or token_env or token_file");
      return null;
    }
    Secret secret = secrets.named(entry, "token", true);
    if (secret != null && secret.value().length() < SHORTEST) {
      entry.report(entry.has("token_env") ? "token_env" : "token_file", "holds a token of fewer than " + SHORTEST + " characters",
          "make one with \"openssl rand -hex 32\"");
    }
    return secret == null ? null : Sha256.of(secret.value().getBytes(StandardCharsets.UTF_8));
  }
}
