package dev.demarche.watching;

import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a tagged article a watch can ask for. */
public final class Findings {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

  private final Tagging tagging;
  private final TaggedArticle article;
  private final List<Finding> found = new ArrayList<>();

  private Findings(Tagging tagging) {
    this.tagging = tagging;
    this.article = tagging.article();
  }

  /**
   * All findings of an article: its statements, its stances, its conditions, each in the article's order, then one mention for each
   * actor or place that the text names, where it is first named; the name of a country's people is one of the country. Two names are one actor where
   * their catalogue ids are the same, or
   * their names where the catalogue knows neither. A statement's evidence is its content, without source and cue; a condition's
   * its antecedent and consequence.
   */
  public static List<Finding> of(Tagging tagging) {
    Findings findings = new Findings(tagging);
    findings.article.statements().forEach(findings::add);
    findings.article.stances().forEach(findings::add);
    findings.article.conditions().forEach(findings::add);
    findings.addMentions();
    return List.copyOf(findings.found);
  }

  /** What has become of a condition as a finding of the article that tells of it; mentioned are who sets it, who must act and to whom. */
  public static Finding of(ConditionState state) {
    ConditionReceipt receipt = state.last().receipt();
    Set<String> mentioned = new LinkedHashSet<>();
    Stream.of(state.byActor() != null ? state.byActor() : state.by(), state.asks().actorKey(), state.asks().targetKey()).filter(Objects::nonNull)
        .forEach(mentioned::add);
    return new Finding(Finding.Kind.CONDITION, state.id() + ":" + state.state(), state.by(), state.byActor(), null, null, null, null, mentioned,
        state.issues(), List.of(receipt.evidence()), receipt.sentence(), 1, null, state);
  }

  /** A shift as a finding of the article that tells of it: the evidence is that of its second receipt, mentioned are all whom it names. */
  public static Finding of(Shift shift) {
    Receipt after = shift.after();
    Set<String> mentioned = new LinkedHashSet<>();
    for (Receipt receipt : List.of(shift.before(), after)) {
      mentioned.add(receipt.holderActor() != null ? receipt.holderActor() : receipt.holder());
      if (receipt.target() != null) {
        mentioned.add(receipt.targetKey());
      }
    }
    mentioned.add(shift.actor() != null ? shift.actor() : shift.name());
    return new Finding(Finding.Kind.SHIFT, shift.id(), shift.name(), shift.actor(), after.act(), shift.target(), shift.targetActor(), mentioned,
        issues(shift), List.of(after.evidence()), after.sentence(), shift.confidence(), shift);
  }

  /** Those that both reports are about, the shift's own first. */
  private static List<String> issues(Shift shift) {
    Set<String> issues = new LinkedHashSet<>(List.of(shift.issue()));
    shift.after().issues().stream().filter(shift.before().issues()::contains).forEach(issues::add);
    return List.copyOf(issues);
  }

  private void add(Statement statement) {
    List<Span> evidence = statement.content();
    Span sentence = sentence(evidence);
    found.add(new Finding(Finding.Kind.STATEMENT, statement.id(), statement.speaker(), statement.speakerActor(), null, null, null,
        mentionedIn(sentence), statement.issues(), evidence, sentence, statement.confidence()));
  }

  private void add(Stance stance) {
    List<Span> evidence = List.of(stance.evidence());
    Span sentence = sentence(evidence);
    found.add(new Finding(Finding.Kind.STANCE, stance.id(), stance.holder(), stance.holderActor(), stance.act(), stance.polarity(),
        stance.target(), stance.targetActor(), mentionedIn(sentence), stance.issues(), evidence, sentence, stance.confidence(), null, null));
  }

  private void add(Condition condition) {
    Span antecedent = condition.antecedent();
    Span consequence = condition.consequence();
    List<Span> evidence = antecedent.begin() <= consequence.begin() ? List.of(antecedent, consequence) : List.of(consequence, antecedent);
    Span sentence = sentence(evidence);
    found.add(new Finding(Finding.Kind.CONDITION, condition.id(), condition.by(), condition.byActor(), null, null, null,
        mentionedIn(sentence), condition.issues(), evidence, sentence, condition.confidence()));
  }

  private void addMentions() {
    Set<String> seen = new HashSet<>();
    int index = 0;
    for (Entity entity : article.entities()) {
      if (names(entity) && seen.add(entity.actor() != null ? "id:" + entity.actor() : Facets.plain(entity.name()))) {
        Span sentence = tagging.sentencesOf(entity.span());
        found.add(new Finding(Finding.Kind.MENTION, article.id() + ":" + article.revision() + ":m" + index++, entity.name(),
            entity.actor(), null, null, null, mentionedIn(sentence), List.of(), List.of(entity.span()), sentence, entity.confidence()));
      }
    }
  }

  /** Whether the text names it: by a name, or by the name of a country's people ("the Russians"), but not by words about it ("Russian officials"). */
  private static boolean names(Entity entity) {
    boolean people = entity.kind() == EntityKind.NOMINAL && entity.type() == EntityType.COUNTRY && entity.actor() != null
        && BLANKS.splitAsStream(entity.text()).allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
    return people || entity.kind() == EntityKind.NAME;
  }

  private Span sentence(List<Span> evidence) {
    int begin = evidence.stream().mapToInt(Span::begin).min().orElseThrow();
    int end = evidence.stream().mapToInt(Span::end).max().orElseThrow();
    return tagging.sentencesOf(Span.of(article.text(), begin, end));
  }

  private Set<String> mentionedIn(Span sentence) {
    Set<String> mentioned = new LinkedHashSet<>();
    for (Entity entity : article.entities()) {
      if (entity.begin() < sentence.end() && sentence.begin() < entity.end()) {
        mentioned.add(entity.actor() != null ? entity.actor() : entity.name());
      }
    }
    return mentioned;
  }
}
