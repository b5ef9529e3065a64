package dev.demarche.tagging.mentions;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chooses among those who bear one name by what else an article names: somebody of the same country, a town of it beside the name
 * ("Atlanta, Georgia"), or, where a country and a place of another one bear it, other countries. Used by one thread.
 */
final class Namesakes {
  private static final int BESIDE = 3;
  private static final double TOWN_OF_IT = 10;
  private static final double NEAR = 3;
  private static final double OTHER_COUNTRY = 0.3;
  private static final double COMPATRIOT = 0.5;
  /** Code units within which a place tells more about a name than elsewhere in the article. */
  private static final int REACH = 150;

  private record Evidence(int begin, int end, Actor actor) {}

  private final Document document;
  private final List<Evidence> evidence = new ArrayList<>();

  Namesakes(Document document, Collection<NameIndex.Found> found) {
    this.document = document;
    for (NameIndex.Found one : found) {
      NameUse first = one.uses().get(0);
      if (rivals(one.uses()) == 1 && first.way() != Way.SURNAME) {
        evidence.add(new Evidence(one.begin(), one.end(), first.actor()));
      }
    }
  }

  /** How many the name means in the way of the likeliest. */
  private static int rivals(List<NameUse> uses) {
    return (int) uses.stream().filter(use -> use.way() == uses.get(0).way()).count();
  }

  /** Without towns of other countries than that of the region whose short form stands behind the name: "Birmingham, Ala." */
  private List<NameUse> inItsRegion(int to, List<NameUse> uses) {
    int end = document.token(to - 1).end();
    String home = evidence.stream().filter(one -> one.begin() > end && one.begin() - end < BESIDE && document.text().charAt(end) == ','
        && document.text().charAt(one.end() - 1) == '.' && one.actor().type() == EntityType.PLACE).map(one -> one.actor().country()).findFirst().orElse(null);
    return home == null ? uses : uses.stream().filter(use -> use.actor().type() == EntityType.PERSON || home.equals(home(use.actor()))).toList();
  }

  /**
   * {@code uses} with the likeliest of those whom the tokens name in the same way first; without those who cannot be meant, which may leave
   * none.
   */
  List<NameUse> ordered(int from, int to, List<NameUse> uses) {
    List<NameUse> there = inItsRegion(to, uses);
    if (there.isEmpty() || there.get(0).way() != Way.NAME || rivals(there) < 2) {
      return there;
    }
    List<NameUse> alike = there.stream().filter(use -> use.way() == Way.NAME).toList();
    Map<NameUse, Double> scores = alike.stream().collect(Collectors.toMap(use -> use, use -> score(use.actor(), alike, from, to)));
    List<NameUse> ordered = new ArrayList<>(alike);
    ordered.sort(Comparator.comparingDouble((NameUse use) -> -scores.get(use)));
    there.stream().filter(use -> use.way() != Way.NAME).forEach(ordered::add);
    return ordered;
  }

  private double score(Actor actor, List<NameUse> rivals, int from, int to) {
    String home = home(actor);
    int begin = document.token(from).begin();
    int end = document.token(to - 1).end();
    double score = 0;
    for (Evidence one : evidence) {
      boolean compatriot = home != null && home.equals(home(one.actor()));
      if (compatriot && one.actor().type() == EntityType.PLACE && one.end() <= begin && begin - one.end() < BESIDE) {
        score += TOWN_OF_IT;
      }
      int distance = Math.max(begin - one.end(), one.begin() - end);
      score += weight(actor, one.actor(), compatriot, rivals) * (distance < REACH ? NEAR : 1);
    }
    return score;
  }

  private static double weight(Actor actor, Actor other, boolean compatriot, List<NameUse> rivals) {
    if (compatriot) {
      return actor.type() == EntityType.COUNTRY || other.type() == EntityType.PLACE ? 1 : other.type() == EntityType.COUNTRY ? 0 : COMPATRIOT;
    }
    boolean ofRival = rivals.stream().anyMatch(rival -> home(rival.actor()) != null && home(rival.actor()).equals(home(other)));
    return actor.type() == EntityType.COUNTRY && other.type() == EntityType.COUNTRY && !ofRival ? OTHER_COUNTRY : 0;
  }

  private static String home(Actor actor) {
    return actor.type() == EntityType.COUNTRY ? actor.id() : actor.country();
  }
}
