package dev.demarche.console.watches;

import dev.demarche.console.web.Links;
import dev.demarche.topics.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the editor's page shows.
 *
 * @param was       id of the watch that is edited, or "" of a new one
 * @param version   that was seen, or null of a new one
 * @param title     of the page
 * @param draft     what stands in form and YAML
 * @param names     ids of actors and issues in the draft, and what people call them
 * @param offered   publishers and languages that there are
 * @param row       how the watch does, or null of a new one
 * @param days      alerts of each of the last days
 * @param note      what was done a moment ago, or null
 * @param standing  another's version in YAML, which was written in between, or null
 * @param edits     whether the visitor may save
 */
public record Editor(String was, Long version, String title, Draft draft, Map<String, String> names, Offered offered, WatchRow row, SortedMap<LocalDate, Long> days, String note,
                     String standing, boolean edits) {

  /** What inputs complete from. */
  public record Offered(List<String> publishers, List<String> languages) {
    public Offered {
      publishers = List.copyOf(publishers);
      languages = List.copyOf(languages);
    }

    /** Publishers for the combobox. */
    public String publishersJson() {
      return json(pairs(publishers));
    }

    /** Languages for the combobox. */
    public String languagesJson() {
      return json(pairs(languages));
    }
  }

  /** A day of the little chart. */
  public record Bar(LocalDate day, long alerts, int x, int y, int height) {}

  private static final int HEIGHT = 32;
  private static final int STEP = 8;

  /** What stands in the inputs. */
  public WatchForm form() {
    return draft.form() == null ? new WatchForm(Map.of()) : draft.form();
  }

  /** What is wrong with an input, each with its mend; of "" what belongs to none. */
  public List<Flaw> flaws(String input) {
    return of(draft.problems(), input);
  }

  /** What might be wrong with an input. */
  public List<Flaw> doubts(String input) {
    return of(draft.warnings(), input);
  }

  private static List<Flaw> of(List<Flaw> flaws, String input) {
    return flaws.stream().filter(flaw -> input.equals(INPUTS.contains(flaw.input()) ? flaw.input() : "")).toList();
  }

  private static final List<String> INPUTS = List.of("id", "name", "severity", "kind", "actors", "roles", "acts", "polarity", "issues", "words", "from", "to", "states",
      "minConfidence", "outlets.publishers", "outlets.exceptPublishers", "outlets.languages", "outlets.exceptLanguages", "trigger", "trigger.number", "trigger.time",
      "trigger.grace", "group.by", "group.delay", "group.interval", "group.repeat", "group.most", "group.within");

  /** Where the watch is edited. */
  public String path() {
    return WatchPages.path(was);
  }

  /** {@code was}, as it stands in an address. */
  public String encoded() {
    return Links.part(was);
  }

  /** The names for the comboboxes. */
  public String namesJson() {
    return json(names);
  }

  /** The acts for the combobox. */
  public String actsJson() {
    return json(pairs(Arrays.stream(dev.demarche.domain.Act.values()).map(Enum::name).toList()));
  }

  /** Constants as YAML writes them. */
  public static List<String> words(Class<? extends Enum<?>> type) {
    return Stream.of(type.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The chart of {@code days}. */
  public List<Bar> bars() {
    long most = Math.max(1, days.values().stream().mapToLong(Long::longValue).max().orElse(1));
    int[] x = {0};
    return days.entrySet().stream().map(day -> {
      int height = day.getValue() == 0 ? 1 : (int) Math.max(3, day.getValue() * HEIGHT / most);
      return new Bar(day.getKey(), day.getValue(), STEP * x[0]++, HEIGHT - height, height);
    }).toList();
  }

  private static List<Map<String, String>> pairs(List<String> values) {
    return values.stream().map(value -> {
      Map<String, String> pair = new LinkedHashMap<>();
      pair.put("id", value);
      pair.put("name", value);
      return pair;
    }).collect(Collectors.toList());
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
