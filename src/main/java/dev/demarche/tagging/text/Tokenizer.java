package dev.demarche.tagging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits text into words, numbers and marks the way Universal Dependencies does for English, save that hyphenated words stay whole.
 * Written out rather than learned: it costs a tenth of a learned one, and curly quotation marks and control characters do not unsettle it.
 */
final class Tokenizer {
  static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "maj", "cmdr",
      "adm", "prof", "rev", "hon", "st", "sens", "reps", "messrs", "pres", "amb", "fr", "sr", "mt");
  private static final Set<String> ABBREVIATIONS = Set.of("jr", "inc", "corp", "co", "ltd", "vs", "jan", "feb", "mar", "apr", "aug",
      "sept", "sep", "oct", "nov", "dec", "etc", "approx", "dept", "est", "bros", "ave", "blvd", "ph", "fla", "calif", "mass", "conn", "ariz",
      "ill", "tex", "va", "pa", "wis", "mich", "minn", "tenn", "ky", "ga", "ala", "colo", "md", "nev", "wash", "ore", "okla", "kan", "neb");
  private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m", "t");
  private static final int LONGEST = 80;

  private final String text;
  private final int end;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String text, int begin, int end) {
    this.text = text;
    this.at = begin;
    this.end = end;
  }

  /** The tokens of {@code text} from {@code begin} to {@code end}, all tagged {@link Pos#X}. */
  static List<Token> tokens(String text, int begin, int end) {
    Tokenizer tokenizer = new Tokenizer(text, begin, end);
    tokenizer.run();
    return tokenizer.tokens;
  }

  private void run() {
    while (at < end) {
      int c = text.codePointAt(at);
      if (Character.isWhitespace(c) || Character.isISOControl(c) || c == 0xA0 || c == 0xFEFF || Character.isSpaceChar(c)) {
        at += Character.charCount(c);
      } else if (isWord(c)) {
        word();
      } else {
        mark(c);
      }
    }
  }

  private void mark(int c) {
    int stop = Math.min(end, at + Character.charCount(c));
    if (isApostrophe(c) && stop < end && !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == at) {
      int tail = wordEnd(stop);
      if (CLITICS.contains(text.substring(stop, tail).toLowerCase(Locale.ROOT))) {
        add(at, tail);
        return;
      }
    }
    if (c == '.' || c == '-' || c == '`' || c == '\'') {
      while (stop < end && text.charAt(stop) == c && stop - at < (c == '.' ? 6 : 2)) {
        stop++;
      }
    }
    add(at, stop);
  }

  private void word() {
    int begin = at;
    int i = at;
    boolean dotted = false;
    while (i < end && i - begin < LONGEST) {
      int c = text.codePointAt(i);
      if (isWord(c)) {
        i += Character.charCount(c);
        continue;
      }
      int next = i + 1 < end ? text.codePointAt(i + 1) : ' ';
      int before = text.charAt(i - 1);
      boolean joins = switch (c) {
        case '-', '\u2010', '\u2011', '&' -> isWord(next);
        case '.' -> isWord(next) && (Character.isDigit(before) && Character.isDigit(next) || singleLetterBefore(begin, i)
            || Character.isLowerCase(next) && i - begin > 1);
        case ',' -> Character.isDigit(before) && Character.isDigit(next);
        case '\'', '\u2019' -> Character.isLetter(next) && !clitic(i + 1);
        default -> false;
      };
      if (!joins) {
        break;
      }
      dotted |= c == '.';
      i++;
    }
    i = Math.min(i, end);
    String lower = text.substring(begin, i).toLowerCase(Locale.ROOT);
    if (i < end && isApostrophe(text.charAt(i)) && lower.endsWith("n") && lower.length() > 2 && tailIs(i + 1, "t")) {
      add(begin, i - 1);
      add(i - 1, i + 2);
      return;
    }
    boolean abbreviated = i < end && text.charAt(i) == '.'
        && (TITLES.contains(lower) || ABBREVIATIONS.contains(lower) || dotted && singleLetterBefore(begin, i)
            || lower.equals("no") && i + 2 < end && Character.isDigit(text.charAt(i + 2))
            || i - begin == 1 && Character.isUpperCase(text.charAt(begin)));
    add(begin, abbreviated ? i + 1 : i);
  }

  private boolean singleLetterBefore(int begin, int dot) {
    return Character.isLetter(text.charAt(dot - 1)) && (dot - 1 == begin || text.charAt(dot - 2) == '.');
  }

  private boolean clitic(int from) {
    int stop = wordEnd(from);
    return CLITICS.contains(text.substring(from, stop).toLowerCase(Locale.ROOT));
  }

  private boolean tailIs(int from, String tail) {
    int stop = wordEnd(from);
    return text.regionMatches(true, from, tail, 0, tail.length()) && stop == from + tail.length();
  }

  private int wordEnd(int from) {
    int i = from;
    while (i < end && i - from < 4 && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '$' || c == '@' || c == '#' || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019';
  }

  private void add(int begin, int stop) {
    String word = text.substring(begin, stop);
    tokens.add(new Token(begin, stop, word, word.toLowerCase(Locale.ROOT).replace('\u2019', '\''), Pos.X));
    at = stop;
  }
}
