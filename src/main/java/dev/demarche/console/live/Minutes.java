package dev.demarche.console.live;

import dev.demarche.console.live.Line.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How many statements and stances came in each minute of the last hour. Safe for use by several threads. */
final class Minutes {
  private static final int HOUR = 60;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** One minute. */
  record Minute(Instant from, int statements, int stances) {}

  /** The last hour, the oldest minute first, and the same in words. */
  record Hour(String words, List<Minute> minutes) {}

  private final Clock clock;
  private final long[] of = new long[HOUR];
  private final int[] statements = new int[HOUR];
  private final int[] stances = new int[HOUR];

  Minutes(Clock clock) {
    this.clock = clock;
  }

  /** Counts what was written at {@code at}, unless that is more than an hour ago. */
  synchronized void take(Kind kind, Instant at) {
    long minute = at.getEpochSecond() / 60;
    int slot = (int) Math.floorMod(minute, (long) HOUR);
    if (minute < of[slot]) {
      return;
    }
    if (minute > of[slot]) {
      of[slot] = minute;
      statements[slot] = 0;
      stances[slot] = 0;
    }
    if (kind == Kind.STATEMENT) {
      statements[slot]++;
    } else if (kind == Kind.STANCE) {
      stances[slot]++;
    }
  }

  synchronized Hour hour() {
    long now = clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / 60;
    List<Minute> minutes = new ArrayList<>(HOUR);
    for (long minute = now - HOUR + 1; minute <= now; minute++) {
      int slot = (int) Math.floorMod(minute, (long) HOUR);
      boolean counted = of[slot] == minute;
      minutes.add(new Minute(Instant.ofEpochSecond(minute * 60), counted ? statements[slot] : 0, counted ? stances[slot] : 0));
    }
    return new Hour(words(minutes), minutes);
  }

  private static String words(List<Minute> minutes) {
    int said = minutes.stream().mapToInt(Minute::statements).sum();
    int done = minutes.stream().mapToInt(Minute::stances).sum();
    if (said + done == 0) {
      return "Nothing came in the last hour.";
    }
    Minute busiest = minutes.stream().max(Comparator.comparingInt(minute -> minute.statements() + minute.stances())).orElseThrow();
    return String.format(Locale.ROOT, "In the last hour %s and %s; the busiest minute was %s UTC with %d.", count(said, "statement"), count(done, "stance"),
        TIME.format(busiest.from()), busiest.statements() + busiest.stances());
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
