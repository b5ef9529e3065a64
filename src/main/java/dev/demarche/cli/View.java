package dev.demarche.cli;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionRecord;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.EntityRecord;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the records of a topic are read: as what, what can be asked of them, and how one looks in a line or two.
 *
 * @param topic  where they stand
 * @param type   of their values
 * @param facets by which they can be asked for, in the order of {@link Facet}
 * @param about  what a record has of each of {@code facets}
 * @param text   a record for people, without a line end behind it
 */
record View<T>(Topic<String, T> topic, Class<T> type, Set<Facet> facets, Function<T, Map<Facet, Set<String>>> about,
               BiFunction<TailText, T, String> text) {

  static final View<StatementRecord> STATEMENTS = of(Topics.STATEMENTS, StatementRecord.class, r -> about(r.article())
      .with(Facet.ACTOR, r.statement().speaker(), r.statement().speakerActor())
      .with(Facet.ISSUE, r.statement().issues()), TailText::statement, Facet.ACTOR, Facet.ISSUE, Facet.PUBLISHER);

  static final View<StanceRecord> STANCES = of(Topics.STANCES, StanceRecord.class, r -> about(r.article())
      .with(Facet.ACTOR, r.stance().holder(), r.stance().holderActor())
      .with(Facet.ACT, r.stance().act().name())
      .with(Facet.TARGET, r.stance().target(), r.stance().targetActor())
      .with(Facet.ISSUE, r.stance().issues()), TailText::stance, Facet.ACTOR, Facet.ACT, Facet.TARGET, Facet.ISSUE, Facet.PUBLISHER);

  static final View<ConditionRecord> CONDITIONS = of(Topics.CONDITIONS, ConditionRecord.class, r -> about(r.article())
      .with(Facet.ACTOR, r.condition().by(), r.condition().byActor())
      .with(Facet.ISSUE, r.condition().issues()), TailText::condition, Facet.ACTOR, Facet.ISSUE, Facet.PUBLISHER);

  static final View<EntityRecord> ENTITIES = of(Topics.ENTITIES, EntityRecord.class, r -> about(r.article())
      .with(Facet.ACTOR, r.name(), r.actor()), TailText::entity, Facet.ACTOR, Facet.PUBLISHER);

  static final View<TaggedArticle> TAGGED = of(Topics.TAGGED, TaggedArticle.class, View::aboutArticle, TailText::article,
      Facet.ACTOR, Facet.ACT, Facet.TARGET, Facet.ISSUE, Facet.PUBLISHER);

  static final View<Position> POSITIONS = of(Topics.POSITIONS, Position.class, p -> new About()
      .with(Facet.ACTOR, p.name(), p.actor())
      .with(Facet.ACT, p.now().act().name())
      .with(Facet.TARGET, p.target(), p.targetActor())
      .with(Facet.ISSUE, p.issue()), TailText::position, Facet.ACTOR, Facet.ACT, Facet.TARGET, Facet.ISSUE);

  static final View<Shift> SHIFTS = of(Topics.SHIFTS, Shift.class, s -> about(s.after().article())
      .with(Facet.ACTOR, s.name(), s.actor(), s.after().holder(), s.after().holderActor())
      .with(Facet.ACT, s.after().act().name())
      .with(Facet.TARGET, s.target(), s.targetActor())
      .with(Facet.ISSUE, s.issue()), TailText::shift, Facet.ACTOR, Facet.ACT, Facet.TARGET, Facet.ISSUE, Facet.PUBLISHER);

  static final View<ConditionState> CONDITION_STATES = of(Topics.CONDITION_STATES, ConditionState.class, c -> about(c.last().receipt().article())
      .with(Facet.ACTOR, c.by(), c.byActor(), c.asks().actor(), c.asks().actorId())
      .with(Facet.ISSUE, c.issues()), TailText::conditionState, Facet.ACTOR, Facet.ISSUE, Facet.PUBLISHER);

  static final View<Alert> ALERTS = of(Topics.ALERTS, Alert.class, View::aboutAlert, TailText::alert, Facet.values());

  static final View<DeadLetter> DEAD_LETTERS = of(Topics.DEAD_LETTERS, DeadLetter.class, letter -> new About(), TailText::deadLetter);

  /** All views, in the order of the flow. */
  static final List<View<?>> ALL = List.of(TAGGED, STATEMENTS, STANCES, CONDITIONS, ENTITIES, POSITIONS, SHIFTS, CONDITION_STATES, ALERTS,
      DEAD_LETTERS);

  private static <T> View<T> of(Topic<String, T> topic, Class<T> type, Function<T, Map<Facet, Set<String>>> about,
                                BiFunction<TailText, T, String> text, Facet... facets) {
    Set<Facet> all = EnumSet.noneOf(Facet.class);
    all.addAll(Arrays.asList(facets));
    return new View<>(topic, type, all, about, text);
  }

  private static About about(ArticleRef article) {
    return new About().with(Facet.PUBLISHER, article.publisher());
  }

  private static Map<Facet, Set<String>> aboutAlert(Alert alert) {
    About about = new About().with(Facet.WATCH, alert.watch().id());
    if (alert.tellsSilence()) {
      return about.with(Facet.ACTOR, alert.who(), alert.actor());
    }
    Finding finding = alert.finding();
    return about.with(Facet.PUBLISHER, alert.article().publisher())
        .with(Facet.ACTOR, finding.who(), finding.whoActor())
        .with(Facet.ACT, finding.act() == null ? null : finding.act().name())
        .with(Facet.TARGET, finding.target(), finding.targetActor())
        .with(Facet.ISSUE, finding.issues());
  }

  private static Map<Facet, Set<String>> aboutArticle(TaggedArticle article) {
    List<Stance> stances = article.stances();
    return about(article.ref())
        .with(Facet.ACTOR, article.entities().stream().flatMap(e -> Stream.of(e.name(), e.actor())).toList())
        .with(Facet.ACT, stances.stream().map(s -> s.act().name()).toList())
        .with(Facet.TARGET, stances.stream().flatMap(s -> Stream.of(s.target(), s.targetActor())).toList())
        .with(Facet.ISSUE, Stream.of(article.statements().stream().map(s -> s.issues()), stances.stream().map(Stance::issues),
            article.conditions().stream().map(c -> c.issues())).flatMap(Function.identity()).flatMap(List::stream).toList());
  }

  /** What a record has of each facet. */
  private static final class About extends EnumMap<Facet, Set<String>> {
    private static final long serialVersionUID = 1L;

    About() {
      super(Facet.class);
    }

    About with(Facet facet, String... values) {
      return with(facet, Arrays.asList(values));
    }

    About with(Facet facet, List<String> values) {
      put(facet, values.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
      return this;
    }
  }
}
