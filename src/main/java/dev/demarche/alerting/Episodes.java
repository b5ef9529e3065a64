package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Hit;
import dev.demarche.domain.TriggerRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a watch's trigger has counted, and the episodes that it has told: what a store holds behind {@link #keysOf}. Of a watch that counts utterances
 * there is one such record, of one that looks for bursts one for each actor, of one that counts publishers one for each utterance.
 *
 * <p>The occurrences are a set. Where the rule holds follows from the set alone, in order of event time, so that any order of arrival gives the same
 * episodes. An <b>episode</b> begins where the rule holds and goes on as long as it holds again before one length of the window has passed: the
 * next one counts none that stood in a window of the last. It is told once the {@link Frontier} has passed its begin by the rule's grace, from what
 * happened up to its begin; so whoever is received within the grace after its event time changes nothing by its order. What comes later still
 * counts for three days more: it may complete a window, and the episode is then told late; but what was told stays as it was told, and an episode
 * that lies within one window of a told one is the same. Of an utterance that so many publishers report there is one episode only.
 *
 * @param rule        of the newest hit
 * @param actor       whose they are, as the alert names them, or null
 * @param occurrences the newest, in order of event time, at most {@value #MAX_OCCURRENCES}
 * @param since       up to when occurrences are forgotten, or null; what is older still is not counted
 * @param told        what was told, at most {@value #MAX_TOLD}
 * @param lastSeen    when the last hit was received
 */
public record Episodes(TriggerRule rule, String actor, List<Occurrence> occurrences, Instant since, List<Told> told, Instant lastSeen) {
  /** Bound of {@code occurrences}. */
  public static final int MAX_OCCURRENCES = 300;
  /** Bound of {@code told}. */
  public static final int MAX_TOLD = 50;

  private static final int MAX_REPORTS = 100;
  private static final Duration LATE = Duration.ofDays(3);
  private static final String SEPARATOR = "|";

  /**
   * An episode that was told.
   *
   * @param from where the rule held first
   * @param to   where it held last, as far as is decided
   */
  public record Told(Instant from, Instant to) {

    /** Whether the rule, where it holds {@code at} this time, holds in the same episode. */
    private boolean covers(Instant at, Duration within) {
      return !at.isBefore(from.minus(within)) && !at.isAfter(to.plus(within));
    }

    private Told with(Instant at) {
      return at.isAfter(to) ? new Told(from, at) : at.isBefore(from) ? new Told(at, to) : this;
    }
  }

  /**
   * What follows.
   *
   * @param next   what to remember
   * @param alerts to be told
   * @param due    the frontier at which there may be more to tell, or null
   * @param reason why, in words: of the last window that was looked at
   */
  public record Outcome(Episodes next, List<Alert> alerts, Instant due, String reason) {}

  public Episodes {
    Objects.requireNonNull(rule, "rule");
    occurrences = List.copyOf(occurrences);
    told = List.copyOf(told);
    Objects.requireNonNull(lastSeen, "lastSeen");
  }

  /** Where what {@code counts} is kept, with whom it concerns, or "" for nobody in particular: watch id, kind of trigger, and actor or utterance. */
  public static Map<String, String> keysOf(Decision.Counts counts) {
    Hit hit = counts.hit();
    String key = hit.watch().id() + SEPARATOR + hit.trigger().kind() + SEPARATOR;
    Map<String, String> keys = new LinkedHashMap<>();
    switch (hit.trigger().kind()) {
      case EVERY -> { }
      case COUNT -> keys.put(key, "");
      case PUBLISHERS -> keys.put(key + counts.occurrence().id(), "");
      case BURST, SILENCE -> {
        hit.actors().forEach(actor -> keys.put(key + plain(actor), actor));
        boolean byActor = hit.trigger().kind() == TriggerRule.Kind.BURST;
        if (hit.actors().isEmpty() && !byActor) {
          keys.put(key, "");
        } else if (hit.actors().isEmpty() && hit.finding().who() != null) {
          keys.put(key + plain(hit.finding().whoActor() == null ? hit.finding().who() : hit.finding().whoActor()), hit.finding().who());
        }
      }
    }
    return keys;
  }

  /** Where the silence of {@code actor}, or of everybody where that is "", is kept. */
  public static String silenceKey(String watch, String actor) {
    return watch + SEPARATOR + TriggerRule.Kind.SILENCE + SEPARATOR + plain(actor);
  }

  /** The watch's id in what {@link #silenceKey} gives. */
  public static String watchOf(String silenceKey) {
    return silenceKey.substring(0, silenceKey.indexOf(SEPARATOR + TriggerRule.Kind.SILENCE + SEPARATOR));
  }

  private static String plain(String actor) {
    return actor.strip().toLowerCase(Locale.ROOT);
  }

  /** Nothing counted yet. */
  public static Episodes none(TriggerRule rule, String actor) {
    return new Episodes(rule, actor == null || actor.isEmpty() ? null : actor, List.of(), null, List.of(), Instant.EPOCH);
  }

  /** With one hit more, where all is taken to have come that was received up to {@code time}. */
  public Outcome take(Decision.Counts counts, Instant time) {
    Hit hit = counts.hit();
    TriggerRule now = hit.trigger();
    Occurrence one = now.kind() == TriggerRule.Kind.PUBLISHERS ? counts.occurrence().asReport() : counts.occurrence();
    Instant seen = hit.article().receivedAt() == null ? one.at() : hit.article().receivedAt();
    boolean counted = counts.repeats() && now.kind() != TriggerRule.Kind.PUBLISHERS || toldOnce() || since != null && !one.at().isAfter(since);
    List<Occurrence> all = counted ? occurrences : Occurrence.with(occurrences, one);
    return new Episodes(now, actor, all, since, told, seen.isAfter(lastSeen) ? seen : lastSeen).settle(time, hit);
  }

  /** What is decided when all is taken to have come that was received up to {@code time}. */
  public Outcome settle(Instant time) {
    return settle(time, null);
  }

  private Outcome settle(Instant time, Hit late) {
    Instant decided = time.minus(rule.grace());
    List<Told> tales = new ArrayList<>(told);
    List<Alert> alerts = new ArrayList<>();
    Instant due = null;
    String reason = toldOnce() ? "told already" : "does not hold";
    for (Windows.Window window : toldOnce() ? List.<Windows.Window>of() : new Windows(rule, occurrences, since).holding(last -> open(last, late))) {
      Instant at = occurrences.get(window.end() - 1).at();
      if (at.isAfter(decided)) {
        due = at.plus(rule.grace());
        reason = window.reason() + ": waits until " + due;
        break;
      }
      int same = covering(tales, at);
      if (same >= 0) {
        tales.set(same, tales.get(same).with(at));
        reason = window.reason() + ": in the episode told at " + tales.get(same).from();
      } else {
        Hit last = occurrences.get(window.end() - 1).hit();
        alerts.add(alert(window, at, last == null ? late : last));
        tales.add(new Told(at, at));
        reason = window.reason();
      }
    }
    return new Outcome(bounded(tales, decided), alerts, due, reason);
  }

  /**
   * Whether the window whose last occurrence has this index is not decided, or what is decided may change because a hit lies within. Nothing else may
   * change it: not that something before it is forgotten.
   */
  private boolean open(int last, Hit late) {
    return occurrences.get(last).hit() != null || completedBy(late, occurrences.get(last).at());
  }

  /** Whether a hit lies in the window that ends {@code at}. */
  private boolean completedBy(Hit late, Instant at) {
    Instant time = late == null ? null : late.article().eventTime();
    return time != null && !time.isAfter(at) && time.isAfter(at.minus(rule.within()));
  }

  private boolean toldOnce() {
    return rule.kind() == TriggerRule.Kind.PUBLISHERS && !told.isEmpty();
  }

  private int covering(List<Told> tales, Instant at) {
    for (int i = 0; i < tales.size(); i++) {
      if (rule.kind() == TriggerRule.Kind.PUBLISHERS || tales.get(i).covers(at, rule.within())) {
        return i;
      }
    }
    return -1;
  }

  private Alert alert(Windows.Window window, Instant at, Hit last) {
    List<Counted> counted = occurrences.subList(window.begin(), window.end()).stream().map(Occurrence::counted).toList();
    ArticleRef article = last.article();
    String utterance = counted.stream().filter(one -> one.article().id().equals(article.id())).reduce(counted.get(counted.size() - 1),
        (before, one) -> one).utterance();
    String episode = rule.kind() == TriggerRule.Kind.PUBLISHERS ? occurrences.get(0).counted().utterance()
        : ContentId.of(rule.kind().name(), actor == null ? "" : plain(actor), at.toString());
    return new Alert(ContentId.of(last.watch().id(), rule.kind().name(), episode), Alert.State.FIRING, rule.kind(), episode, utterance, last.watch(),
        window.reason() + "; the last: " + last.reason(), last.matched(), actor, counted.subList(Math.max(0, counted.size() - Alert.MAX_COUNTED), counted.size()),
        last.finding(), article, article.eventTime(), article.publishedAtCounts() ? "publishedAt" : "receivedAt", last.taggerVersion(),
        article.receivedAt());
  }

  /** With {@code tales} told, without what no window can reach any more, nor more than fits. */
  private Episodes bounded(List<Told> tales, Instant decided) {
    List<Told> newest = tales.subList(Math.max(0, tales.size() - MAX_TOLD), tales.size());
    if (rule.kind() == TriggerRule.Kind.PUBLISHERS && !tales.isEmpty() || occurrences.isEmpty()) {
      return new Episodes(rule, actor, List.of(), since, newest, lastSeen);
    }
    Instant line = occurrences.get(occurrences.size() - 1).at().minus(reach());
    int most = rule.kind() == TriggerRule.Kind.PUBLISHERS ? MAX_REPORTS : MAX_OCCURRENCES;
    int old = Math.max(0, occurrences.size() - most);
    Instant forgotten = old == 0 ? since : occurrences.get(old - 1).at();
    while (!occurrences.get(old).at().isAfter(line)) {
      old++;
      forgotten = line;
    }
    List<Occurrence> kept = occurrences.subList(old, occurrences.size()).stream().map(one -> one.at().isAfter(decided) ? one : one.told()).toList();
    return new Episodes(rule, actor, kept, forgotten, newest, lastSeen);
  }

  /** For how long before the newest an occurrence is kept. */
  private Duration reach() {
    return rule.within().multipliedBy(rule.kind() == TriggerRule.Kind.BURST ? Windows.BEFORE + 2 : 2).plus(rule.grace()).plus(LATE);
  }

  /** Whether nothing can come of it any more when all is taken to have come that was received up to {@code time}. */
  public boolean over(Instant time) {
    Duration kept = reach().compareTo(Utterances.KEPT) > 0 ? reach() : Utterances.KEPT;
    return time.isAfter(lastSeen.plus(kept));
  }
}
