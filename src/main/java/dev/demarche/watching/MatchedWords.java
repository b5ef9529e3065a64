package dev.demarche.watching;

import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Role;
import dev.demarche.domain.Span;
import dev.demarche.domain.Watch;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The words of the article by which a finding answers a watch: names of its actors in the sentence, and what its words ask for. */
final class MatchedWords {
  /** A word may stand in every line of a long article: the first are enough. */
  private static final int MOST = 50;
  private static final Comparator<Matched> IN_ORDER = Comparator.comparing(Matched::clause).thenComparing(Matched::in)
      .thenComparingInt(matched -> matched.span().begin()).thenComparingInt(matched -> matched.span().end());

  private MatchedWords() {}

  /** Those of one clause after the other, in order of the text, {@value #MOST} at most; none of a sentence that stands in another article. */
  static List<Matched> of(Question question, Subject subject) {
    Set<Matched> matched = new TreeSet<>(IN_ORDER);
    actors(question.watch(), subject, matched);
    if (question.words() != null) {
      for (WordSearch.Found found : subject.search().found(question.words().query())) {
        add(found, matched);
      }
    }
    return matched.stream().limit(MOST).toList();
  }

  private static void actors(Watch watch, Subject subject, Set<Matched> matched) {
    if (watch.actors().isEmpty()) {
      return;
    }
    Set<String> asked = watch.actors().stream().map(Facets::plain).collect(Collectors.toSet());
    for (Entity entity : subject.entities()) {
      if (subject.finding().sentence().contains(entity.span()) && goesBy(entity, asked, subject)
          && watch.roles().stream().anyMatch(role -> standsIn(role, entity, subject.finding()))) {
        matched.add(new Matched(Matched.Clause.ACTORS, Matched.In.TEXT, entity.span()));
      }
    }
  }

  private static boolean goesBy(Entity entity, Set<String> asked, Subject subject) {
    return asked.contains(Facets.plain(entity.name())) || entity.actor() != null && (asked.contains(Facets.plain(entity.actor()))
        || subject.groups().groupsOf(entity.actor()).stream().map(Facets::plain).anyMatch(asked::contains));
  }

  private static boolean standsIn(Role role, Entity entity, Finding finding) {
    return switch (role) {
      case MENTIONED -> true;
      case TARGET -> is(entity, finding.target(), finding.targetActor());
      case SPEAKER, HOLDER -> is(entity, finding.who(), finding.whoActor());
    };
  }

  private static boolean is(Entity entity, String name, String actor) {
    return entity.actor() != null ? entity.actor().equals(actor) : Objects.equals(entity.name(), name);
  }

  private static void add(WordSearch.Found found, Set<Matched> matched) {
    AnalysedText.Token first = found.text().tokens().get(found.from());
    AnalysedText.Token last = found.text().tokens().get(found.to());
    Passage passage = found.text().passages().get(first.passage());
    if (passage.in() != null) {
      String words = passage.text().substring(first.begin(), last.end());
      int begin = passage.begin() + first.begin();
      matched.add(new Matched(Matched.Clause.WORDS, passage.in(), new Span(begin, begin + words.length(), words)));
    }
  }
}
