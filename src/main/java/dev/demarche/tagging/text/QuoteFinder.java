package dev.demarche.tagging.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs the quotation marks of one paragraph, whatever the country: straight, curly, low and angular ones, double and single. Of quotations
 * within each other the outermost count. Double marks that stay open reach to the paragraph's end; single ones that do are apostrophes.
 */
final class QuoteFinder {
  private static final int NONE = -1;

  private final List<Token> tokens;
  private final int from;
  private final int to;
  private final int paragraph;
  private final List<Quote> quotes = new ArrayList<>();
  private int open = NONE;
  private int openSingle = NONE;

  private QuoteFinder(List<Token> tokens, int from, int to, int paragraph) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.paragraph = paragraph;
  }

  /** The quotes among {@code tokens} from {@code from} to {@code to}, which are one paragraph. */
  static List<Quote> quotes(List<Token> tokens, int from, int to, int paragraph) {
    QuoteFinder finder = new QuoteFinder(tokens, from, to, paragraph);
    for (int i = from; i < to; i++) {
      finder.read(i);
    }
    if (finder.open >= 0) {
      finder.quotes.add(new Quote(finder.open, to, false, paragraph));
    }
    return finder.outermost();
  }

  private List<Quote> outermost() {
    quotes.sort(Comparator.comparingInt(Quote::open));
    List<Quote> outermost = new ArrayList<>();
    int behind = from;
    for (Quote quote : quotes) {
      if (quote.open() >= behind) {
        outermost.add(quote);
        behind = quote.behind();
      }
    }
    return outermost;
  }

  private void read(int i) {
    switch (tokens.get(i).text()) {
      case "\"", "''", "``", "\u201f", "\u00bb", "\u201d" -> {
        if (open >= 0) {
          close(i);
        } else if (!closing(i)) {
          open = i;
        }
      }
      case "\u201c" -> openOrClose(i, "\u201e");
      case "\u00ab" -> openOrClose(i, "\u00bb");
      case "\u201e" -> open = open < 0 ? i : open;
      case "\u201a", "\u2039" -> openOrCloseSingle(i, "\u203a");
      case "\u2018" -> openOrCloseSingle(i, "\u201a");
      case "\u203a" -> openOrCloseSingle(i, "\u2039");
      case "'" -> {
        if (openSingle >= 0) {
          closeSingle(i);
        } else if (spaceBefore(i) && !spaceBehind(i) && !Character.isDigit(tokens.get(i + 1).text().charAt(0))) {
          openSingle = i;
        }
      }
      case "\u2019" -> closeSingle(i);
      default -> { }
    }
  }

  /** A mark that opens, closes what {@code partner} opened, and stands for both in careless texts. */
  private void openOrClose(int i, String partner) {
    if (open < 0) {
      open = i;
    } else if (tokens.get(open).text().equals(partner) || closing(i) && tokens.get(open).text().equals(tokens.get(i).text())) {
      close(i);
    }
  }

  private void openOrCloseSingle(int i, String partner) {
    if (openSingle < 0) {
      openSingle = i;
    } else if (tokens.get(openSingle).text().equals(partner)) {
      closeSingle(i);
    }
  }

  private void close(int i) {
    if (i > open + 1) {
      quotes.add(new Quote(open, i, true, paragraph));
    }
    openSingle = openSingle > open ? NONE : openSingle;
    open = NONE;
  }

  /** A single quotation ends with what it began in: within the same double one, or outside of any. */
  private void closeSingle(int i) {
    if (openSingle < 0 || open > openSingle || !closesSingle(i)) {
      return;
    }
    if (i > openSingle + 1) {
      quotes.add(new Quote(openSingle, i, true, paragraph));
    }
    openSingle = NONE;
  }

  /** An apostrophe behind a plural ("the allies' terms") closes nothing. */
  private boolean closesSingle(int i) {
    Token before = tokens.get(i - 1);
    return !before.word() || !before.lower().endsWith("s") || i + 1 >= to || !tokens.get(i + 1).word();
  }

  /** Whether the mark hangs on the word before it. */
  private boolean closing(int i) {
    return spaceBehind(i) && !spaceBefore(i);
  }

  private boolean spaceBefore(int i) {
    return i == from || tokens.get(i - 1).end() < tokens.get(i).begin() || "([\u2014\u2013-".contains(tokens.get(i - 1).text());
  }

  private boolean spaceBehind(int i) {
    return i + 1 >= to || tokens.get(i + 1).begin() > tokens.get(i).end();
  }
}
