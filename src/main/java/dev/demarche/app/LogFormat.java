package dev.demarche.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/** How the log is written. The environment alone decides it from the first line on; a file or a flag from where the settings are read. */
public final class LogFormat {
  private LogFormat() {}

  /** Writes the log from now on as {@code log.format} says. */
  public static void apply(Settings settings) {
    String variable = Setting.LOG_FORMAT.environment();
    String wanted = settings.text(Setting.LOG_FORMAT);
    if (wanted.equals(System.getProperty(variable, System.getenv().getOrDefault(variable, Setting.LOG_FORMAT.fallback())))) {
      return;
    }
    System.setProperty(variable, wanted);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      try {
        new ContextInitializer(context).autoConfig();
      } catch (JoranException e) {
        throw new IllegalStateException("the log cannot be set up: " + e.getMessage(), e);
      }
    }
  }

  /** Whether programs are to read the log, so that what is told to people belongs there too. */
  public static boolean isJson(Settings settings) {
    return settings.text(Setting.LOG_FORMAT).equals("json");
  }
}
