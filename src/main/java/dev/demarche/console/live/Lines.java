package dev.demarche.console.live;

import dev.demarche.console.live.Line.Kind;
import dev.demarche.console.live.Line.Piece;
import dev.demarche.console.web.Links;
import dev.demarche.console.web.Marking;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementRecord;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** Makes lines of the records of topics. */
final class Lines {
  /** Longest piece of text that goes to viewers, in UTF-16 code units. */
  private static final int LONGEST = 600;

  private Lines() {}

  static Line of(StatementRecord record, Instant written) {
    Statement s = record.statement();
    ArticleRef article = record.article();
    return new Line(s.id(), Kind.STATEMENT, at(article, written), s.speaker(), s.speakerActor(), null, null, null, null, null, null,
        pieces(record.sentence(), s.content()), s.issues(), article.publisher(), article.title(), article.id(), s.confidence(),
        Links.finding(article.id(), s.id()));
  }

  static Line of(StanceRecord record, Instant written) {
    Stance s = record.stance();
    ArticleRef article = record.article();
    return new Line(s.id(), Kind.STANCE, at(article, written), s.holder(), s.holderActor(), s.act(), s.polarity(), s.target(), s.targetActor(), s.act().name(),
        null, pieces(record.sentence(), List.of(s.evidence())), s.issues(), article.publisher(), article.title(), article.id(), s.confidence(),
        Links.finding(article.id(), s.id()));
  }

  static Line of(Shift s, Instant written) {
    Receipt after = s.after();
    String badge = s.state() == Shift.State.WITHDRAWN ? "SHIFT WITHDRAWN" : s.kind().name().replace('_', ' ');
    return new Line(s.id(), Kind.SHIFT, after.at(), s.name(), s.actor(), after.act(), after.polarity(), s.target(), s.targetActor(), badge, s.reason(),
        pieces(after.sentence(), List.of(after.evidence())), List.of(s.issue()), after.article().publisher(), after.article().title(), after.article().id(),
        s.confidence(), Links.position(s.actor(), s.name(), s.issue()));
  }

  static Line of(ConditionState c, Instant written) {
    ConditionState.Change last = c.last();
    ConditionReceipt receipt = last.receipt();
    ArticleRef article = receipt.article();
    return new Line(c.id(), Kind.CONDITION, last.at(), c.by(), c.byActor(), null, null, null, null, "CONDITION " + last.state().name(), last.reason(),
        pieces(receipt.sentence(), List.of(receipt.evidence())), c.issues(), article.publisher(), article.title(), article.id(), null,
        Links.finding(article.id(), receipt.finding()));
  }

  static Line of(Alert a, Instant written) {
    Finding f = a.finding();
    ArticleRef article = a.article();
    Instant at = a.eventTime() != null ? a.eventTime() : a.firedAt() != null ? a.firedAt() : written;
    String actor = f == null ? a.actor() : f.whoActor();
    return new Line(a.id(), Kind.ALERT, at, a.who(), actor, f == null ? null : f.act(), f == null ? null : f.polarity(), f == null ? null : f.target(),
        f == null ? null : f.targetActor(), a.watch().severity().name() + " ALERT", a.watch().name() + ": " + a.reason(),
        f == null ? List.of() : pieces(f.sentence(), f.evidence()), f == null ? List.of() : f.issues(), article == null ? null : article.publisher(),
        article == null ? null : article.title(), article == null ? null : article.id(), f == null ? null : f.confidence(), Links.alert(a.id()));
  }

  private static Instant at(ArticleRef article, Instant written) {
    return article.eventTime() == null ? written : article.eventTime();
  }

  /** The sentence cut where the evidence begins and ends; evidence that stands outside of it is left out, unless all does. */
  static List<Piece> pieces(Span sentence, List<Span> evidence) {
    Span first = evidence.get(0);
    if (!sentence.contains(first)) {
      return List.of(new Piece(first.around(first, LONGEST).text(), true));
    }
    Span shown = sentence.around(first, LONGEST);
    return Marking.cut(shown.text(), Marking.within(shown, evidence), new BitSet(), (text, says, other) -> new Piece(text, says));
  }
}
