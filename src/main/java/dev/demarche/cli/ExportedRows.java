package dev.demarche.cli;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Stance;
import dev.demarche.export.PloverColumns;
import dev.demarche.export.PloverEvent;
import dev.demarche.export.TableFormat;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes events to standard output, each id once, of the days that are asked for. Confined to one thread. */
final class ExportedRows {
  private static final int BUFFER = 1 << 16;

  private final PrintStream out =
      new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER), false, StandardCharsets.UTF_8);
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> left = new HashMap<>();
  private final TableFormat format;
  private final LocalDate since;
  private final LocalDate until;
  private int written;

  /** Writes the header. */
  ExportedRows(TableFormat format, LocalDate since, LocalDate until) {
    this.format = format;
    this.since = since;
    this.until = until;
    String header = format.header(PloverColumns.names());
    if (header != null) {
      line(header);
    }
  }

  /** Whether {@code stance} is to become a row: it is of the right day, and its id has not come before. What is not is counted. */
  boolean wants(Stance stance, ArticleRef article) {
    boolean day = wanted(article.eventTime());
    boolean wants = day && seen.add(stance.id());
    if (!wants) {
      left.merge(day ? "that came twice" : "of other days", 1, Integer::sum);
    }
    return wants;
  }

  void add(PloverEvent event) {
    line(format.row(PloverColumns.names(), PloverColumns.values(event)));
    written++;
  }

  private boolean wanted(Instant time) {
    if (since == null && until == null) {
      return true;
    }
    LocalDate day = time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    return day != null && (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
  }

  private void line(String line) {
    out.print(line);
    out.print('\n');
  }

  int written() {
    return written;
  }

  /** How many were left out, by why. */
  Map<String, Integer> left() {
    return left;
  }

  /** Whether nobody reads the output any more. */
  boolean closed() {
    return out.checkError();
  }

  /** Writes out what is still held. */
  void end() {
    out.flush();
  }
}
