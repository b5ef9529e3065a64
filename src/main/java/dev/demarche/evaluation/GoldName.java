package dev.demarche.evaluation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether two canonical names are the same: case, accents, dots, articles and the usual other names of some countries and bodies aside. */
final class GoldName {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Map<String, String> SAME = Map.ofEntries(Map.entry("us", "united states"), Map.entry("usa", "united states"),
      Map.entry("united states of america", "united states"), Map.entry("uk", "united kingdom"), Map.entry("britain", "united kingdom"),
      Map.entry("great britain", "united kingdom"), Map.entry("turkiye", "turkey"), Map.entry("un", "united nations"),
      Map.entry("eu", "european union"), Map.entry("uae", "united arab emirates"), Map.entry("russian federation", "russia"),
      Map.entry("peoples republic of china", "china"), Map.entry("czechia", "czech republic"), Map.entry("burma", "myanmar"));

  private GoldName() {}

  /** Whether {@code found} is one of the names that {@code gold} lists with bars between; null is nobody's name. */
  static boolean same(String gold, String found) {
    return found != null && !found.isEmpty() && Arrays.stream((gold == null ? "" : gold).split("\\|", -1)).map(GoldName::plain)
        .anyMatch(plain(found)::equals);
  }

  private static String plain(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('\u2019', '\''), Normalizer.Form.NFKD)).replaceAll("")
        .replace(".", "").replace("'s", " s").replace("'", "");
    String words = Words.WORD.matcher(bare).results().map(MatchResult::group).filter(word -> !ARTICLES.contains(word)).collect(Collectors.joining(" "));
    return SAME.getOrDefault(words, words);
  }
}
