package dev.demarche.console.search;

import dev.demarche.console.index.Archive.Order;
import dev.demarche.console.index.Ask;
import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a request asks for, as its parameters say it.
 *
 * @param given  the parameters, as they stand in the address; neither blank nor unknown ones
 * @param ask    what they come to
 * @param order  of what is found
 * @param skip   how many utterances, or articles, are passed over
 * @param limit  how many are shown, 1 to {@value #MOST}
 * @param past   how many findings are passed over before utterances are made of those behind
 */
public record Sought(Map<String, String> given, Ask ask, Order order, int skip, int limit, int past) {

  /** How many are shown where nothing is said. */
  public static final int USUAL = 50;
  /** How many are shown at most. */
  public static final int MOST = 500;

  /** The parameters that say what is asked for, in the order of the form. */
  static final List<String> FILTERS = List.of("q", "actor", "role", "act", "polarity", "target", "issue", "kind", "publisher", "language", "from", "until");
  private static final List<String> OTHERS = List.of("order", "show", "skip", "limit", "past");
  private static final List<String> PLACES = List.of("skip", "past");
  private static final int FARTHEST = 1_000_000;

  /**
   * Reads the parameters; unknown ones do not count.
   *
   * @throws IllegalArgumentException naming the parameter that is none of what it may be, and what it may be
   */
  public static Sought of(Map<String, String> parameters, Names names) {
    Map<String, String> given = new LinkedHashMap<>();
    for (List<String> known : List.of(FILTERS, OTHERS)) {
      known.stream().filter(name -> parameters.get(name) != null && !parameters.get(name).isBlank()).forEach(name -> given.put(name, parameters.get(name).strip()));
    }
    Ask ask = new Ask(given.get("q"), kinds(given.get("kind")), names.actorOf(given.get("actor")), one(given, "role", Role.class),
        one(given, "act", Act.class), polarity(given.get("polarity")), names.actorOf(given.get("target")), names.issueOf(given.get("issue")),
        given.get("publisher"), given.get("language"), null, time(given, "from", 0), time(given, "until", 1));
    Order order = one(given, "order", Order.class);
    if (given.containsKey("show") && !Set.of("findings", "articles").contains(given.get("show"))) {
      throw new IllegalArgumentException("show: \"" + given.get("show") + "\" is none of findings, articles");
    }
    return new Sought(given, ask, order == null ? Order.NEWEST : order, number(given, "skip", 0, 0, FARTHEST), number(given, "limit", USUAL, 1, MOST),
        number(given, "past", 0, 0, FARTHEST));
  }

  /** Whether articles are asked for, not what was found in them. */
  public boolean articles() {
    return "articles".equals(given.get("show"));
  }

  /** What stands in the parameter {@code name}, or "". */
  public String text(String name) {
    return given.getOrDefault(name, "");
  }

  /** The address of {@code path} with these parameters, {@code name} set to {@code value}, or taken out where that is null; from the first page on. */
  public String with(String path, String name, Object value) {
    Map<String, String> next = new LinkedHashMap<>(given);
    PLACES.stream().filter(place -> !place.equals(name)).forEach(next::remove);
    if (name.equals("skip") && given.containsKey("past")) {
      next.put("past", given.get("past"));
    }
    if (value == null || value.equals(0)) {
      next.remove(name);
    } else {
      next.put(name, value.toString());
    }
    String query = next.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static Set<Finding.Kind> kinds(String text) {
    return text == null ? Set.of() : Arrays.stream(text.split(",")).map(each -> of("kind", each.strip(), Finding.Kind.class)).collect(Collectors.toSet());
  }

  private static <E extends Enum<E>> E one(Map<String, String> given, String name, Class<E> type) {
    return given.containsKey(name) ? of(name, given.get(name), type) : null;
  }

  private static <E extends Enum<E>> E of(String name, String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT))).findFirst().orElseThrow(
        () -> new IllegalArgumentException(name + ": \"" + text + "\" is none of "
            + Arrays.stream(type.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
  }

  private static Integer polarity(String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "1", "for" -> 1;
      case "-1", "against" -> -1;
      case "0", "neither" -> 0;
      default -> throw new IllegalArgumentException("polarity: \"" + text + "\" is none of for (1), against (-1), neither (0)");
    };
  }

  /** An instant, or a day, of which the begin counts, or the begin of a later one. */
  private static Instant time(Map<String, String> given, String name, int daysLater) {
    String text = given.get(name);
    try {
      return text == null ? null : text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + ": \"" + text + "\" is neither a day such as 2026-05-13 nor a time such as 2026-05-13T12:00:00Z", e);
    }
  }

  private static int number(Map<String, String> given, String name, int otherwise, int least, int most) {
    String text = given.get(name);
    if (text == null) {
      return otherwise;
    }
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(name + ": \"" + text + "\" is no number from " + least + " to " + most);
    }
    return number;
  }
}
