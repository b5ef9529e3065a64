package dev.demarche.console.openapi;

import java.util.List;

/**
 * What can be asked of the API.
 *
 * @param tag         the room that it belongs to
 * @param method      in capitals
 * @param path        with {@code {name}} for what varies
 * @param summary     one line
 * @param description more of it, or ""
 * @param editors     whether readers are refused
 * @param inputs      parameters of path, query and header
 * @param answers     by status, in the order of the document
 */
public record Operation(String tag, String method, String path, String summary, String description, boolean editors, List<Input> inputs, List<Outcome> answers) {
  public Operation {
    inputs = List.copyOf(inputs);
    answers = List.copyOf(answers);
  }

  /** A parameter: its name, where it stands ({@code path}, {@code query}, {@code header}), and what it is for. */
  public record Input(String name, String place, boolean required, String description) {}

  /** An answer: status and what it means. */
  public record Outcome(String status, String description) {}

  /** Names it within its page. */
  public String anchor() {
    return (method + path).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
