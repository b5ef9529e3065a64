package dev.demarche.alerting;

import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The content words of evidence, and how near two such sets are. */
final class Wording {

  /** Stands for every negation. */
  static final String NOT = "not";

  private static final int MAX_WORDS = 300;
  private static final int MAX_WORD_LENGTH = 40;
  private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "cannot");
  private static final Set<String> STOP_WORDS = Set.of("a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are",
      "across", "as", "at", "be", "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "during", "for", "from", "had", "has",
      "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me",
      "might", "more", "most", "must", "my", "of", "on", "or", "our", "ours", "over", "own", "s", "said", "say", "says", "shall", "she",
      "should", "so", "some", "such", "than", "that", "the", "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through",
      "to", "too", "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom",
      "why", "will", "with", "would", "you", "your", "yours");

  private Wording() {}

  /**
   * The distinct content words of evidence, sorted: lower case, stop words and the name of {@code who} left out ("said that Norland would" tells what "we
   * will" does), endings of number and tense dropped, every negation written {@value #NOT}, numbers in figures. Where nothing but stop words is left, those. At most the first {@value #MAX_WORDS}, of at most
   * {@value #MAX_WORD_LENGTH} characters.
   *
   * @param who says or holds it, or null
   */
  static List<String> of(List<Span> evidence, String who) {
    Set<String> named = who == null ? Set.of() : tokens(who).stream().map(Wording::plainest).collect(Collectors.toSet());
    Set<String> content = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    for (Span span : evidence) {
      for (String token : tokens(span.text())) {
        all.add(token);
        if (NEGATIONS.contains(token) || token.endsWith("n't")) {
          content.add(NOT);
        } else if (!STOP_WORDS.contains(plainest(token)) && !named.contains(plainest(token))) {
          content.add(Inflection.stem(plainest(token)));
        }
      }
    }
    return (content.isEmpty() ? all : content).stream().limit(MAX_WORDS).sorted().toList();
  }

  /** Dice's coefficient of two sets, each sorted, 0 to 1: twice the common words by the sum of the sizes (Dice, Ecology 26(3), 1945). */
  static double dice(List<String> one, List<String> other) {
    int size = one.size() + other.size();
    return size == 0 ? 1 : 2.0 * common(one, other) / size;
  }

  /** How many words two sets have in common, each sorted. */
  static int common(List<String> one, List<String> other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      int order = one.get(i).compareTo(other.get(j));
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    int begin = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inside = i < lower.length() && (Character.isLetterOrDigit(lower.charAt(i)) || begin >= 0 && isWithin(lower, i));
      if (inside && begin < 0) {
        begin = i;
      } else if (!inside && begin >= 0) {
        String token = lower.substring(begin, Math.min(i, begin + MAX_WORD_LENGTH));
        tokens.add(Character.isDigit(token.charAt(0)) ? token.replace(",", "") : token);
        begin = -1;
      }
    }
    return tokens;
  }

  /** An apostrophe within a word, a stop or a comma within a number. */
  private static boolean isWithin(String text, int i) {
    if (i + 1 >= text.length()) {
      return false;
    }
    return text.charAt(i) == '\'' ? Character.isLetterOrDigit(text.charAt(i + 1))
        : (text.charAt(i) == '.' || text.charAt(i) == ',') && Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
  }

  /** Without what stands behind the apostrophe: "ukraine's", "we'll". */
  private static String plainest(String token) {
    int apostrophe = token.indexOf('\'');
    return apostrophe < 0 ? token : token.substring(0, apostrophe);
  }
}
