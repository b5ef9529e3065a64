package dev.demarche.watching;

import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.util.List;

/**
 * A watch made ready to be asked. Small, for there may be a million.
 *
 * @param watch   what the user wrote
 * @param version of the watch
 * @param words   its words, or null
 */
record Question(Watch watch, long version, Words words) {

  /** Makes a watch ready, or says what is wrong with it. */
  static Question of(Watch watch, long version) throws RefusedWatch {
    WatchRules.check(watch);
    return new Question(watch, version, watch.words() == null || watch.words().isBlank() ? null : Words.parse(watch.words()));
  }

  /** {@link Words#cover} of its words; null where there are none. */
  long[] cover() {
    return words == null ? null : words.cover();
  }

  /** The reference that hits carry. */
  WatchRef ref() {
    return new WatchRef(watch.id(), version, watch.name(), watch.severity());
  }

  /** Those of the watch's actors that a finding matches by, as the watch names them. */
  List<String> matched(Facets found) {
    return watch.actors().stream().filter(actor -> watch.roles().stream()
        .anyMatch(role -> found.has(role, actor))).toList();
  }

  /** Whether a finding answers it. */
  boolean asksFor(Subject subject) {
    return admits(subject) && (words == null || subject.search().holds(words.query()));
  }

  /** Whether all but the words holds. Of attitudes without an act those watches alone are told that ask for STATE. */
  private boolean admits(Subject subject) {
    Finding finding = subject.finding();
    return finding.kind() == watch.kind() && finding.confidence() >= watch.minConfidence() && asksForAct(finding.act()) && asksForState(finding)
        && asksForSides(finding) && asksForPolarity(finding.polarity()) && subject.facets().answer(watch)
        && watch.outlets().hears(subject.article());
  }

  private boolean asksForAct(Act act) {
    return watch.acts().isEmpty() ? act != Act.STATE : watch.acts().contains(act);
  }

  /** A watch that names states asks for conditions that come into one of them; another one for each report that tells of a condition. */
  private boolean asksForState(Finding finding) {
    return finding.condition() == null ? watch.states().isEmpty() : watch.states().contains(finding.condition().state());
  }

  private boolean asksForPolarity(Integer found) {
    return watch.polarity().isEmpty() || found != null && watch.polarity().stream().anyMatch(polarity -> polarity.sign() == found);
  }

  private boolean asksForSides(Finding finding) {
    return finding.shift() == null || any(watch.from(), finding.shift().from()) && any(watch.to(), finding.shift().to());
  }

  private static <T> boolean any(List<T> asked, T found) {
    return asked.isEmpty() || asked.contains(found);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
