package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarche.cli.Cli.Ran;
import org.junit.jupiter.api.Test;

class DoctorCliIT {

  @Test
  void whatCannotBeReachedIsToldWithItsMend() throws Exception {
    Ran ran = Cli.run("doctor", "--bootstrap", "localhost:1");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(3);
    assertThat(ran.lines().get(0)).isEqualTo("ERROR    nothing answers at localhost:1: Connection refused");
    assertThat(ran.lines().get(1)).startsWith("  mend   start the brokers");
    assertThat(ran.lines().get(2)).isEqualTo("1 error, 0 warnings");
  }

  @Test
  void programsReadItAsJson() throws Exception {
    Ran ran = Cli.run("doctor", "--bootstrap", "no-such-host.invalid:9092", "--json");
    assertThat(ran.code()).isEqualTo(1);
    JsonNode diagnosis = new ObjectMapper().readTree(ran.out());
    assertThat(diagnosis.get("reached").asBoolean()).isFalse();
    JsonNode ailment = diagnosis.get("ailments").get(0);
    assertThat(ailment.get("grade").asText()).isEqualTo("ERROR");
    assertThat(ailment.get("code").asText()).isEqualTo("unreachable");
    assertThat(ailment.get("what").asText()).contains("no machine has the name no-such-host.invalid");
    assertThat(ailment.get("mend").asText()).isNotBlank();
  }
}
