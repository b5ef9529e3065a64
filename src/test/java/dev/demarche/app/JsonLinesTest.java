package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static String line(String message, Throwable thrown, Object... arguments) {
    LoggingEvent event = new LoggingEvent("", new LoggerContext().getLogger("dev.demarche.x"), Level.WARN, message, thrown, arguments);
    event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
    event.setThreadName("main");
    return new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void writesOneObjectALine() {
    assertThat(line("stage {} failed", null, "tag")).isEqualTo("{\"time\":\"2026-01-02T03:04:05.678Z\",\"level\":\"WARN\","
        + "\"logger\":\"dev.demarche.x\",\"thread\":\"main\",\"message\":\"stage tag failed\"}\n");
  }

  @Test
  void aTraceAndALineBreakStayOnTheLine() throws Exception {
    String line = line("two\nlines \"quoted\"", new IllegalStateException("broken"));
    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("message").asText()).isEqualTo("two\nlines \"quoted\"");
    assertThat(json.get("error").asText()).startsWith("java.lang.IllegalStateException: broken").contains("JsonLinesTest");
  }
}
