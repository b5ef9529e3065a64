package dev.demarche.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Role;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.domain.Span;
import dev.demarche.domain.Watch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watches that ask for shifts; Ann, Norland's minister, accepts a treaty with Sudria that Norland has rejected. */
class ShiftWatchTest {
  private static final Shift SHIFT = new Shift("s1", Shift.Kind.OPENED, Shift.State.TOLD, "norland", "Norland", "treaty", "Sudria", "sudria",
      Side.AGAINST, Side.FOR, receipt("Norland", "norland", Act.REJECT, "Norland rejected the treaty.", "herald.example", "2026-01-10"),
      receipt("Ann", "ann", Act.AGREE, "We accept the treaty on fishing.", null, "2026-03-10"), "because");

  private final WatchIndex index = new WatchIndex();

  @AfterEach
  void close() {
    index.close();
  }

  private static Receipt receipt(String holder, String actor, Act act, String words, String publisher, String day) {
    Span span = new Span(0, words.length(), words);
    return new Receipt("x:1:a0", holder, actor, List.of(), act, act.polarity(), "Sudria", "sudria", List.of("treaty", "fish"), span, span, 0.6, false,
        new ArticleRef("x", 1, null, publisher, "A change of heart", Instant.parse(day + "T12:00:00Z"), null, null), "t-1");
  }

  private static Watch watch(List<String> actors, List<Role> roles, List<String> issues, String words, List<Side> from, List<Side> to) {
    return Watch.of("w", Finding.Kind.SHIFT).severity(Severity.INFO).actors(actors).roles(roles).issues(issues).words(words).from(from).to(to)
        .build();
  }

  private boolean finds(Watch watch) {
    assertThat(index.put(watch, 1)).isEmpty();
    return !index.match(SHIFT).isEmpty();
  }

  @Test
  void findsAShiftByActorByWhoSaidItByTargetAndByWhoIsNamed() {
    assertThat(finds(watch(List.of("norland"), null, null, null, null, null))).isTrue();
    assertThat(finds(watch(List.of("ann"), null, null, null, null, null))).isTrue();
    assertThat(finds(watch(List.of("sudria"), null, null, null, null, null))).isFalse();
    assertThat(finds(watch(List.of("sudria"), List.of(Role.TARGET), null, null, null, null))).isTrue();
    assertThat(finds(watch(List.of("sudria"), List.of(Role.MENTIONED), null, null, null, null))).isTrue();
  }

  @Test
  void findsAShiftByItsSides() {
    assertThat(finds(watch(null, null, null, null, List.of(Side.AGAINST), List.of(Side.FOR)))).isTrue();
    assertThat(finds(watch(null, null, null, null, List.of(Side.FOR), null))).isFalse();
    assertThat(finds(watch(null, null, null, null, null, List.of(Side.AGAINST, Side.FOR)))).isTrue();
  }

  @Test
  void findsAShiftByIssueAndWords() {
    assertThat(finds(watch(null, null, List.of("treaty"), "fishing AND title:heart", null, null))).isTrue();
    assertThat(finds(watch(null, null, List.of("fish"), null, null, null))).isTrue();
    assertThat(finds(watch(null, null, List.of("ceasefire"), null, null, null))).isFalse();
    assertThat(finds(watch(null, null, null, "whaling", null, null))).isFalse();
    assertThat(finds(watch(null, null, null, "article:rejected", null, null))).isTrue();
  }

  @Test
  void findsAShiftOfAMemberOfAGroup() {
    index.groups(Groups.of(List.of(new Actor("coast", "Coast states", EntityType.ORGANIZATION, null, null, null, null, null, null,
        List.of("norland"), null, null, null), new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null))));
    assertThat(finds(watch(List.of("coast"), null, null, null, null, null))).isTrue();
  }

  @Test
  void saysWhyWithBothReceipts() {
    index.put(watch(List.of("norland"), null, List.of("treaty"), null, null, null), 1);
    assertThat(index.match(SHIFT)).extracting(Hit::reason).containsExactly("Norland (holder) from against to for; issue treaty; "
        + "was: REJECT \"Norland rejected the treaty.\" (herald.example, 2026-01-10); is: AGREE \"We accept the treaty on fishing.\" (2026-03-10)");
  }

  @Test
  void refusesSidesOfAnythingElse() {
    assertThat(WatchIndex.check(Watch.of("w", Finding.Kind.STANCE).severity(Severity.INFO).issues("treaty").from(Side.FOR).build()))
        .hasValueSatisfying(problem -> assertThat(problem.field()).isEqualTo("from"));
  }
}
