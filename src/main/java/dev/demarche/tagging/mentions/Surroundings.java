package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
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
  private final Document document;
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
      if (document.text().substring(one.begin(), one.end()).indexOf(' ') > 0) {
        one.uses().stream().filter(use -> use.way() == Way.NAME).forEach(use -> namedInFull.add(use.actor().id()));
      }
    }
  }

  /** Whether the token is a part of a longer name of a person in the article, or stands behind a person's title. */
  boolean somebody(int token) {
    return partsOfPeople.contains(document.token(token).text()) || NameWords.is("title", document.lower(token - 1));
  }

  /** Whether the article names one of those whom a name may mean in full. */
  boolean namedInFull(List<NameUse> uses) {
    return uses.stream().anyMatch(use -> namedInFull.contains(use.actor().id()));
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
