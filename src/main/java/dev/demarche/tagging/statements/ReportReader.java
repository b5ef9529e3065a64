package dev.demarche.tagging.statements;

import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Turns what the model links into reports over a document's tokens: mends their edges, gives what goes on to whom it belongs, and adds what
 * the layout of a page or an inner clause says. Used by one thread.
 */
public final class ReportReader {
  private final Document document;
  private final Mending mending;
  private final Naming naming;
  private final GoingOn goingOn;
  private final InnerSpeech inner;
  private final SpokenLine.Finder lines;
  private final SourcePhrases sources;

  public ReportReader(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.mending = new Mending(document);
    this.naming = new Naming(document, mending);
    this.goingOn = new GoingOn(document, phrases, clauses, mending);
    this.inner = new InnerSpeech(document, phrases, clauses, mending);
    this.lines = new SpokenLine.Finder(document, phrases, mending);
    this.sources = new SourcePhrases(document, phrases, clauses);
  }

  /**
   * The reports, in order of their first token.
   *
   * @param words    the words that the spans count, of the document's text
   * @param linked   what belongs together
   * @param mentions names, labelled PERSON, ORGANIZATION and the like, in order
   * @throws IllegalArgumentException where the words are of another text
   */
  public List<Report> reports(Words words, List<Linked> linked, List<LabelledSpan> mentions) {
    Placement placement = new Placement(document, words);
    List<Attribution> found = placement.attributions(linked).stream().map(mending::mended).filter(Objects::nonNull)
        .map(naming::applied).toList();
    found = goingOn.applied(found);
    found = new SpokenLines(lines, named(placement, mentions, "PERSON"), named(placement, mentions, "ORGANIZATION")).applied(found);
    found = inner.applied(found);
    List<Report> reports = new ArrayList<>();
    Set<List<Piece>> known = new HashSet<>();
    for (Attribution one : found) {
      if (known.add(one.pieces())) {
        reports.add(report(one));
      }
    }
    reports.sort(Comparator.comparingInt(Report::from));
    return reports;
  }

  private static List<Piece> named(Placement placement, List<LabelledSpan> mentions, String label) {
    return mentions.stream().filter(mention -> mention.label().equals(label)).map(placement::tokens).filter(Objects::nonNull).toList();
  }

  private Report report(Attribution one) {
    Piece cue = one.cue();
    return new Report(one.source() == null ? null : sources.subject(one.source(), cue), cue == null ? -1 : cue.from(), cue == null ? 0 : cue.to(),
        one.pieces(), cue != null && CueWords.standard().attitude(document, cue), one.confidence());
  }
}
