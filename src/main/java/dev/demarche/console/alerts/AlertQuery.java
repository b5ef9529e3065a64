package dev.demarche.console.alerts;

import dev.demarche.console.index.Shelf;
import dev.demarche.console.web.Links;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which alerts are asked for; null asks for any.
 *
 * @param state    where they stand
 * @param severity of their watch
 * @param watch    id
 * @param actor    the catalogue's id, or a name
 * @param issue    id
 * @param words    all of which what it tells must hold, in any case
 * @param before   raised before then
 * @param skip     how many of the newest are left out
 * @param limit    how many at most
 */
public record AlertQuery(State state, Severity severity, String watch, String actor, String issue, String words, Instant before, int skip, int limit) {
  static final int LIMIT = 50;
  static final int MOST = 500;

  /** The tabs. */
  public enum State {
    OPEN("Open", AlertLife.State.FIRING), ACKNOWLEDGED("Acknowledged", AlertLife.State.ACKNOWLEDGED), SILENCED("Silenced", AlertLife.State.FIRING),
    RESOLVED("Resolved", AlertLife.State.RESOLVED), ALL("All", null);

    private final String title;
    private final AlertLife.State stands;

    State(String title, AlertLife.State stands) {
      this.title = title;
      this.stands = stands;
    }

    public String title() {
      return title;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads parameters.
   *
   * @throws Refused naming the one that is wrong
   */
  static AlertQuery of(UnaryOperator<String> parameter) {
    State state = one("state", parameter, State.class, State.OPEN);
    return new AlertQuery(state, one("severity", parameter, Severity.class, null), text(parameter, "watch"), text(parameter, "actor"), text(parameter, "issue"),
        text(parameter, "q"), instant(parameter), number(parameter, "skip", 0, 0, 100_000), number(parameter, "limit", LIMIT, 1, MOST));
  }

  private static Instant instant(UnaryOperator<String> parameter) {
    String text = text(parameter, "before");
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Refused(400, "\"" + text + "\" is no point in time", "write one such as 2026-03-01T12:00:00Z", "before");
    }
  }

  private static String text(UnaryOperator<String> parameter, String name) {
    String text = parameter.apply(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  static int number(UnaryOperator<String> parameter, String name, int otherwise, int least, int most) {
    String text = text(parameter, name);
    try {
      int number = text == null ? otherwise : Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Refused(400, name + " is " + text, "write a number from " + least + " to " + most, name);
  }

  static <E extends Enum<E>> E one(String name, UnaryOperator<String> parameter, Class<E> type, E otherwise) {
    String text = text(parameter, name);
    return text == null ? otherwise : Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst().orElseThrow(() ->
        new Refused(400, "there is no " + name + " " + text, "write one of: " + Arrays.stream(type.getEnumConstants())
            .map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")), name));
  }

  /** What the shelf can answer of it, in {@code as}. */
  Shelf.Filter filter(State as) {
    return Shelf.Filter.ALL.with("state", as.stands == null ? null : as.stands.name()).with("severity", severity == null ? null : severity.name())
        .with("watch", watch).with("actor", actor).with("issue", issue).between(null, before);
  }

  /** Whether the shelf cannot answer all of it. */
  boolean needsReading() {
    return state == State.SILENCED || words != null;
  }

  /** Whether it narrows anything but the state. */
  public boolean narrows() {
    return severity != null || watch != null || actor != null || issue != null || words != null;
  }

  /** This in another tab, from its begin. */
  public AlertQuery in(State other) {
    return new AlertQuery(other, severity, watch, actor, issue, words, null, 0, limit);
  }

  /** This from another place on. */
  public AlertQuery from(int first) {
    return new AlertQuery(state, severity, watch, actor, issue, words, before, first, limit);
  }

  /** This, raised before {@code then}. */
  AlertQuery before(Instant then) {
    return new AlertQuery(state, severity, watch, actor, issue, words, then, skip, limit);
  }

  /** As the part of an address behind the question mark. */
  public String parameters() {
    List<String> all = new ArrayList<>();
    all.add("state=" + state.key());
    add(all, "severity", severity == null ? null : severity.name().toLowerCase(Locale.ROOT));
    add(all, "watch", watch);
    add(all, "actor", actor);
    add(all, "issue", issue);
    add(all, "q", words);
    add(all, "before", before == null ? null : before.toString());
    add(all, "skip", skip == 0 ? null : String.valueOf(skip));
    add(all, "limit", limit == LIMIT ? null : String.valueOf(limit));
    return String.join("&", all);
  }

  private static void add(List<String> all, String name, String value) {
    if (value != null) {
      all.add(name + "=" + Links.part(value));
    }
  }
}
