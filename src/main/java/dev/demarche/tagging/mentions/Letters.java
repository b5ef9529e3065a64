package dev.demarche.tagging.mentions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What spellings of one name have in common. Two degrees: without accents and the letters that other alphabets add; and, for names that come
 * from another script, without what schemes of romanisation differ in: groups of letters for one sound, doubled letters, the quality of a vowel.
 */
final class Letters {
  private record Group(Pattern letters, String sound) {}

  private static final List<Group> ADDED = groups("[\\u0131\\u0130] i", "\\u00f8 o", "\\u0142 l", "\\u0111 d", "\\u00df ss", "\\u00e6 ae",
      "\\u0153 oe", "\\u00fe th", "\\u00f0 d", "\\u0259 a", "[\\u2019\\u2018`\\u02bc\\u02bb] '");

  /** In this order: a group must be read before the letters that it is made of. */
  private static final List<Group> SOUNDS = groups("['.] ", "shch sh", "tsch ch", "tch ch", "sch sh", "dzh j", "dj j", "zh j", "kh h", "gh g", "dh d", "th t", "ph f",
      "ck k", "q k", "c(?!h) k", "x ks", "w v", "[aeo]?i?y(?=$|[^aeiou]) i", "[ae]i i", "i[iy] i", "y(?=[aeiou]) i", "j(?=$|[^aeiou]) i", "ie i", "ee i",
      "o[ou] u", "o u", "e a", "(.)\\1+ $1");

  private Letters() {}

  private static List<Group> groups(String... rules) {
    List<Group> groups = new ArrayList<>();
    for (String rule : rules) {
      int gap = rule.lastIndexOf(' ');
      groups.add(new Group(Pattern.compile(rule.substring(0, gap)), rule.substring(gap + 1)));
    }
    return groups;
  }

  /** {@code name} in lower case without accents, hyphens as blanks. */
  static String plain(String name) {
    String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace('-', ' ');
    return replace(plain, ADDED).strip();
  }

  /** How a word of a plain name sounds, roughly. */
  static String sound(String word) {
    return replace(word, SOUNDS);
  }

  private static String replace(String text, List<Group> groups) {
    String replaced = text;
    for (Group group : groups) {
      replaced = group.letters().matcher(replaced).replaceAll(group.sound());
    }
    return replaced;
  }

  /** Whether one letter put in, left out or changed makes one word the other, or they are the same. */
  static boolean near(String a, String b) {
    int common = 0;
    int shorter = Math.min(a.length(), b.length());
    while (common < shorter && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    int tail = 0;
    while (tail < shorter - common && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    return Math.max(a.length(), b.length()) - common - tail <= 1;
  }
}
