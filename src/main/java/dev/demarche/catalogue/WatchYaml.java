package dev.demarche.catalogue;

import dev.demarche.domain.Grouping;
import dev.demarche.domain.Outlets;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Watches as people write them, in YAML. What {@link PackReader#watches} has read is read again as the same watch; defaults are left out. What
 * has no form there, such as an interval of no time, is written so that reading tells of it.
 */
public final class WatchYaml {
  private static final int WIDTH = 150;

  private WatchYaml() {}

  /** {@code watch} as one mapping. */
  public static String write(Watch watch) {
    return write(fields(watch));
  }

  /**
   * Fields of a watch, good or not, as one mapping in their order.
   *
   * @param fields texts, collections of texts, and maps of such by the names that {@link PackReader#watches} reads
   */
  public static String write(Map<String, ?> fields) {
    DumperOptions options = new DumperOptions();
    options.setWidth(WIDTH);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    StringWriter out = new StringWriter();
    new Yaml(options).serialize(mapping(fields, FlowStyle.BLOCK), out);
    return out.toString();
  }

  /** The fields of {@code watch} that say something, as they are written: texts, lists of texts, and maps of such. */
  public static Map<String, Object> fields(Watch watch) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", watch.id());
    if (!watch.name().equals(watch.id())) {
      fields.put("name", watch.name());
    }
    fields.put("severity", word(watch.severity()));
    fields.put("kind", word(watch.kind()));
    list(fields, "actors", watch.actors());
    if (!watch.roles().equals(watch.actors().isEmpty() ? List.of() : List.of(Watch.mainRole(watch.kind())))) {
      list(fields, "roles", words(watch.roles()));
    }
    list(fields, "acts", watch.acts().stream().map(Enum::name).toList());
    list(fields, "polarity", words(watch.polarity()));
    list(fields, "issues", watch.issues());
    if (watch.words() != null) {
      fields.put("words", watch.words());
    }
    list(fields, "from", words(watch.from()));
    list(fields, "to", words(watch.to()));
    list(fields, "states", words(watch.states()));
    if (watch.minConfidence() > 0) {
      fields.put("minConfidence", BigDecimal.valueOf(watch.minConfidence()).toPlainString());
    }
    map(fields, "outlets", outlets(watch.outlets()));
    map(fields, "trigger", trigger(watch.trigger()));
    map(fields, "group", grouping(watch.grouping()));
    return fields;
  }

  private static Map<String, Object> outlets(Outlets outlets) {
    Map<String, Object> fields = new LinkedHashMap<>();
    list(fields, "publishers", outlets.publishers());
    list(fields, "exceptPublishers", outlets.exceptPublishers());
    list(fields, "languages", outlets.languages());
    list(fields, "exceptLanguages", outlets.exceptLanguages());
    return fields;
  }

  private static Map<String, Object> trigger(TriggerRule rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (rule.kind()) {
      case COUNT, PUBLISHERS -> {
        fields.put(word(rule.kind()), Integer.toString(rule.least()));
        fields.put("within", TriggerRule.text(rule.within()));
      }
      case BURST -> {
        fields.put("burst", TriggerRule.text(rule.within()));
        fields.put("least", Integer.toString(rule.least()));
      }
      case SILENCE -> fields.put("silence", TriggerRule.text(rule.within()));
      case EVERY -> { }
    }
    if (!rule.grace().isZero() && rule.kind() != TriggerRule.Kind.EVERY) {
      fields.put("grace", TriggerRule.text(rule.grace()));
    }
    return fields;
  }

  private static Map<String, Object> grouping(Grouping grouping) {
    Grouping standard = Grouping.DEFAULT;
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!grouping.by().equals(standard.by())) {
      fields.put("by", words(grouping.by()));
    }
    span(fields, "delay", grouping.delay(), standard.delay());
    span(fields, "interval", grouping.interval(), standard.interval());
    span(fields, "repeat", grouping.repeat(), standard.repeat());
    if (grouping.most() > 0) {
      fields.put("most", Integer.toString(grouping.most()));
      span(fields, "within", grouping.within(), standard.within());
    }
    return fields;
  }

  private static void span(Map<String, Object> fields, String field, Duration span, Duration standard) {
    if (span != null && !span.equals(standard)) {
      fields.put(field, TriggerRule.text(span));
    }
  }

  private static void list(Map<String, Object> fields, String field, List<String> list) {
    if (!list.isEmpty()) {
      fields.put(field, list);
    }
  }

  private static void map(Map<String, Object> fields, String field, Map<String, Object> map) {
    if (!map.isEmpty()) {
      fields.put(field, map);
    }
  }

  private static List<String> words(List<? extends Enum<?>> constants) {
    return constants.stream().map(WatchYaml::word).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Node mapping(Map<?, ?> fields, FlowStyle style) {
    List<NodeTuple> tuples = new ArrayList<>();
    fields.forEach((field, value) -> tuples.add(new NodeTuple(scalar(field, false), node(value))));
    return new MappingNode(Tag.MAP, true, tuples, null, null, style);
  }

  private static Node node(Object value) {
    if (value instanceof Map<?, ?> map) {
      return mapping(map, FlowStyle.FLOW);
    }
    if (value instanceof Collection<?> list) {
      return new SequenceNode(Tag.SEQ, true, list.stream().map(each -> scalar(each, true)).toList(), null, null, FlowStyle.FLOW);
    }
    return scalar(value, false);
  }

  private static Node scalar(Object value, boolean inList) {
    String text = String.valueOf(value);
    // Numbers are read as the text that is written, so they need no quotation marks; whatever else is no plain text gets them.
    boolean number = !inList && text.matches("[0-9]{1,9}|0\\.[0-9]+|1\\.0");
    boolean breaks = text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    return new ScalarNode(number ? (text.contains(".") ? Tag.FLOAT : Tag.INT) : Tag.STR, text, null, null,
        breaks ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
  }
}
