package dev.demarche.app;

import java.util.List;

/** Settings that stop the start, each named with its mend. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line a fault. */
  public SettingsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }

  /** One fault. */
  public SettingsException(String fault) {
    this(List.of(fault));
  }
}
