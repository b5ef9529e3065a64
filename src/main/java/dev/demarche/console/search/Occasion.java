package dev.demarche.console.search;

import dev.demarche.alerting.Recognised;
import dev.demarche.alerting.Recognition;
import dev.demarche.alerting.Utterances;
import dev.demarche.console.index.Found;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Severity;
import dev.demarche.domain.WatchRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One utterance with those of its reports that were found: one speaker's or holder's words or act on one occasion, by the same decision as alerts.
 *
 * @param reporting what is known of its reports; null where an article has no time at all
 * @param reports   in the order in which they were found; one at least
 */
public record Occasion(Reporting reporting, List<Found> reports) {
  private static final WatchRef NOBODY = new WatchRef("search", 0, "search", Severity.INFO);

  public Occasion {
    reports = List.copyOf(reports);
  }

  /** What was found, by utterances, in the order of the first of each; {@code houses} says which reports are of one publisher. */
  public static List<Occasion> of(List<Found> found, Houses houses) {
    Recognition recognition = new Recognition(houses);
    Map<String, Utterances> open = new HashMap<>();
    Map<String, Occasion> occasions = new LinkedHashMap<>();
    for (Found each : found) {
      if (each.at() == null) {
        occasions.put(each.finding().id(), new Occasion(null, List.of(each)));
        continue;
      }
      Hit hit = new Hit(NOBODY, "", each.finding(), each.article(), "");
      String key = Utterances.keyOf(hit);
      Recognised recognised = recognition.recognise(hit, open.get(key));
      open.put(key, recognised.next());
      occasions.merge(key + " " + recognised.utterance().id(), new Occasion(recognised.utterance().reporting(), List.of(each)), Occasion::and);
    }
    return List.copyOf(occasions.values());
  }

  private Occasion and(Occasion later) {
    List<Found> all = new ArrayList<>(reports);
    all.addAll(later.reports);
    return new Occasion(later.reporting, all);
  }

  /** The report that was found first. */
  public Found first() {
    return reports.get(0);
  }

  /** How many articles report it. */
  public int articles() {
    return reporting == null ? 1 : reporting.reports();
  }

  /** How many of its publishers are independent. */
  public int publishers() {
    return reporting == null ? 1 : reporting.independent();
  }
}
