package dev.demarche.delivery.receivers;

import dev.demarche.catalogue.Secret;
import dev.demarche.catalogue.SecretSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.PackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiversFileTest {
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Map<String, String> ENVIRONMENT = Map.of("KEY", KEY, "WEAK", "whsec_YWJj", "PASSWORD", "secret words", "CHAT",
      "https://hooks.example.org/services/T0/B0/xyz");
  private static final String GOOD = """
      allow: [10.1.0.0/16]
      receivers:
        - name: desk
          type: webhook
          url: https://desk.example.org/hook
          secret_env: KEY
          timeout: 5s
          retry: [1s, 2m]
        - {name: chat, type: slack, url_env: CHAT}
        - {name: mail, type: mail, host: smtp.example.org, user: me, password_env: PASSWORD, from: me@example.org, to: [you@example.org], digest: 15m}
        - {name: log, type: file, path: alerts.jsonl}
      route:
        receiver: log
        routes:
          - match: [severity=critical]
            receivers: [desk, chat]
            continue: true
      """;

  @TempDir private Path folder;

  private ReceiversFile.Read read(String yaml) {
    return ReceiversFile.read("r.yaml", yaml, SecretSource.of(ENVIRONMENT).from(folder));
  }

  private List<String> problems(String yaml) {
    return read(yaml).problems().stream().map(PackProblem::message).toList();
  }

  @Test
  void readsReceiversAndRoutes() {
    ReceiversFile file = read(GOOD).file();
    assertThat(file.receivers().keySet()).containsExactly("desk", "chat", "mail", "log");
    Receiver desk = file.receivers().get("desk");
    assertThat(desk.address()).isEqualTo(new Address.Webhook(new Secret("https://desk.example.org/hook"), List.of(new Secret(KEY)), null));
    assertThat(desk.retry()).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(2));
    assertThat(file.receivers().get("chat").retry()).isEqualTo(Receiver.STANDARD_RETRY);
    assertThat(file.receivers().get("mail").digest()).isEqualTo(Duration.ofMinutes(15));
    assertThat(((Address.Mail) file.receivers().get("mail").address()).port()).isEqualTo(587);
    assertThat(file.receivers().get("log").address()).isEqualTo(new Address.Lines(folder.resolve("alerts.jsonl")));
    assertThat(file.root().children().get(0).receivers()).containsExactly("desk", "chat");
    assertThat(file.allowed()).hasSize(1);
  }

  @Test
  void noSecretStandsInWordsAboutAFile() {
    assertThat(read(GOOD).file().toString()).doesNotContain("MfKQ9r8", "secret words", "xyz", "services");
    assertThat(read(GOOD).file().receivers().get("chat").address().place()).isEqualTo("https://hooks.example.org");
  }

  @Test
  void takesSecretsFromFilesBesideIt() throws IOException {
    Files.writeString(folder.resolve("key"), KEY + "\n");
    assertThat(((Address.Webhook) read(GOOD.replace("secret_env: KEY", "secret_file: key")).file().receivers().get("desk").address()).keys())
        .containsExactly(new Secret(KEY));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "name: mail                | name: desk          | r.yaml:10: receivers[2].name: \"desk\" stands twice; give each receiver a name of its own",
      "type: webhook             | type: webhok        | r.yaml:4: receivers[0].type: \"webhok\" is not known; write one of: webhook, slack, teams, pagerduty, mail, file, atom",
      "url: https://desk.example.org/hook | url: desk.example.org | r.yaml:5: receivers[0].url: \"desk.example.org\" is no address of http or https; write one such as https://example.org/hook",
      "secret_env: KEY           | secret_env: NONE    | r.yaml:6: receivers[0].secret_env: the environment variable NONE is not set; set it where this program runs, or name another",
      "secret_env: KEY           | secret_env: WEAK    | r.yaml:6: receivers[0].secret_env: holds no secret of a webhook; put \"whsec_\" and 16 bytes or more in base64 there, as \"openssl rand -base64 32\" makes them",
      "timeout: 5s               | timeout: 5          | r.yaml:7: receivers[0].timeout: \"5\" is no time span; write a number with s, m, h or d, such as 90s or 15m",
      "timeout: 5s               | digest: 5m          | r.yaml:7: receivers[0].digest: is no field of a receiver of type webhook; remove it; its own fields are: url, url_env, url_file, secret_env, secret_file, old_secret_env, old_secret_file, bearer_env, bearer_file",
      "to: [you@example.org]     | to: [you]           | r.yaml:10: receivers[2].to[0]: \"you\" is no address of a mailbox; write one such as somebody@example.org",
      "host: smtp.example.org    | host: h, tls: none  | r.yaml:10: receivers[2].tls: is none, and a password would go in clear; write starttls or tls, or remove user and password",
      "receiver: log             | receiver: lgo       | r.yaml:13: route.receiver: there is no receiver lgo; write \"log\"",
      "[severity=critical]       | [severty=critical]  | r.yaml:15: route.routes[0].match[0]: there is no label severty; write \"severity\"",
      "continue: true            | continue: yes       | r.yaml:17: route.routes[0].continue: \"yes\" is neither true nor false; write true or false",
      "[10.1.0.0/16]             | [intranet]          | r.yaml:1: allow[0]: \"intranet\" is no address and no range of addresses such as 10.1.0.0/16; write one such as 10.1.2.3 or 10.1.0.0/16"})
  void namesFileLineFieldAndMend(String good, String bad, String message) {
    assertThat(problems(GOOD.replace(good, bad))).containsExactly(message);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThat(problems("receivers:\n  - {name: a b, type: slack}\n  - {type: file}\n"))
        .hasSize(5).anyMatch(problem -> problem.contains("r.yaml:1: route: is missing"));
  }

  @Test
  void aReceiverThatIsLeftOutOfARouteIsThatOfTheRouteAround() {
    assertThat(read(GOOD.replace("      receivers: [desk, chat]\n", "")).file().root().children().get(0).receivers()).containsExactly("log");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(ReceiversFile.read(folder.resolve("none.yaml"), SecretSource.of(Map.of())).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("none.yaml: cannot be read"));
  }
}
