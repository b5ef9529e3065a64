package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.CueLexicon.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Quote;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Token;
import dev.demarche.tagging.text.VerbGroup;
import java.util.Set;

/** Where reported speech starts behind its cue: past the hearer, the time and the place. */
final class ContentStart {
  private static final int REACH = 16;

  private final Document document;
  private final Phrases phrases;

  ContentStart(Document document, Phrases phrases) {
    this.document = document;
    this.phrases = phrases;
  }

  /** Index of the token where the content behind the cue starts, or -1. */
  int of(VerbGroup verb, Set<Way> ways) {
    Sentence sentence = document.sentenceAt(verb.main());
    int k = verb.to();
    boolean first = true;
    for (int steps = 0; k < sentence.to() && steps < REACH; steps++) {
      Token token = document.token(k);
      Quote quote = document.quoteAt(k);
      if (quote != null && quote.open() == k && document.quoteIndex(verb.main()) < 0) {
        boolean takes = ways.contains(Way.BARE) || ways.contains(Way.THAT) || ways.contains(Way.NAMING);
        return takes && verb.modal() == null && (first || quote.size() > 3) ? k : -1;
      }
      if (token.lower().equals("that") && ways.contains(Way.THAT)
          && (token.pos() == Pos.SCONJ || document.lower(k + 1).equals(",") || clauseAt(k + 1, sentence))) {
        return k;
      }
      if (token.text().equals(":")) {
        return k + 1 < sentence.to() && ways.contains(Way.QUOTE) ? k + 1 : -1;
      }
      if (token.text().equals(",")) {
        return behindComma(k, sentence, ways);
      }
      if (ways.contains(Way.TO) && infinitiveAt(k) && first) {
        return k;
      }
      NounPhrase noun = phrases.nounAt(k);
      boolean object = k > verb.to() && document.token(k - 1).pos() == Pos.ADP;
      boolean heard = ways.contains(Way.HEARER) && first && (noun == null || phrases.verbAt(noun.to()) == null);
      if (ways.contains(Way.BARE) && !object && !heard && clauseAt(k, sentence)) {
        return thatAhead(noun, sentence) ? noun.to() : k;
      }
      if (ways.contains(Way.NAMING) && first) {
        return quoteAhead(k, sentence) ? k : -1;
      }
      if (noun != null && noun.from() == k) {
        if (ways.contains(Way.TO) && infinitiveAt(noun.to()) && first) {
          return k;
        }
        boolean passable = phrases.temporal(noun) || ways.contains(Way.HEARER) || !first;
        if (!passable) {
          return -1;
        }
        k = noun.to();
      } else if (token.pos() == Pos.ADP || token.pos() == Pos.ADV || token.pos() == Pos.PART && !infinitiveAt(k)
          || token.lower().equals("and") && ways.contains(Way.HEARER)) {
        k++;
      } else {
        return -1;
      }
      first &= token.pos() == Pos.ADV;
    }
    return -1;
  }

  /** "called the plan 'a disaster'": the quotation follows close behind what it is about. */
  private boolean quoteAhead(int from, Sentence sentence) {
    for (int k = from; k < sentence.to() && k - from < 9; k++) {
      Quote quote = document.quoteAt(k);
      if (quote != null) {
        return quote.open() == k && quote.size() > 1;
      }
      if (document.lower(k).equals(",")) {
        return false;
      }
    }
    return false;
  }

  private boolean thatAhead(NounPhrase noun, Sentence sentence) {
    return noun != null && noun.to() < sentence.to() && document.lower(noun.to()).equals("that")
        && document.token(noun.to()).pos() == Pos.SCONJ && document.token(noun.head()).pos() == Pos.PROPN;
  }

  private int behindComma(int comma, Sentence sentence, Set<Way> ways) {
    int next = comma + 1;
    if (next >= sentence.to()) {
      return -1;
    }
    Quote quote = document.quoteAt(next);
    if (quote != null && quote.open() == next && ways.contains(Way.QUOTE)) {
      return next;
    }
    for (int k = next; k < sentence.to() - 1 && k - next < 12; k++) {
      if (document.lower(k).equals(",")) {
        Quote behind = document.quoteAt(k + 1);
        boolean speech = behind != null && behind.open() == k + 1 && ways.contains(Way.QUOTE);
        return document.lower(k + 1).equals("that") && ways.contains(Way.THAT) || speech ? k + 1 : -1;
      }
    }
    return -1;
  }

  private boolean infinitiveAt(int k) {
    VerbGroup verb = phrases.verbAt(k);
    return verb != null && verb.from() == k && verb.infinitive();
  }

  /** Whether a clause of its own starts at {@code k}: a noun phrase whose verb follows. */
  boolean clauseAt(int k, Sentence sentence) {
    if (k >= sentence.to()) {
      return false;
    }
    if (document.lower(k).equals("there") || document.lower(k).equals("if") || document.lower(k).equals("when")) {
      return phrases.verbFrom(k + 1, sentence.to()) != null;
    }
    NounPhrase noun = phrases.nounAt(k);
    if (noun == null || noun.from() != k || phrases.temporal(noun)) {
      return false;
    }
    for (int i = noun.to(); i < sentence.to(); i++) {
      VerbGroup verb = phrases.verbAt(i);
      if (verb != null) {
        String before = document.lower(verb.from() - 1);
        if (verb.finite() && !before.equals("who") && !before.equals("which") && !before.equals("that")) {
          return true;
        }
        i = verb.to() - 1;
        continue;
      }
      Token token = document.token(i);
      if (token.text().equals(":") || token.text().equals(";") || token.text().equals(",") && phrases.nounAt(i + 1) == null) {
        return false;
      }
    }
    return false;
  }
}
