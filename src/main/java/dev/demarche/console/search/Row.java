package dev.demarche.console.search;

import dev.demarche.console.index.Found;
import dev.demarche.console.index.Sightings;
import dev.demarche.console.web.Links;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One of the results as the page shows it; null for what it does not have.
 *
 * @param who       says or does it
 * @param whoLink   to their room
 * @param did       what: "says", "rejects"
 * @param side      class of the act's polarity: pro, contra or ""
 * @param sentence  in pieces; of an article none
 * @param title     of the article, in pieces
 * @param link      to the finding in its article, or to the article
 * @param reporting "3 articles, 2 independent publishers", or "" where one article alone reports it
 * @param also      further reports
 */
public record Row(String who, String whoLink, String did, String side, String target, String targetLink, List<Piece> sentence, List<Piece> title, String link,
                  String publisher, Stamp at, String reporting, List<Also> also) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A further report. */
  public record Also(String publisher, String title, String link, Stamp at) {}

  /** A time, for machines and for people. */
  public record Stamp(String iso, String words) {
    static Stamp of(Instant at) {
      return at == null ? null : new Stamp(at.toString(), TIME.format(at));
    }
  }

  static Row of(Occasion occasion, Names names, Sightings words) {
    Found first = occasion.first();
    Finding finding = first.finding();
    Sightings.Seen seen = words.in(finding.sentence().text(), first.article().title());
    List<Also> also = occasion.reports().stream().skip(1).map(each -> new Also(publisher(each.article()), title(each.article()),
        Links.finding(each.article().id(), each.finding().id()), Stamp.of(each.at()))).toList();
    String reporting = occasion.articles() < 2 ? "" : occasion.articles() + " articles, " + occasion.publishers()
        + (occasion.reporting().orMore() ? " or more" : "") + (occasion.publishers() == 1 ? " independent publisher" : " independent publishers");
    return new Row(finding.who() == null ? "somebody" : finding.who(), Links.actor(finding.whoActor(), finding.who()), did(finding), side(finding),
        finding.target(), Links.actor(finding.targetActor(), finding.target()), Piece.of(finding, seen.sentence()),
        Piece.of(title(first.article()), seen.title()), Links.finding(first.article().id(), finding.id()), publisher(first.article()), Stamp.of(first.at()),
        reporting, also);
  }

  static Row of(ArticleRef article, Sightings words) {
    BitSet marks = article.title() == null ? new BitSet() : words.in(null, article.title()).title();
    return new Row(null, null, null, "", null, null, List.of(), Piece.of(title(article), marks), Links.article(article.id()), publisher(article),
        Stamp.of(article.eventTime()), "", List.of());
  }

  private static String title(ArticleRef article) {
    return article.title() == null || article.title().isBlank() ? "Untitled" : article.title();
  }

  private static String publisher(ArticleRef article) {
    return article.publisher() == null ? "publisher unknown" : article.publisher();
  }

  private static String did(Finding finding) {
    return switch (finding.kind()) {
      case STATEMENT -> "says";
      case CONDITION -> "condition";
      default -> finding.act() == null ? finding.kind().name().toLowerCase(Locale.ROOT) : finding.act().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String side(Finding finding) {
    return finding.polarity() == null || finding.polarity() == 0 ? "" : finding.polarity() > 0 ? "pro" : "contra";
  }
}
