package dev.demarche.tagging.text;

import dev.demarche.tagging.text.VerbGroup.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The noun phrases and verb groups of a document, found by parts of speech alone. Immutable. */
public final class Phrases {
  private static final Set<String> POSSESSIVES = Set.of("my", "your", "his", "her", "its", "our", "their", "whose");
  private static final Set<String> MODALS = Set.of("can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "'d",
      "wo", "ca", "cannot");
  private static final Set<String> BE = Set.of("be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "'s", "get", "gets", "got");
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "cannot", "hardly", "nor");
  private static final Set<String> TIMES = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
      "yesterday", "tomorrow", "week", "month", "year", "day", "morning", "evening", "night", "afternoon", "weekend", "weeks", "months", "years",
      "days", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
      "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "time", "moment", "hours", "decade");

  private final Document document;
  private final NounPhrase[] nounAt;
  private final VerbGroup[] verbAt;
  private final List<NounPhrase> nouns = new ArrayList<>();
  private final List<VerbGroup> verbs = new ArrayList<>();
  private final VerbGroup[] verbBefore;

  private Phrases(Document document) {
    this.document = document;
    this.nounAt = new NounPhrase[document.tokens().size()];
    this.verbAt = new VerbGroup[document.tokens().size()];
    this.verbBefore = new VerbGroup[document.tokens().size() + 1];
  }

  /** The phrases of {@code document}. */
  public static Phrases of(Document document) {
    Phrases phrases = new Phrases(document);
    for (Sentence sentence : document.sentences()) {
      phrases.read(sentence);
    }
    VerbGroup last = null;
    for (int i = 0; i < phrases.verbAt.length; i++) {
      phrases.verbBefore[i] = last;
      last = phrases.verbAt[i] != null ? phrases.verbAt[i] : last;
    }
    phrases.verbBefore[phrases.verbAt.length] = last;
    return phrases;
  }

  public List<NounPhrase> nouns() {
    return nouns;
  }

  public List<VerbGroup> verbs() {
    return verbs;
  }

  /** The noun phrase that the token stands in, or null. */
  public NounPhrase nounAt(int token) {
    return token < 0 || token >= nounAt.length ? null : nounAt[token];
  }

  /** The verb group that the token stands in, or null. */
  public VerbGroup verbAt(int token) {
    return token < 0 || token >= verbAt.length ? null : verbAt[token];
  }

  /** The last verb group that ends before {@code token} in its sentence, or null. */
  public VerbGroup verbBefore(int token) {
    VerbGroup verb = verbBefore[token];
    return verb != null && token < nounAt.length && document.sentenceAt(token).holds(verb.from()) ? verb : null;
  }

  /** The first verb group that starts at or behind {@code token}, before {@code end}, or null. */
  public VerbGroup verbFrom(int token, int end) {
    for (int i = token; i < end; i++) {
      if (verbAt[i] != null && verbAt[i].from() >= token) {
        return verbAt[i];
      }
    }
    return null;
  }

  /** Whether the noun phrase names a time: "Tuesday", "this week". */
  public boolean temporal(NounPhrase noun) {
    String head = document.lower(noun.head());
    return TIMES.contains(head) || noun.to() - noun.from() > 1 && TIMES.contains(document.lower(noun.from()))
        && document.token(noun.head()).pos() == Pos.NUM;
  }

  private void read(Sentence sentence) {
    int i = sentence.from();
    while (i < sentence.to()) {
      int verb = verbStart(i, sentence.to());
      if (verb >= 0) {
        i = verb(i, sentence);
      } else {
        i = nounStart(i) ? noun(i, sentence.to()) : i + 1;
      }
    }
  }

  private Pos pos(int i) {
    return document.token(i).pos();
  }

  /** Index of the auxiliary or verb that a verb group starting at {@code i} has first, or -1. */
  private int verbStart(int i, int end) {
    int j = i;
    if (document.lower(j).equals("to") && pos(j) != Pos.ADV) {
      j++;
      while (j < end && pos(j) == Pos.ADV && j - i < 4) {
        j++;
      }
      return j < end && (pos(j) == Pos.VERB || pos(j) == Pos.AUX) ? j : -1;
    }
    while (j < end && j - i < 4 && (pos(j) == Pos.ADV || NEGATIONS.contains(document.lower(j)))) {
      j++;
    }
    return j < end && (pos(j) == Pos.VERB || pos(j) == Pos.AUX) ? j : -1;
  }

  private int verb(int from, Sentence sentence) {
    int end = sentence.to();
    boolean infinitive = document.lower(from).equals("to");
    int i = infinitive ? from + 1 : from;
    int lastVerbal = -1;
    int main = -1;
    boolean negated = false;
    boolean be = false;
    String modal = null;
    while (i < end && main < 0) {
      String word = document.lower(i);
      Pos pos = pos(i);
      if (NEGATIONS.contains(word)) {
        negated = true;
      }
      if (pos == Pos.AUX || MODALS.contains(word) && pos == Pos.VERB) {
        modal = MODALS.contains(word) ? word : modal;
        be = BE.contains(word);
        lastVerbal = i;
      } else if (pos == Pos.VERB) {
        if (lastVerbal >= 0 && document.token(i).possessive()) {
          break;
        }
        main = i;
        break;
      } else if (pos != Pos.ADV && !(pos == Pos.PART && NEGATIONS.contains(word))) {
        break;
      }
      i++;
    }
    boolean auxiliary = main >= 0 && lastVerbal >= 0;
    int last = main >= 0 ? main : lastVerbal;
    if (last < 0) {
      return from + 1;
    }
    String word = document.lower(last);
    Form form = Verbs.ing(word) ? Form.ING : Verbs.past(word) || Verbs.participle(word) ? Form.PAST : Form.PRESENT;
    boolean passive = main >= 0 && be && Verbs.participle(word);
    int to = last + 1;
    while (to < end && main < 0 && NEGATIONS.contains(document.lower(to))) {
      negated = true;
      to++;
    }
    VerbGroup group = new VerbGroup(from, to, last, modal, negated, passive, infinitive, form, auxiliary || main < 0);
    verbs.add(group);
    for (int k = from; k < to; k++) {
      verbAt[k] = group;
    }
    return to;
  }

  private boolean nounStart(int i) {
    Pos pos = pos(i);
    return pos == Pos.DET || pos == Pos.ADJ || pos == Pos.NUM || pos == Pos.NOUN || pos == Pos.PROPN || pos == Pos.PRON || pos == Pos.SYM;
  }

  private int noun(int from, int end) {
    if (pos(from) == Pos.PRON && !POSSESSIVES.contains(document.lower(from))) {
      return add(from, from + 1, from);
    }
    int head = -1;
    int i = from;
    boolean owned = POSSESSIVES.contains(document.lower(from));
    if (owned) {
      i++;
    }
    while (i < end) {
      Token token = document.token(i);
      Pos pos = token.pos();
      if (i > from && head >= 0 && (timeWord(i) || document.sentenceAt(from).from() == from && head == from && timeWord(from)
          && token.capitalised())) {
        break;
      }
      if (token.possessive() && head >= 0) {
        head = -1;
        owned = true;
      } else if (pos == Pos.NOUN || pos == Pos.PROPN || pos == Pos.NUM || pos == Pos.SYM) {
        head = i;
      } else if (pos == Pos.DET || pos == Pos.PRON) {
        if (i > from && !(i == from + 1 && pos(from) == Pos.DET)) {
          break;
        }
      } else if (pos == Pos.ADJ) {
        if (head >= 0 && pos(head) == Pos.NOUN && !nominalAhead(i, end)) {
          break;
        }
      } else if (pos == Pos.ADV && i > from) {
        if (head >= 0 || i + 1 >= end || pos(i + 1) != Pos.ADJ && pos(i + 1) != Pos.VERB) {
          break;
        }
      } else if (pos == Pos.VERB && (i > from) && head < 0 && (Verbs.participle(token.lower()) || Verbs.ing(token.lower()))
          && nominalAhead(i, end)) {
        head = -1;
      } else if (token.text().equals("-") && i + 1 < end && pos(i + 1) != Pos.PUNCT && head >= 0
          && document.token(i - 1).end() == token.begin() && token.end() == document.token(i + 1).begin()) {
        head = i;
      } else {
        break;
      }
      i++;
    }
    while (i > from + 1 && document.token(i - 1).text().equals("-")) {
      i--;
    }
    if (head < 0 || head >= i) {
      head = i - 1;
    }
    return i > from ? add(from, i, head) : from + 1;
  }

  /** "Gowdy earlier Thursday": a time behind a name is no part of it. */
  private boolean timeWord(int i) {
    String word = document.lower(i);
    return word.equals("earlier") || word.equals("later") || word.endsWith("day") && TIMES.contains(word) && document.token(i).capitalised();
  }

  private boolean nominalAhead(int i, int end) {
    int j = i + 1;
    while (j < end && j - i < 4 && pos(j) == Pos.ADJ) {
      j++;
    }
    return j < end && (pos(j) == Pos.NOUN || pos(j) == Pos.PROPN);
  }

  private int add(int from, int to, int head) {
    NounPhrase noun = new NounPhrase(from, to, head);
    nouns.add(noun);
    for (int k = from; k < to; k++) {
      nounAt[k] = noun;
    }
    return to;
  }
}
