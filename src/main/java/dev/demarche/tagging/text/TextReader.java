package dev.demarche.tagging.text;

import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads an article's text into a {@link Document}, in time linear in its length. Safe for use by several threads. */
public final class TextReader {
  private TextReader() {}

  /** Loads the models, which else the first text does. */
  public static void load() {
    read("It is.");
  }

  /** The document of {@code text}, whatever it holds. */
  public static Document read(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 8);
    List<Sentence> sentences = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    split(text, tokens, sentences, quotes);
    for (Sentence sentence : sentences) {
      PosTagger.tag(tokens, sentence.from(), sentence.to());
    }
    return new Document(text, tokens, sentences, quotes);
  }

  /** The sentences that {@link #read} finds in {@code text}, in less time. */
  public static List<Span> sentences(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 8);
    List<Sentence> sentences = new ArrayList<>();
    split(text, tokens, sentences, new ArrayList<>());
    return new Document(text, tokens, sentences, List.of()).spans();
  }

  /** The paragraphs of {@code text} in order, without the white space around them; empty ones are left out. */
  public static List<Span> paragraphs(String text) {
    List<Span> paragraphs = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int next = paragraphEnd(text, begin);
      int end = next;
      while (begin < end && Character.isWhitespace(text.charAt(begin))) {
        begin++;
      }
      while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      if (begin < end) {
        paragraphs.add(Span.of(text, begin, end));
      }
      begin = next;
    }
    return paragraphs;
  }

  private static void split(String text, List<Token> tokens, List<Sentence> sentences, List<Quote> quotes) {
    int paragraph = 0;
    int begin = 0;
    while (begin < text.length()) {
      int end = paragraphEnd(text, begin);
      int from = tokens.size();
      tokens.addAll(Tokenizer.tokens(text, begin, end));
      if (tokens.size() > from) {
        quotes.addAll(QuoteFinder.quotes(tokens, from, tokens.size(), paragraph));
        sentences.addAll(SentenceSplitter.sentences(text, tokens, from, tokens.size(), paragraph));
        paragraph++;
      }
      begin = end;
    }
  }

  /** A line ends a paragraph, unless it breaks off within a sentence: no end mark, and the next line goes on in lower case. */
  private static int paragraphEnd(String text, int begin) {
    int end = begin;
    while (true) {
      int line = text.indexOf('\n', end);
      if (line < 0) {
        return text.length();
      }
      end = line + 1;
      char before = line > begin ? text.charAt(line - 1) : '\n';
      boolean wrapped = end < text.length() && Character.isLowerCase(text.charAt(end)) && (Character.isLetterOrDigit(before) || before == ','
          || before == ' ' || before == '\r');
      if (!wrapped) {
        return end;
      }
    }
  }
}
