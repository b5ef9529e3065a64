package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Outlets;
import dev.demarche.domain.Polarity;
import dev.demarche.domain.Role;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Side;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import dev.demarche.Snippets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchYamlTest {
  private static final List<String> NAMES = List.of("russia", "Jane Doe", "no", "null", "~", "1e3", "2026-01-01", "- x", "a: b", "\"quoted\"", "it's", "Ørsted, Jr.",
      "[x]", "{y}", "#z", "a\nb", "tab\there", "*star", "&and", "!bang", "%", "@at", "`tick`", "|", ">", "true", "<script>alert(1)</script>", "日本", "é", "\u0007", "x #y", "=",
      "\uD83D\uDE00", "a\u2028b", "\u0085x", "?", "? q", ":", "-", "---", "...");

  private static Watch again(Watch watch) {
    String yaml = WatchYaml.write(watch);
    Pack<Watch> pack = PackReader.watches("w", yaml);
    assertThat(pack.problems()).as(yaml).isEmpty();
    return pack.plain().get(0);
  }

  @Test
  void isWrittenAsPeopleWouldWriteIt() {
    Watch watch = Watch.of("russia-rejects", Finding.Kind.STANCE).name("Russia rejects: something").severity(Severity.CRITICAL).actors("russia", "Jane Doe")
        .roles(Role.HOLDER, Role.TARGET).acts(Act.REJECT, Act.THREATEN).words("\"30 day\" OR truce").minConfidence(0.5)
        .trigger(new TriggerRule(TriggerRule.Kind.COUNT, 5, Duration.ofHours(6), Duration.ofHours(1))).build();
    assertThat(WatchYaml.write(watch)).isEqualTo("""
        id: russia-rejects
        name: 'Russia rejects: something'
        severity: critical
        kind: stance
        actors: [russia, Jane Doe]
        roles: [holder, target]
        acts: [REJECT, THREATEN]
        words: '"30 day" OR truce'
        minConfidence: 0.5
        trigger: {count: 5, within: 6h, grace: 1h}
        """);
  }

  @Test
  void everyWatchThatComesWithDemarcheIsReadAgainAsTheSame() throws Exception {
    List<Watch> all = new ArrayList<>(Packs.bundled().watches().plain());
    for (String page : List.of("docs/watches.md", "docs/alerts.md")) {
      Snippets.of(Path.of(page)).stream().filter(one -> one.language().equals("yaml"))
          .forEach(one -> all.addAll(PackReader.watches(page, one.text()).plain()));
    }
    assertThat(all).hasSizeGreaterThan(20).allSatisfy(watch -> assertThat(again(watch)).isEqualTo(watch));
  }

  @Test
  void anyWatchThatCanBeReadIsReadAgainAsTheSame() {
    Random random = new Random(20261123);
    for (int i = 0; i < 3_000; i++) {
      Watch watch = some(random, i);
      assertThat(again(watch)).isEqualTo(watch);
    }
  }

  @Test
  void whatHasNoFormIsToldOnReading() {
    Watch byNothing = Watch.of("w", Finding.Kind.STANCE).acts(Act.REJECT).grouping(new Grouping(List.of(), null, null, null)).build();
    assertThat(PackReader.watches("w", WatchYaml.write(byNothing)).problems()).extracting(problem -> problem.problem().field()).containsExactly("group.by");
  }

  private static Watch some(Random random, int number) {
    Finding.Kind kind = pick(random, Finding.Kind.values());
    boolean stance = kind == Finding.Kind.STANCE;
    boolean shift = kind == Finding.Kind.SHIFT;
    List<String> actors = random.nextBoolean() ? List.of() : Stream.concat(Stream.of("x"), some(random, NAMES).stream()).toList();
    boolean words = actors.isEmpty() || random.nextBoolean();
    Duration span = Duration.ofSeconds(1 + random.nextInt(90_000));
    return Watch.of("w" + number, kind).name(pick(random, NAMES.toArray(String[]::new))).severity(pick(random, Severity.values())).actors(actors)
        .roles(actors.isEmpty() ? null : List.of(pick(random, Watch.mainRole(kind), Role.MENTIONED))).acts(stance ? some(random, List.of(Act.values())) : null)
        .polarity(stance ? some(random, List.of(Polarity.values())) : null).issues(random.nextBoolean() ? List.of("ceasefire", "null") : null)
        .words(words ? pick(random, NAMES.toArray(String[]::new)) : null).from(shift ? some(random, List.of(Side.values())) : null)
        .states(kind == Finding.Kind.CONDITION ? some(random, List.of(ConditionState.State.values())) : null)
        .minConfidence(random.nextBoolean() ? random.nextInt(1001) / 1000.0 : random.nextDouble())
        .outlets(new Outlets(some(random, NAMES), some(random, NAMES), some(random, List.of("en", "no", "pt-BR")), List.of()))
        .trigger(rule(random, span)).grouping(random.nextBoolean() ? null
            : new Grouping(List.of(pick(random, Grouping.By.values())), span, span, random.nextBoolean() ? span : null, random.nextInt(3), null)).build();
  }

  private static TriggerRule rule(Random random, Duration span) {
    TriggerRule.Kind kind = pick(random, TriggerRule.Kind.values());
    boolean every = kind == TriggerRule.Kind.EVERY;
    boolean counts = kind != TriggerRule.Kind.SILENCE && !every;
    return new TriggerRule(kind, counts ? 2 + random.nextInt(40) : 1, every ? null : span, every || random.nextBoolean() ? null : span);
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }

  private static <T> List<T> some(Random random, List<T> of) {
    return Stream.generate(() -> of.get(random.nextInt(of.size()))).limit(random.nextInt(4)).distinct().toList();
  }
}
