package dev.demarche.tagging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.tokenize.ThreadSafeTokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Splits text into words, numbers and marks with OpenNLP's model, and mends what it does to news: quotation marks and brackets stand alone,
 * clitics come off, abbreviations keep their stop and hyphenated words stay whole. Linear, since the model is given no more than
 * {@value #LONGEST} code units at a time.
 */
final class Tokenizer {
  /** As many letters as no abbreviation has that is not listed here. */
  private static final int LONG_WORD = 4;
  static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "maj", "cmdr",
      "adm", "prof", "rev", "hon", "st", "sens", "reps", "messrs", "pres", "amb", "fr", "sr", "mt");
  private static final Set<String> ABBREVIATIONS = Set.of("v", "jr", "inc", "corp", "co", "ltd", "vs", "jan", "feb", "mar", "apr", "aug",
      "sept", "sep", "oct", "nov", "dec", "etc", "approx", "dept", "est", "bros", "ave", "blvd", "ph");
  static final Set<String> STATES = Set.of("fla", "calif", "mass", "conn", "ariz", "ill", "tex", "va", "pa", "wis", "mich", "minn", "tenn", "ky",
      "ga", "ala", "colo", "md", "nev", "wash", "ore", "okla", "kan", "neb");
  private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m", "t");
  private static final int LONGEST = 80;
  private static final ThreadSafeTokenizerME MODEL = new ThreadSafeTokenizerME(Models.<TokenizerModel>load("tokens", TokenizerModel::new));

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text) {
    this.text = text;
  }

  /** The tokens of {@code text} from {@code begin} to {@code end}, all tagged {@link Pos#X}. */
  static List<Token> tokens(String text, int begin, int end) {
    Tokenizer tokenizer = new Tokenizer(text);
    int at = begin;
    while (at < end) {
      int c = text.codePointAt(at);
      if (blank(c)) {
        at += Character.charCount(c);
      } else {
        int behind = runEnd(text, at, end);
        tokenizer.run(at, behind);
        at = behind;
      }
    }
    return tokenizer.tokens;
  }

  /** The text with the marks that the models know, at the same length. */
  static String straight(String text) {
    return text.replace('\u2019', '\'').replace('\u2018', '\'').replace('\u201c', '"').replace('\u201d', '"').replace('\u00a0', ' ');
  }

  private static boolean blank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == 0xFEFF;
  }

  private static int runEnd(String text, int begin, int end) {
    int i = begin;
    while (i < end && i - begin < LONGEST) {
      int c = text.codePointAt(i);
      if (blank(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return Math.min(i, end);
  }

  /** Splits what stands between two blanks. */
  private void run(int begin, int end) {
    String run = straight(text.substring(begin, end));
    boolean[] cuts = new boolean[run.length() + 1];
    boolean letters = run.chars().allMatch(Character::isLetter);
    if (!letters && run.chars().anyMatch(Character::isLetterOrDigit)) {
      for (Span span : MODEL.tokenizePos(run)) {
        cuts[span.getStart()] = true;
      }
    } else if (!letters) {
      cutWhereTheMarkChanges(run, cuts);
    }
    for (int i = 0; i < run.length() && !letters; i++) {
      cutAround(run, i, cuts);
    }
    int start = 0;
    for (int i = 1; i <= run.length(); i++) {
      if (i == run.length() || cuts[i] && !joined(run, start, i)) {
        String word = text.substring(begin + start, begin + i);
        tokens.add(new Token(begin + start, begin + i, word, word.toLowerCase(Locale.ROOT).replace('\u2019', '\''), Pos.X));
        start = i;
      }
    }
  }

  private static void cutWhereTheMarkChanges(String run, boolean[] cuts) {
    for (int i = 1; i < run.length(); i++) {
      cuts[i] = run.charAt(i) != run.charAt(i - 1);
    }
  }

  private static void cutAround(String run, int i, boolean[] cuts) {
    char c = run.charAt(i);
    boolean alone = "\"()[]{}\u00ab\u00bb\u201e\u201f\u201a\u2039\u203a\u2014\u2015".indexOf(c) >= 0;
    boolean last = ",;:?!".indexOf(c) >= 0 && !letterOrDigit(run, i + 1);
    if (alone || last) {
      cuts[i] = true;
      cuts[i + 1] = true;
    } else if (c == '.' && !letterOrDigit(run, i + 1) && lettersBefore(run, i) >= LONG_WORD) {
      // The model takes a strange name at the end of a sentence for an abbreviation.
      cuts[i] = true;
    } else if (c == '\'') {
      int tail = i + 1;
      while (letterOrDigit(run, tail) && tail - i < 4) {
        tail++;
      }
      String clitic = run.substring(i + 1, tail).toLowerCase(Locale.ROOT);
      if (i > 0 && CLITICS.contains(clitic)) {
        boolean not = clitic.equals("t") && i > 1 && Character.toLowerCase(run.charAt(i - 1)) == 'n';
        cuts[i] = !not;
        cuts[not ? i - 1 : i] = true;
        cuts[tail] = true;
      } else if (!letterOrDigit(run, i - 1) || !letterOrDigit(run, i + 1)) {
        cuts[i] = true;
        cuts[i + 1] = true;
      }
    }
  }

  private static int lettersBefore(String run, int i) {
    int start = i;
    while (start > 0 && Character.isLetter(run.charAt(start - 1))) {
      start--;
    }
    return i - start;
  }

  /** Whether a token that began at {@code start} goes on at {@code i}, whatever the model holds. */
  private static boolean joined(String run, int start, int i) {
    char left = run.charAt(i - 1);
    char right = run.charAt(i);
    if (Character.isLowSurrogate(right) || Character.getType(right) == Character.NON_SPACING_MARK) {
      return true;
    }
    boolean hyphened = hyphen(right) && letterOrDigit(run, i - 1) && letterOrDigit(run, i + 1)
        || hyphen(left) && letterOrDigit(run, i) && i - start > 1;
    boolean doubled = left == right && (left == '\'' || left == '`') && i - start == 1;
    boolean sum = left == '$' && letterOrDigit(run, i) && i - start == 1;
    return hyphened || doubled || sum || right == '.' && abbreviated(run, start, i);
  }

  private static boolean abbreviated(String run, int start, int i) {
    String word = run.substring(start, i).toLowerCase(Locale.ROOT);
    boolean initial = Character.isLetter(run.charAt(i - 1)) && (i - start == 1 ? Character.isUpperCase(run.charAt(start)) : run.charAt(i - 2) == '.');
    return initial || TITLES.contains(word) || ABBREVIATIONS.contains(word) || STATES.contains(word);
  }

  private static boolean hyphen(char c) {
    return c == '-' || c == '&' || c == '\u2010' || c == '\u2011';
  }

  private static boolean letterOrDigit(String run, int i) {
    return i >= 0 && i < run.length() && Character.isLetterOrDigit(run.charAt(i));
  }
}
