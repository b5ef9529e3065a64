package dev.demarche.console.search;

import dev.demarche.console.index.Found;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings in a form of others, row by row. */
abstract class Export {
  /** How many rows there are at most. */
  static final int MOST = 100_000;

  private final String type;
  private final String ending;

  private Export(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  String type() {
    return type;
  }

  String ending() {
    return ending;
  }

  /** What stands before the first row. */
  void begin(OutputStream out) throws IOException {}

  abstract byte[] row(Found found);

  /** Writes a row. */
  final void write(OutputStream out, Found found) {
    try {
      out.write(row(found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One JSON object a line, as {@code GET /api/v1/search} has it. */
  static Export lines() {
    return new Export("application/x-ndjson; charset=utf-8", "jsonl") {
      @Override
      byte[] row(Found found) {
        return (new String(Json.write(found), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  /**
   * By RFC 4180, with a line of names. A cell that a spreadsheet would take for a formula gets an apostrophe in front, for what publishers write may be
   * anything.
   */
  static Export csv() {
    return new Export("text/csv; charset=utf-8; header=present", "csv") {
      @Override
      void begin(OutputStream out) throws IOException {
        out.write(line(Stream.of("id", "kind", "at", "who", "who_id", "act", "polarity", "target", "target_id", "issues", "evidence", "sentence", "confidence",
            "publisher", "language", "title", "url", "article", "revision")));
      }

      @Override
      byte[] row(Found found) {
        Finding finding = found.finding();
        return line(Stream.of(finding.id(), finding.kind(), found.at(), finding.who(), finding.whoActor(), finding.act(), side(finding.polarity()),
            finding.target(), finding.targetActor(), String.join(";", finding.issues()), words(finding.evidence()), finding.sentence().text(),
            finding.confidence(), found.article().publisher(), found.article().language(), found.article().title(), found.article().url(),
            found.article().id(), found.article().revision()));
      }
    };
  }

  private static String side(Integer polarity) {
    return polarity == null ? null : polarity > 0 ? "for" : polarity < 0 ? "against" : "neither";
  }

  private static String words(List<Span> evidence) {
    return evidence.stream().map(Span::text).collect(Collectors.joining(" \u2026 "));
  }

  private static byte[] line(Stream<Object> cells) {
    return (cells.map(cell -> cell == null ? "" : cell(cell.toString())).collect(Collectors.joining(",")) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
