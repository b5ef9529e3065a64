package dev.demarche.tagging.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;
import opennlp.tools.util.Span;

/**
 * Splits a paragraph into sentences with OpenNLP's model; none is longer than {@value #LONGEST} code units by more than one token. An end
 * that the model sees before a lower-case word is not taken, and of one behind an abbreviation {@link Stops} decides. A dateline is a sentence of its own.
 */
final class SentenceSplitter {
  private static final int LONGEST = 2000;
  static final Set<String> DASHES = Set.of("\u2014", "\u2013", "-", "--");
  private static final ThreadSafeSentenceDetectorME DETECTOR =
      new ThreadSafeSentenceDetectorME(Models.<SentenceModel>load("sentence", SentenceModel::new));

  private SentenceSplitter() {}

  /** The sentences of {@code tokens} from {@code from} to {@code to}, which are one paragraph of {@code text}. */
  static List<Sentence> sentences(String text, List<Token> tokens, int from, int to, int paragraph) {
    int base = tokens.get(from).begin();
    BitSet ends = ends(Tokenizer.straight(text.substring(base, tokens.get(to - 1).end())));
    List<Sentence> sentences = new ArrayList<>();
    int start = datelineEnd(tokens, from, to);
    if (start > from) {
      sentences.add(new Sentence(from, start, paragraph));
    }
    int end = ends.nextSetBit(0);
    for (int i = start; i < to; i++) {
      Token token = tokens.get(i);
      while (end >= 0 && end <= token.begin() - base) {
        end = ends.nextSetBit(end + 1);
      }
      boolean stop = i + 1 == to || Stops.end(tokens, i, end >= 0 && end <= tokens.get(i + 1).begin() - base);
      if (stop || token.end() - tokens.get(start).begin() > LONGEST) {
        sentences.add(new Sentence(start, i + 1, paragraph));
        start = i + 1;
      }
    }
    return sentences;
  }

  /** Behind "MUSCAT, Oman (Agency) - " at the head of a paragraph, {@code from} where there is none. */
  private static int datelineEnd(List<Token> tokens, int from, int to) {
    String place = tokens.get(from).text();
    if (place.length() < 3 || !place.chars().allMatch(Character::isUpperCase)) {
      return from;
    }
    for (int i = from + 1; i < to - 1 && i - from < 14; i++) {
      Token token = tokens.get(i);
      if (DASHES.contains(token.text()) && tokens.get(i + 1).begin() > token.end()) {
        return i + 1;
      }
      if (!token.capitalised() && !Character.isDigit(token.text().charAt(0)) && ",.()/".indexOf(token.text()) < 0) {
        return from;
      }
    }
    return from;
  }

  /**
   * Where sentences end. The model looks around each end mark as far as there is no blank, so that it is given a window at a time; what
   * a window leaves unfinished is read again at the head of the next.
   */
  private static BitSet ends(String paragraph) {
    BitSet ends = new BitSet(paragraph.length() + 1);
    int begin = 0;
    while (begin < paragraph.length()) {
      int behind = Math.min(paragraph.length(), begin + LONGEST);
      Span[] found = DETECTOR.sentPosDetect(paragraph.substring(begin, behind));
      boolean whole = behind == paragraph.length() || found.length < 2;
      for (int i = 0; i < found.length - (whole ? 0 : 1); i++) {
        ends.set(begin + found[i].getEnd());
      }
      begin = whole ? behind : begin + found[found.length - 1].getStart();
    }
    return ends;
  }
}
