package dev.demarche.tagging;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Issue;
import dev.demarche.domain.ReportedDeed;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.tagging.StageClock.Stage;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Cast.Reading;
import dev.demarche.tagging.actors.Offices;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.ModelFacts;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.MentionFinder;
import dev.demarche.tagging.mentions.NameIndex;
import dev.demarche.tagging.mentions.Named;
import dev.demarche.tagging.stances.ConditionFinder;
import dev.demarche.tagging.stances.DeedFinder;
import dev.demarche.tagging.stances.DeedFinder.FoundDeed;
import dev.demarche.tagging.stances.FoundCondition;
import dev.demarche.tagging.stances.FoundStance;
import dev.demarche.tagging.stances.StanceFinder;
import dev.demarche.tagging.stances.StanceModel;
import dev.demarche.tagging.statements.Linker;
import dev.demarche.tagging.statements.Report;
import dev.demarche.tagging.statements.ReportReader;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.TextReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A tagger that finds statements and names by a trained model, whom the names mean by a catalogue, and stances and conditions by rules: a
 * lexicon of acts, and markers. Immutable and safe for use by several threads, which share the model; making a tagger for a changed
 * catalogue costs milliseconds.
 *
 * <pre>{@code
 * Tagger tagger = NewsTagger.of(Encoder.standard(), actors, issues);
 * tagger.tag(article).article().statements().forEach(s -> System.out.println(s.speaker() + ": " + s.content()));
 * }</pre>
 */
public final class NewsTagger implements Tagger {

  /**
   * How sure it must be whom a pronoun means, 0 to 1, where nothing else is said. Below it another reading is about as likely, and a name that is
   * wrong does more harm than one that is missing: a statement is filed under the wrong speaker.
   */
  public static final double LEAST_CONFIDENCE = 0.4;

  /** Name and version of the rules; tagged articles carry the model's before it. */
  static final String RULES = "rules-4";

  /** Up to so many words the model's answer is kept until stances are read; that of a longer text is computed once more, window by window. */
  private static final int MOST_KEPT = 6_000;

  private final ModelFacts facts;
  private final StanceModel stanceModel;
  private final Function<Words, Iterable<Scores>> model;
  private final NameIndex names;
  private final Offices offices;
  private final IssueMatcher issues;
  private final double leastConfidence;

  private NewsTagger(ModelFacts facts, Function<Words, Iterable<Scores>> model, NameIndex names, IssueMatcher issues, double leastConfidence) {
    this.facts = facts;
    this.stanceModel = StanceModel.of(facts.stances());
    this.model = model;
    this.names = names;
    this.offices = new Offices(names);
    this.issues = issues;
    this.leastConfidence = leastConfidence;
  }

  /** A tagger that asks {@code encoder} and knows these actors and issues; an issue whose words are no query is left out. */
  public static NewsTagger of(Encoder encoder, Collection<Actor> actors, Collection<Issue> issues) {
    return of(encoder.facts(), encoder::encode, actors, issues);
  }

  /** A tagger with a model that gives the windows of any words. */
  static NewsTagger of(ModelFacts facts, Function<Words, Iterable<Scores>> model, Collection<Actor> actors, Collection<Issue> issues) {
    return new NewsTagger(facts, model, new NameIndex(actors), new IssueMatcher(issues), LEAST_CONFIDENCE);
  }

  /**
   * The same tagger, which leaves a pronoun without a name where it is less sure than that whom it means.
   *
   * @param confidence 0 to 1; {@link #LEAST_CONFIDENCE} where this is never called
   * @throws IllegalArgumentException if it is not within 0 and 1
   */
  public NewsTagger withLeastConfidence(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("least confidence " + confidence + " is not within 0 and 1");
    }
    return new NewsTagger(facts, model, names, issues, confidence);
  }

  /** The model's version and that of the rules, as tagged articles carry it. */
  public String version() {
    return facts.version() + "+" + RULES;
  }

  /** Ids of the issues that were left out because their words are no query in Lucene's syntax. */
  public List<String> refusedIssues() {
    return issues.refused();
  }

  @Override
  public Tagging tag(Article article) {
    return tag(article, StageClock.OFF);
  }

  /** Like {@link #tag(Article)}; {@code clock} is told, on this thread, which stage begins, and the last one's end. */
  public Tagging tag(Article article, StageClock clock) {
    Objects.requireNonNull(article, "article");
    clock.begins(Stage.TEXT);
    Tagging tagging = new Run(article, clock).tagging();
    clock.begins(null);
    return tagging;
  }

  /** Tags {@code article}, and says of its mentions and speakers why they have the names that they have. */
  public Explanation explain(Article article) {
    Objects.requireNonNull(article, "article");
    Run run = new Run(article, StageClock.OFF);
    TaggedArticle tagged = run.tagging().article();
    return Explanation.of(tagged, run.readings, List.copyOf(run.ids.keySet()));
  }

  /** The tagging of an article that was tagged before, whatever by: what was found then, with its sentences; without deeds, which stand on no topic. */
  public static Tagging again(TaggedArticle article) {
    return new Tagging(article, TextReader.sentences(article.text()));
  }

  /** One article on its way through the rules. */
  private final class Run {
    private final Article article;
    private final StageClock clock;
    private final Document document;
    private final List<Span> sentences;
    private final Map<Span, List<String>> issuesOf = new HashMap<>();
    private final Map<Attributed, String> ids = new LinkedHashMap<>();
    private List<Reading> readings = List.of();
    private DeedFinder deeds;

    Run(Article article, StageClock clock) {
      this.article = article;
      this.clock = clock;
      this.document = TextReader.read(article.text());
      this.sentences = document.spans();
    }

    Tagging tagging() {
      Phrases phrases = Phrases.of(document);
      Clauses clauses = new Clauses(document, phrases);
      clock.begins(Stage.ENCODER);
      Words words = Words.of(article.text());
      Linker linker = new Linker(facts);
      List<LabelledSpan> seen = new ArrayList<>();
      List<Scores> kept = words.size() <= MOST_KEPT ? new ArrayList<>() : null;
      for (Scores window : model.apply(words)) {
        if (kept != null) {
          kept.add(window);
        }
        clock.begins(Stage.STATEMENTS);
        linker.see(window);
        facts.mentions().spans(window.mentions(), window.from()).stream().filter(span -> window.owns(span.from())).forEach(seen::add);
        clock.begins(Stage.ENCODER);
      }
      clock.begins(Stage.MENTIONS);
      List<Named> named = seen.stream().map(span -> Named.of(span, words)).toList();
      List<Mention> mentions = new MentionFinder(document, names, named, day()).mentions();
      clock.begins(Stage.STATEMENTS);
      List<Report> reports = new ReportReader(document, phrases, clauses).reports(words, linker.linked(), seen);
      List<Subject> sources = reports.stream().map(Report::source).filter(Objects::nonNull).toList();
      clock.begins(Stage.ACTORS);
      Cast cast = new Cast(document, phrases, clauses, mentions, sources, offices, day(), leastConfidence);
      readings = cast.readings();
      Speakers speakers = new Speakers(document, cast, reports);
      clock.begins(Stage.STANCES);
      List<FoundCondition> conditions = new ConditionFinder(document, phrases, clauses, speakers).conditions();
      deeds = new DeedFinder(document, phrases, clauses, cast, speakers, conditions);
      List<FoundStance> stances = new StanceFinder(document, phrases, clauses, cast, speakers, conditions)
          .stances(kept != null ? kept : model.apply(words), stanceModel);
      clock.begins(Stage.RECORDS);
      List<Statement> statements = statements(speakers.attributed());
      return new Tagging(TaggedArticle.of(article, version(), cast.entities(), statements, stances(stances), conditions(conditions)), sentences,
          reported(deeds.deeds(), cast.entities()));
    }

    private LocalDate day() {
      Instant published = article.publishedAt();
      Instant received = article.receivedAt();
      Instant event = published == null || received != null && published.isAfter(received) ? received : published;
      return event == null ? null : event.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private String id(String kind, int index) {
      return article.id() + ":" + article.revision() + ":" + kind + index;
    }

    private List<Statement> statements(List<Attributed> found) {
      List<Attributed> inOrder = new ArrayList<>(found);
      inOrder.sort(Comparator.comparingInt((Attributed a) -> a.report().from()).thenComparingInt(a -> -a.report().to()));
      List<Statement> statements = new ArrayList<>();
      for (Attributed one : inOrder) {
        Report report = one.report();
        List<Span> content = report.pieces().stream().map(piece -> document.span(piece.from(), piece.to())).toList();
        Who who = one.who();
        String id = id("s", statements.size());
        ids.put(one, id);
        Span whole = document.span(report.from(), report.to());
        statements.add(new Statement(id, who == null ? null : who.name(), who == null ? null : who.id(),
            who == null ? SpeakerKind.UNKNOWN : who.kind(), source(report),
            report.cueFrom() < 0 ? null : document.span(report.cueFrom(), report.cueTo()), content, report.kind(document), one.nested(),
            issues(whole), report.confidence()));
      }
      return statements;
    }

    private Span source(Report report) {
      return report.source() == null ? null : document.span(report.source().from(), report.source().to());
    }

    private List<Stance> stances(List<FoundStance> found) {
      List<Stance> stances = new ArrayList<>();
      for (FoundStance one : found) {
        Span evidence = document.span(one.from(), one.to());
        Who target = one.target();
        stances.add(new Stance(id("a", stances.size()), one.holder().name(), one.holder().id(),
            one.holderFrom() < 0 ? null : document.span(one.holderFrom(), one.holderTo()), one.act(), one.polarity(),
            target == null ? null : target.name(), target == null ? null : target.id(),
            one.targetFrom() < 0 ? null : document.span(one.targetFrom(), one.targetTo()), issues(evidence), evidence,
            statement(one.within()), one.confidence()));
      }
      return stances;
    }

    private List<Condition> conditions(List<FoundCondition> found) {
      List<Condition> conditions = new ArrayList<>();
      for (FoundCondition one : found) {
        Span antecedent = document.span(one.antecedentFrom(), one.antecedentTo());
        conditions.add(new Condition(id("c", conditions.size()), one.by() == null ? null : one.by().name(),
            one.by() == null ? null : one.by().id(), document.span(one.markerFrom(), one.markerTo()), antecedent,
            document.span(one.consequenceFrom(), one.consequenceTo()), deeds.asked(one), deeds.follows(one), issues(antecedent), statement(one.within()), one.confidence()));
      }
      return conditions;
    }

    private List<ReportedDeed> reported(List<FoundDeed> found, List<Entity> entities) {
      List<ReportedDeed> reported = new ArrayList<>();
      for (FoundDeed one : found) {
        Span evidence = document.span(one.from(), one.to());
        Span sentence = document.span(document.sentenceAt(one.from()));
        List<String> mentioned = entities.stream().filter(entity -> entity.begin() < sentence.end() && sentence.begin() < entity.end())
            .map(entity -> entity.actor() != null ? entity.actor() : entity.name()).distinct().toList();
        reported.add(new ReportedDeed(id("d", reported.size()), one.deed(), one.manner(), evidence, mentioned));
      }
      return reported;
    }

    private String statement(Attributed within) {
      return within == null ? null : ids.get(within);
    }

    /** The issues of the sentences that the span touches. */
    private List<String> issues(Span span) {
      int first = document.sentenceIndex(document.tokenAt(span.begin()));
      int last = document.sentenceIndex(document.tokenAt(span.end() - 1));
      Span whole = Span.of(article.text(), sentences.get(first).begin(), sentences.get(last).end());
      return issuesOf.computeIfAbsent(whole, s -> issues.issues(s.text()));
    }
  }
}
