package dev.demarche.console.watches;

import dev.demarche.catalogue.WatchYaml;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the inputs of the editor, by their names, good or not. A list comes as several values of one name, as lines of one value, or both.
 *
 * @param values by input; an input that says nothing is not there
 */
public record WatchForm(Map<String, List<String>> values) {
  private static final List<String> TEXTS = List.of("id", "name", "severity", "kind", "words", "minConfidence");
  private static final Set<String> LISTS = Set.of("actors", "roles", "acts", "polarity", "issues", "from", "to", "states");
  private static final List<String> ORDER = List.of("id", "name", "severity", "kind", "actors", "roles", "acts", "polarity", "issues", "words", "from", "to",
      "states", "minConfidence");
  private static final List<String> OUTLETS = List.of("publishers", "exceptPublishers", "languages", "exceptLanguages");
  private static final List<String> SPANS = List.of("delay", "interval", "repeat", "most", "within");

  public WatchForm {
    Map<String, List<String>> clean = new LinkedHashMap<>();
    values.forEach((name, all) -> {
      List<String> said = all.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
      if (!said.isEmpty()) {
        clean.put(name, said);
      }
    });
    values = Map.copyOf(clean);
  }

  /** The inputs as {@code watch} fills them. */
  public static WatchForm of(Watch watch) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    WatchYaml.fields(watch).forEach((field, value) -> put(values, field, value));
    TriggerRule rule = watch.trigger();
    values.keySet().removeIf(name -> name.startsWith("trigger."));
    if (rule.kind() != TriggerRule.Kind.EVERY) {
      values.put("trigger", List.of(rule.kind().name().toLowerCase(Locale.ROOT)));
      values.put("trigger.time", List.of(TriggerRule.text(rule.within())));
      values.put("trigger.number", rule.kind() == TriggerRule.Kind.SILENCE ? List.of() : List.of(Integer.toString(rule.least())));
      values.put("trigger.grace", rule.grace().isZero() ? List.of() : List.of(TriggerRule.text(rule.grace())));
    }
    return new WatchForm(values);
  }

  private static void put(Map<String, List<String>> values, String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((field, inner) -> put(values, name + "." + field, inner));
    } else if (value instanceof List<?> list) {
      values.put(name, list.stream().map(String.class::cast).toList());
    } else {
      values.put(name, List.of((String) value));
    }
  }

  /** What stands in a single input, "" where nothing does. */
  public String text(String name) {
    return values.containsKey(name) ? values.get(name).get(0) : "";
  }

  /** What stands in an input of several, none twice. */
  public List<String> list(String name) {
    Set<String> all = new LinkedHashSet<>();
    values.getOrDefault(name, List.of()).forEach(value -> value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(all::add));
    return new ArrayList<>(all);
  }

  /** Several, one a line. */
  public String lines(String name) {
    return String.join("\n", list(name));
  }

  /** Whether {@code value} is among those of {@code name}, in any case. */
  public boolean has(String name, String value) {
    return list(name).stream().anyMatch(value::equalsIgnoreCase);
  }

  /** The watch in YAML, as far as it is filled in. */
  public String yaml() {
    Map<String, Object> fields = new LinkedHashMap<>();
    ORDER.forEach(name -> {
      if (LISTS.contains(name) && !list(name).isEmpty()) {
        fields.put(name, list(name));
      } else if (TEXTS.contains(name) && !text(name).isEmpty()) {
        fields.put(name, text(name));
      }
    });
    Map<String, Object> outlets = new LinkedHashMap<>();
    OUTLETS.stream().filter(name -> !list("outlets." + name).isEmpty()).forEach(name -> outlets.put(name, list("outlets." + name)));
    put(fields, "outlets", outlets);
    put(fields, "trigger", trigger());
    Map<String, Object> group = new LinkedHashMap<>();
    if (!list("group.by").isEmpty()) {
      group.put("by", list("group.by"));
    }
    SPANS.stream().filter(name -> !text("group." + name).isEmpty()).forEach(name -> group.put(name, text("group." + name)));
    put(fields, "group", group);
    return fields.isEmpty() ? "" : WatchYaml.write(fields);
  }

  private static void put(Map<String, Object> fields, String name, Map<String, Object> inner) {
    if (!inner.isEmpty()) {
      fields.put(name, inner);
    }
  }

  private Map<String, Object> trigger() {
    Map<String, Object> fields = new LinkedHashMap<>();
    String kind = text("trigger").toLowerCase(Locale.ROOT);
    switch (kind) {
      case "", "every" -> {
        return fields;
      }
      case "count", "publishers" -> {
        fields.put(kind, text("trigger.number"));
        said(fields, "within", "trigger.time");
      }
      case "burst" -> {
        fields.put(kind, text("trigger.time"));
        said(fields, "least", "trigger.number");
      }
      default -> fields.put(kind, text("trigger.time"));
    }
    said(fields, "grace", "trigger.grace");
    return fields;
  }

  private void said(Map<String, Object> fields, String field, String input) {
    if (!text(input).isEmpty()) {
      fields.put(field, text(input));
    }
  }

  /** The input in which {@code field} of a problem is written; "" where it is none of them. */
  public static String input(String field) {
    String bare = field.replaceAll("\\[\\d+]", "");
    return switch (bare) {
      case "trigger.count", "trigger.publishers", "trigger.least" -> "trigger.number";
      case "trigger.within", "trigger.burst", "trigger.silence" -> "trigger.time";
      default -> bare;
    };
  }
}
