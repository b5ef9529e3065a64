package dev.demarche.console.alerts;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Reporting;
import java.util.List;
import java.util.Locale;

/**
 * An alert in a list.
 *
 * @param id          of the alert
 * @param element     id of its element
 * @param severity    in lower case
 * @param watch       id of the watch
 * @param watchName   what the watch asks
 * @param told        what it tells
 * @param reason      why it matches
 * @param evidence    the sentence in pieces; empty of a silence in which nothing was heard
 * @param title       the headline in pieces
 * @param article     address of the words in their article, or null
 * @param publisher   or null
 * @param publishers  how many report it, in words
 * @param at          when it was raised
 * @param state       firing, acknowledged or resolved
 * @param useful      what the last verdict says, or null
 * @param hush        why people are not told, or null
 * @param waiting     whether something that was sent is not taken in yet
 */
public record AlertRow(String id, String element, String severity, String watch, String watchName, Told told, String reason, List<Piece> evidence, List<Piece> title,
                String article, String publisher, String publishers, When at, String state, Boolean useful, String hush, boolean waiting) {
  private static final int SENTENCE = 600;

  static AlertRow of(Seen seen) {
    AlertLife life = seen.life();
    Alert alert = life.alert();
    Finding finding = alert.finding();
    ArticleRef article = alert.article();
    AlertLife.Step suppressed = seen.suppressedBy();
    return new AlertRow(alert.id(), "a-" + alert.id().replaceAll("[^A-Za-z0-9_-]", "-"), lower(alert.watch().severity()), alert.watch().id(), alert.watch().name(),
        Told.of(alert), alert.reason(), finding == null ? List.of() : Piece.of(finding.sentence().around(finding.evidence().get(0), SENTENCE), finding.evidence(),
        alert.matched()), article == null ? List.of() : Piece.ofTitle(article.title(), alert.matched()), article == null ? null : Links.finding(article.id(), finding.id()),
        article == null ? null : article.publisher(), publishers(life), When.of(alert.firedAt() == null ? life.changedAt() : alert.firedAt()), lower(life.state()),
        life.useful(), seen.muted() != null ? seen.muted().why() : suppressed == null ? null : suppressed.why(), seen.waiting());
  }

  private static String publishers(AlertLife life) {
    Reporting reporting = life.reporting();
    if (reporting == null) {
      return life.alert().article() == null ? "" : "1 publisher";
    }
    return reporting.independent() + (reporting.orMore() ? " or more" : "") + (reporting.independent() == 1 ? " independent publisher, " : " independent publishers, ")
        + reporting.reports() + (reporting.reports() == 1 ? " report" : " reports");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Address of its page. */
  public String href() {
    return Links.alert(id);
  }

  /** Address of its watch. */
  public String watchHref() {
    return Links.watch(watch);
  }

  /** Whether it may still be acknowledged. */
  public boolean firing() {
    return state.equals("firing");
  }

  /** Whether nothing is left to do. */
  public boolean resolved() {
    return state.equals("resolved");
  }
}
