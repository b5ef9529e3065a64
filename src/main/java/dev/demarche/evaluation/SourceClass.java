package dev.demarche.evaluation;

import dev.demarche.tagging.mentions.NameWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of words name a statement's source, told by simple rules over the words before its first comma or relative pronoun, so that nothing
 * of the tagger's own reading is needed.
 */
enum SourceClass {
  /** "Lars Moe", "Prime Minister Moe", "Moe" where the text has "Lars Moe" or "Mr. Moe": a person's name ends the phrase. */
  NAME,
  /** A third-person pronoun of one person, alone: an "I" outside quotations is the author's, whom a text does not name. */
  PRONOUN,
  /** "the prime minister", "Norway's president", "her spokesman": one certain person by office or calling. */
  TITLE,
  /** All else: bodies, groups, documents, "a senior official", plural pronouns, nothing. */
  OTHER;

  private static final Set<String> PRONOUNS = Set.of("he", "she", "him", "her", "his", "hers", "himself", "herself");
  private static final Set<String> DEFINITE = Set.of("the", "his", "her", "their", "its", "this", "that", "my", "our");
  private static final Set<String> BEFORE_NAMES = Set.of("mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "mayor", "governor", "secretary", "pope", "king");
  private static final Set<String> NOT_PEOPLE = Set.of("campaign", "house", "senate", "state", "treasury", "press", "defense", "defence", "interior",
      "finance", "economy", "energy", "commerce", "trade", "security", "source", "insider", "whip", "lead");
  private static final Set<String> LINKING = Set.of("of", "for", "in", "at", "on", "from", "to", "with", "by");
  private static final Pattern PHRASE_END = Pattern.compile("[,;:()\u2014\u2013]| - | (?:who|whose|which|that|as|and) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.\u2019'-]*");

  /** Surnames in {@code text}: what stands behind a first name, or behind "Mr." and the like. */
  static Set<String> surnames(String text) {
    Set<String> surnames = new HashSet<>();
    String before = "";
    String beforeThat = "";
    for (String word : words(text)) {
      boolean initial = before.length() <= 2 && capitalised(before);
      if (capitalised(word) && (given(before) || initial && given(beforeThat) || before.matches("M(?:r|rs|s)\\.?"))) {
        surnames.add(word);
      }
      beforeThat = before;
      before = word;
    }
    return surnames;
  }

  /** The class of {@code source}, the words as they stand in the text; {@code surnames} are those of the whole text. */
  static SourceClass of(String source, Set<String> surnames) {
    Matcher end = PHRASE_END.matcher(source);
    List<String> words = words(end.find() && end.start() > 0 ? source.substring(0, end.start()) : source);
    if (words.isEmpty()) {
      return OTHER;
    }
    if (words.size() == 1 && PRONOUNS.contains(words.get(0).toLowerCase(Locale.ROOT))) {
      return PRONOUN;
    }
    int to = 0;
    while (to < words.size() && !LINKING.contains(words.get(to))) {
      to++;
    }
    if (to == 0) {
      return OTHER;
    }
    String last = words.get(to - 1);
    if (to == words.size() && capitalised(last)
        && (surnames.contains(last) || to > 1 && (given(words.get(to - 2)) || words.stream().limit(to - 1L).anyMatch(SourceClass::honours)))) {
      return NAME;
    }
    String first = words.get(0);
    boolean definite = DEFINITE.contains(first.toLowerCase(Locale.ROOT)) || words.stream().limit(to - 1L).anyMatch(SourceClass::possessive);
    String noun = last.toLowerCase(Locale.ROOT);
    return definite && !NOT_PEOPLE.contains(noun) && (NameWords.is("person", noun) || NameWords.is("title", noun)) ? TITLE : OTHER;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (Matcher m = WORD.matcher(text); m.find(); ) {
      String word = m.group();
      boolean stop = word.endsWith(".") && word.length() > 3 && !word.substring(0, word.length() - 1).contains(".");
      String plain = stop ? word.substring(0, word.length() - 1) : word;
      words.add(plain.replaceAll("['\u2019-]+$", ""));
    }
    return words;
  }

  private static boolean possessive(String word) {
    return word.endsWith("'s") || word.endsWith("\u2019s");
  }

  private static boolean honours(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replace(".", "");
    return capitalised(word) && (BEFORE_NAMES.contains(plain) || NameWords.is("person", plain));
  }

  private static boolean given(String word) {
    return capitalised(word) && (NameWords.is("given", word.toLowerCase(Locale.ROOT)) || NameWords.is("female", word.toLowerCase(Locale.ROOT)));
  }

  private static boolean capitalised(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }
}
