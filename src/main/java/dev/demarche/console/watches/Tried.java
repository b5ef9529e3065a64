package dev.demarche.console.watches;

import dev.demarche.domain.Alert;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a draft would have told, as it is shown.
 *
 * @param findings      how many it asks for
 * @param articles      how many were read
 * @param alerts        how many they would have raised
 * @param notifications in how many messages people would have been told of them, repetition and silences aside
 * @param throttled     how often an alert would have waited because the watch was told of as often as it allows
 * @param days          alerts of each day that has any, UTC
 * @param shown         the newest alerts, at most {@value #SHOWN}, the newest first
 */
public record Tried(int findings, long articles, int alerts, int notifications, int throttled, SortedMap<LocalDate, Integer> days, List<Shown> shown) {
  /** Bound of {@code shown}. */
  public static final int SHOWN = 200;

  /**
   * An alert that would have fired.
   *
   * @param together with how many alerts people would have been told of it, itself included
   */
  public record Shown(Alert alert, int together) {}

  public Tried {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    shown = List.copyOf(shown);
  }

  static Tried of(DraftTrial.Heard heard) {
    List<Alert> alerts = heard.outcome().alerts();
    Map<String, Integer> together = new HashMap<>();
    heard.outcome().told().forEach(ids -> ids.forEach(id -> together.put(id, ids.size())));
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    alerts.forEach(alert -> days.merge(LocalDate.ofInstant(alert.firedAt() == null ? alert.eventTime() : alert.firedAt(), ZoneOffset.UTC), 1, Integer::sum));
    List<Shown> shown = new ArrayList<>();
    for (int i = alerts.size() - 1; i >= Math.max(0, alerts.size() - SHOWN); i--) {
      shown.add(new Shown(alerts.get(i), together.getOrDefault(alerts.get(i).id(), 1)));
    }
    return new Tried(heard.outcome().hits(), heard.articles(), alerts.size(), heard.outcome().told().size(), heard.outcome().throttled(), days, shown);
  }
}
