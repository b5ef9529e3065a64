package dev.demarche.tagging.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the verb of a clause behind "if", "until" and the like that the part-of-speech model took for a noun: "if the talks collapse", "before
 * Finland pays". Only a clause that has no verb is touched.
 */
final class VerbInClause {
  private static final Set<String> SUPPOSING = Set.of("if", "unless", "once", "whether", "provided", "providing", "because", "should", "case",
      "event", "although");
  private static final Set<String> TEMPORAL = Set.of("until", "before", "after", "when", "while");
  /** Verbs whose forms are hardly ever nouns. */
  private static final Set<String> VERBS = forms("withdraw", "disarm", "apologise", "apologize", "agree", "pay", "leave", "free", "open", "close",
      "lift",
      "accept", "comply", "cooperate", "reopen", "resign", "hand", "ease", "join", "sign", "dismantle", "abandon", "meet", "recognise", "recognize",
      "begin", "happen", "continue", "cease", "recover", "melt", "surrender", "concede", "ratify", "relent", "give", "lay", "pull", "hinge", "depend",
      "invade", "impose", "release", "allow", "admit", "agree", "deliver", "prove", "persist", "escalate", "proceed", "succeed", "lose", "win",
      "step",
      "extradite", "renounce", "restore", "resume", "revoke", "repeal", "disclose", "publish", "compensate", "evacuate", "vacate", "emerge",
      "expire");
  /** Verbs whose forms are as often nouns, and count only behind what no noun follows. */
  private static final Set<String> BOTH = forms("fail", "collapse", "stop", "end", "halt", "drop", "fall", "rise", "hold", "stay", "go", "return",
      "attack",
      "strike", "refuse", "back", "move", "change", "vote", "object", "act", "talk", "break", "cut", "arrive", "subside", "work", "shift", "soften");

  private VerbInClause() {}

  private static Set<String> forms(String... lemmas) {
    Set<String> forms = new HashSet<>();
    for (String lemma : lemmas) {
      forms.addAll(Verbs.forms(lemma));
    }
    return forms;
  }

  /** Mends the tokens from {@code from} to {@code to}, which are one sentence. */
  static void mend(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      String word = token.lower();
      String next = i + 1 < to ? tokens.get(i + 1).lower() : "";
      if (word.equals("cannot")) {
        tokens.set(i, token.as(Pos.AUX));
      } else if ((word.startsWith("depend") || word.startsWith("hinge")) && word.endsWith("s") && next.equals("on") && token.pos() == Pos.NOUN) {
        tokens.set(i, token.as(Pos.VERB));
      } else if (SUPPOSING.contains(word) || TEMPORAL.contains(word)) {
        clause(tokens, i + 1, to, SUPPOSING.contains(word));
      }
    }
  }

  private static void clause(List<Token> tokens, int from, int to, boolean supposing) {
    int best = -1;
    int start = from < to && tokens.get(from).lower().equals("that") ? from + 1 : from;
    for (int k = start; k < to; k++) {
      Token token = tokens.get(k);
      if (token.pos() == Pos.VERB || token.pos() == Pos.AUX && !token.lower().equals("will")) {
        return;
      }
      if (!token.word() || token.pos() == Pos.AUX || token.pos() == Pos.SCONJ) {
        break;
      }
      if (best < 0 && k > start && token.pos() == Pos.NOUN && Character.isLowerCase(token.text().codePointAt(0)) && fits(tokens, k, to, supposing)) {
        best = k;
      }
    }
    if (best > 0) {
      tokens.set(best, tokens.get(best).as(Pos.VERB));
    }
  }

  private static boolean fits(List<Token> tokens, int k, int to, boolean supposing) {
    Token before = tokens.get(k - 1);
    boolean last = k + 1 == to || !tokens.get(k + 1).word() || tokens.get(k + 1).pos() == Pos.ADV || tokens.get(k + 1).pos() == Pos.AUX;
    String word = tokens.get(k).lower();
    boolean plural = before.lower().endsWith("s") && before.pos() == Pos.NOUN;
    boolean noun = before.pos() == Pos.PROPN || before.pos() == Pos.NOUN || before.pos() == Pos.PRON;
    return noun && (VERBS.contains(word) && (word.endsWith("s") != plural || before.pos() == Pos.PROPN)
        || BOTH.contains(word) && last && (supposing || plural) && word.endsWith("s") != plural);
  }
}
