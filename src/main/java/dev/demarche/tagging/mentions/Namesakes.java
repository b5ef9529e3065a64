package dev.demarche.tagging.mentions;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses among those who bear one name by what else an article names: somebody of the same country, a town of it beside the name
 * ("Atlanta, Georgia"), or, where a country and a place of another one bear it, other countries. An acronym that the article itself explains is nobody's
 * but the article's. Used by one thread.
 */
final class Namesakes {
  private static final int BESIDE = 3;
  private static final double TOWN_OF_IT = 10;
  private static final double NEAR = 3;
  private static final double OTHER_COUNTRY = 0.3;
  private static final double COMPATRIOT = 0.5;
  /** Code units within which a place tells more about a name than elsewhere in the article. */
  private static final int REACH = 150;
  private static final int MOST = 100;
  /** By less than this nobody is likelier than his namesake. */
  private static final double CLEAR = 0.5;
  private static final Set<String> CLOSERS = Set.of(",", ".", ")", ";", ":", "!", "?", "\u2014", "\u2013", "-");

  private static final Pattern ACRONYM = Pattern.compile("\\s\\(([A-Z]{2,6})\\)");

  private record Evidence(int begin, int end, Actor actor) {}

  private final Document document;
  /** By where it begins. */
  private final NavigableMap<Integer, Evidence> evidence = new TreeMap<>();
  private final Map<Integer, NameIndex.Found> foundAt = new HashMap<>();
  private final Set<String> homes = new HashSet<>();
  private final Set<String> ownAcronyms = new HashSet<>();
  private final People people;

  /** @param day of the article, or null where it is not known */
  Namesakes(Document document, Collection<NameIndex.Found> found, LocalDate day) {
    this.document = document;
    this.people = new People(document, found, day);
    found.forEach(one -> foundAt.putIfAbsent(one.begin(), one));
    for (NameIndex.Found one : found) {
      NameUse first = one.uses().get(0);
      if (rivals(one.uses()) == 1 && first.way() != Way.SURNAME) {
        evidence.put(one.begin(), new Evidence(one.begin(), one.end(), first.actor()));
      }
    }
    found.stream().map(one -> one.uses().get(0)).filter(use -> use.way() != Way.SURNAME && !obscure(use)).map(use -> home(use.actor()))
        .filter(Objects::nonNull).forEach(homes::add);
    Matcher acronym = ACRONYM.matcher(document.text());
    while (acronym.find()) {
      int end = acronym.start();
      if (spelledOut(acronym.group(1), document.text().substring(Math.max(0, end - REACH), end))
          && found.stream().noneMatch(one -> one.end() == end)) {
        ownAcronyms.add(acronym.group(1));
      }
    }
  }

  /** Whether the last words before an acronym in parentheses have its letters: "artificial pancreas (AP)". */
  private static boolean spelledOut(String acronym, String before) {
    String[] words = before.split("[\\s\\u00a0-]+");
    for (int i = 0; i < acronym.length(); i++) {
      int word = words.length - acronym.length() + i;
      if (word < 0 || words[word].isEmpty() || Character.toUpperCase(words[word].charAt(0)) != acronym.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** How many the name means in the way of the likeliest. */
  private static int rivals(List<NameUse> uses) {
    return (int) uses.stream().filter(use -> use.way() == uses.get(0).way()).count();
  }

  /** Without towns of other countries than that of the region or country that stands behind the name: "Birmingham, Ala.", "Paris, Texas". */
  private List<NameUse> inItsRegion(int from, int to, List<NameUse> uses) {
    NameIndex.Found region = document.lower(to).equals(",") && to + 1 < document.tokens().size() ? foundAt.get(document.token(to + 1).begin()) : null;
    if (region == null || !uses.stream().allMatch(use -> use.actor().type() == EntityType.PLACE || use.way() == Way.CAPITAL || use.way() == Way.SURNAME)) {
      return uses;
    }
    Set<String> homes = region.uses().stream().filter(use -> use.way() == Way.NAME && use.actor().type() != EntityType.ORGANIZATION)
        .map(use -> home(use.actor())).filter(Objects::nonNull).collect(Collectors.toSet());
    boolean shortForm = region.end() > 0 && document.text().charAt(region.end() - 1) == '.';
    if (homes.isEmpty() || !shortForm && !closed(from, region)) {
      return uses;
    }
    return uses.stream().filter(use -> homes.contains(home(use.actor()))).toList();
  }

  /** Whether a region closes what it stands in, unlike the second of several places in a row ("Paris, Tokyo and Rome") or a subject ("..., Turkey said"). */
  private boolean closed(int from, NameIndex.Found region) {
    int behind = document.tokenAt(region.end() - 1) + 1;
    boolean listed = document.lower(from - 1).equals(",") || document.lower(behind).equals(",") && behind + 1 < document.tokens().size()
        && (foundAt.containsKey(document.token(behind + 1).begin()) || document.lower(behind + 1).equals("and"));
    return !listed && (behind >= document.tokens().size() || CLOSERS.contains(document.lower(behind)));
  }

  /**
   * {@code uses} with the likeliest of those whom the tokens name in the same way first; without those who cannot be meant, which may leave
   * none.
   */
  List<NameUse> ordered(int from, int to, List<NameUse> uses) {
    if (to - from == 1 && ownAcronyms.contains(document.token(from).text())) {
      return List.of();
    }
    List<NameUse> there = inItsRegion(from, to, uses);
    if (!there.isEmpty() && obscure(there.get(0)) && !NameWords.is("title", document.lower(from - 1)) && !homes.contains(there.get(0).actor().country())) {
      return List.of();
    }
    if (there.isEmpty() || there.get(0).way() != Way.NAME || rivals(there) < 2) {
      return there;
    }
    List<NameUse> alike = there.stream().filter(use -> use.way() == Way.NAME).toList();
    Map<NameUse, Double> scores = alike.stream().collect(Collectors.toMap(use -> use, use -> score(use.actor(), alike, from, to)));
    List<NameUse> ordered = new ArrayList<>(alike);
    ordered.sort(Comparator.comparingDouble((NameUse use) -> -scores.get(use)));
    boolean tie = scores.get(ordered.get(0)) - scores.get(ordered.get(1)) < CLEAR;
    if (tie && ordered.subList(0, 2).stream().allMatch(use -> use.actor().type() == EntityType.PERSON)) {
      return List.of();
    }
    there.stream().filter(use -> use.way() != Way.NAME).forEach(ordered::add);
    return ordered;
  }

  /** Somebody who holds no office that is known abroad: an article that never speaks of the home of such a one means a namesake. */
  private static boolean obscure(NameUse use) {
    Actor actor = use.actor();
    return actor.type() == EntityType.PERSON && use.way() == Way.NAME && actor.country() != null && !actor.roles().isEmpty()
        && actor.roles().stream().allMatch(role -> role.of() == null);
  }

  private double score(Actor actor, List<NameUse> rivals, int from, int to) {
    String home = home(actor);
    int begin = document.token(from).begin();
    int end = document.token(to - 1).end();
    double score = actor.type() == EntityType.PERSON ? people.score(actor) : 0;
    for (Evidence one : around(begin)) {
      boolean compatriot = home != null && home.equals(home(one.actor()));
      if (compatriot && one.actor().type() == EntityType.PLACE && one.end() <= begin && begin - one.end() < BESIDE) {
        score += TOWN_OF_IT;
      }
      int distance = Math.max(begin - one.end(), one.begin() - end);
      score += weight(actor, one.actor(), compatriot, rivals) * (distance < REACH ? NEAR : 1);
    }
    return score;
  }

  /** What is named nearest: the whole of an article, a part of a book. */
  private List<Evidence> around(int begin) {
    List<Evidence> around = new ArrayList<>();
    evidence.headMap(begin, false).descendingMap().values().stream().limit(MOST).forEach(around::add);
    evidence.tailMap(begin, true).values().stream().limit(MOST).forEach(around::add);
    return around;
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
