package dev.demarche.console.positions;

import dev.demarche.console.index.Found;
import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Part of a sentence; {@code marked} where it is what counts. */
  public record Piece(String text, boolean marked) {}

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
    String link = "/articles/" + Words.path(article.id()) + "#" + Words.path(finding.substring(finding.lastIndexOf(':') + 1));
    return new Quote(pieces(sentence, marks), who, act == null ? null : Words.of(act), standing, article.eventTime(), article.publisher(), article.title(), link);
  }

  /** The sentence in pieces; what of the marks lies outside it is left out. */
  static List<Piece> pieces(Span sentence, List<Span> marks) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span mark : marks.stream().sorted(Comparator.comparing(Span::begin)).toList()) {
      int begin = Math.max(at, Math.min(sentence.length(), mark.begin() - sentence.begin()));
      int end = Math.min(sentence.length(), mark.end() - sentence.begin());
      if (end <= begin) {
        continue;
      }
      if (begin > at) {
        pieces.add(new Piece(sentence.text().substring(at, begin), false));
      }
      pieces.add(new Piece(sentence.text().substring(begin, end), true));
      at = end;
    }
    if (at < sentence.length()) {
      pieces.add(new Piece(sentence.text().substring(at), false));
    }
    return pieces;
  }
}
