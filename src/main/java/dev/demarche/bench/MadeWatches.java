package dev.demarche.bench;

import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Made watches, always the same for the same seed and number: 70 in 100 ask for actors, acts and issues, 25 for words besides or alone, 5 for a long
 * Boolean text. Immutable.
 */
final class MadeWatches {
  private static final int STRUCTURED = 70;
  private static final int WITH_WORDS = 95;

  private final MadeWorld world;
  private final long seed;

  MadeWatches(MadeWorld world, long seed) {
    this.world = world;
    this.seed = seed;
  }

  /** Watch number {@code i}; another one under the same id for each {@code edition}. */
  Watch watch(int i, int edition) {
    Random random = new Random((seed * 31 + edition) * 1_000_003 + i);
    int draw = random.nextInt(100);
    Finding.Kind kind = draw < STRUCTURED && random.nextInt(10) > 7 || draw >= STRUCTURED && random.nextInt(3) == 0 ? Finding.Kind.STATEMENT
        : Finding.Kind.STANCE;
    Watch.Builder watch = Watch.of("watch-" + i, kind).name("What is told of " + i + "?").severity(Severity.values()[random.nextInt(3)]);
    if (draw < STRUCTURED) {
      who(watch, kind, random);
      acts(watch, kind, random);
      watch.issues(some(random.nextInt(5) == 0 ? 2 : 1, () -> world.askedIssue(random)));
    } else if (draw < WITH_WORDS) {
      int structure = random.nextInt(10);
      if (structure < 8) {
        who(watch, kind, random);
      }
      if (structure < 5) {
        acts(watch, kind, random);
      }
      watch.words(structure < 8 ? shortText(random) : twoWords(random));
    } else {
      if (random.nextBoolean()) {
        who(watch, kind, random);
      }
      watch.words(longText(random));
    }
    return watch.minConfidence(random.nextInt(10) == 0 ? 0.5 : 0).build();
  }

  /** Watch number {@code i} of those that ask for nothing but words. */
  Watch wordsAlone(int i) {
    Random random = new Random(seed * 1_000_033 + i);
    return Watch.of("words-" + i, Finding.Kind.STANCE).words(random.nextInt(6) == 0 ? longText(random) : twoWords(random)).build();
  }

  private void who(Watch.Builder watch, Finding.Kind kind, Random random) {
    watch.actors(some(random.nextInt(4) == 0 ? 3 : 1, () -> random.nextInt(20) == 0 ? MadeWorld.groupId(random.nextInt(MadeWorld.GROUPS))
        : MadeWorld.actorId(world.askedActor(random))));
    int role = random.nextInt(10);
    if (role == 0) {
      watch.roles(Role.MENTIONED);
    } else if (role < 3 && kind == Finding.Kind.STANCE) {
      watch.roles(Role.TARGET);
    }
  }

  private void acts(Watch.Builder watch, Finding.Kind kind, Random random) {
    if (kind == Finding.Kind.STANCE) {
      List<Act> acts = some(1 + random.nextInt(2), () -> world.act(random));
      watch.acts(acts);
    }
  }

  private String shortText(Random random) {
    String one = world.askedWord(random);
    String other = world.askedWord(random);
    return switch (random.nextInt(20)) {
      case 0, 1 -> "title:" + one;
      case 2, 3 -> "article:" + one;
      case 4, 5, 6, 7, 8 -> twoWords(random);
      case 9, 10, 11, 12 -> one + " OR " + other;
      case 13 -> one.substring(0, Math.max(3, one.length() - 2)) + "*";
      case 14 -> one + " -" + other;
      default -> one;
    };
  }

  /** Who asks for words alone asks for more than one. */
  private String twoWords(Random random) {
    return random.nextInt(3) == 0 ? '"' + world.askedWord(random) + ' ' + world.word(random) + '"' : world.askedWord(random) + " AND " + world.askedWord(random);
  }

  /** Three groups of words, one of each of which must be there, but none of some others. */
  private String longText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 3; group++) {
      text.append(group == 0 ? "" : " AND ").append('(').append(String.join(" OR ", some(3 + random.nextInt(6), () -> world.askedWord(random)))).append(')');
    }
    return text + " AND NOT (" + String.join(" OR ", some(3, () -> world.askedWord(random))) + ")";
  }

  private static <T> List<T> some(int count, Supplier<T> one) {
    List<T> some = new ArrayList<>();
    while (some.size() < count) {
      some.add(one.get());
    }
    return some;
  }
}
