package dev.demarche.cli;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Position;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Positions for people: who stands where as a table of signs, or one by one with their receipts. */
final class PositionsText {
  private static final int WIDTH = 120;
  private static final int MAX_NAME = 30;
  private static final int GAP = 2;

  private final Paint paint;

  PositionsText(Paint paint) {
    this.paint = paint;
  }

  /**
   * Actors by issues, a sign for each: those with the most reports first, at most {@code most} of them. Issues that do not fit beside each
   * other follow below.
   */
  List<String> table(Collection<Position> positions, int most) {
    Map<String, Map<String, Position>> byActor = new LinkedHashMap<>();
    for (Position position : positions) {
      if (position.issue() != null && position.target() == null) {
        byActor.computeIfAbsent(position.name(), name -> new TreeMap<>()).put(position.issue(), position);
      }
    }
    List<Map.Entry<String, Map<String, Position>>> rows = byActor.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Map<String, Position>> row) -> -reports(row.getValue().values()))
            .thenComparing(Map.Entry::getKey))
        .limit(most).toList();
    int name = Math.min(MAX_NAME, rows.stream().mapToInt(row -> Paint.clean(row.getKey()).length()).max().orElse(0));
    List<String> lines = new ArrayList<>();
    for (List<String> issues : blocks(new TreeSet<>(rows.stream().flatMap(row -> row.getValue().keySet().stream()).toList()), WIDTH - name)) {
      lines.add(" ".repeat(name) + issues.stream().map(issue -> " ".repeat(GAP) + paint.cyan(issue)).collect(Collectors.joining()));
      for (Map.Entry<String, Map<String, Position>> row : rows) {
        if (issues.stream().anyMatch(row.getValue()::containsKey)) {
          lines.add(row(row.getKey(), name, row.getValue(), issues));
        }
      }
      lines.add("");
    }
    lines.add(sign(Side.FOR) + " for   " + sign(Side.AGAINST) + " against   " + sign(Side.DEMAND) + " demands something   "
        + sign(Side.NEITHER) + " neither"
        + (byActor.size() > rows.size() ? "; " + (byActor.size() - rows.size()) + " more actors: see --max" : ""));
    return lines;
  }

  private static long reports(Collection<Position> positions) {
    return positions.stream().mapToLong(Position::reports).sum();
  }

  private static List<List<String>> blocks(Collection<String> issues, int width) {
    List<List<String>> blocks = new ArrayList<>();
    int left = 0;
    for (String issue : issues) {
      if (blocks.isEmpty() || left < issue.length() + GAP) {
        blocks.add(new ArrayList<>());
        left = width;
      }
      blocks.get(blocks.size() - 1).add(issue);
      left -= issue.length() + GAP;
    }
    return blocks;
  }

  private String row(String actor, int width, Map<String, Position> positions, List<String> issues) {
    String shown = Paint.excerpt(actor, width);
    StringBuilder line = new StringBuilder(paint.bold(shown)).append(" ".repeat(width - shown.length()));
    int blanks = 0;
    for (String issue : issues) {
      Position position = positions.get(issue);
      blanks += GAP;
      if (position != null) {
        line.append(" ".repeat(blanks)).append(sign(position.now().side()));
        blanks = -1;
      }
      blanks += issue.length();
    }
    return line.toString();
  }

  private String sign(Side side) {
    return switch (side) {
      case FOR -> paint.green("+");
      case AGAINST -> paint.red("-");
      case DEMAND -> paint.cyan("!");
      case NEITHER -> paint.dim("o");
      case CONDITIONAL -> paint.yellow("?");
    };
  }

  /** A position with its receipt and, where asked for, the stands before with theirs. */
  List<String> of(Position position, boolean history) {
    List<String> lines = new ArrayList<>();
    lines.add(paint.bold(position.name()) + (position.issue() == null ? "" : "  " + paint.cyan("[" + position.issue() + "]"))
        + (position.target() == null ? "" : "  towards " + paint.bold(position.target())));
    lines.addAll(stood(position.now(), "since " + day(position.now().since()), position));
    if (position.condition() != null) {
      Receipt told = position.condition();
      lines.add("  " + paint.label("on") + "\"" + Paint.clean(told.terms().words().text()) + "\" "
          + Paint.clean("(" + (told.article().publisher() == null ? "" : told.article().publisher() + ", ") + day(told.at()) + ")"));
    }
    if (history) {
      for (Position.Stood before : position.history()) {
        lines.add("");
        lines.addAll(stood(before, "from " + day(before.since()) + " to " + day(before.last()), position));
      }
    }
    int more = history ? 0 : position.history().size();
    lines.add("  " + paint.dim(count(position.reports(), "article") + " in all"
        + (more == 0 ? "" : ", " + count(more, "stand") + " before: see --history")));
    lines.add("");
    return lines;
  }

  private List<String> stood(Position.Stood stood, String when, Position position) {
    Receipt receipt = stood.evidence();
    ArticleRef article = receipt.article();
    List<String> lines = new ArrayList<>();
    lines.add("  " + sign(stood.side()) + " " + paint.side(stood.side()) + ", " + paint.act(stood.act(), stood.polarity()) + ", " + when + ", "
        + count(stood.reports(), "article") + ", " + count(stood.publishers(), "publisher"));
    lines.addAll(paint.passage(receipt.sentence(), List.of(receipt.evidence()), "  | "));
    lines.add("  " + paint.label("source") + Paint.clean(article.publisher() == null ? "publisher unknown" : article.publisher()) + ", "
        + AlertText.time(receipt.at()) + (article.url() == null ? "" : "  " + Paint.clean(article.url())));
    if (!receipt.holder().equals(position.name())) {
      lines.add("  " + paint.label("by") + Paint.clean(receipt.holder()));
    }
    return lines;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
