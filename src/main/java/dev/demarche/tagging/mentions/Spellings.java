package dev.demarche.tagging.mentions;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds people of a catalogue under spellings that it does not list. Accents are nobody's own. A person of a country that writes in another script
 * than the Latin one is found by how the name sounds, too, and one letter may differ: in a surname of {@value #LONG} sounds or more, or in a
 * given name of {@value #SHORT} or more, never in both, and only where a single person of the catalogue fits. Names that were never
 * romanised are spelled in one way: John Johnston is not John Johnson. Immutable.
 */
final class Spellings {
  private static final int LONG = 6;
  private static final int SHORT = 5;
  /** Ids of countries whose names reach English by romanisation. */
  private static final Set<String> OTHER_SCRIPT = Set.of("afghanistan", "algeria", "armenia", "azerbaijan", "bahrain", "bangladesh", "belarus", "bhutan",
      "bulgaria", "cambodia", "chad", "comoros", "cyprus", "djibouti", "egypt", "eritrea", "ethiopia", "georgia", "greece", "india", "iran", "iraq",
      "israel", "jordan", "kazakhstan", "kuwait", "kyrgyzstan", "laos", "lebanon", "libya", "maldives", "mauritania", "mongolia", "montenegro", "morocco",
      "myanmar", "nepal", "north-macedonia", "oman", "pakistan", "palestine", "qatar", "russia", "saudi-arabia", "serbia", "somalia", "sri-lanka", "sudan",
      "syria", "tajikistan", "thailand", "tunisia", "turkmenistan", "ukraine", "united-arab-emirates", "uzbekistan", "yemen");

  private record Sounds(Actor actor, String given, String surname) {}

  private final Map<String, Set<Actor>> plain = new HashMap<>();
  private final Map<String, List<Sounds>> bySurname = new HashMap<>();
  private final Map<String, List<Sounds>> nearSurname = new HashMap<>();

  Spellings(Collection<Actor> actors) {
    for (Actor actor : actors) {
      if (actor.type() == EntityType.PERSON) {
        add(actor, actor.name());
        actor.aliases().forEach(alias -> add(actor, alias));
      }
    }
  }

  private void add(Actor actor, String name) {
    String[] words = Letters.plain(name).split("[\\s\\u00a0]+");
    if (words.length < 2) {
      return;
    }
    plain.computeIfAbsent(String.join(" ", words), key -> new LinkedHashSet<>()).add(actor);
    if (actor.country() != null && OTHER_SCRIPT.contains(actor.country())) {
      Sounds sounds = new Sounds(actor, Letters.sound(words[0]), Letters.sound(words[words.length - 1]));
      add(bySurname, sounds.surname(), sounds);
      if (sounds.surname().length() >= LONG) {
        shortened(sounds.surname()).forEach(key -> add(nearSurname, key, sounds));
      }
    }
  }

  private static void add(Map<String, List<Sounds>> map, String key, Sounds sounds) {
    List<Sounds> there = map.computeIfAbsent(key, k -> new ArrayList<>());
    if (!there.contains(sounds)) {
      there.add(sounds);
    }
  }

  /** The word, and the word without each of its letters: two words that are a letter apart share one (SymSpell, W. Garbe 2012). */
  private static Set<String> shortened(String word) {
    Set<String> keys = new LinkedHashSet<>(Set.of(word));
    for (int i = 0; i < word.length(); i++) {
      keys.add(word.substring(0, i) + word.substring(i + 1));
    }
    return keys;
  }

  /** The one person whom a given name and a surname mean, or null: none fits, or several do. */
  Actor person(String name) {
    String[] words = Letters.plain(name).split("[\\s\\u00a0]+");
    if (words.length < 2) {
      return null;
    }
    Set<Actor> same = plain.getOrDefault(String.join(" ", words), Set.of());
    if (!same.isEmpty()) {
      return same.size() == 1 ? same.iterator().next() : null;
    }
    String given = Letters.sound(words[0]);
    String surname = Letters.sound(words[words.length - 1]);
    Set<Actor> fitting = new LinkedHashSet<>();
    bySurname.getOrDefault(surname, List.of()).stream()
        .filter(one -> one.given().equals(given) || Math.min(one.given().length(), given.length()) >= SHORT && Letters.near(one.given(), given))
        .forEach(one -> fitting.add(one.actor()));
    if (fitting.isEmpty()) {
      near(surname).stream().filter(one -> one.given().equals(given)).forEach(one -> fitting.add(one.actor()));
    }
    return fitting.size() == 1 ? fitting.iterator().next() : null;
  }

  /** Those whose surname alone is spelled like {@code surname} or nearly so; whether one is meant is for an office or the like to say. */
  Set<Actor> bySurname(String surname) {
    String sound = Letters.sound(Letters.plain(surname));
    Set<Actor> people = new LinkedHashSet<>();
    List<Sounds> same = sound.length() < SHORT ? List.of() : bySurname.getOrDefault(sound, List.of());
    (same.isEmpty() ? near(sound) : same).forEach(one -> people.add(one.actor()));
    return people;
  }

  private Set<Sounds> near(String surname) {
    Set<Sounds> near = new LinkedHashSet<>();
    if (surname.length() >= LONG) {
      for (String key : shortened(surname)) {
        nearSurname.getOrDefault(key, List.of()).stream().filter(one -> Letters.near(one.surname(), surname)).forEach(near::add);
      }
    }
    return near;
  }
}
