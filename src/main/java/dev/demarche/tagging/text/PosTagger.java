package dev.demarche.tagging.text;

import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.ThreadSafePOSTaggerME;

/** Tags tokens with OpenNLP's model. */
final class PosTagger {
  private static final ThreadSafePOSTaggerME MODEL = new ThreadSafePOSTaggerME(Models.<POSModel>load("pos", POSModel::new));

  private PosTagger() {}

  /** Puts parts of speech on the tokens from {@code from} to {@code to}, which are one sentence. */
  static void tag(List<Token> tokens, int from, int to) {
    String[] words = new String[to - from];
    int letters = 0;
    for (int i = from; i < to; i++) {
      words[i - from] = plain(tokens.get(i).text());
      letters += tokens.get(i).word() ? 1 : 0;
    }
    boolean crumbs = words.length > 200 && (tokens.get(to - 1).end() - tokens.get(from).begin()) < words.length * 2.2;
    if (letters == 0 || letters * 4 < words.length && words.length > 40 || crumbs) {
      for (int i = from; i < to; i++) {
        tokens.set(i, tokens.get(i).as(tokens.get(i).word() ? Pos.X : Pos.PUNCT));
      }
      return;
    }
    String[] tags = MODEL.tag(words);
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      Pos pos = Pos.of(tags[i - from]);
      boolean mark = !token.word() && token.text().length() == 1 && !token.lower().equals("'") && "%&+=".indexOf(token.text().charAt(0)) < 0;
      tokens.set(i, token.as(mark ? Pos.PUNCT : pos));
    }
    PosRepair.mend(tokens, from, to);
    VerbInClause.mend(tokens, from, to);
  }

  private static String plain(String word) {
    return switch (word) {
      case "\u201c", "\u201d", "\u00ab", "\u00bb", "\u201e" -> "\"";
      case "\u2018" -> "'";
      case "\u2013", "\u2014" -> "-";
      default -> word.replace('\u2019', '\'');
    };
  }
}
