package dev.demarche.tagging.mentions;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds all names of a catalogue in a text in one pass (Aho and Corasick 1975, as a double-array trie). Case counts; a name is found as whole
 * words only; of overlapping names the longest one counts, then the first. Immutable and safe for use by several threads.
 */
public final class NameIndex {

  /** A name found: code units from {@code begin} to {@code end}, and whom it may mean, the likeliest first. */
  public record Found(int begin, int end, List<NameUse> uses) {}

  private static final Pattern ACRONYM = Pattern.compile("[A-Z]{2,5}");
  /** Length of an article and its blank. "The Nation" is a newspaper, "nation" is not: a body of one word keeps its article. */
  private static final int ARTICLE = 4;
  /** Shorter than this, a word without a capital is a word and no name ("us", "who", "it"). */
  private static final int LOWER = 4;

  private final AhoCorasickDoubleArrayTrie<List<NameUse>> trie;
  private final Map<String, List<NameUse>> byName = new HashMap<>();
  private final Map<String, List<NameUse>> byLowerCase = new HashMap<>();
  private final Map<String, Actor> byId = new HashMap<>();
  private final List<Actor> actors;
  private final Spellings spellings;

  public NameIndex(Collection<Actor> actors) {
    this.actors = List.copyOf(actors);
    this.spellings = new Spellings(this.actors);
    TreeMap<String, List<NameUse>> names = new TreeMap<>();
    for (Actor actor : this.actors) {
      byId.put(actor.id(), actor);
      add(names, actor.name(), actor, Way.NAME);
      actor.aliases().forEach(alias -> add(names, alias, actor, Way.NAME));
      actor.demonyms().forEach(demonym -> add(names, demonym, actor, Way.DEMONYM));
      actor.metonyms().forEach(metonym -> add(names, metonym, actor, actor.capital() != null && seat(metonym) ? Way.METONYM
          : actor.type() == EntityType.COUNTRY ? Way.CAPITAL : Way.METONYM));
      if (actor.capital() != null) {
        add(names, actor.capital(), actor, Way.CAPITAL);
      }
    }
    for (Actor actor : this.actors) {
      if (actor.type() == EntityType.PERSON && actor.name().lastIndexOf(' ') > 0) {
        String name = actor.name().replaceAll(",? (Jr|Sr)\\.?$| I{2,3}$", "");
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        if (surname.length() > 2 && !actor.name().contains(" bin ") && !actor.name().contains(" ibn ")) {
          add(names, surname, actor, Way.SURNAME);
        }
      }
    }
    addDots(names);
    names.forEach((name, uses) -> {
      boolean capital = uses.stream().anyMatch(use -> use.way() == Way.CAPITAL);
      uses.sort(Comparator.comparing((NameUse use) -> capital && use.actor().type() == EntityType.PLACE)
          .thenComparing(NameUse::way).thenComparing(use -> use.actor().id()));
      byName.put(name, List.copyOf(uses));
      if (uses.get(0).way() == Way.NAME || uses.get(0).way() == Way.CAPITAL) {
        byLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), List.copyOf(uses));
      }
    });
    if (names.isEmpty()) {
      trie = null;
    } else {
      trie = new AhoCorasickDoubleArrayTrie<>();
      trie.build(names);
    }
  }

  /** An acronym is written with dots, too: "U.N.". */
  private static void addDots(Map<String, List<NameUse>> names) {
    for (String name : List.copyOf(names.keySet())) {
      if (ACRONYM.matcher(name).matches()) {
        String dotted = name.replaceAll("(.)", "$1.");
        names.get(name).stream().filter(use -> use.way() == Way.NAME).forEach(use -> add(names, dotted, use.actor(), Way.NAME));
      }
    }
  }

  /** A seat of power has several words or an article ("the Kremlin", "Downing Street"); another spelling of a capital has none. */
  private static boolean seat(String metonym) {
    return metonym.indexOf(' ') > 0 || metonym.equals("Kremlin");
  }

  private static void add(Map<String, List<NameUse>> names, String name, Actor actor, Way way) {
    String key = name == null ? "" : name.strip().replace('\u2019', '\'');
    if ((key.startsWith("the ") || key.startsWith("The ")) && !(actor.type() == EntityType.ORGANIZATION && way == Way.NAME
        && key.indexOf(' ', ARTICLE) < 0)) {
      key = key.substring(ARTICLE);
    }
    if (key.isEmpty()) {
      return;
    }
    List<NameUse> uses = names.computeIfAbsent(key, k -> new ArrayList<>());
    if (uses.stream().noneMatch(use -> use.actor().id().equals(actor.id()))) {
      uses.add(new NameUse(actor, way));
    }
  }

  /** The actor with this id, or null. */
  public Actor actor(String id) {
    return id == null ? null : byId.get(id);
  }

  /** All actors. */
  public List<Actor> actors() {
    return actors;
  }

  /**
   * Whom {@code name} may mean, the likeliest first; empty where it is nobody's. In capitals throughout, or without any, as in headings and
   * hasty messages, a name is what the catalogue writes with both.
   */
  public List<NameUse> named(String name) {
    String key = name.replace('\u2019', '\'');
    List<NameUse> uses = byName.get(key);
    String lower = key.toLowerCase(Locale.ROOT);
    if (uses == null && (key.equals(lower) && key.length() >= LOWER || key.equals(key.toUpperCase(Locale.ROOT)))) {
      uses = byLowerCase.get(lower);
    }
    return uses == null ? List.of() : uses;
  }

  /** The one person whom a given name and a surname mean though the catalogue spells them otherwise, or null. */
  Actor spelled(String name) {
    return spellings.person(name);
  }

  /** Those whose surname alone is spelled like {@code surname} or nearly so. */
  Collection<Actor> spelledSurname(String surname) {
    return spellings.bySurname(surname);
  }

  /** The names in {@code text}, in order, not overlapping. */
  public List<Found> find(String text) {
    if (trie == null) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    trie.parseText(text.replace('\u2019', '\''), (begin, end, uses) -> {
      if (edge(text, begin - 1, begin) && edge(text, end - 1, end)) {
        keep(found, new Found(begin, end, uses));
      }
    });
    return found;
  }

  private static boolean edge(String text, int before, int behind) {
    return before < 0 || behind >= text.length() || !wordly(text.charAt(before)) || !wordly(text.charAt(behind));
  }

  private static boolean wordly(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '#';
  }

  /** Hits come in order of their ends: a longer one takes the place of those within it, a shorter one behind a longer falls away. */
  private static void keep(List<Found> found, Found next) {
    while (!found.isEmpty()) {
      Found last = found.get(found.size() - 1);
      if (last.end() <= next.begin()) {
        break;
      }
      if (next.end() - next.begin() <= last.end() - last.begin()) {
        return;
      }
      found.remove(found.size() - 1);
    }
    found.add(next);
  }
}
