package dev.demarche.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.topics.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads articles that were tagged before, by Demarche or by others: one JSON object a line, with an id and what was found. Of the form of a tagged
 * article only the offsets, types and kinds are needed, so that any tagger's output can be scored.
 */
public final class TaggedFile {
  private static final Set<String> NO_NAMES = Set.of("NOMINAL", "PRONOUN");

  /** What is wrong with a line. */
  private static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(String message) {
      super(message);
    }
  }

  private interface Reader<T> {
    T read(JsonNode article) throws BadLine;
  }

  private TaggedFile() {}

  /**
   * The outer statements of each article, by the article's name: its id without folders and the ending {@code .txt}. {@code source}, {@code cue} and
   * {@code content} are each null, a span or a list of spans; a statement with {@code "nested": true} is left out.
   *
   * @throws EvaluationException naming file and line, if a line is no tagged article or an article comes twice
   */
  public static Map<String, List<Attribution>> statements(Path file) {
    return read(file, TaggedFile::name, article -> {
      if (!article.has("statements")) {
        throw new BadLine("field \"statements\" is missing");
      }
      List<Attribution> statements = new ArrayList<>();
      for (JsonNode statement : items(article, "statements")) {
        if (!statement.path("nested").asBoolean()) {
          statements.add(new Attribution(ranges(statement, "source"), ranges(statement, "cue"), ranges(statement, "content")));
        }
      }
      return statements;
    });
  }

  /**
   * The names in each sentence, by the sentence's id. Entities of other types than the three of {@link MentionType}, and those whose {@code kind} is
   * NOMINAL or PRONOUN, are left out; a sentence without {@code entities} has none.
   *
   * @throws EvaluationException naming file and line, if a line is no tagged article or a sentence comes twice
   */
  public static Map<String, List<FoundMention>> mentions(Path file) {
    return read(file, id -> id, article -> {
      List<FoundMention> mentions = new ArrayList<>();
      for (JsonNode entity : items(article, "entities")) {
        MentionType type = MentionType.of(entity.path("type").asText()).orElse(null);
        if (type != null && !NO_NAMES.contains(entity.path("kind").asText())) {
          mentions.add(new FoundMention(range(entity, "entities"), type));
        }
      }
      return mentions;
    });
  }

  /**
   * The speakers of the outer statements of each article, by the article's name. A {@code speaker} may be null; a {@code speakerKind} that is
   * missing counts as UNKNOWN.
   *
   * @throws EvaluationException naming file and line, if a line is no tagged article, a kind is not known, or an article comes twice
   */
  public static Map<String, List<FoundSpeaker>> speakers(Path file) {
    return read(file, TaggedFile::name, article -> {
      if (!article.has("statements")) {
        throw new BadLine("field \"statements\" is missing");
      }
      List<FoundSpeaker> speakers = new ArrayList<>();
      for (JsonNode statement : items(article, "statements")) {
        if (!statement.path("nested").asBoolean()) {
          speakers.add(new FoundSpeaker(ranges(statement, "content"), statement.path("speaker").asText(null), kind(statement)));
        }
      }
      return speakers;
    });
  }

  private static SpeakerKind kind(JsonNode statement) throws BadLine {
    String kind = statement.path("speakerKind").asText("UNKNOWN");
    return Arrays.stream(SpeakerKind.values()).filter(one -> one.name().equals(kind)).findFirst().orElseThrow(
        () -> new BadLine("field \"speakerKind\": " + kind + " is none of " + Arrays.toString(SpeakerKind.values())));
  }

  /**
   * All that has a canonical name in each article, by the article's id: {@code begin}, {@code end}, {@code name} and {@code kind} of its entities. An
   * article without {@code entities} has none.
   *
   * @throws EvaluationException naming file and line, if a line is no tagged article or an article comes twice
   */
  public static Map<String, List<FoundActor>> actors(Path file) {
    return read(file, id -> id, article -> {
      List<FoundActor> actors = new ArrayList<>();
      for (JsonNode entity : items(article, "entities")) {
        if (!entity.path("name").isTextual()) {
          throw new BadLine("field \"entities\": an entity has no name");
        }
        actors.add(new FoundActor(range(entity, "entities"), entity.get("name").asText(), entity.path("kind").asText().equals("PRONOUN")));
      }
      return actors;
    });
  }

  /**
   * What is linked to the catalogue in each article, by the article's id: the entities with an {@code actor}.
   *
   * @throws EvaluationException naming file and line, if a line is no tagged article or an article comes twice
   */
  public static Map<String, List<FoundLink>> links(Path file) {
    return read(file, id -> id, article -> {
      List<FoundLink> links = new ArrayList<>();
      for (JsonNode entity : items(article, "entities")) {
        if (entity.path("actor").isTextual()) {
          links.add(new FoundLink(range(entity, "entities"), !NO_NAMES.contains(entity.path("kind").asText()), entity.get("actor").asText()));
        }
      }
      return links;
    });
  }

  /**
   * The stances of each article, by the article's name. {@code holderSpan}, {@code targetSpan} and {@code evidence} need their {@code text} alone; a
   * missing {@code polarity} is 0. An article without {@code stances} has none.
   *
   * @throws EvaluationException naming file and line, if a line is no tagged article or an article comes twice
   */
  public static Map<String, List<ReadStance>> stances(Path file) {
    return read(file, TaggedFile::name, article -> {
      List<ReadStance> stances = new ArrayList<>();
      for (JsonNode stance : items(article, "stances")) {
        stances.add(new ReadStance(names(stance, "holder"), names(stance, "target"), stance.path("act").asText(null), stance.path("polarity").asInt(),
            stance.path("evidence").path("text").asText("")));
      }
      return stances;
    });
  }

  /**
   * Each article as it stands, by its name up to the first dot.
   *
   * @throws EvaluationException naming file and line, if a line is no tagged article or an article comes twice
   */
  public static Map<String, JsonNode> whole(Path file) {
    return read(file, GoldCorpus::name, article -> article);
  }

  private static List<String> names(JsonNode stance, String role) {
    return Stream.of(stance.path(role + "Span").path("text"), stance.path(role)).filter(JsonNode::isTextual).map(JsonNode::asText)
        .filter(words -> !words.isEmpty()).toList();
  }

  private static String name(String id) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    return name.endsWith(".txt") ? name.substring(0, name.length() - ".txt".length()) : name;
  }

  private static <T> Map<String, T> read(Path file, Function<String, String> name, Reader<T> reader) {
    Map<String, T> found = new LinkedHashMap<>();
    int number = 0;
    for (String line : TextFile.lines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode article = Json.mapper().readTree(line);
        if (!article.path("id").isTextual()) {
          throw new BadLine("field \"id\" is missing or no text");
        }
        String id = name.apply(article.get("id").asText());
        if (found.putIfAbsent(id, reader.read(article)) != null) {
          throw new BadLine("the article " + id + " comes for the second time");
        }
      } catch (JsonProcessingException e) {
        throw bad(file, number, "the line is no JSON (" + e.getOriginalMessage() + ")");
      } catch (BadLine e) {
        throw bad(file, number, e.getMessage());
      }
    }
    return found;
  }

  private static EvaluationException bad(Path file, int line, String what) {
    return new EvaluationException(file + ":" + line + ": " + what + "; write one tagged article a line, as demarche tag --json does");
  }

  private static Iterable<JsonNode> items(JsonNode of, String field) throws BadLine {
    JsonNode list = of.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new BadLine("field \"" + field + "\" is no list");
    }
    return list;
  }

  private static List<Range> ranges(JsonNode statement, String field) throws BadLine {
    JsonNode value = statement.path(field);
    List<Range> ranges = new ArrayList<>();
    for (JsonNode span : value.isArray() ? value : List.of(value)) {
      if (!span.isMissingNode() && !span.isNull()) {
        ranges.add(range(span, field));
      }
    }
    return ranges;
  }

  private static Range range(JsonNode span, String field) throws BadLine {
    JsonNode begin = span.path("begin");
    JsonNode end = span.path("end");
    if (!begin.canConvertToInt() || !end.canConvertToInt() || !begin.isIntegralNumber() || !end.isIntegralNumber()) {
      throw new BadLine("field \"" + field + "\": begin and end are not both whole numbers");
    }
    try {
      return new Range(begin.intValue(), end.intValue());
    } catch (IllegalArgumentException e) {
      throw new BadLine("field \"" + field + "\": " + e.getMessage());
    }
  }
}
