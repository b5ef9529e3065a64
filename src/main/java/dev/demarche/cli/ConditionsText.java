package dev.demarche.cli;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import java.util.ArrayList;
import java.util.List;

/** Conditions for people: who sets it, on what, and each step of its life with the report that says so. */
final class ConditionsText {
  private final Paint paint;

  ConditionsText(Paint paint) {
    this.paint = paint;
  }

  /** A condition with its steps. */
  List<String> of(ConditionState condition) {
    List<String> lines = new ArrayList<>();
    lines.add(paint.state(condition.state()) + "  " + paint.bold(condition.by() == null ? "somebody" : condition.by())
        + (condition.issues().isEmpty() ? "" : "  " + paint.cyan("[" + String.join(", ", condition.issues()) + "]")));
    lines.add("  " + paint.yellow(condition.marker()) + " " + Paint.clean(condition.antecedent()));
    lines.add("  " + paint.dim("=> ") + Paint.clean(condition.consequence()));
    for (ConditionState.Change change : condition.changes()) {
      lines.addAll(step(change, change.state() == ConditionState.State.OPEN ? condition.publishers() : change.publishers()));
    }
    lines.add("");
    return lines;
  }

  private List<String> step(ConditionState.Change change, int publishers) {
    ConditionReceipt receipt = change.receipt();
    ArticleRef article = receipt.article();
    List<String> lines = new ArrayList<>();
    lines.add("  " + paint.state(change.state()) + " " + change.at().toString().substring(0, 10) + ", " + publishers + (publishers == 1
        ? " publisher" : " publishers")
        + paint.dim(": " + Paint.clean(change.reason())));
    lines.addAll(paint.passage(receipt.sentence(), List.of(receipt.evidence()), "  | "));
    lines.add("  " + paint.label("source") + Paint.clean(article.publisher() == null ? "publisher unknown"
        : article.publisher()) + ", " + AlertText.time(receipt.at())
        + (article.url() == null ? "" : "  " + Paint.clean(article.url())));
    return lines;
  }
}
