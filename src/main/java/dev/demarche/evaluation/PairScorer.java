package dev.demarche.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tagger's stances answer to a {@link StanceQuestion}. A stance is about the pair when its holder and its target each share half of the shorter
 * one's words with the pair's, titles aside, and have at most twice as many words and four more. Stateless.
 */
final class PairScorer {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DOT = Pattern.compile("(?<=\\b\\w)\\.", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Map<String, String> SAME = Map.of("us", "united states", "usa", "united states", "uk", "united kingdom", "britain", "united kingdom",
      "un", "united nations", "eu", "european union");
  private static final Set<String> PLAIN = Set.of(("the a an s of and mr mrs ms dr sir president prime minister foreign secretary senator sen rep chancellor "
      + "king queen prince general leader").split(" "));

  private PairScorer() {}

  /** The act of the first stance about the pair that is not STATE, the corpus' YIELD for CONCEDE and RETREAT; NONE without one. */
  static String act(StanceQuestion question, List<ReadStance> found) {
    List<ReadStance> about = about(found, question.holder(), question.target(), true);
    String act = about.isEmpty() ? "NONE" : String.valueOf(about.get(0).act());
    return act.equals("CONCEDE") || act.equals("RETREAT") ? "YIELD" : act;
  }

  /** The class of the first stance about the pair that is for or against, 0 without one. */
  static String attitude(StanceQuestion question, List<ReadStance> found) {
    int there = sign(about(found, question.holder(), question.target(), false));
    int back = sign(about(found, question.target(), question.holder(), false));
    return there != 0 ? there > 0 ? "1" : "3" : back != 0 ? back > 0 ? "2" : "4" : "0";
  }

  private static int sign(List<ReadStance> about) {
    return about.stream().mapToInt(ReadStance::polarity).filter(sign -> sign != 0).findFirst().orElse(0);
  }

  private static List<ReadStance> about(List<ReadStance> found, String holder, String target, boolean loose) {
    List<ReadStance> held = found.stream().filter(stance -> near(holder, stance.holders())).toList();
    List<ReadStance> hits = held.stream().filter(stance -> near(target, stance.targets())).toList();
    if (hits.isEmpty() && loose) {
      hits = held.stream().filter(stance -> stance.targets().isEmpty()).toList();
    }
    List<ReadStance> told = hits.stream().filter(stance -> !"STATE".equals(stance.act())).toList();
    return told.isEmpty() ? hits : told;
  }

  private static boolean near(String name, List<String> others) {
    Set<String> words = words(name);
    return !words.isEmpty() && others.stream().map(PairScorer::words).anyMatch(other -> {
      long shared = other.stream().filter(words::contains).count();
      return !other.isEmpty() && 2 * shared >= Math.min(words.size(), other.size()) && other.size() <= 2 * words.size() + 4;
    });
  }

  /** The words that identify: no titles, no articles, abbreviations written out. */
  private static Set<String> words(String name) {
    Set<String> all = new HashSet<>();
    Matcher matcher = WORD.matcher(DOT.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""));
    while (matcher.find()) {
      Stream.of(SAME.getOrDefault(matcher.group(), matcher.group()).split(" ")).forEach(all::add);
    }
    Set<String> telling = new HashSet<>(all);
    telling.removeAll(PLAIN);
    return telling.isEmpty() ? all : telling;
  }
}
