package dev.demarche.tagging.text;

import java.util.ArrayList;
import java.util.List;

/** Pairs the quotation marks of one paragraph: straight and curly double ones, and single ones where no double one is open. */
final class QuoteFinder {
  private final List<Token> tokens;
  private final int to;
  private final int paragraph;
  private final List<Quote> quotes = new ArrayList<>();
  private int open = -1;
  private boolean single;

  private QuoteFinder(List<Token> tokens, int to, int paragraph) {
    this.tokens = tokens;
    this.to = to;
    this.paragraph = paragraph;
  }

  /** The quotes among {@code tokens} from {@code from} to {@code to}, which are one paragraph. */
  static List<Quote> quotes(List<Token> tokens, int from, int to, int paragraph) {
    QuoteFinder finder = new QuoteFinder(tokens, to, paragraph);
    for (int i = from; i < to; i++) {
      finder.read(i, from);
    }
    if (finder.open >= 0 && !finder.single) {
      finder.quotes.add(new Quote(finder.open, to, false, paragraph));
    }
    return finder.quotes;
  }

  private void read(int i, int from) {
    Token token = tokens.get(i);
    boolean spaceBefore = i == from || tokens.get(i - 1).end() < token.begin() || "([—–-".contains(tokens.get(i - 1).text());
    boolean spaceBehind = i + 1 >= to || tokens.get(i + 1).begin() > token.end();
    switch (token.text()) {
      case "\"", "''", "``", "\u201f", "\u00ab", "\u00bb" -> {
        if (open >= 0 && !single) {
          close(i);
        } else if (!(spaceBehind && !spaceBefore)) {
          start(i, false);
        }
      }
      case "\u201c", "\u201e" -> {
        if (open >= 0 && !single && tokens.get(open).text().equals("\u201e")) {
          close(i);
        } else if (open < 0 || single) {
          start(i, false);
        }
      }
      case "\u201d" -> {
        if (open >= 0 && !single) {
          close(i);
        }
      }
      case "\u2018" -> {
        if (open < 0) {
          start(i, true);
        }
      }
      case "'" -> singleMark(i, spaceBefore, spaceBehind);
      case "\u2019" -> {
        if (open >= 0 && single && closesSingle(i)) {
          close(i);
        }
      }
      default -> { }
    }
  }

  private void singleMark(int i, boolean spaceBefore, boolean spaceBehind) {
    if (open < 0 && spaceBefore && !spaceBehind && !Character.isDigit(tokens.get(i + 1).text().charAt(0))) {
      start(i, true);
    } else if (open >= 0 && single && closesSingle(i)) {
      close(i);
    }
  }

  /** An apostrophe behind a plural ("the allies' terms") closes nothing. */
  private boolean closesSingle(int i) {
    Token before = tokens.get(i - 1);
    return !before.word() || !before.lower().endsWith("s") || i + 1 >= to || !tokens.get(i + 1).word();
  }

  private void start(int i, boolean singleMark) {
    open = i;
    single = singleMark;
  }

  private void close(int i) {
    if (i > open + 1) {
      quotes.add(new Quote(open, i, true, paragraph));
    }
    open = -1;
  }
}
