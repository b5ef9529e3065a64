package dev.demarche.alerting;

import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The content words of evidence, and how near two such sets are. */
final class Wording {

  /** Stands for every negation. */
  static final String NOT = "not";

  private static final int MAX_WORDS = 300;
  private static final int MAX_WORD_LENGTH = 40;
  private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "cannot");
  private static final Set<String> STOP_WORDS = Set.of("a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are",
      "as", "at", "be", "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has",
      "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me",
      "might", "more", "most", "must", "my", "of", "on", "or", "our", "ours", "over", "own", "s", "said", "say", "says", "shall", "she",
      "should", "so", "some", "such", "than", "that", "the", "their", "theirs", "them", "then", "there", "these", "they", "this", "those",
      "to", "too", "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom",
      "why", "will", "with", "would", "you", "your", "yours");

  private Wording() {}

  /**
   * The distinct content words of evidence, sorted: lower case, stop words left out, endings of number and tense dropped, every negation
   * written {@value #NOT}. Where nothing but stop words is left, those. At most the first {@value #MAX_WORDS}, of at most
   * {@value #MAX_WORD_LENGTH} characters.
   */
  static List<String> of(List<Span> evidence) {
    Set<String> content = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    for (Span span : evidence) {
      for (String token : tokens(span.text())) {
        all.add(token);
        if (NEGATIONS.contains(token) || token.endsWith("n't")) {
          content.add(NOT);
        } else if (!STOP_WORDS.contains(plainest(token))) {
          content.add(stem(plainest(token)));
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
      boolean inside = i < lower.length() && (Character.isLetterOrDigit(lower.charAt(i))
          || lower.charAt(i) == '\'' && begin >= 0 && i + 1 < lower.length() && Character.isLetterOrDigit(lower.charAt(i + 1)));
      if (inside && begin < 0) {
        begin = i;
      } else if (!inside && begin >= 0) {
        tokens.add(lower.substring(begin, Math.min(i, begin + MAX_WORD_LENGTH)));
        begin = -1;
      }
    }
    return tokens;
  }

  /** Without what stands behind the apostrophe: "ukraine's", "we'll". */
  private static String plainest(String token) {
    int apostrophe = token.indexOf('\'');
    return apostrophe < 0 ? token : token.substring(0, apostrophe);
  }

  /**
   * A word without the endings of number and tense, so that "rejects", "rejected" and "rejecting" are one: after step 1 of Porter, "An
   * algorithm for suffix stripping", 1980, but with a final e and a doubled last letter always dropped. What comes out need be no word.
   */
  private static String stem(String word) {
    String stem = word;
    if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
      stem = stem.substring(0, stem.length() - (stem.endsWith("ies") || stem.endsWith("sses") ? 2 : 1));
    } else if (stem.endsWith("ed") && !stem.endsWith("eed") && canLose(stem, 2)) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.endsWith("ing") && canLose(stem, 3)) {
      stem = stem.substring(0, stem.length() - 3);
    }
    if (stem.length() > 3 && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int last = stem.length() - 1;
    if (last > 2 && stem.charAt(last) == stem.charAt(last - 1) && Character.isLetter(stem.charAt(last))) {
      return stem.substring(0, last);
    }
    return last > 1 && stem.endsWith("y") ? stem.substring(0, last) + "i" : stem;
  }

  private static boolean canLose(String word, int letters) {
    String rest = word.substring(0, word.length() - letters);
    return rest.length() > 2 && rest.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
  }
}
