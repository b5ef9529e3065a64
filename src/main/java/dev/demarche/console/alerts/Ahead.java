package dev.demarche.console.alerts;

import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Silence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was written from here and has not come back yet, so that a page shows at once what was done. What does not come back within {@code PATIENCE} is
 * forgotten: then the topic holds, whatever it says. Safe for use by several threads.
 */
final class Ahead {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Put(Silence silence, Instant at) {}

  private final Map<String, List<Reaction>> reactions = new ConcurrentHashMap<>();
  private final Map<String, Put> silences = new ConcurrentHashMap<>();
  private final Clock clock;

  Ahead(Clock clock) {
    this.clock = clock;
  }

  void sent(Collection<Reaction> sent) {
    sent.forEach(one -> reactions.merge(one.alert(), List.of(one), (old, more) -> {
      List<Reaction> all = new ArrayList<>(old);
      all.addAll(more);
      return all;
    }));
  }

  void sent(Silence silence) {
    silences.put(silence.id(), new Put(silence, clock.instant()));
  }

  /** {@code life} with what was done about it and is not in it yet. */
  Seen over(AlertLife life) {
    List<Reaction> open = reactions.computeIfPresent(life.alert().id(), (id, sent) -> {
      List<Reaction> left = sent.stream().filter(one -> !holds(life, one) && one.at().plus(PATIENCE).isAfter(clock.instant())).toList();
      return left.isEmpty() ? null : left;
    });
    AlertLife next = life;
    for (Reaction one : open == null ? List.<Reaction>of() : open) {
      next = next.after(one, one.at());
    }
    return new Seen(next, open != null, null);
  }

  private static boolean holds(AlertLife life, Reaction one) {
    return life.steps().stream().anyMatch(step -> step.at().equals(one.at()) && one.author().equals(step.by()));
  }

  /** {@code known} with what was put and is not among it yet. */
  Collection<Silence> over(Collection<Silence> known) {
    Map<String, Silence> all = new LinkedHashMap<>();
    known.forEach(silence -> all.put(silence.id(), silence));
    silences.values().removeIf(put -> put.silence.equals(all.get(put.silence.id())) || !put.at.plus(PATIENCE).isAfter(clock.instant()));
    silences.values().forEach(put -> all.put(put.silence.id(), put.silence));
    return all.values();
  }
}
