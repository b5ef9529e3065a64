package dev.demarche.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.topics.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How rows are written, one a line. In {@link #TSV} and {@link #CSV} every control character and line break of a value becomes a space; a value is quoted
 * (RFC 4180) where it holds a quotation mark or the mark between cells. In {@link #CSV}, which spreadsheets open as it is, text that they would take for a
 * formula gets an apostrophe before it. {@link #JSONL} keeps every character, each row an object with all columns.
 */
public enum TableFormat {
  TSV {
    @Override
    public String row(List<String> columns, List<Object> values) {
      return cells(values, '\t', false);
    }
  },
  CSV {
    @Override
    public String row(List<String> columns, List<Object> values) {
      return cells(values, ',', true);
    }
  },
  JSONL {
    @Override
    public String header(List<String> columns) {
      return null;
    }

    @Override
    public String row(List<String> columns, List<Object> values) {
      ObjectNode row = Json.mapper().createObjectNode();
      IntStream.range(0, columns.size()).forEach(i -> row.putPOJO(columns.get(i), values.get(i)));
      return new String(Json.write(row), StandardCharsets.UTF_8);
    }
  };

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  /** The first line, or null where there is none. */
  public String header(List<String> columns) {
    return row(columns, List.copyOf(columns));
  }

  /** The line of a row: for each column a string, a number or null. */
  public abstract String row(List<String> columns, List<Object> values);

  private static String cells(List<Object> values, char mark, boolean guarded) {
    return values.stream().map(value -> cell(value, mark, guarded)).collect(Collectors.joining(String.valueOf(mark)));
  }

  private static String cell(Object value, char mark, boolean guarded) {
    if (!(value instanceof String text)) {
      return value == null ? "" : value.toString();
    }
    String line = BREAKS.matcher(text).replaceAll(" ");
    String safe = guarded && FORMULA.matcher(line).matches() ? "'" + line : line;
    return safe.indexOf('"') >= 0 || safe.indexOf(mark) >= 0 ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
