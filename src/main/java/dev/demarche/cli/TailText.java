package dev.demarche.cli;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionRecord;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityRecord;
import dev.demarche.domain.Position;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.DeadLetter;
import java.util.List;
import java.util.stream.Collectors;

/** A record in a line or two: when, who and what, where it stands; below it the words. */
final class TailText {
  private static final int WORDS = 140;
  private static final int HALF = 80;
  private static final String INDENT = System.lineSeparator() + "  ";

  private final Paint paint;

  TailText(Paint paint) {
    this.paint = paint;
  }

  String statement(StatementRecord told) {
    Statement statement = told.statement();
    String cue = statement.cue() == null ? "says" : statement.cue().text();
    return when(told.article()) + name(statement.speaker()) + " " + Paint.clean(cue) + about(statement.issues()) + publisher(told.article())
        + INDENT + words(statement.content());
  }

  String stance(StanceRecord told) {
    Stance stance = told.stance();
    return when(told.article()) + name(stance.holder()) + " " + paint.act(stance.act(), stance.polarity()) + towards(stance.target())
        + about(stance.issues()) + publisher(told.article())
        + INDENT + words(List.of(stance.evidence()));
  }

  String condition(ConditionRecord told) {
    Condition condition = told.condition();
    return when(told.article()) + "condition by " + name(condition.by()) + about(condition.issues()) + publisher(told.article())
        + INDENT + paint.yellow(condition.marker().text()) + " " + Paint.excerpt(condition.antecedent().text(), HALF) + " "
        + paint.dim("=>") + " " + Paint.excerpt(condition.consequence().text(), HALF);
  }

  String entity(EntityRecord told) {
    String forms = told.mentions().stream().map(Entity::text).map(Paint::clean).distinct().collect(Collectors.joining(", "));
    return when(told.article()) + name(told.name()) + " " + paint.dim(told.type().name()) + " " + told.mentions().size() + "x"
        + publisher(told.article())
        + INDENT + Paint.excerpt(forms, WORDS);
  }

  String article(TaggedArticle article) {
    return when(article.ref()) + paint.bold(article.title() == null ? article.id() : article.title()) + publisher(article.ref())
        + INDENT + "statements " + article.statements().size() + ", stances " + article.stances().size() + ", conditions "
        + article.conditions().size() + ", mentions " + article.entities().size();
  }

  String position(Position position) {
    Position.Stood now = position.now();
    return when(now.evidence().article()) + name(position.name()) + " stands " + paint.side(now.side()) + " (" + paint.act(now.act(),
        now.polarity()) + ")"
        + towards(position.target()) + about(position.issue() == null ? List.of() : List.of(position.issue())) + publisher(now.evidence().article())
        + INDENT + words(List.of(now.evidence().evidence()));
  }

  String shift(Shift shift) {
    String withdrawn = shift.state() == Shift.State.WITHDRAWN ? paint.yellow("withdrawn: ") : "";
    return when(shift.after().article()) + withdrawn + name(shift.name()) + " from " + paint.side(shift.from()) + " to " + paint.side(shift.to())
        + towards(shift.target()) + about(List.of(shift.issue())) + publisher(shift.after().article())
        + INDENT + receipt("was ", shift.before()) + INDENT + receipt("is  ", shift.after());
  }

  private String receipt(String label, Receipt receipt) {
    return paint.dim(label + receipt.at().toString().substring(0, 10)) + " " + words(List.of(receipt.evidence())) + publisher(receipt.article());
  }

  String conditionState(ConditionState condition) {
    ConditionState.Change last = condition.last();
    return when(last.receipt().article()) + "condition by " + name(condition.by()) + " is " + paint.state(condition.state())
        + about(condition.issues())
        + publisher(last.receipt().article())
        + INDENT + paint.yellow(condition.marker()) + " " + Paint.excerpt(condition.antecedent(), HALF) + " " + paint.dim("=>") + " "
        + Paint.excerpt(condition.consequence(), HALF) + (condition.state() == ConditionState.State.OPEN ? ""
        : INDENT + words(List.of(last.receipt().evidence())));
  }

  String alert(Alert alert) {
    return paint.dim(AlertText.time(alert.eventTime())) + "  " + paint.severity(alert.watch().severity()) + " "
        + paint.bold(alert.watch().name()) + ": " + paint.whoDidWhat(alert)
        + (alert.article() == null || alert.tellsSilence() ? "" : publisher(alert.article()))
        + INDENT + (alert.tellsSilence() ? Paint.excerpt(alert.reason(), WORDS) : words(alert.finding().evidence()));
  }

  String deadLetter(DeadLetter letter) {
    return paint.dim(AlertText.time(letter.at())) + "  " + paint.red(letter.reason().name()) + " "
        + Paint.excerpt(letter.message(), WORDS) + "  "
        + paint.dim("at " + letter.source().topic() + "-" + letter.source().partition() + "@" + letter.source().offset())
        + INDENT + paint.dim("mend: ") + Paint.excerpt(letter.mend(), WORDS);
  }

  private String when(ArticleRef article) {
    return paint.dim(AlertText.time(article.eventTime())) + "  ";
  }

  private String name(String name) {
    return paint.bold(name == null ? "somebody" : name);
  }

  private String towards(String target) {
    return target == null ? "" : " -> " + paint.bold(target);
  }

  private String about(List<String> issues) {
    return issues.isEmpty() ? "" : "  " + paint.cyan("[" + String.join(", ", issues) + "]");
  }

  private String publisher(ArticleRef article) {
    return article.publisher() == null ? "" : "  " + paint.dim("(" + article.publisher() + ")");
  }

  private static String words(List<Span> pieces) {
    return Paint.excerpt(pieces.stream().map(Span::text).collect(Collectors.joining(" ... ")), WORDS);
  }
}
