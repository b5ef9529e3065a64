package dev.demarche.bench;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Whom and what made watches and made articles are about: 100,000 actors, 300 issues, all acts and 100,000 words, a few of them common and most rare, and
 * 30 groups of the 300 most common actors. News tells of the same few more than watches ask for them, for who watches has an interest of his own: of the most common actor one
 * stance in 50 is told, and one watch in 400 asks for it. Immutable.
 */
final class MadeWorld {
  static final int ACTORS = 100_000;
  static final int GROUPS = 30;
  private static final int GROUPED = 300;
  private static final int ISSUES = 300;
  private static final int WORDS = 100_000;
  /** The most common words are like "the" or "said": no watch asks for them. */
  private static final int COMMON = 1_000;
  private static final String[] SYLLABLES = {"ka", "lo", "mi", "re", "tu", "san", "vor", "del", "pin", "gar", "nes", "tol", "bri", "cha", "fen",
      "hul", "jor", "wem", "zet", "yor", "ba", "du", "gal", "hem", "ix", "kel", "lun", "mor", "nak", "ost", "pra", "qua"};
  private static final List<Act> ACTS = List.of(Act.ACCUSE, Act.REJECT, Act.CONSULT, Act.SUPPORT, Act.REQUEST, Act.AGREE, Act.THREATEN, Act.EXPECT, Act.ASSAULT,
      Act.DENY, Act.COOPERATE, Act.SANCTION, Act.PROTEST, Act.AID, Act.DOUBT, Act.COERCE, Act.DECLINE, Act.MOBILIZE, Act.CONCEDE, Act.RETREAT);

  private final Zipf actors = new Zipf(ACTORS, 5);
  private final Zipf askedActors = new Zipf(ACTORS, 50);
  private final Zipf issues = new Zipf(ISSUES, 3);
  private final Zipf askedIssues = new Zipf(ISSUES, 10);
  private final Zipf acts = new Zipf(ACTS.size(), 3);
  private final Zipf words = new Zipf(WORDS, 3);
  private final Zipf askedWords = new Zipf(WORDS - COMMON, COMMON);
  private final String[] spelling = new String[WORDS];

  MadeWorld() {
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int rest = i + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
        word.append(SYLLABLES[rest % SYLLABLES.length]);
      }
      spelling[i] = word.toString();
    }
  }

  /** An actor that news tells of. */
  int actor(Random random) {
    return actors.next(random);
  }

  /** An actor that a watch asks for. */
  int askedActor(Random random) {
    return askedActors.next(random);
  }

  static String actorId(int actor) {
    return "actor-" + actor;
  }

  String actorName(int actor) {
    String name = spelling[WORDS - 1 - actor];
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String groupId(int group) {
    return "group-" + group;
  }

  /** The groups, each of ten actors. */
  Groups groups() {
    List<Actor> all = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      List<String> members = new ArrayList<>();
      for (int actor = group; actor < GROUPED; actor += GROUPS) {
        String id = actorId(actor);
        members.add(id);
        all.add(new Actor(id, actorName(actor), EntityType.COUNTRY, null, null, null, null, null, null, null, null));
      }
      all.add(new Actor(groupId(group), groupId(group), EntityType.ORGANIZATION, null, null, null, null, null, null, members, null, null, null));
    }
    return Groups.of(all);
  }

  /** An issue that news is about. */
  String issue(Random random) {
    return "issue-" + issues.next(random);
  }

  /** An issue that a watch asks for. */
  String askedIssue(Random random) {
    return "issue-" + askedIssues.next(random);
  }

  Act act(Random random) {
    return ACTS.get(acts.next(random));
  }

  /** A word of running text. */
  String word(Random random) {
    return spelling[words.next(random)];
  }

  /** A word that a watch asks for. */
  String askedWord(Random random) {
    return spelling[COMMON + askedWords.next(random)];
  }
}
