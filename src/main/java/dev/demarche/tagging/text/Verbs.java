package dev.demarche.tagging.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How English verbs are inflected, and the lists of words that stand as resources beside the tagger. */
public final class Verbs {
  private static final Map<String, String[]> IRREGULAR = new HashMap<>();
  private static final Set<String> PASTS = new HashSet<>();
  private static final Set<String> PARTICIPLES = new HashSet<>();
  private static final Set<String> DOUBLING = Set.of("admit", "permit", "commit", "submit", "omit", "stop", "plan", "ban", "rebut", "slam",
      "rap", "trim", "drop", "step", "refer", "defer", "confer", "concur", "compel", "expel", "repel", "rebel", "label", "cancel", "quarrel",
      "propel", "rob", "stab", "grab", "jab", "nab", "nod", "plot", "spot", "blot", "scrap", "tap", "tip", "wrap", "quip", "chat", "blog",
      "flag", "beg", "brag", "vet", "prefer", "transfer", "deter", "occur", "regret", "cap", "curb", "pin", "snub", "rip", "zap", "get", "win",
      "run", "cut", "hit", "put", "set", "let", "begin", "sit", "quit", "shut", "bid", "forbid", "bet", "swim", "split", "rid", "spin");

  static {
    for (String line : lines("irregular-verbs.txt")) {
      String[] cells = line.split("\\s+");
      IRREGULAR.put(cells[0], cells);
      PASTS.add(cells[1]);
      PARTICIPLES.addAll(List.of(cells).subList(2, cells.length));
    }
    PASTS.add("were");
  }

  private Verbs() {}

  /** The lines of a resource of the tagger, without blank ones and without those that start with {@code #}. */
  public static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Verbs.class.getResourceAsStream("/dev/demarche/tagging/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
    return lines;
  }

  /** All forms of a verb, the base form first. */
  public static Set<String> forms(String lemma) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(lemma);
    if (lemma.equals("be")) {
      forms.addAll(List.of("am", "is", "are", "was", "were", "been", "being", "'m", "'s", "'re"));
      return forms;
    }
    forms.add(third(lemma));
    String[] irregular = IRREGULAR.get(lemma);
    if (irregular != null) {
      forms.addAll(List.of(irregular).subList(1, irregular.length));
    } else {
      forms.add(stem(lemma, true) + "ed");
    }
    if (lemma.equals("have")) {
      forms.add("has");
    }
    forms.add(lemma.endsWith("ie") ? lemma.substring(0, lemma.length() - 2) + "ying" : stem(lemma, false) + "ing");
    return forms;
  }

  private static String third(String lemma) {
    char last = lemma.charAt(lemma.length() - 1);
    if (last == 'y' && !vowel(lemma.charAt(lemma.length() - 2))) {
      return lemma.substring(0, lemma.length() - 1) + "ies";
    }
    boolean hisses = last == 's' || last == 'x' || last == 'z' || last == 'o' || lemma.endsWith("ch") || lemma.endsWith("sh");
    return lemma + (hisses ? "es" : "s");
  }

  private static String stem(String lemma, boolean past) {
    char last = lemma.charAt(lemma.length() - 1);
    if (DOUBLING.contains(lemma)) {
      return lemma + last;
    }
    if (last == 'e' && !lemma.endsWith("ee") && !lemma.endsWith("ye") && !lemma.endsWith("oe") || last == 'e' && past) {
      return lemma.substring(0, lemma.length() - 1);
    }
    if (past && last == 'y' && !vowel(lemma.charAt(lemma.length() - 2))) {
      return lemma.substring(0, lemma.length() - 1) + "i";
    }
    return lemma;
  }

  private static boolean vowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  /** Whether the word is a form of "say" or the like that is hardly ever a participle behind a noun. */
  public static boolean reporting(String word) {
    return word.equals("said") || word.equals("told") || word.equals("wrote") || word.equals("added");
  }

  /** Whether the word can be a present participle. */
  public static boolean ing(String word) {
    return word.length() > 4 && word.endsWith("ing");
  }

  /** Whether the word can be a past participle. */
  public static boolean participle(String word) {
    return PARTICIPLES.contains(word) || word.length() > 3 && word.endsWith("ed");
  }

  /** Whether the word can be a past tense. */
  public static boolean past(String word) {
    return PASTS.contains(word) || word.length() > 3 && word.endsWith("ed");
  }
}
