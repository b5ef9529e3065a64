package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogFormatTest {
  private static Encoder<ILoggingEvent> encoder() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    return ((ConsoleAppender<ILoggingEvent>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR")).getEncoder();
  }

  @Test
  void changesTheLogFromWhereTheSettingsAreRead() {
    String variable = Setting.LOG_FORMAT.environment();
    try {
      LogFormat.apply(Settings.of(Map.of("log.format", "json")));
      assertThat(encoder()).isInstanceOf(JsonLines.class);
      LogFormat.apply(Settings.of(Map.of("log.format", "text")));
      assertThat(encoder()).isInstanceOf(PatternLayoutEncoder.class);
    } finally {
      System.clearProperty(variable);
    }
  }

  @Test
  void anotherFormatIsRefused() {
    assertThatThrownBy(() -> Settings.of(Map.of("log.format", "xml"))).isInstanceOf(SettingsException.class)
        .hasMessageContaining("log.format cannot be \"xml\"; write text or json");
  }
}
