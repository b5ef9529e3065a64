package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an article as a whole says of a lone word: "Jordan" is somebody where "Ann Jordan" stands elsewhere, and "Moe" is Lars Moe where he is
 * named in full. Used by one thread.
 */
final class Surroundings {
  private static final Set<String> PARTICLES = Set.of("de", "di", "of", "du", "la");
  private static final Set<String> DAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
      "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "mar.",
      "apr.", "aug.", "sept.", "oct.", "nov.", "dec.");
  /** Shorter words have small letters in headings, too. */
  private static final int SHORT = 3;

  private final Document document;
  private final Set<Integer> knownAt = new HashSet<>();
  private final Set<String> partsOfPeople = new HashSet<>();
  private final Set<String> namedInFull = new HashSet<>();

  Surroundings(Document document, Collection<Named> seen, Collection<NameIndex.Found> found) {
    this.document = document;
    for (Named named : seen) {
      String[] words = document.text().substring(named.begin(), named.end()).split("[\\s\\u00a0]+");
      if (named.type() == EntityType.PERSON && words.length > 1) {
        partsOfPeople.add(words[0]);
        partsOfPeople.add(words[words.length - 1]);
      }
    }
    for (NameIndex.Found one : found) {
      for (int i = document.tokenAt(one.begin()); i <= document.tokenAt(one.end() - 1); i++) {
        knownAt.add(i);
      }
      if (document.text().substring(one.begin(), one.end()).indexOf(' ') > 0) {
        one.uses().stream().filter(use -> use.way() == Way.NAME).forEach(use -> namedInFull.add(use.actor().id()));
      }
    }
  }

  /** Whether the token is a part of a longer name of a person in the article, or stands behind a person's title. */
  boolean somebody(int token) {
    return partOfSomebody(token) || NameWords.is("title", document.lower(token - 1));
  }

  /** Whether the token is a part of a longer name of a person in the article. */
  boolean partOfSomebody(int token) {
    return partsOfPeople.contains(document.token(token).text());
  }

  /** Whether the article names one of those whom a name may mean in full. */
  boolean namedInFull(List<NameUse> uses) {
    return uses.stream().anyMatch(use -> namedInFull.contains(use.actor().id()));
  }

  /**
   * Whether words stand in a longer name: beside another word with a capital in a sentence that has not capitals throughout ("Stockholm Syndrome"). What
   * the catalogue knows beside it, titles and words for the bodies of a country are names of their own: "Ohio Senator".
   */
  boolean pieceOfName(int from, int to) {
    Sentence sentence = document.sentenceAt(from);
    boolean behind = to < sentence.to() && joins(to);
    boolean before = from - 1 > sentence.from() && joins(from - 1) && document.token(from - 2).word()
        || from - 2 >= sentence.from() && PARTICLES.contains(document.lower(from - 1)) && joins(from - 2);
    return (behind || before) && !heading(sentence);
  }

  private boolean joins(int token) {
    String word = document.lower(token);
    String text = document.token(token).text();
    return document.token(token).pos() == Pos.PROPN && document.token(token).capitalised() && !DAYS.contains(word) && text.length() > 1 && text.chars().anyMatch(Character::isLowerCase)
        && !knownAt.contains(token) && !NameWords.isOne("title", word) && !NameWords.isOne("body", word) && !NameWords.isOne("person", word)
        && !NameWords.isOne("people", word) && !Character.isDigit(text.charAt(0));
  }

  /** Whether most of the longer words of a sentence have capitals, as in headings. */
  private boolean heading(Sentence sentence) {
    int words = 0;
    int capitals = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      if (document.token(i).word() && document.token(i).text().length() > SHORT) {
        words++;
        capitals += document.token(i).capitalised() ? 1 : 0;
      }
    }
    return capitals * 5 > words * 4;
  }

  /** What the model sees in the same words throughout the article, by how sure it is in all. */
  static Map<String, EntityType> types(Document document, Collection<Candidate> unknown) {
    Map<String, Map<EntityType, Double>> sums = new HashMap<>();
    for (Candidate one : unknown) {
      sums.computeIfAbsent(one.text(document), text -> new HashMap<>()).merge(one.seen().type(), one.seen().confidence(), Double::sum);
    }
    Map<String, EntityType> types = new HashMap<>();
    sums.forEach((text, sum) -> types.put(text, sum.entrySet().stream().max(Map.Entry.<EntityType, Double>comparingByValue()
        .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey()));
    return types;
  }
}
