package dev.demarche.ingest;

import dev.demarche.topics.PublicationDate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What is known of a text file's article besides its text: YAML with any of the fields below.
 *
 * @param url         where it was published, or null
 * @param publisher   who published it, or null
 * @param title       headline, or null
 * @param language    BCP 47 tag, or null
 * @param publishedAt when, or null
 */
public record Sidecar(String url, String publisher, String title, String language, Instant publishedAt) {
  static final Sidecar NONE = new Sidecar(null, null, null, null, null);
  private static final Set<String> FIELDS = new TreeSet<>(Set.of("url", "publisher", "title", "language", "publishedAt"));

  /**
   * Reads a sidecar.
   *
   * @throws IllegalArgumentException saying which field is wrong
   */
  static Sidecar read(String file, String yaml) {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("not YAML: " + e.getMessage().lines().findFirst().orElse(""), e);
    }
    if (root == null) {
      return NONE;
    }
    if (!(root instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("not of the form FIELD: VALUE");
    }
    for (Object field : fields.keySet()) {
      if (!FIELDS.contains(String.valueOf(field))) {
        throw new IllegalArgumentException("there is no field " + field + "; the fields are " + FIELDS);
      }
    }
    return new Sidecar(text(fields, "url"), text(fields, "publisher"), text(fields, "title"), text(fields, "language"), date(fields));
  }

  private static String text(Map<?, ?> fields, String field) {
    Object value = fields.get(field);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new IllegalArgumentException("the field " + field + " is no text: " + value + "; put it in quotation marks");
  }

  private static Instant date(Map<?, ?> fields) {
    Object value = fields.get("publishedAt");
    if (value == null) {
      return null;
    }
    if (value instanceof Date date) {
      return date.toInstant();
    }
    return PublicationDate.read(String.valueOf(value)).orElseThrow(
        () -> new IllegalArgumentException("the field publishedAt is no date: " + value + "; write 2025-05-13T12:00:00Z"));
  }
}
