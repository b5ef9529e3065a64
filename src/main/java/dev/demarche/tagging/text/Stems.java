package dev.demarche.tagging.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the forms of a word, and the nouns made from a verb, to one stem: "paid", "pays", "payment" and "paying" are "pay". What comes out need be
 * no word; endings are cut in the manner of Porter, "An algorithm for suffix stripping", 1980.
 */
public final class Stems {
  private static final List<String> ENDINGS = List.of("ements", "ement", "ments", "ment", "ations", "ation", "ions", "ion", "als", "al", "ances",
      "ance", "ings",
      "ing", "ers", "ies", "ied", "ed", "es", "s", "e", "y");
  private static final Map<String, String> BASES = new HashMap<>();
  private static final Set<String> WHOLE = Set.of("deal", "trial", "bring", "king", "ring", "sing", "thing", "wing", "spring", "string", "need",
      "feed", "speed",
      "agreed", "bed", "goal", "steal", "heal", "seal", "final", "royal", "canal", "gas", "nation", "station", "mission", "region", "million",
      "union", "billion",
      "moment", "cement", "yes", "chance", "finance", "france", "pass");

  static {
    for (String line : Verbs.lines("irregular-verbs.txt")) {
      String[] cells = line.split("\\s+");
      for (int i = 1; i < cells.length; i++) {
        BASES.putIfAbsent(cells[i], cells[0]);
      }
    }
    BASES.put("agreed", "agree");
    BASES.put("freed", "free");
    BASES.put("apology", "apologise");
    BASES.put("apologies", "apologise");
    BASES.put("approval", "approve");
    BASES.put("refusal", "refuse");
  }

  private Stems() {}

  /** The stem of a word in lower case. */
  public static String of(String word) {
    String base = BASES.getOrDefault(word, word).replace("iz", "is");
    if (base.length() < 4 || WHOLE.contains(base)) {
      return base;
    }
    for (String ending : ENDINGS) {
      int left = base.length() - ending.length();
      if (base.endsWith(ending) && left >= (ending.length() > 2 ? 3 : 2) && !(ending.equals("s") && base.endsWith("ss"))
          && base.substring(0, left).chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0)) {
        return plain(base.substring(0, left));
      }
    }
    return plain(base);
  }

  private static String plain(String stem) {
    int last = stem.length() - 1;
    if (last > 2 && stem.charAt(last) == stem.charAt(last - 1) && Character.isLetter(stem.charAt(last))) {
      return stem.substring(0, last);
    }
    return last > 2 && (stem.endsWith("e") || stem.endsWith("i") || stem.endsWith("y")) ? stem.substring(0, last) : stem;
  }
}
