package dev.demarche.app;

import java.util.List;

/** Settings that stop the start, each named with its mend. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }

  SettingsException(String fault) {
    this(List.of(fault));
  }
}
