package dev.demarche.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.SecretSource;
import dev.demarche.console.web.Visitor;
import dev.demarche.topics.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final SecretSource SECRETS = SecretSource.of(Map.of("WALL", "a token of the wall in the newsroom", "SHORT", "secret"));
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir Path folder;
  private final SetClock clock = new SetClock(START);

  private static List<String> problems(String yaml) {
    return TokensFile.read("tokens.yaml", yaml, SECRETS).problems().stream().map(PackProblem::message).toList();
  }

  private static String digest(String token) {
    return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTokenIsKnownByItsDigestByTheEnvironmentAndByAFile() throws Exception {
    Files.writeString(folder.resolve("desk.token"), "the token of the desk, in a file\n");
    Path file = Files.writeString(folder.resolve("tokens.yaml"), """
        tokens:
          - name: ada
            role: editor
            sha256: %s
          - {name: wall, role: reader, token_env: WALL}
          - {name: desk, role: editor, token_file: desk.token}
        """.formatted(digest("ada's own")));
    Tokens tokens = new Tokens(file, SECRETS, clock);
    assertThat(tokens.whose("ada's own")).isEqualTo(new Bearers.Known(new Visitor("ada", Visitor.Role.EDITOR)));
    assertThat(tokens.whose("a token of the wall in the newsroom")).isEqualTo(new Bearers.Known(new Visitor("wall", Visitor.Role.READER)));
    assertThat(tokens.whose("the token of the desk, in a file")).isEqualTo(new Bearers.Known(new Visitor("desk", Visitor.Role.EDITOR)));
    assertThat(tokens.whose("ada's own ")).isInstanceOf(Bearers.Unknown.class);
    assertThat(tokens.whose(digest("ada's own"))).isInstanceOf(Bearers.Unknown.class);
    assertThat(tokens.whose("")).isInstanceOf(Bearers.Unknown.class);
  }

  @Test
  void whatIsWrongIsToldWithFileLineFieldAndMend() {
    assertThat(problems("tokens:\n  - name: ada\n    role: boss\n    sha256: " + digest("x"))).containsExactly(
        "tokens.yaml:3: tokens[0].role: \"boss\" is not known; write one of: reader, editor");
    assertThat(problems("tokens:\n  - name: ada\n    role: editor\n    sha256: my-token")).containsExactly(
        "tokens.yaml:4: tokens[0].sha256: is no SHA-256 in hexadecimal; write the 64 digits that \"printf %s TOKEN | sha256sum\" prints");
    assertThat(problems("tokens:\n  - {name: ada, role: editor}")).containsExactly("tokens.yaml:2: tokens[0].sha256: is missing; "
        + "add \"sha256: ...\" as \"printf %s TOKEN | sha256sum\" prints it, or token_env or token_file");
    assertThat(problems("tokens:\n  - {name: ada, role: editor, token_env: NONE}")).containsExactly(
        "tokens.yaml:2: tokens[0].token_env: the environment variable NONE is not set; set it where this program runs, or name another");
    assertThat(problems("tokens:\n  - {name: ada, role: editor, token_env: SHORT}")).containsExactly(
        "tokens.yaml:2: tokens[0].token_env: holds a token of fewer than 20 characters; make one with \"openssl rand -hex 32\"");
    assertThat(problems("tokens:\n  - {name: a, role: editor, sha256: " + digest("x") + "}\n  - {name: b, role: reader, sha256: " + digest("x") + "}"))
        .containsExactly("tokens.yaml:3: tokens[1].name: \"b\" has the same token as \"a\"; give each a token of its own");
    assertThat(problems("token: []")).hasSize(2).first().asString().contains("tokens.yaml:1: token:", "write \"tokens\"");
    assertThatThrownBy(() -> new Tokens(folder.resolve("none.yaml"), SECRETS, clock)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.yaml").hasMessageContaining("name a file of tokens");
  }

  @Test
  void aChangedFileHoldsWithinSecondsAndABadOneLeavesWhatWas() throws Exception {
    Path file = Files.writeString(folder.resolve("tokens.yaml"), "tokens: [{name: ada, role: editor, sha256: " + digest("old") + "}]");
    Tokens tokens = new Tokens(file, SECRETS, clock);
    Files.writeString(file, "tokens: [{name: ada, role: reader, sha256: " + digest("new") + "}]");
    clock.now = START.plus(Duration.ofSeconds(3));
    assertThat(tokens.whose("old")).isInstanceOf(Bearers.Unknown.class);
    assertThat(tokens.whose("new")).isEqualTo(new Bearers.Known(new Visitor("ada", Visitor.Role.READER)));
    Files.writeString(file, "tokens: [");
    clock.now = START.plus(Duration.ofSeconds(6));
    assertThat(tokens.whose("new")).isInstanceOf(Bearers.Known.class);
  }
}
