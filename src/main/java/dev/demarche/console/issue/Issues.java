package dev.demarche.console.issue;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Ask;
import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.console.names.Roll;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.positions.Evidence;
import dev.demarche.console.positions.Positions;
import dev.demarche.console.positions.Quote;
import dev.demarche.console.positions.Standing;
import dev.demarche.console.positions.Words;
import dev.demarche.console.web.Links;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Position;
import dev.demarche.domain.Position.Stood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes issues of what the archive has. Safe for use by several threads. */
public final class Issues {
  private static final int MOST = 5_000;
  private static final int MEMBERS = 50;
  private static final int SHORT = 12;
  private static final int CONDITIONS = 30;
  private static final int DAYS = 60;

  private final Archive archive;
  private final Rolls rolls;
  private final Positions positions;
  private final Clock clock;

  public Issues(Archive archive, Rolls rolls, Positions positions, Clock clock) {
    this.archive = archive;
    this.rolls = rolls;
    this.positions = positions;
    this.clock = clock;
  }

  /** The issues of the catalogue, the busiest first. */
  public List<IssueSummary> all() {
    Roll roll = rolls.now();
    Map<String, Long> findings = archive.count(Ask.ANY, Facet.ISSUE, MOST);
    Map<String, List<Position>> byIssue = archive.shelf(Shelves.POSITIONS).find(Shelf.Filter.ALL.with("scope", "issue"), 0, MOST).items().stream()
        .collect(Collectors.groupingBy(Position::issue));
    Set<String> split = positions.split(null);
    return roll.issues().values().stream().map(issue -> summary(issue, findings.getOrDefault(issue.id(), 0L),
        byIssue.getOrDefault(issue.id(), List.of()), split)).sorted(Comparator.comparing(IssueSummary::findings).reversed().thenComparing(IssueSummary::name))
        .toList();
  }

  private IssueSummary summary(Issue issue, long findings, List<Position> stands, Set<String> split) {
    Map<Camp.Kind, Long> camps = stands.stream().collect(Collectors.groupingBy(position -> kind(position, split), () -> new EnumMap<>(Camp.Kind.class),
        Collectors.counting()));
    Shelf.Filter about = Shelf.Filter.ALL.with("issue", issue.id());
    Instant recently = clock.instant().minus(Positions.RECENT);
    return new IssueSummary(issue.id(), issue.name(), findings, camps,
        archive.shelf(Shelves.CONDITIONS).find(about.with("state", ConditionState.State.OPEN.name()), 0, 1).total(),
        archive.shelf(Shelves.SHIFTS).find(about.with("state", "TOLD").between(recently, null), 0, 1).total(), activity(issue.id()));
  }

  /** The issue {@code id}; empty where neither the catalogue nor the archive knows it. */
  public Optional<IssueView> one(String id) {
    Roll roll = rolls.now();
    Shelf.Filter about = Shelf.Filter.ALL.with("issue", id);
    Ask statements = Ask.ANY.of(Finding.Kind.STATEMENT).about(id);
    IssueView view = new IssueView(id, roll.issue(id), camps(id), archive.shelf(Shelves.SHIFTS).find(about.with("state", "TOLD"), 0, SHORT).items().stream()
        .map(Evidence.Turn::of).toList(), conditions(about, roll),
        archive.findings(statements, Archive.Order.NEWEST, 0, SHORT).items().stream().map(Quote::of).toList(), quoted(statements, roll), activity(id));
    return view.isEmpty() && !roll.issues().containsKey(id) ? Optional.empty() : Optional.of(view);
  }

  private List<Camp> camps(String id) {
    Set<String> split = positions.split(id);
    Map<Camp.Kind, List<Position>> byKind = archive.shelf(Shelves.POSITIONS).find(Shelf.Filter.ALL.with("scope", "issue").with("issue", id), 0, MOST).items()
        .stream().collect(Collectors.groupingBy(position -> kind(position, split)));
    return Arrays.stream(Camp.Kind.values()).filter(byKind::containsKey).map(kind -> new Camp(kind, byKind.get(kind).stream()
        .sorted(Comparator.comparing((Position position) -> position.now().reports()).reversed().thenComparing(Position::name)).limit(MEMBERS)
        .map(Issues::member).toList(), byKind.get(kind).size())).toList();
  }

  private static Camp.Member member(Position position) {
    Stood now = position.now();
    return new Camp.Member(Positions.key(position), position.name(), Positions.link(position), Standing.of(now.side()), Words.of(now.act()), now.since(),
        now.publishers(), now.reports(), Quote.of(now.evidence()), position.condition() == null ? null : Quote.of(position.condition()));
  }

  /** How somebody stands; {@code split} are those who are for it towards one and against it towards another. */
  static Camp.Kind kind(Position position, Set<String> split) {
    if (split.contains(Positions.line(position))) {
      return Camp.Kind.MIXED;
    }
    return switch (position.now().side()) {
      case FOR -> position.condition() != null ? Camp.Kind.CONDITIONAL : Camp.Kind.FOR;
      case AGAINST -> position.condition() != null ? Camp.Kind.CONDITIONAL : Camp.Kind.AGAINST;
      case CONDITIONAL -> Camp.Kind.CONDITIONAL;
      case DEMAND -> Camp.Kind.DEMANDING;
      case NEITHER -> Camp.Kind.NEUTRAL;
    };
  }

  private List<ConditionView> conditions(Shelf.Filter about, Roll roll) {
    Shelf<ConditionState> shelf = archive.shelf(Shelves.CONDITIONS);
    List<ConditionState> some = new ArrayList<>(shelf.find(about.with("state", ConditionState.State.OPEN.name()), 0, CONDITIONS).items());
    shelf.find(about, 0, CONDITIONS).items().stream().filter(state -> state.state() != ConditionState.State.OPEN).forEach(some::add);
    return some.stream().map(state -> ConditionView.of(state, roll)).toList();
  }

  /** The conditions that are asked for, the newest first; null asks for any. */
  public Slice<ConditionView> conditions(ConditionView.State state, String actor, String issue, int skip, int limit) {
    Roll roll = rolls.now();
    Slice<ConditionState> found = archive.shelf(Shelves.CONDITIONS).find(Shelf.Filter.ALL.with("state", state == null ? null : state.name())
        .with("actor", actor).with("issue", issue), skip, limit);
    return new Slice<>(found.items().stream().map(one -> ConditionView.of(one, roll)).toList(), found.total());
  }

  /** The issues of the catalogue, by name. */
  public List<ConditionView.Named> names() {
    return rolls.now().issues().values().stream().map(issue -> new ConditionView.Named(issue.id(), issue.name()))
        .sorted(Comparator.comparing(ConditionView.Named::name)).toList();
  }

  /** The condition {@code id}. */
  public Optional<ConditionView> condition(String id) {
    return archive.shelf(Shelves.CONDITIONS).find(Shelf.Filter.ALL.with("id", id), 0, 1).items().stream().findFirst()
        .map(state -> ConditionView.of(state, rolls.now()));
  }

  private List<IssueView.Quoted> quoted(Ask statements, Roll roll) {
    return archive.count(statements, Facet.WHO, SHORT).entrySet().stream().map(entry -> new IssueView.Quoted(entry.getKey(), roll.actor(entry.getKey()),
        roll.actors().containsKey(entry.getKey()) ? Links.actor(entry.getKey(), null) : Links.actor(null, entry.getKey()), entry.getValue())).toList();
  }

  private Bars activity(String issue) {
    return Bars.days(archive.count(Ask.ANY.about(issue), Duration.ofDays(1)), DAYS, clock.instant());
  }
}
