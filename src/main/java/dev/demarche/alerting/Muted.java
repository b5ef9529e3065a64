package dev.demarche.alerting;

import java.util.Objects;

/**
 * That people are not told of an alert.
 *
 * @param by  id of the silence or inhibition
 * @param why in words
 */
public record Muted(String by, String why) {
  public Muted {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(why, "why");
  }
}
