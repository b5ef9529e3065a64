package dev.demarche.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How an utterance was reported up to now: what can be told of it beside the alert.
 *
 * @param utterance   its id
 * @param first       the earliest report by event time
 * @param lastAt      event time of the latest report
 * @param reports     how many articles reported it
 * @param independent how many of the reports are independent: {@link Coverage#independent()}
 * @param orMore      whether {@code independent} and {@code houses} are bounded and mean "or more"
 * @param houses      who reported it, in order of arrival: registered domains, owners or names
 * @param drift       the report whose wording is furthest from the first, or null where all have its words
 */
public record Reporting(String utterance, Report first, Instant lastAt, int reports, int independent, boolean orMore, List<String> houses,
                        Drift drift) {

  /**
   * A report.
   *
   * @param house   {@link Houses}
   * @param article its id
   * @param url     or null
   * @param title   or null
   * @param at      event time
   */
  public record Report(String house, String article, String url, String title, Instant at) {
    public Report {
      Objects.requireNonNull(article, "article");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * How far the wording went.
   *
   * @param likeness Dice's coefficient of the content words, 0 to 1
   * @param wording  the evidence, shortened
   * @param house    who wrote so
   */
  public record Drift(double likeness, String wording, String house) {}

  public Reporting {
    Objects.requireNonNull(utterance, "utterance");
    Objects.requireNonNull(lastAt, "lastAt");
    houses = List.copyOf(houses);
  }
}
