package dev.demarche.tagging.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Mends what the part-of-speech model regularly gets wrong in news: contractions, verbs behind names, names taken for common words. */
final class PosRepair {
  private static final Set<String> CONTRACTIONS = Set.of("'d", "'ll", "'re", "'ve", "'m");
  private static final Set<String> PRONOUNS = Set.of("it", "he", "she", "that", "there", "what", "who", "where", "here", "this");
  private static final Set<String> PRONOUN_WORDS = Set.of("i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself", "he", "him", "his",
      "himself",
      "she", "her", "hers", "herself", "it", "its", "itself", "we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs",
      "themselves", "this",
      "that", "these", "those", "who", "whom", "whose", "which", "what", "whoever", "whatever", "somebody", "someone", "something", "anybody",
      "anyone",
      "anything", "nobody", "nothing", "everybody", "everyone", "everything", "none", "one", "ones", "there", "both", "each", "another", "other",
      "others",
      "many", "few", "some", "any", "all", "several", "neither", "either", "such", "half", "no", "so");
  private static final Set<String> HAVE = Set.of("have", "has", "had", "having");
  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "am");
  private static final Set<String> MODALS = Set.of("can", "could", "may", "might", "must", "should", "will", "would", "'ll", "'d", "wo", "ca");
  private static final Set<String> AFTER_VERB = Set.of("that", "the", "a", "an", "he", "she", "it", "they", "his", "her", "its", "their", "to",
      "on", "for", "not", "no", "there");
  private static final Set<String> FUNCTION_WORDS = Set.of("the", "this", "that", "these", "those", "she", "they", "you", "his", "her", "its",
      "our", "their", "your", "who", "what", "when", "where", "why", "how", "for", "with", "from", "and", "but", "not", "are", "was", "were",
      "been", "has", "have", "had", "does", "did", "will", "would", "can", "could", "should", "may", "might", "must", "there", "here", "yes",
      "then", "than", "under", "over", "about", "into", "after", "before", "all", "some", "any", "every", "one");
  private static final Set<String> BEFORE_GENERAL = Set.of("attorney", "secretary", "director", "consul", "governor", "solicitor", "inspector", "auditor",
      "prosecutor", "surgeon", "adjutant");
  private static final Set<String> NOUNS = Set.of("call", "demand", "offer", "plan", "request", "attack", "report", "claim");
  private static final Set<String> INFINITIVE_AHEAD = new HashSet<>();
  private static final Set<String> VERBS = new HashSet<>();

  static {
    for (String lemma : List.of("say", "insist", "claim", "demand", "warn", "deny", "report", "vow", "urge", "call", "pledge", "back", "accuse",
        "blame", "threaten", "reject", "offer", "plan", "support", "attack", "fear", "hope", "welcome", "condemn", "praise", "want", "seek",
        "tell", "argue", "add", "believe", "note", "announce", "tweet", "promise", "slam", "sanction", "oppose", "refuse", "expect")) {
      VERBS.addAll(Verbs.forms(lemma));
    }
  }

  static {
    for (String lemma : List.of("threaten", "vow", "refuse", "pledge", "promise", "want", "try", "decide", "decline", "hope", "expect")) {
      INFINITIVE_AHEAD.addAll(Verbs.forms(lemma));
    }
  }

  private PosRepair() {}

  /** Mends the tags of the tokens from {@code from} to {@code to}, which are one sentence. */
  static void mend(List<Token> tokens, int from, int to) {
    boolean heading = heading(tokens, from, to);
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      Pos mended = mended(tokens, i, from, to, heading);
      if (mended != token.pos()) {
        tokens.set(i, token.as(mended));
      }
    }
  }

  private static Pos mended(List<Token> tokens, int i, int from, int to, boolean heading) {
    Token token = tokens.get(i);
    Token before = i > from ? tokens.get(i - 1) : null;
    Token next = i + 1 < to ? tokens.get(i + 1) : null;
    String word = token.lower();
    Pos pos = token.pos();
    if (word.equals("n't")) {
      return Pos.PART;
    }
    if (next != null && next.lower().equals("n't") && (pos == Pos.VERB || pos == Pos.NOUN)) {
      return Pos.AUX;
    }
    if (before != null && (CONTRACTIONS.contains(word) || word.equals("'s") && PRONOUNS.contains(before.lower()))) {
      return Pos.AUX;
    }
    if (word.equals("'s") && (pos == Pos.AUX || pos == Pos.VERB) && before != null && next != null
        && (before.pos() == Pos.PROPN || before.pos() == Pos.NOUN) && (next.pos() == Pos.NOUN || next.pos() == Pos.PROPN || next.pos() == Pos.NUM
        || next.pos() == Pos.ADJ && i + 2 < to && tokens.get(i + 2).pos() == Pos.NOUN)) {
      return Pos.PART;
    }
    if (pos == Pos.VERB && HAVE.contains(word) && participleAhead(tokens, i + 1, to)) {
      return Pos.AUX;
    }
    if (pos == Pos.PUNCT && token.word()) {
      return token.text().chars().anyMatch(Character::isUpperCase) ? Pos.PROPN : Pos.NOUN;
    }
    if (pos == Pos.NOUN && !heading && token.text().length() > 1 && token.text().chars().allMatch(Character::isUpperCase)) {
      return Pos.PROPN;
    }
    if (pos == Pos.PRON && token.capitalised() && !heading && !PRONOUN_WORDS.contains(word)) {
      return Pos.PROPN;
    }
    if (before == null) {
      return pos;
    }
    boolean office = word.equals("general") ? BEFORE_GENERAL.contains(before.lower())
        : next != null && next.lower().equals("general") && BEFORE_GENERAL.contains(word);
    if (office && pos != Pos.PROPN) {
      return Pos.NOUN;
    }
    boolean named = before.pos() == Pos.PROPN || before.pos() == Pos.NOUN || before.pos() == Pos.ADJ;
    if (pos == Pos.VERB && named && word.endsWith("s") && next != null && next.pos() == Pos.VERB && Verbs.past(next.lower())) {
      return Pos.NOUN;
    }
    if (pos == Pos.VERB && NOUNS.contains(word) && before.pos() == Pos.PROPN && !before.lower().endsWith("s") && next != null
        && next.pos() == Pos.ADP && i - 2 >= from && tokens.get(i - 2).pos() == Pos.DET) {
      return Pos.NOUN;
    }
    if (pos != Pos.ADJ && pos != Pos.NUM && token.capitalised() && !heading && before.word() && token.text().length() > 2
        && !FUNCTION_WORDS.contains(word)) {
      return Pos.PROPN;
    }
    if (pos == Pos.NOUN && before.lower().equals("to") && i - 2 >= from && INFINITIVE_AHEAD.contains(tokens.get(i - 2).lower())
        && Character.isLowerCase(token.text().codePointAt(0)) && next != null && next.word() && !word.endsWith("s")) {
      return Pos.VERB;
    }
    if (pos == Pos.VERB && BE.contains(before.lower()) && !Verbs.participle(word) && !Verbs.ing(word) && before.pos() == Pos.AUX) {
      return Pos.ADJ;
    }
    boolean afterModal = MODALS.contains(before.lower()) && before.pos() == Pos.AUX
        || before.pos() == Pos.ADV && i - 2 >= from && MODALS.contains(tokens.get(i - 2).lower()) && tokens.get(i - 2).pos() == Pos.AUX;
    if (afterModal && (pos == Pos.NOUN || pos == Pos.ADJ || pos == Pos.INTJ) && Character.isLowerCase(token.text().codePointAt(0))) {
      return Pos.VERB;
    }
    if (pos == Pos.NOUN && VERBS.contains(word) && next != null
        && (AFTER_VERB.contains(next.lower()) || next.pos() == Pos.PROPN && word.endsWith("s"))
        && (before.pos() == Pos.PROPN || before.pos() == Pos.PRON && Set.of("he", "she", "it", "they", "who").contains(before.lower()))
        && !(before.lower().endsWith("n") && word.endsWith("s") && next.lower().equals("to"))) {
      return Pos.VERB;
    }
    if (word.equals("that") && pos == Pos.DET && next != null && (next.pos() == Pos.PRON || next.pos() == Pos.DET || next.pos() == Pos.PROPN)) {
      return Pos.SCONJ;
    }
    if (word.equals("that") && pos == Pos.PRON && next != null && (before.pos() == Pos.VERB || before.pos() == Pos.ADJ)
        && (next.pos() == Pos.PROPN || next.pos() == Pos.DET || next.pos() == Pos.PRON || next.pos() == Pos.NOUN || next.pos() == Pos.ADJ)) {
      return Pos.SCONJ;
    }
    return pos;
  }

  private static boolean participleAhead(List<Token> tokens, int from, int to) {
    int i = from;
    while (i < to && i - from < 3 && (tokens.get(i).pos() == Pos.ADV || tokens.get(i).lower().equals("not")
        || tokens.get(i).lower().equals("n't"))) {
      i++;
    }
    return i < to && (tokens.get(i).pos() == Pos.VERB || tokens.get(i).pos() == Pos.AUX) && Verbs.participle(tokens.get(i).lower());
  }

  /** In a heading most words are capitalised, which says nothing about names. */
  private static boolean heading(List<Token> tokens, int from, int to) {
    int words = 0;
    int capitals = 0;
    for (int i = from; i < to; i++) {
      if (tokens.get(i).word() && tokens.get(i).text().length() > 3) {
        words++;
        capitals += tokens.get(i).capitalised() ? 1 : 0;
      }
    }
    boolean dateline = SentenceSplitter.DASHES.contains(tokens.get(to - 1).text());
    return dateline || words > 2 && capitals * 10 >= words * 7;
  }
}
