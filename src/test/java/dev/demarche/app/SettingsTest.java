package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
  @TempDir Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("demarche.yaml"), yaml);
  }

  private Settings settings(String yaml) throws IOException {
    return Settings.load(file(yaml), Map.of(), Map.of());
  }

  /** The message of what is wrong with {@code yaml}, the folder's name left out. */
  private String fault(String yaml) throws IOException {
    try {
      settings(yaml);
      return "nothing";
    } catch (SettingsException e) {
      return e.getMessage().replace(folder + "/", "");
    }
  }

  @Test
  void flagsWinOverTheEnvironmentWhichWinsOverTheFile() throws IOException {
    Path file = file("threads: 1\nstate.dir: /file\napplication.id: file\n");
    Settings settings = Settings.load(file, Map.of("DEMARCHE_THREADS", "2", "DEMARCHE_STATE_DIR", "/environment"), Map.of("threads", "3"));
    assertThat(settings.number(Setting.THREADS)).isEqualTo(3);
    assertThat(settings.text(Setting.STATE_DIR)).isEqualTo("/environment");
    assertThat(settings.text(Setting.APPLICATION_ID)).isEqualTo("file");
    assertThat(settings.text(Setting.TOPIC_PREFIX)).isEqualTo("news.");
  }

  @Test
  void flagsWinForKafkaPropertiesToo() throws IOException {
    Settings settings = Settings.load(file("kafka.client.id: file\nkafka.sasl.mechanism: PLAIN\n"),
        Map.of("DEMARCHE_KAFKA_CLIENT_ID", "environment"), Map.of("kafka.client.id", "flag"));
    assertThat(settings.kafka()).isEqualTo(Map.of("client.id", "flag", "sasl.mechanism", "PLAIN"));
  }

  @Test
  void nestedAndDottedNamesAreTheSame() throws IOException {
    assertThat(settings("limits:\n  text:\n    bytes: 1000\n").number(Setting.TEXT_LIMIT)).isEqualTo(1000);
    assertThat(settings("limits.text.bytes: 1000\n").number(Setting.TEXT_LIMIT)).isEqualTo(1000);
    assertThat(settings("limits:\n  text.bytes: 1000\n").number(Setting.TEXT_LIMIT)).isEqualTo(1000);
    assertThat(settings("kafka:\n  security:\n    protocol: SSL\n").kafka()).containsEntry("security.protocol", "SSL");
  }

  @Test
  void anEmptyFileSetsNothing() throws IOException {
    assertThat(settings("# nothing yet\n").text(Setting.TOPIC_PREFIX)).isEqualTo("news.");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everyDefaultIsAValueThatItsSettingMayHave(Setting setting) {
    assertThat(Optional.ofNullable(setting.fallback()).flatMap(setting::refuse)).isEmpty();
  }

  @Test
  void namesTheUnknownSettingItsPlaceAndTheNearestOne() throws IOException {
    assertThat(fault("threads: 2\n\ntreads: 1\n")).isEqualTo("demarche.yaml:3: there is no setting treads; did you mean threads?");
    assertThat(fault("state:\n  dri: x\n")).isEqualTo("demarche.yaml:2: there is no setting state.dri; did you mean state.dir?");
  }

  @Test
  void listsTheSettingsWhereNoneIsNear() throws IOException {
    assertThat(fault("zzzzzzzzzz: 1\n")).contains("the settings are bootstrap, application.id, ");
  }

  @Test
  void namesTheVariableOfTheEnvironment() {
    assertThatThrownBy(() -> Settings.load(null, Map.of("DEMARCHE_TREADS", "1"), Map.of())).isInstanceOf(SettingsException.class)
        .hasMessage("the environment variable DEMARCHE_TREADS: there is no setting treads; did you mean threads?");
  }

  @Test
  void leavesOtherVariablesOfTheEnvironmentAlone() {
    assertThat(Settings.load(null, Map.of("DEMARCHE_LOG", "DEBUG", "DEMARCHE_JAVA_OPTS", "-Xmx1g", "PATH", "/bin"), Map.of()).kafka()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "threads | 0 | a whole number from 1 to 999999999",
      "threads | two | a whole number from 1 to 999999999",
      "threads | 99999999999 | a whole number from 1 to 999999999",
      "pronouns.confidence.least | 1.5 | a number from 0 to 1, such as 0.5",
      "pronouns.confidence.least | high | a number from 0 to 1, such as 0.5",
      "pronouns.confidence.least | -1 | a number from 0 to 1, such as 0.5",
      "topic.prefix | 'a b' | letters, digits, dots, hyphens and underscores",
      "processing.guarantee | twice | exactly_once_v2 or at_least_once",
      "group.protocol | modern | classic or streams"})
  void saysWhatABadValueShouldBe(String key, String value, String words) {
    assertThatThrownBy(() -> Settings.of(Map.of(key, value))).isInstanceOf(SettingsException.class)
        .hasMessage("a flag: " + key + " cannot be \"" + value + "\"; write " + words);
  }

  @Test
  void aShareIsANumberFromNoneToAll() {
    assertThat(Settings.of(Map.of()).share(Setting.PRONOUN_CONFIDENCE)).isEqualTo(0.4);
    assertThat(Settings.of(Map.of("pronouns.confidence.least", "1")).share(Setting.PRONOUN_CONFIDENCE)).isEqualTo(1);
    assertThat(Settings.of(Map.of("pronouns.confidence.least", "0.75")).share(Setting.PRONOUN_CONFIDENCE)).isEqualTo(0.75);
  }

  @Test
  void tellsAllFaultsAtOnce() throws IOException {
    assertThat(fault("threads: 0\ntreads: 1\n").lines()).hasSize(2);
  }

  @Test
  void refusesAnUnknownPropertyOfKafkaAndGuessesWhatWasMeant() throws IOException {
    assertThat(fault("kafka.securty.protocol: SSL\n")).isEqualTo("demarche.yaml:1: kafka.securty.protocol is no property of Kafka's clients "
        + "that can be set here; did you mean kafka.security.protocol?");
  }

  @ParameterizedTest
  @CsvSource({"bootstrap.servers, bootstrap", "application.id, application.id", "num.stream.threads, threads", "state.dir, state.dir",
      "processing.guarantee, processing.guarantee", "group.protocol, group.protocol"})
  void refusesAPropertyOfKafkaForWhichASettingStands(String property, String setting) {
    assertThatThrownBy(() -> Settings.of(Map.of("kafka." + property, "x")))
        .hasMessageEndingWith("that can be set here; set " + setting + " instead");
  }

  @Test
  void takesPropertiesOfOneClientAlone() {
    Settings settings = Settings.of(Map.of("bootstrap", "b:1", "kafka.producer.linger.ms", "7", "kafka.consumer.fetch.max.wait.ms", "8",
        "kafka.client.id", "me"));
    assertThat(KafkaProperties.producer(settings)).containsEntry("linger.ms", "7").containsEntry("client.id", "me")
        .containsEntry("bootstrap.servers", "b:1").doesNotContainKey("fetch.max.wait.ms");
    assertThat(KafkaProperties.consumer(settings)).containsEntry("fetch.max.wait.ms", "8").doesNotContainKey("linger.ms");
  }

  @Test
  void neverLetsAReaderSeeWhatIsNotCommittedOrAProducerLoseAcknowledgements() {
    Settings settings = Settings.of(Map.of("bootstrap", "b:1", "kafka.isolation.level", "read_uncommitted", "kafka.producer.acks", "1"));
    assertThat(KafkaProperties.consumer(settings)).containsEntry("isolation.level", "read_committed");
    assertThat(KafkaProperties.producer(settings)).containsEntry("acks", "all").containsEntry("enable.idempotence", "true");
  }

  @Test
  void aPropertyThatTheUserSetsWinsInTheStreamToo() {
    Settings settings = Settings.of(Map.of("bootstrap", "b:1", "kafka.commit.interval.ms", "250", "threads", "3"));
    assertThat(StreamApp.properties(settings)).containsEntry("commit.interval.ms", "250").containsEntry("num.stream.threads", 3)
        .containsEntry("bootstrap.servers", "b:1");
  }

  @Test
  void namesTheLineOfBrokenYaml() throws IOException {
    assertThat(fault("threads: 1\nbootstrap: \"open\n")).startsWith("demarche.yaml:").contains("mend the YAML there");
    assertThat(fault("threads: 1\nbootstrap: \u0001\n")).startsWith("demarche.yaml:").contains("mend the YAML");
  }

  @Test
  void refusesASettingThatStandsTwice() throws IOException {
    assertThat(fault("threads: 1\nthreads: 2\n")).contains("demarche.yaml:", "threads stands twice; keep one");
  }

  @ParameterizedTest
  @CsvSource({"'[1, 2]', the file", "'just words', the file", "'threads: [1]', threads"})
  void refusesWhatIsNoNameAndValue(String yaml, String what) throws IOException {
    assertThat(fault(yaml)).isEqualTo("demarche.yaml:1: " + what + " is not of the form NAME: VALUE; write one setting a line");
  }

  @Test
  void refusesAFileThatContainsItself() throws IOException {
    assertThat(fault("kafka: &a\n  b: *a\n")).startsWith("demarche.yaml:");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> Settings.load(folder.resolve("none.yaml"), Map.of(), Map.of())).isInstanceOf(SettingsException.class)
        .hasMessageContaining("none.yaml: the settings cannot be read").hasMessageEndingWith("name a file that exists and is UTF-8");
  }

  @Test
  void saysHowToSetWhatMustBeSet() {
    assertThatThrownBy(() -> Settings.of(Map.of()).required(Setting.BOOTSTRAP)).isInstanceOf(SettingsException.class)
        .hasMessageContaining("bootstrap is not set").hasMessageContaining("--bootstrap").hasMessageContaining("DEMARCHE_BOOTSTRAP");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingSaysWhatItIsFor(Setting setting) {
    assertThat(setting.description()).isNotBlank();
    assertThat(Setting.of(setting.key())).contains(setting);
  }
}
