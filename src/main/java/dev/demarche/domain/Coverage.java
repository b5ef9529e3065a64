package dev.demarche.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who reported something, in which texts, and how many of these reports are independent: the most that can be chosen of them so that no two are of
 * one house and no two are copies of one text, a maximum matching of houses and texts.
 * So the order in which reports arrive does not count. Copies of a text are one text, and texts that a longer one contains become one with it.
 *
 * @param texts  that differ from each other, in order of their first report
 * @param houses that reported it, in order of their first report
 * @param more   whether there were reports that found no room, so that each count means "or more"
 */
public record Coverage(List<Text> texts, List<House> houses, boolean more) {
  /** No report. */
  public static final Coverage NONE = new Coverage(List.of(), List.of(), false);
  /** Bound of {@code houses}. */
  public static final int MAX_HOUSES = 100;
  /** Bound of the fingerprints of all texts. */
  public static final int MAX_PRINTS = 100;
  /** With so many fingerprints, only a text that makes a report independent is still kept. */
  private static final int SPARING = MAX_PRINTS / 2;
  private static final int PRINTS_OF_A_TEXT = 6;
  private static final double SAME = 0.85;

  /**
   * A text.
   *
   * @param number       not given again to another
   * @param fingerprints of it and of copies that differ from it; empty where it has none
   */
  public record Text(int number, List<String> fingerprints) {
    public Text {
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /**
   * A house.
   *
   * @param name  by {@link Houses}; "" for all that are not known
   * @param texts numbers of those that it printed
   */
  public record House(String name, List<Integer> texts) {
    public House {
      texts = List.copyOf(texts);
    }
  }

  public Coverage {
    texts = texts == null ? List.of() : List.copyOf(texts);
    houses = houses == null ? List.of() : List.copyOf(houses);
  }

  /** With a report more. What is no fingerprint counts as none: a text of its own for each house. */
  public Coverage with(String house, String encoded) {
    return with(house, encoded, "");
  }

  /** The same; that texts have {@code quoted} in common, which all of them report, makes none a copy of another. */
  public Coverage with(String house, String encoded, String quoted) {
    Fingerprint print = Fingerprint.read(encoded);
    Fingerprint quotation = Fingerprint.of(quoted);
    House known = houses.stream().filter(each -> each.name.equals(house)).findFirst().orElse(null);
    List<Text> copied = print == null
        ? texts.stream().filter(text -> text.fingerprints.isEmpty() && known != null && known.texts.contains(text.number)).toList()
        : texts.stream().filter(text -> text.fingerprints.stream().anyMatch(other -> print.copies(Fingerprint.decode(other), quotation))).toList();
    if (known == null && houses.size() == MAX_HOUSES) {
      return new Coverage(texts, houses, true);
    }
    Coverage next = copied.isEmpty() ? withText(house, print) : withCopy(house, print, copied);
    return next.independent() > independent() || prints() < SPARING || !copied.isEmpty() ? next : withHouse(house, null);
  }

  private Coverage withText(String house, Fingerprint print) {
    if (texts.size() >= MAX_PRINTS || prints() >= MAX_PRINTS) {
      return new Coverage(texts, withHouse(house, null).houses, true);
    }
    int number = texts.stream().mapToInt(Text::number).max().orElse(-1) + 1;
    List<Text> next = new ArrayList<>(texts);
    next.add(new Text(number, print == null ? List.of() : List.of(print.encoded())));
    return new Coverage(next, houses, more).withHouse(house, number);
  }

  private Coverage withCopy(String house, Fingerprint print, List<Text> copied) {
    Set<String> prints = new LinkedHashSet<>();
    copied.forEach(text -> prints.addAll(text.fingerprints));
    boolean room = print != null && prints.size() < PRINTS_OF_A_TEXT && prints() < SPARING;
    if (room && prints.stream().map(Fingerprint::decode).noneMatch(known -> same(known, print))) {
      prints.add(print.encoded());
    }
    Set<Integer> merged = new HashSet<>(copied.stream().map(Text::number).toList());
    int number = copied.get(0).number;
    List<Text> next = texts.stream().filter(text -> text.number == number || !merged.contains(text.number))
        .map(text -> text.number == number ? new Text(number, prints.stream().limit(PRINTS_OF_A_TEXT).toList()) : text).toList();
    List<House> renumbered = houses.stream().map(each -> new House(each.name,
        new ArrayList<>(new TreeSet<>(each.texts.stream().map(text -> merged.contains(text) ? Integer.valueOf(number) : text).toList())))).toList();
    return new Coverage(next, renumbered, more).withHouse(house, number);
  }

  private static boolean same(Fingerprint one, Fingerprint other) {
    double ratio = (double) Math.min(one.shingles(), other.shingles()) / Math.max(one.shingles(), other.shingles());
    return ratio >= SAME && one.containment(other) >= SAME;
  }

  private Coverage withHouse(String name, Integer text) {
    List<House> next = new ArrayList<>();
    boolean found = false;
    for (House house : houses) {
      if (house.name.equals(name)) {
        found = true;
        Set<Integer> numbers = new TreeSet<>(house.texts);
        if (text != null) {
          numbers.add(text);
        }
        next.add(new House(name, new ArrayList<>(numbers)));
      } else {
        next.add(house);
      }
    }
    if (!found) {
      next.add(new House(name, text == null ? List.of() : List.of(text)));
    }
    return new Coverage(texts, next, more);
  }

  /** How many reports are independent; with {@link #more}, or more. */
  public int independent() {
    return Matching.size(houses.stream().map(House::texts).toList());
  }

  /** All fingerprints. */
  public List<String> fingerprints() {
    return texts.stream().flatMap(text -> text.fingerprints.stream()).toList();
  }

  private int prints() {
    return texts.stream().mapToInt(text -> Math.max(1, text.fingerprints.size())).sum();
  }
}
