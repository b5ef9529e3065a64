package dev.demarche.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The words of a piece of text, each as often as it stands there, in lower case.
 *
 * @param text   the piece
 * @param counts how often each word stands in it
 * @param size   how many words
 */
record Words(String text, Map<String, Integer> counts, int size) {
  static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  static Words of(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int size = 0;
    for (Matcher word = WORD.matcher(text); word.find(); size++) {
      counts.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    return new Words(text, counts, size);
  }

  /** Those of a text, of an object with a {@code text}, or of a list of these. */
  static Words of(JsonNode node) {
    return of(text(node));
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false).map(Words::text).collect(Collectors.joining(" "));
    }
    return node.isTextual() ? node.asText() : node.path("text").asText("");
  }

  private int shared(Words other) {
    return counts.entrySet().stream().mapToInt(entry -> Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0))).sum();
  }

  /** Dice's coefficient, 0 to 1; 0 without words. */
  double dice(Words other) {
    return size == 0 || other.size == 0 ? 0 : 2.0 * shared(other) / (size + other.size);
  }

  /** The part of the shorter one that both have, 0 to 1; 0 without words. */
  double share(Words other) {
    return size == 0 || other.size == 0 ? 0 : (double) shared(other) / Math.min(size, other.size);
  }
}
