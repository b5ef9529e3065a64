package dev.demarche.positions;

import dev.demarche.domain.Sources;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The course of an actor's position on an issue, report by report in order of event time ({@link Receipt#BY_TIME}).
 *
 * <p>A report shows a shift where it answers a question ({@link Track}) otherwise than the last report before it that answers the question
 * towards the same target, or towards none, or where it names none itself. It is passed over where
 * <ul>
 * <li>it is background of its article;
 * <li>the tagger is not sure enough of it ({@link Rules#minConfidence});
 * <li>too few independent publishers report the same ({@link Rules#publishers});
 * <li>it repeats the side before a change within {@link Rules#settling} of that change: old news that is printed late;
 * <li>it is a threat by somebody who was for it.
 * </ul>
 * What counts may also add a condition to the side, or withdraw one: {@link Provisos}.
 *
 * <p>Not for use by several threads.
 */
final class Course {
  private final String actor;
  private final String name;
  private final String issue;
  private final Rules rules;
  private final List<Receipt> all;
  private final List<Held> held;
  private final List<Run> runs;
  private final Provisos provisos;
  private Receipt last;

  /**
   * A course that goes on from {@code past}.
   *
   * @param all the reports that corroborate one another
   */
  Course(String actor, String name, String issue, Past past, List<Receipt> all, Rules rules) {
    this.actor = actor;
    this.name = name;
    this.issue = issue;
    this.rules = rules;
    this.all = all;
    held = past.openHeld();
    runs = past.openRuns();
    provisos = new Provisos(past.provisos(), rules.settling());
    last = past.last();
  }

  /** What {@code receipt}, not older than those before it, does. */
  Verdict take(Receipt receipt) {
    last = receipt;
    if (receipt.background()) {
      return Verdict.passedOver(receipt, "background of its article");
    }
    if (receipt.confidence() < rules.minConfidence()) {
      return Verdict.passedOver(receipt, String.format(Locale.ROOT, "confidence %.2f, less than %.2f", receipt.confidence(), rules.minConfidence()));
    }
    int publishers = rules.publishers() == 1 ? 1 : publishersOf(receipt);
    if (publishers < rules.publishers()) {
      return Verdict.passedOver(receipt, "reported by " + publishers + " independent publishers, less than " + rules.publishers());
    }
    Map<Track, Integer> answers = answers(receipt);
    if (answers.isEmpty()) {
      return unmoved(receipt);
    }
    List<Held> against = answers.entrySet().stream().map(entry -> contradicted(entry.getKey(), entry.getValue(), receipt))
        .flatMap(Optional::stream).toList();
    if (!against.isEmpty() && Track.soft(receipt)) {
      return Verdict.passedOver(receipt, "a threat alone does not end support");
    }
    for (Held one : against) {
      if (one.turned() != null && receipt.at().isBefore(one.turned().plus(rules.settling()))) {
        return Verdict.passedOver(receipt, "contradicts a change of " + one.turned() + ", less than " + rules.settling().toHours() + " h after it");
      }
    }
    Shift shift = against.stream().filter(one -> one.track() != Track.DEMANDS || one.answer() < 0)
        .max(Comparator.comparing(Held::last, Receipt.BY_TIME)).map(one -> shift(one, receipt)).orElse(null);
    answers.forEach((track, answer) -> answer(track, answer, receipt, shift == null ? null : receipt.at()));
    extend(receipt, true);
    Shift terms = terms(receipt, answers.getOrDefault(Track.WORDS, 0));
    Shift told = shift != null ? shift : terms;
    return new Verdict(receipt, told, true, told != null ? told.reason() : against.isEmpty() ? "as before, or the first" : "asks again");
  }

  /** The condition that is added or withdrawn, if any. Where several publishers must tell it, one alone says nothing of it. */
  private Shift terms(Receipt receipt, int side) {
    if (side == 0) {
      return null;
    }
    boolean told = receipt.terms() != null && (rules.publishers() == 1 || publishers(receipt, other -> other.terms() != null
        && other.terms().kind() == receipt.terms().kind() && sameAnswer(receipt, other)) >= rules.publishers());
    return provisos.take(receipt, side, told ? receipt.terms().kind() : null).filter(change -> tells(change.before(), receipt))
        .map(change -> shift(change, side, receipt)).orElse(null);
  }

  /** The last report of the condition on which the present side is held towards {@code target}; null where it is held on none. */
  Receipt condition(String target) {
    List<Run> stood = runs(target);
    return stood.isEmpty() ? null : switch (stood.get(stood.size() - 1).side()) {
      case FOR -> provisos.condition(target, 1);
      case AGAINST -> provisos.condition(target, -1);
      case DEMAND, NEITHER, CONDITIONAL -> null;
    };
  }

  /**
   * Whether a shift is told here. Of one who speaks for a body it is told under the body; where both reports are about several issues, under that of
   * them whose id comes first.
   */
  private boolean tells(Receipt before, Receipt after) {
    boolean first = after.issues().stream().filter(before.issues()::contains)
        .min(Comparator.naturalOrder()).map(shared -> shared.equals(issue)).orElse(true);
    return issue != null && first && (after.bodies().isEmpty() || !Objects.equals(actor, after.holderActor()));
  }

  private Verdict unmoved(Receipt receipt) {
    extend(receipt, false);
    return Verdict.counts(receipt, receipt.act() + " says nothing for or against the matter");
  }

  private Map<Track, Integer> answers(Receipt receipt) {
    Map<Track, Integer> answers = new EnumMap<>(Track.class);
    for (Track track : Track.values()) {
      int answer = track.answer(receipt);
      if (answer != 0 && (track.opensWith(answer) || latest(track, receipt).isPresent())) {
        answers.put(track, answer);
      }
    }
    return answers;
  }

  private Optional<Held> latest(Track track, Receipt receipt) {
    return held.stream().filter(one -> one.track() == track && Track.sameTarget(one.target(), receipt.targetKey()))
        .max(Comparator.comparing(Held::last, Receipt.BY_TIME));
  }

  /** What is held otherwise, by another article. */
  private Optional<Held> contradicted(Track track, int answer, Receipt receipt) {
    return latest(track, receipt).filter(one -> one.answer() != answer && !one.last().article().id().equals(receipt.article().id()));
  }

  private void answer(Track track, int answer, Receipt receipt, Instant turned) {
    String target = receipt.targetKey();
    Instant since = turned != null ? turned : latest(track, receipt).filter(one -> one.answer() == answer).map(Held::turned).orElse(null);
    boolean general = held.stream().anyMatch(one -> one.track() == track && one.target() == null && one.answer() != answer);
    held.removeIf(one -> one.track() == track && (Objects.equals(one.target(), target)
        || one.answer() != answer && Track.sameTarget(one.target(), target) && !one.last().article().id().equals(receipt.article().id())));
    held.add(new Held(track, target, answer, receipt, since));
    if (general && target != null && held.stream().noneMatch(one -> one.track() == track && one.target() == null)) {
      held.add(new Held(track, null, answer, receipt, since));
    }
  }

  private int publishersOf(Receipt receipt) {
    return publishers(receipt, other -> sameAnswer(receipt, other));
  }

  private int publishers(Receipt receipt, Predicate<Receipt> same) {
    Sources sources = Sources.NONE;
    for (Receipt other : all) {
      boolean near = !other.at().isBefore(receipt.at().minus(rules.within())) && !other.at().isAfter(receipt.at().plus(rules.within()));
      if (near && !other.background() && other.confidence() >= rules.minConfidence() && same.test(other)) {
        sources = sources.with(other.article());
      }
    }
    return sources.count();
  }

  private static boolean sameAnswer(Receipt one, Receipt other) {
    boolean same = one.act() == other.act();
    for (Track track : Track.values()) {
      same |= track.answer(one) * track.answer(other) > 0;
    }
    return same && Track.sameTarget(one.targetKey(), other.targetKey());
  }

  private Shift shift(Held before, Receipt after) {
    if (!tells(before.last(), after)) {
      return null;
    }
    Shift.Kind kind = before.track() == Track.DEMANDS ? Shift.Kind.DEMAND_DROPPED : before.answer() < 0 ? Shift.Kind.OPENED : Shift.Kind.CLOSED;
    Side from = kind == Shift.Kind.DEMAND_DROPPED ? Side.DEMAND : before.answer() < 0 ? Side.AGAINST : Side.FOR;
    Side to = before.answer() < 0 ? Side.FOR : Side.AGAINST;
    return shift(kind, from, to, before.last(), after, switch (kind) {
      case OPENED -> "was against it, is for it";
      case CLOSED -> "was for it, is against it";
      default -> "has dropped a demand";
    });
  }

  private Shift shift(Provisos.Change change, int answer, Receipt after) {
    Side side = answer > 0 ? Side.FOR : Side.AGAINST;
    boolean added = change.kind() == Shift.Kind.CONDITION_ADDED;
    return shift(change.kind(), added ? side : Side.CONDITIONAL, added ? Side.CONDITIONAL : side, change.before(), after,
        (side == Side.FOR ? "is for it" : "is against it") + (added ? " on a condition, was without: \"" : " without a condition, was on one: \"")
            + after.terms().words().text() + "\"");
  }

  private Shift shift(Shift.Kind kind, Side from, Side to, Receipt before, Receipt after, String what) {
    Receipt target = after.targetKey() != null ? after : before;
    String id = ContentId.of(actor != null ? actor : "name:" + name, issue, after.targetKey() == null ? "" : after.targetKey(), kind.name(),
        after.at().atZone(ZoneOffset.UTC).toLocalDate().toString());
    return new Shift(id, kind, Shift.State.TOLD, actor, name, issue, target.target(), target.targetActor(), from, to, before, after,
        words(before) + ", now " + words(after) + ": " + what);
  }

  private static String words(Receipt receipt) {
    return receipt.act() + " on " + receipt.at().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void extend(Receipt receipt, boolean moved) {
    if (issue != null) {
      extend(null, receipt, moved);
    }
    if (receipt.targetKey() != null) {
      extend(receipt.targetKey(), receipt, moved);
    }
  }

  /** What moves nothing does not hide what does. */
  private void extend(String target, Receipt receipt, boolean moved) {
    int at = runs.size() - 1;
    while (at >= 0 && !Objects.equals(runs.get(at).target(), target)) {
      at--;
    }
    Run run = at < 0 ? null : runs.get(at);
    if (run != null && !moved && run.moved()) {
      return;
    }
    if (run != null && run.side() == receipt.side() && run.moved() == moved) {
      runs.set(at, run.with(receipt));
    } else {
      runs.add(Run.first(target, receipt));
      long many = runs.stream().filter(one -> Objects.equals(one.target(), target)).count();
      if (many > 1 + (target == null ? Past.MAX_HISTORY : Past.MAX_TARGET_HISTORY)) {
        runs.remove(runs.stream().filter(one -> Objects.equals(one.target(), target)).findFirst().orElseThrow());
      }
    }
  }

  /** The stands towards {@code target}, or on the issue as a whole for null, in order of time. */
  List<Run> runs(String target) {
    return runs.stream().filter(run -> Objects.equals(run.target(), target)).toList();
  }

  /** The targets towards which there are stands; null for the issue as a whole. */
  List<String> targets() {
    return runs.stream().map(Run::target).distinct().toList();
  }

  /** What to remember in the place of all that was taken. */
  Past past() {
    return new Past(new ArrayList<>(held), new ArrayList<>(runs), last, provisos.held());
  }
}
