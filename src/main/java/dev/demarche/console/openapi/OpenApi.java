package dev.demarche.console.openapi;

import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document of the API, in OpenAPI 3.1. Immutable. */
public final class OpenApi {
  private static final String FILE = "console/openapi.yaml";
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final byte[] yaml;
  private final Map<?, ?> document;

  /** Reads it from the jar. */
  public OpenApi() {
    try (InputStream in = OpenApi.class.getClassLoader().getResourceAsStream(FILE)) {
      yaml = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    document = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
  }

  /** As it is written. */
  byte[] yaml() {
    return yaml.clone();
  }

  /** As JSON. */
  byte[] json() {
    return Json.write(document);
  }

  /** All that can be asked, in the order of the document. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    map(document.get("paths")).forEach((path, item) -> METHODS.stream().filter(map(item)::containsKey)
        .forEach(method -> operations.add(operation(method, path.toString(), map(item), map(map(item).get(method))))));
    return operations;
  }

  private Operation operation(String method, String path, Map<?, ?> item, Map<?, ?> told) {
    List<Operation.Input> inputs = new ArrayList<>();
    for (Map<?, ?> holder : List.of(item, told)) {
      for (Object each : holder.get("parameters") instanceof List<?> list ? list : List.of()) {
        Map<?, ?> input = resolved(each);
        inputs.add(new Operation.Input(text(input, "name"), text(input, "in"), Boolean.TRUE.equals(input.get("required")), text(input, "description")));
      }
    }
    List<Operation.Outcome> answers = new ArrayList<>();
    map(told.get("responses")).forEach((status, answer) -> answers.add(new Operation.Outcome(status.toString(), text(resolved(answer), "description"))));
    String tag = told.get("tags") instanceof List<?> tags ? tags.get(0).toString() : "";
    boolean editors = "editor".equals(told.get("x-role"));
    return new Operation(tag, method.toUpperCase(Locale.ROOT), path, text(told, "summary"), text(told, "description"), editors, inputs, answers);
  }

  private Map<?, ?> resolved(Object node) {
    Object reference = map(node).get("$ref");
    if (reference == null) {
      return map(node);
    }
    Map<?, ?> at = document;
    for (String step : reference.toString().substring(2).split("/")) {
      at = map(at.get(step));
    }
    return at;
  }

  private static Map<?, ?> map(Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Map<?, ?> node, String field) {
    return node.get(field) == null ? "" : node.get(field).toString().strip();
  }
}
