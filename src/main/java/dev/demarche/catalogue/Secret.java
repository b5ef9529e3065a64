package dev.demarche.catalogue;

import java.util.Collection;
import java.util.Objects;

/** A value that must show nowhere: its {@code toString} hides it, and {@link #hide} takes it out of texts. Immutable. */
public final class Secret {
  private static final String HIDDEN = "***";
  private static final int SHORT = 4;

  private final String value;

  public Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The value itself; not for logs, errors or topics. */
  public String value() {
    return value;
  }

  /** {@code text} with each of {@code secrets} that stands in it made unreadable. */
  public static String hide(String text, Collection<Secret> secrets) {
    String hidden = text;
    for (Secret secret : secrets) {
      hidden = secret.value.length() < SHORT ? hidden : hidden.replace(secret.value, HIDDEN);
    }
    return hidden;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
