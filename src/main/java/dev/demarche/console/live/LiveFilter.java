package dev.demarche.console.live;

import dev.demarche.console.live.Line.Kind;
import dev.demarche.domain.Act;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which lines a viewer asks for; null or empty asks for any.
 *
 * @param actor     the catalogue's id, or a name: who, or the target
 * @param act       of a stance, or of what a shift or an alert is told by
 * @param issue     id
 * @param publisher as it stands in articles
 * @param kinds     of lines
 * @param polarity  of the act: -1, 0 or 1
 */
public record LiveFilter(String actor, Act act, String issue, String publisher, Set<Kind> kinds, Integer polarity) {

  /** Any. */
  public static final LiveFilter ANY = new LiveFilter(null, null, null, null, Set.of(), null);

  public LiveFilter {
    kinds = Set.copyOf(kinds);
  }

  /**
   * What the parameters of a request ask for.
   *
   * @param parameter the value of a query parameter by its name, or null; {@code kind} may name several with commas between
   * @throws IllegalArgumentException naming the parameter and what it may be
   */
  public static LiveFilter of(Function<String, String> parameter) {
    Function<String, String> given = name -> {
      String value = parameter.apply(name);
      return value == null || value.isBlank() ? null : value.strip();
    };
    String kinds = given.apply("kind");
    Set<Kind> of = EnumSet.noneOf(Kind.class);
    if (kinds != null) {
      Arrays.stream(kinds.split(",")).forEach(kind -> of.add(one("kind", kind.strip(), Kind.class)));
    }
    String act = given.apply("act");
    String polarity = given.apply("polarity");
    if (polarity != null && !polarity.matches("-1|0|1")) {
      throw new IllegalArgumentException("polarity: " + polarity + " is none of -1, 0, 1");
    }
    return new LiveFilter(given.apply("actor"), act == null ? null : one("act", act, Act.class), given.apply("issue"), given.apply("publisher"), of,
        polarity == null ? null : Integer.valueOf(polarity));
  }

  private static <E extends Enum<E>> E one(String name, String value, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(name + ": " + value + " is none of "
        + Arrays.stream(type.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
  }

  /** Whether this asks for nothing in particular. */
  public boolean isAny() {
    return equals(ANY);
  }

  /**
   * What of a line is filtered by; kept beside its bytes.
   *
   * @param kind      of the line
   * @param actors    ids and names of who and target
   * @param act       or null
   * @param polarity  or null
   * @param issues    ids
   * @param publisher or null
   */
  record Facets(Kind kind, List<String> actors, Act act, Integer polarity, List<String> issues, String publisher) {

    static Facets of(Line line) {
      List<String> actors = new ArrayList<>(4);
      for (String one : new String[] {line.actor(), line.who(), line.targetActor(), line.target()}) {
        if (one != null) {
          actors.add(one);
        }
      }
      return new Facets(line.kind(), List.copyOf(actors), line.act(), line.polarity(), line.issues(), line.publisher());
    }
  }

  /** Whether a line with these facets is asked for. */
  boolean admits(Facets line) {
    return (kinds.isEmpty() || kinds.contains(line.kind()))
        && (act == null || act == line.act())
        && (polarity == null || polarity.equals(line.polarity()))
        && (issue == null || line.issues().contains(issue))
        && (publisher == null || publisher.equalsIgnoreCase(line.publisher()))
        && (actor == null || line.actors().stream().anyMatch(actor::equalsIgnoreCase));
  }
}
