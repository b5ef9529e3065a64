package dev.demarche.console.positions;

import dev.demarche.console.index.Found;
import dev.demarche.console.web.Links;
import dev.demarche.console.web.Piece;
import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.util.List;

/**
 * A sentence of an article with the words marked that count, and where it stands.
 *
 * @param pieces    the sentence, cut where marks begin and end
 * @param who       canonical name of who says or does it, or null
 * @param act       of a stance, in lower case, or null
 * @param standing  of a stance, or null
 * @param at        event time
 * @param publisher or null
 * @param title     of the article, or null
 * @param link      to the words in the article
 */
public record Quote(List<Piece> pieces, String who, String act, Standing standing, Instant at, String publisher, String title, String link) {

  public Quote {
    pieces = List.copyOf(pieces);
  }

  /** A report of a stance. */
  public static Quote of(Receipt receipt) {
    return of(receipt.sentence(), List.of(receipt.evidence()), receipt.holder(), receipt.act(), Standing.of(receipt.side()), receipt.article(),
        receipt.stance());
  }

  /** A report of a condition. */
  public static Quote of(ConditionReceipt receipt) {
    return of(receipt.sentence(), List.of(receipt.evidence()), null, null, null, receipt.article(), receipt.finding());
  }

  /** A finding. */
  public static Quote of(Found found) {
    return of(found.finding().sentence(), found.finding().evidence(), found.finding().who(), found.finding().act(), null, found.article(),
        found.finding().id());
  }

  private static Quote of(Span sentence, List<Span> marks, String who, Act act, Standing standing, ArticleRef article, String finding) {
    return new Quote(Piece.of(sentence, marks), who, act == null ? null : Words.of(act), standing, article.eventTime(), article.publisher(), article.title(),
        Links.finding(article.id(), finding));
  }
}
