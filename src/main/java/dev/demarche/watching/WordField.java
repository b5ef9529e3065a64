package dev.demarche.watching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts that the words of a watch may be looked for in; the first where they name none. */
enum WordField {
  /** The sentences in which the finding stands. */
  SENTENCE,
  /** The headline. */
  TITLE,
  /** The headline and the whole text. */
  ARTICLE,
  /** The words that say it: of a statement what is said, without speaker and verb. */
  EVIDENCE;

  private static final List<Set<WordField>> SETS = sets();
  private static final List<String> KEYS = Arrays.stream(values()).map(WordField::key).toList();

  /** As it is written in a query. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As they are written in a query. */
  static List<String> keys() {
    return KEYS;
  }

  /** Those that are written so; sets that are the same are one, for there are many watches. */
  static Set<WordField> set(Set<String> keys) {
    int bits = keys.stream().mapToInt(key -> 1 << of(key).ordinal()).sum();
    return SETS.get(bits);
  }

  private static List<Set<WordField>> sets() {
    return IntStream.range(0, 1 << values().length)
        .mapToObj(bits -> Arrays.stream(values()).filter(field -> (bits & 1 << field.ordinal()) != 0).collect(Collectors.toUnmodifiableSet())).toList();
  }

  /** The one that is written so; null where there is none. */
  static WordField of(String key) {
    return switch (key) {
      case "sentence" -> SENTENCE;
      case "title" -> TITLE;
      case "article" -> ARTICLE;
      case "evidence" -> EVIDENCE;
      default -> null;
    };
  }
}
