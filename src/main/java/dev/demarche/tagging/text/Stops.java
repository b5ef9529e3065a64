package dev.demarche.tagging.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the stop behind an abbreviation ends a sentence. What goes on behind it says so: "U.S. President" and "Feb. 6" do not end there, "the U.S. The
 * president" does. Where nothing of that is known, the model's word counts. Immutable.
 */
final class Stops {
  private static final Set<String> STARTERS = Set.of("the", "a", "an", "he", "she", "it", "they", "we", "i", "but", "and", "in", "on", "at",
      "this", "that", "these", "those", "his", "her", "its", "their", "mr.", "ms.", "mrs.", "if", "when", "while", "after", "as", "for", "there",
      "however", "so", "what", "who", "with", "some", "one", "by", "from", "since", "you", "our", "my", "not", "yet", "although", "though",
      "because", "despite", "according", "then", "now", "still", "also", "even", "instead", "meanwhile", "both", "many", "most", "others",
      "another", "either", "together", "under", "until", "before", "during", "where", "why", "how", "no", "nor", "or", "asked", "earlier",
      "later", "last", "initially");
  private static final Set<String> BEFORE_NUMBER = Set.of("jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "no.",
      "nos.", "art.", "sec.", "vol.", "fig.", "ch.");
  private static final Set<String> BETWEEN = Set.of("vs.", "v.");
  private static final Set<String> HOURS = Set.of("a.m.", "p.m.");
  private static final Set<String> ZONES = Set.of("est", "edt", "et", "pst", "pdt", "pt", "cst", "cdt", "ct", "mst", "gmt", "bst", "cet", "utc",
      "eastern", "pacific", "central", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  /** Places whose short form is made of letters with stops; all other such letters are initials of a name. */
  private static final Set<String> PLACES = Set.of("u.s.", "u.n.", "u.k.", "e.u.", "u.s.a.", "u.s.s.r.", "d.c.", "n.j.", "n.y.", "n.h.", "n.c.",
      "n.d.", "n.m.", "s.c.", "s.d.", "r.i.", "w.va.", "b.c.", "l.a.", "u.a.e.", "d.r.c.");
  /** What stands behind a place and belongs to it: its offices and bodies. */
  private static final Set<String> ITS = Set.of("president", "vice", "prime", "premier", "minister", "secretary", "secretary-general",
      "secretary-of-state", "under-secretary-general", "undersecretary", "deputy", "assistant", "ambassador", "envoy", "attorney", "senator",
      "senators", "senate", "representative", "representatives", "congressman", "congresswoman", "congress", "house", "governor", "mayor",
      "general", "gen", "chancellor", "foreign", "defense", "defence", "home", "trade", "treasury", "special", "high", "chief", "national",
      "central", "security", "supreme", "district", "circuit", "court", "department", "embassy", "consulate", "mission", "agency", "army",
      "navy", "air", "marine", "marines", "coast", "military", "forces", "customs", "census", "capitol", "constitution", "chamber", "bank",
      "marshal", "marshals", "citizenship", "immigration", "border", "geological", "democratic", "republican", "democrats", "republicans",
      "state", "federal", "government", "king", "queen", "charter", "human", "refugee", "commissioner", "coordinator", "commission", "council",
      "assembly", "open", "judge", "magistrate", "solicitor", "surgeon", "steel", "spokesman", "spokeswoman", "lawmakers", "officials",
      "presidential", "olympic", "justice", "commander", "charge", "counsel", "representative-elect", "president-elect");
  private static final Set<String> WITHIN = Set.of("in", "into", "from", "across", "within", "throughout", "inside", "outside", "leave", "enter",
      "left", "entered");
  private static final Pattern LETTERS = Pattern.compile("(?:[A-Z]\\.){2,4}");

  private Stops() {}

  /** Whether a sentence ends between the tokens {@code i} and {@code i + 1}, which {@code modelled} says what the model holds of. */
  static boolean end(List<Token> tokens, int i, boolean modelled) {
    Token last = tokens.get(i);
    Token next = tokens.get(i + 1);
    String word = last.lower();
    boolean stopped = word.length() > 1 && word.endsWith(".");
    if (!stopped) {
      return modelled && !Character.isLowerCase(next.text().codePointAt(0));
    }
    boolean starter = next.capitalised() && STARTERS.contains(next.lower());
    if (title(word) || BETWEEN.contains(word) || BEFORE_NUMBER.contains(word) && last.capitalised() && Character.isDigit(next.text().charAt(0))
        || HOURS.contains(word) && ZONES.contains(bare(next))) {
      return false;
    }
    boolean place = PLACES.contains(word) || Tokenizer.STATES.contains(bare(last));
    if (place && next.capitalised() && (ITS.contains(bare(next)) || title(next.lower()))) {
      return modelled && within(tokens, i);
    }
    if (!place && !starter && next.capitalised() && LETTERS.matcher(last.text()).matches()) {
      return false;
    }
    return modelled ? !Character.isLowerCase(next.text().codePointAt(0)) : starter;
  }

  private static boolean title(String word) {
    return word.length() == 2 && word.endsWith(".") || word.endsWith(".") && Tokenizer.TITLES.contains(word.substring(0, word.length() - 1));
  }

  /** Whether the place is where something happens: "They live in the U.S. President Moe said so." */
  private static boolean within(List<Token> tokens, int i) {
    boolean article = i > 0 && tokens.get(i - 1).lower().equals("the");
    return i > 1 && article && WITHIN.contains(tokens.get(i - 2).lower());
  }

  private static String bare(Token token) {
    String word = token.lower();
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }
}
