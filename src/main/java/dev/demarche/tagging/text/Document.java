package dev.demarche.tagging.text;

import dev.demarche.domain.Span;
import java.util.Arrays;
import java.util.List;

/**
 * An article's text with its tokens, sentences and quotes. Everything else points at tokens by their index in {@link #tokens()}.
 * Immutable.
 */
public final class Document {
  private final String text;
  private final List<Token> tokens;
  private final List<Sentence> sentences;
  private final List<Quote> quotes;
  private final int[] sentenceOf;
  private final int[] quoteOf;

  Document(String text, List<Token> tokens, List<Sentence> sentences, List<Quote> quotes) {
    this.text = text;
    this.tokens = List.copyOf(tokens);
    this.sentences = List.copyOf(sentences);
    this.quotes = List.copyOf(quotes);
    this.sentenceOf = new int[tokens.size()];
    this.quoteOf = new int[tokens.size()];
    Arrays.fill(quoteOf, -1);
    for (int s = 0; s < sentences.size(); s++) {
      Arrays.fill(sentenceOf, sentences.get(s).from(), sentences.get(s).to(), s);
    }
    for (int q = 0; q < quotes.size(); q++) {
      Arrays.fill(quoteOf, quotes.get(q).open(), quotes.get(q).behind(), q);
    }
  }

  /** The text, as it was given. */
  public String text() {
    return text;
  }

  public List<Token> tokens() {
    return tokens;
  }

  /** The token at {@code index}. */
  public Token token(int index) {
    return tokens.get(index);
  }

  /** The lower-case form of the token at {@code index}, "" where there is none. */
  public String lower(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).lower() : "";
  }

  public List<Sentence> sentences() {
    return sentences;
  }

  /** Quotes in order of the text, not overlapping. */
  public List<Quote> quotes() {
    return quotes;
  }

  /** The sentence that holds the token. */
  public Sentence sentenceAt(int token) {
    return sentences.get(sentenceOf[token]);
  }

  /** Index of the sentence that holds the token. */
  public int sentenceIndex(int token) {
    return sentenceOf[token];
  }

  /** Index of the quote that the token stands in, marks included, or -1. */
  public int quoteIndex(int token) {
    return token < 0 || token >= quoteOf.length ? -1 : quoteOf[token];
  }

  /** The quote that the token stands in, marks included, or null. */
  public Quote quoteAt(int token) {
    int index = quoteIndex(token);
    return index < 0 ? null : quotes.get(index);
  }

  /** Index of the first token that ends behind the code unit {@code offset}. */
  public int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The span of the tokens from {@code from} to {@code to}, one at least. */
  public Span span(int from, int to) {
    return Span.of(text, tokens.get(from).begin(), tokens.get(to - 1).end());
  }

  /** The sentences as spans, in order. */
  public List<Span> spans() {
    return sentences.stream().map(this::span).toList();
  }

  /** The sentence's span. */
  public Span span(Sentence sentence) {
    return span(sentence.from(), sentence.to());
  }
}
