package dev.demarche.catalogue;

import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.TriggerRule.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The fields of a watch's trigger: {@code {count: 5, within: 6h}}, {@code {publishers: 3, within: 1d}}, {@code {burst: 6h}}, {@code {silence:
 * 14d}}.
 */
final class TriggerFields {
  private static final List<String> KINDS = List.of("count", "publishers", "burst", "silence");
  private static final List<String> FIELDS = List.of("count", "publishers", "burst", "silence", "within", "least", "grace");
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration DAY = Duration.ofDays(1);

  private TriggerFields() {}

  /** The trigger at {@code field}; every match where it is left out or wrong. */
  static TriggerRule read(Entry watch, String field) {
    Entry entry = watch.entry(field, "a trigger", FIELDS);
    if (entry == null) {
      return TriggerRule.EVERY;
    }
    List<String> kinds = KINDS.stream().filter(entry::has).toList();
    if (kinds.size() != 1) {
      watch.report(field, kinds.isEmpty() ? "does not say what triggers" : "says " + String.join(" and ", kinds) + ", and only one can be",
          kinds.isEmpty() ? "add one of: " + String.join(", ", KINDS) + "; or leave the trigger out, for every match"
              : "keep one, or write a watch for each");
      return TriggerRule.EVERY;
    }
    Kind kind = Kind.valueOf(kinds.get(0).toUpperCase(Locale.ROOT));
    boolean counts = kind == Kind.COUNT || kind == Kind.PUBLISHERS;
    int least = switch (kind) {
      case COUNT -> entry.count("count", 5, 2, TriggerRule.MOST);
      case PUBLISHERS -> entry.count("publishers", 3, 2, TriggerRule.MOST_PUBLISHERS);
      case BURST -> entry.count("least", TriggerRule.BURST_LEAST, 2, TriggerRule.MOST);
      case SILENCE, EVERY -> 1;
    };
    if (counts && !entry.has("within")) {
      entry.report("within", "is missing", "add \"within: 1d\"");
    }
    if (!counts && entry.has("within")) {
      entry.report("within", "only count and publishers have it", "write the time behind \"" + kinds.get(0) + "\": \"" + kinds.get(0) + ": 1d\"");
    }
    if (kind != Kind.BURST && entry.has("least")) {
      entry.report("least", "only a burst has it", "remove \"least\"" + (counts ? ", the number stands behind \"" + kinds.get(0) + "\"" : ""));
    }
    Duration within = span(entry, counts ? "within" : kinds.get(0), DAY);
    return new TriggerRule(kind, least, within, span(entry, "grace", Duration.ZERO));
  }

  private static Duration span(Entry entry, String field, Duration fallback) {
    Duration span = entry.duration(field, fallback);
    if (span.compareTo(LONGEST) > 0) {
      entry.report(field, "\"" + TriggerRule.text(span) + "\" is longer than " + TriggerRule.text(LONGEST), "write a shorter time span");
      return fallback;
    }
    return span;
  }
}
