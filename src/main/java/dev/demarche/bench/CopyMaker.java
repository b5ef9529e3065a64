package dev.demarche.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes copies of articles as papers do: cut, under another head, lightly edited, or all of it. The same for the same seed. Needs a
 * vocabulary, from which words that an editor puts in are taken.
 */
public final class CopyMaker {
  /** What is done to the text. */
  public enum Way { CUT, DRESSED, EDITED, CUT_AND_DRESSED, DRESSED_AND_EDITED, CUT_DRESSED_AND_EDITED }

  private static final Pattern PARAGRAPHS = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?][\"\u201d]?)\\s+(?=[\"\u201cA-Z])");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final int BRIEF = 40;
  private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("said", "told reporters"), Map.entry("says", "notes"),
      Map.entry("big", "large"), Map.entry("many", "numerous"), Map.entry("show", "indicate"), Map.entry("shows", "indicates"),
      Map.entry("also", "further"), Map.entry("but", "yet"), Map.entry("about", "roughly"), Map.entry("after", "following"),
      Map.entry("people", "persons"), Map.entry("begin", "start"), Map.entry("help", "aid"), Map.entry("win", "victory"),
      Map.entry("fight", "battle"), Map.entry("against", "versus"), Map.entry("would", "will"), Map.entry("could", "might"),
      Map.entry("because", "since"), Map.entry("while", "whereas"), Map.entry("made", "produced"), Map.entry("who", "that"),
      Map.entry("more", "further"), Map.entry("last", "past"), Map.entry("wants", "seeks"), Map.entry("called", "termed"));
  private static final List<String> PLACES = List.of("WASHINGTON", "NEW YORK", "LONDON", "CLEVELAND", "DES MOINES, Iowa", "PARIS", "MIAMI");
  private static final List<String> BOILERPLATE = List.of(
      "Sign up for our morning newsletter and never miss what matters in politics. You can leave the list at any time.",
      "This story has been updated. Reporting by our staff and news services; editing by the night desk. All rights reserved.",
      "Read more: what the polls say today, and why they may be wrong. Follow us for live results, photographs and analysis.",
      "Have a tip? Write to the desk. Comments are closed after three days. Material may not be published or rewritten without permission.",
      "The copy above was provided by a partner agency and appears here under a headline of our own. Subscribe to support local journalism.");

  private final List<String> vocabulary;

  CopyMaker(List<String> vocabulary) {
    this.vocabulary = List.copyOf(vocabulary);
  }

  /** A copy of {@code text}; never the text itself, and never shorter than some {@value #BRIEF} words where the text is longer. */
  String copy(String text, Way way, Random random) {
    String copy = text;
    if (way == Way.CUT || way == Way.CUT_AND_DRESSED || way == Way.CUT_DRESSED_AND_EDITED) {
      copy = cut(copy, random);
    }
    if (way == Way.EDITED || way == Way.DRESSED_AND_EDITED || way == Way.CUT_DRESSED_AND_EDITED) {
      copy = edit(copy, random);
    }
    return way == Way.CUT || way == Way.EDITED ? copy : dress(copy, random);
  }

  /** Keeps 30 to 95 % of the words: the head, the tail, or both without the middle. */
  private static String cut(String text, Random random) {
    List<String> words = Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
    int kept = Math.min(words.size(), Math.max(BRIEF, (int) (words.size() * (0.3 + 0.65 * random.nextDouble()))));
    int left = words.size() - kept;
    int from = switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> (int) (kept * (0.2 + 0.6 * random.nextDouble()));
      default -> kept;
    };
    return String.join("", words.subList(0, from)) + String.join("", words.subList(from + left, words.size()));
  }

  private String dress(String text, Random random) {
    StringBuilder dressed = new StringBuilder(words(7 + random.nextInt(6), random)).append("\n\n");
    if (random.nextBoolean()) {
      dressed.append("By ").append(words(2, random)).append("\n\n");
    }
    if (random.nextBoolean()) {
      dressed.append(PLACES.get(random.nextInt(PLACES.size()))).append(" \u2014 ");
    }
    List<String> paragraphs = new ArrayList<>(Arrays.asList(PARAGRAPHS.split(text)));
    if (paragraphs.size() > 4 && random.nextBoolean()) {
      paragraphs.remove(0);
    }
    dressed.append(String.join("\n\n", paragraphs));
    for (int i = random.nextInt(3); i > 0; i--) {
      dressed.append("\n\n").append(BOILERPLATE.get(random.nextInt(BOILERPLATE.size())));
    }
    return dressed.toString();
  }

  private String words(int n, Random random) {
    return random.ints(n, 0, vocabulary.size()).mapToObj(vocabulary::get).collect(Collectors.joining(" "));
  }

  /** Changes 5 to 15 % of the words, drops up to a tenth of the sentences, and swaps paragraphs of every other text. */
  private String edit(String text, Random random) {
    double share = 0.05 + 0.1 * random.nextDouble();
    double dropped = 0.1 * random.nextDouble();
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : PARAGRAPHS.split(text)) {
      List<String> sentences = new ArrayList<>();
      for (String sentence : SENTENCES.split(paragraph)) {
        if (random.nextDouble() >= dropped) {
          sentences.add(Arrays.stream(sentence.split(" ")).map(word -> edit(word, share, random)).filter(word -> !word.isEmpty())
              .collect(Collectors.joining(" ")));
        }
      }
      paragraphs.add(String.join(" ", sentences));
    }
    if (random.nextBoolean()) {
      for (int i = 1 + paragraphs.size() / 5; i > 0 && paragraphs.size() > 1; i--) {
        int at = random.nextInt(paragraphs.size() - 1);
        Collections.swap(paragraphs, at, at + 1);
      }
    }
    return String.join("\n\n", paragraphs);
  }

  private String edit(String word, double share, Random random) {
    if (random.nextDouble() >= share) {
      return word;
    }
    String synonym = SYNONYMS.get(word);
    if (synonym != null) {
      return synonym;
    }
    if (NUMBER.matcher(word).find()) {
      return NUMBER.matcher(word).replaceFirst(Integer.toString(1 + random.nextInt(999)));
    }
    String other = vocabulary.get(random.nextInt(vocabulary.size()));
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> word + " " + other;
      default -> other;
    };
  }
}
