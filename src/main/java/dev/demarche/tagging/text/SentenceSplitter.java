package dev.demarche.tagging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits the tokens of one paragraph into sentences; none is longer than {@value #LONGEST} code units by more than one token. */
final class SentenceSplitter {
  private static final int LONGEST = 2000;
  private static final Set<String> ENDS = Set.of(".", "?", "!", "...", "....", "\u2026", "?!", "\u3002", "\u061f");
  private static final Set<String> CLOSERS = Set.of("\"", "\u201d", "''", "\u2019", "'", ")", "]", "\u00bb");
  private static final Set<String> STARTERS = Set.of("the", "a", "an", "he", "she", "it", "they", "we", "i", "but", "and", "in", "on", "at",
      "this", "that", "these", "those", "his", "her", "its", "their", "mr.", "ms.", "mrs.", "if", "when", "while", "after", "as", "for",
      "there", "however", "so", "what", "who", "with", "some", "one", "by", "from", "since", "you", "our", "my", "not", "yet");

  private SentenceSplitter() {}

  static List<Sentence> sentences(List<Token> tokens, int from, int to, int paragraph) {
    List<Sentence> sentences = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i++) {
      int behind = i + 1;
      boolean ends = ENDS.contains(tokens.get(i).text());
      while (ends && behind < to && (CLOSERS.contains(tokens.get(behind).text()) && closes(tokens, behind, to)
          || ENDS.contains(tokens.get(behind).text()))) {
        behind++;
      }
      boolean stop = ends ? startsAnew(tokens, i, behind, to) : endsInAbbreviation(tokens, i, to);
      if (stop || tokens.get(i).end() - tokens.get(start).begin() > LONGEST) {
        sentences.add(new Sentence(start, behind, paragraph));
        start = behind;
        i = behind - 1;
      }
    }
    if (start < to) {
      sentences.add(new Sentence(start, to, paragraph));
    }
    return sentences;
  }

  /** A mark that touches what stands before it and not what stands behind it closes. */
  private static boolean closes(List<Token> tokens, int i, int to) {
    return tokens.get(i - 1).end() == tokens.get(i).begin() && (i + 1 >= to || tokens.get(i + 1).begin() > tokens.get(i).end()
        || !tokens.get(i + 1).word());
  }

  private static boolean startsAnew(List<Token> tokens, int end, int behind, int to) {
    if (behind >= to) {
      return true;
    }
    Token next = tokens.get(behind);
    boolean ellipsis = tokens.get(end).text().length() > 1 || tokens.get(end).text().equals("\u2026");
    if (next.begin() == tokens.get(behind - 1).end() && behind == end + 1) {
      return false;
    }
    int c = next.text().codePointAt(0);
    if (Character.isLetter(c)) {
      return !Character.isLowerCase(c);
    }
    return !ellipsis && (Character.isDigit(c)
        || next.text().equals("''") || next.text().equals("``")
        || next.text().length() == 1 && "\"\u201c\u2018'([\u00ab\u2022$#@".contains(next.text()));
  }

  private static boolean endsInAbbreviation(List<Token> tokens, int i, int to) {
    String lower = tokens.get(i).lower();
    if (!lower.endsWith(".") || lower.length() < 2 || i + 1 >= to || Tokenizer.TITLES.contains(lower.substring(0, lower.length() - 1))) {
      return false;
    }
    Token next = tokens.get(i + 1);
    return lower.length() > 2 && next.capitalised() && STARTERS.contains(next.lower());
  }
}
