package dev.demarche.cli;

import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tagged article for people: who said what, who stands where, under which conditions. */
final class ArticleText {
  private final Paint paint;

  ArticleText(Paint paint) {
    this.paint = paint;
  }

  String of(TaggedArticle article) {
    List<String> lines = new ArrayList<>();
    lines.add(paint.bold(article.title() == null ? article.id() : article.title()) + "  "
        + paint.dim((article.publisher() == null ? "" : article.publisher() + ", ") + AlertText.time(article.publishedAt())));
    heading(lines, "Statements", article.statements().size());
    article.statements().forEach(s -> statement(lines, s));
    heading(lines, "Stances", article.stances().size());
    article.stances().forEach(s -> stance(lines, s));
    heading(lines, "Conditions", article.conditions().size());
    article.conditions().forEach(c -> condition(lines, c));
    Map<String, Integer> actors = new LinkedHashMap<>();
    for (Entity entity : article.entities()) {
      actors.merge(entity.name(), 1, Integer::sum);
    }
    heading(lines, "Actors", actors.size());
    if (!actors.isEmpty()) {
      lines.add("  " + actors.entrySet().stream().map(e -> Paint.clean(e.getKey()) + (e.getValue() > 1 ? " " + e.getValue() + "x" : ""))
          .collect(Collectors.joining(", ")));
    }
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }

  private void heading(List<String> lines, String name, int count) {
    lines.add("");
    lines.add(paint.cyan(name + " (" + count + ")"));
  }

  private void statement(List<String> lines, Statement statement) {
    lines.add("  " + paint.bold(name(statement.speaker())) + (statement.cue() == null ? ":" : " " + paint.dim(statement.cue().text()) + ":"));
    for (Span piece : statement.content()) {
      lines.addAll(paint.passage(piece, List.of(), "    "));
    }
  }

  private void stance(List<String> lines, Stance stance) {
    lines.add("  " + paint.bold(stance.holder()) + " --" + paint.act(stance.act(), stance.polarity()) + "--> "
        + (stance.target() == null ? "" : paint.bold(stance.target()))
        + (stance.issues().isEmpty() ? "" : paint.dim("  [" + String.join(", ", stance.issues()) + "]")));
    lines.addAll(paint.passage(stance.evidence(), List.of(), "    "));
  }

  private void condition(List<String> lines, Condition condition) {
    lines.add("  " + paint.bold(name(condition.by())) + " " + paint.yellow(condition.marker().text()));
    lines.addAll(paint.passage(condition.antecedent(), List.of(), "    "));
    lines.add("    " + paint.dim("then"));
    lines.addAll(paint.passage(condition.consequence(), List.of(), "    "));
  }

  private static String name(String name) {
    return name == null ? "somebody" : name;
  }
}
