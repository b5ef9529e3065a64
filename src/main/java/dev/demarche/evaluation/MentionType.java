package dev.demarche.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a mention is, in the three types that corpora and taggers have in common. */
public enum MentionType {
  PERSON("person", "politician", "writer", "scientist", "musicalartist", "PER", "PERSON"),
  ORGANIZATION("organisation", "politicalparty", "ORG", "ORGANIZATION"),
  LOCATION("country", "location", "LOC", "COUNTRY", "PLACE", "LOCATION");

  private static final Map<String, MentionType> BY_LABEL = new HashMap<>();

  static {
    for (MentionType type : values()) {
      type.labels.forEach(label -> BY_LABEL.put(label, type));
    }
  }

  private final List<String> labels;

  MentionType(String... labels) {
    this.labels = List.of(labels);
  }

  /** The type that CrossNER, UNER or a tagged article calls {@code label}; empty for other types. */
  public static Optional<MentionType> of(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }
}
