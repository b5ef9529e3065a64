package dev.demarche.tagging.stances;

import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.stances.Attitudes.Attitude;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Finds what actors do, in words or deeds, towards each other: by the trained model, and by rules where it has seen little. A model without
 * stances leaves all to the rules. Used by one thread.
 */
public final class StanceFinder {
  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Cast cast;
  private final Speakers speakers;
  private final List<FoundCondition> conditions;
  private final Contexts contexts;
  private final LexicalActs lexical;
  private final Targets targets;
  private final Set<String> known = new HashSet<>();
  private final List<FoundStance> found = new ArrayList<>();

  public StanceFinder(Document document, Phrases phrases, Clauses clauses, Cast cast, Speakers speakers, List<FoundCondition> conditions) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.cast = cast;
    this.speakers = speakers;
    this.conditions = conditions;
    this.contexts = new Contexts(document, phrases, clauses);
    this.lexical = new LexicalActs(document, phrases, cast);
    this.targets = new Targets(document, phrases, cast, speakers);
  }

  /** The stances that rules find, in order of their evidence. */
  public List<FoundStance> stances() {
    return stances(List.of(), null);
  }

  /**
   * The stances, in order of their evidence.
   *
   * @param windows what the model says of the words, in order
   * @param model   scores acts, holders and targets on them, or null
   */
  public List<FoundStance> stances(Iterable<Scores> windows, StanceModel model) {
    VerbStances verbs = new VerbStances(document, phrases, clauses, cast, speakers, contexts, lexical, targets, this::supposed);
    List<FoundStance> ruled = new ArrayList<>(verbs.stances());
    Predicates predicates = new Predicates(document, phrases, clauses, speakers, contexts);
    for (Attributed one : speakers.attributed()) {
      ruled.addAll(predicates.stances(one));
    }
    if (model == null) {
      ruled.forEach(this::add);
    } else {
      merge(ruled, windows, model);
    }
    found.sort(Comparator.comparingInt(FoundStance::from).thenComparingInt(FoundStance::to));
    return found;
  }

  private boolean supposed(VerbGroup verb) {
    for (FoundCondition condition : conditions) {
      if (condition.antecedes(verb.main()) && condition.markerFrom() < condition.antecedentFrom()) {
        return true;
      }
    }
    return contexts.supposed(verb);
  }

  private void merge(List<FoundStance> ruled, Iterable<Scores> windows, StanceModel model) {
    Merging merging = new Merging(ruled, lexical, new LearnedStances(document, phrases, clauses, speakers, contexts, targets), speakers);
    SentenceReader reader = new SentenceReader(model.scorer(), new Triggers(document, phrases, speakers, lexical, this::supposed),
        new Parties(document, phrases, cast, speakers), new Arcs(document, phrases, clauses, speakers, contexts));
    Iterator<Sentence> sentences = document.sentences().iterator();
    Sentence sentence = sentences.hasNext() ? sentences.next() : null;
    for (Scores window : windows) {
      Vectors vectors = new Vectors(document, window);
      while (sentence != null && Vectors.word(window.words(), document.token(sentence.from()).begin()) < window.ownedTo()) {
        SentenceReading reading = reader.read(sentence, vectors);
        List<Attitude> attitudes = reading == null ? List.of() : model.attitudes().of(reading, vectors);
        merging.stances(sentence, reading, attitudes).forEach(this::add);
        sentence = sentences.hasNext() ? sentences.next() : null;
      }
    }
    merging.rest().forEach(this::add);
  }

  private void add(FoundStance stance) {
    String key = stance.holder().name() + "/" + stance.act() + "/" + (stance.target() == null ? "" : stance.target().name()) + "/" + stance.to();
    if (known.add(key)) {
      found.add(stance);
    }
  }
}
