package dev.demarche.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads attributions in brat's stand-off format: a line {@code T3<TAB>Content 115 290;300 310<TAB>...} names a span, in one or more pieces whose
 * offsets count code points, and a later line {@code E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1} joins spans by their roles. A role may
 * come several times, numbered or not; all other lines are passed over. Confined to one thread.
 *
 * @see <a href="https://brat.nlplab.org/standoff.html">brat standoff format</a>
 */
final class BratAnnotations {
  private final Path file;
  private final String text;
  private final int codePoints;
  private final boolean plain;
  private final Map<String, List<Range>> spans = new HashMap<>();
  private final List<Attribution> statements = new ArrayList<>();
  private int line;

  private BratAnnotations(Path file, String text) {
    this.file = file;
    this.text = text;
    this.codePoints = text.codePointCount(0, text.length());
    this.plain = codePoints == text.length();
  }

  /**
   * The attributions in {@code file} that have a content, in their order.
   *
   * @param text what they annotate
   * @throws EvaluationException naming file and line, if a line cannot be read
   */
  static List<Attribution> read(Path file, String text) {
    BratAnnotations reader = new BratAnnotations(file, text);
    for (String row : TextFile.lines(file)) {
      reader.line++;
      reader.take(row.split("\t", -1));
    }
    return List.copyOf(reader.statements);
  }

  private void take(String[] cells) {
    if (cells.length < 2) {
      return;
    }
    if (cells[0].startsWith("T")) {
      spans.put(cells[0], pieces(cells[1]));
    } else if (cells[0].startsWith("E")) {
      Attribution statement = attribution(cells[1]);
      if (!statement.content().isEmpty()) {
        statements.add(statement);
      }
    }
  }

  private List<Range> pieces(String cell) {
    int space = cell.indexOf(' ');
    List<Range> pieces = new ArrayList<>();
    for (String piece : cell.substring(space + 1).split(";", -1)) {
      String[] ends = piece.strip().split("\\s+");
      try {
        if (space < 0 || ends.length != 2) {
          throw new IllegalArgumentException("\"" + piece + "\" is no pair of offsets");
        }
        pieces.add(new Range(unit(Integer.parseInt(ends[0])), unit(Integer.parseInt(ends[1]))));
      } catch (IllegalArgumentException e) {
        throw bad(e.getMessage() + "; write LABEL BEGIN END, or LABEL BEGIN END;BEGIN END");
      }
    }
    return pieces;
  }

  /** The index in UTF-16 code units of a code point; behind the text's end all are the same. */
  private int unit(int codePoint) {
    return plain || codePoint < 0 ? codePoint : text.offsetByCodePoints(0, Math.min(codePoint, codePoints));
  }

  private Attribution attribution(String cell) {
    Map<String, List<Range>> parts = new HashMap<>();
    for (String argument : cell.strip().split("\\s+")) {
      String[] sides = argument.split(":", -1);
      if (sides.length != 2) {
        throw bad("\"" + argument + "\" is no argument of an attribution; write ROLE:SPAN, such as Content:T3");
      }
      parts.computeIfAbsent(sides[0].replaceFirst("\\d+$", ""), role -> new ArrayList<>()).addAll(spans.getOrDefault(sides[1], List.of()));
    }
    return new Attribution(parts.getOrDefault("Source", List.of()), parts.getOrDefault("Cue", List.of()), parts.getOrDefault("Content", List.of()));
  }

  private EvaluationException bad(String what) {
    return new EvaluationException(file + ":" + line + ": " + what);
  }
}
