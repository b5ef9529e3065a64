package dev.demarche.tagging.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a model's facts from the JSON that its file carries. */
final class Facts {
  private final String file;

  private Facts(String file) {
    this.file = file;
  }

  /**
   * The facts that {@code json} tells.
   *
   * @param file the name that errors tell
   * @throws IllegalArgumentException naming the file and the field if something is missing or wrong
   */
  static ModelFacts read(String json, String file) {
    Facts facts = new Facts(file);
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw facts.wrong("demarche", "is no JSON: " + e.getOriginalMessage());
    }
    Head roles = facts.head(root, "roles");
    Head mentions = facts.head(root, "mentions");
    Links links = facts.links(root);
    JsonNode version = root.path("version");
    if (!version.isTextual()) {
      throw facts.wrong("version", "must be a text");
    }
    try {
      return new ModelFacts(version.textValue(), facts.number(root, "window", "window"), facts.number(root, "context", "context"), roles, mentions,
          links, facts.weights(root.path("stances")));
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith(file) ? e : facts.wrong("window", e.getMessage());
    }
  }

  private Head head(JsonNode root, String name) {
    JsonNode node = root.path(name);
    List<String> labels = new ArrayList<>();
    for (JsonNode label : list(node, "labels", name)) {
      labels.add(label.asText());
    }
    JsonNode rows = list(node, "transitions", name);
    float[][] transitions = new float[rows.size()][];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = floats(rows.get(i), name + ".transitions[" + i + "]");
    }
    float[] start = floats(node.path("start"), name + ".start");
    float[] end = floats(node.path("end"), name + ".end");
    try {
      return new Head(labels, transitions, start, end);
    } catch (IllegalArgumentException e) {
      throw wrong(name, e.getMessage());
    }
  }

  private Links links(JsonNode root) {
    JsonNode node = root.path("links");
    int width = number(node, "width", "links.width");
    float[] contentCue = floats(node.path("contentCue"), "links.contentCue");
    float[] cueSource = floats(node.path("cueSource"), "links.cueSource");
    try {
      return new Links(width, contentCue, cueSource);
    } catch (IllegalArgumentException e) {
      throw wrong("links", e.getMessage());
    }
  }

  private Weights weights(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    Map<String, List<String>> names = new HashMap<>();
    node.path("names").fields().forEachRemaining(field -> {
      List<String> list = new ArrayList<>();
      field.getValue().forEach(name -> list.add(name.asText()));
      names.put(field.getKey(), list);
    });
    Map<String, float[][]> matrices = new HashMap<>();
    node.path("matrices").fields().forEachRemaining(field -> {
      float[][] rows = new float[field.getValue().size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = floats(field.getValue().get(i), "stances." + field.getKey() + "[" + i + "]");
      }
      matrices.put(field.getKey(), rows);
    });
    return new Weights(number(node, "width", "stances.width"), names, matrices);
  }

  private JsonNode list(JsonNode node, String field, String parent) {
    JsonNode list = node.path(field);
    if (!list.isArray()) {
      throw wrong(parent + "." + field, "must be a list");
    }
    return list;
  }

  private int number(JsonNode node, String field, String path) {
    JsonNode number = node.path(field);
    if (!number.canConvertToInt() || !number.isIntegralNumber()) {
      throw wrong(path, "must be a whole number");
    }
    return number.intValue();
  }

  private float[] floats(JsonNode list, String path) {
    if (!list.isArray()) {
      throw wrong(path, "must be a list of numbers");
    }
    float[] floats = new float[list.size()];
    for (int i = 0; i < floats.length; i++) {
      if (!list.get(i).isNumber()) {
        throw wrong(path + "[" + i + "]", "must be a number");
      }
      floats[i] = list.get(i).floatValue();
    }
    return floats;
  }

  private IllegalArgumentException wrong(String field, String why) {
    return new IllegalArgumentException(file + ": metadata field " + field + ": " + why + "; export the model with the training of this version");
  }
}
