package dev.demarche.tagging.actors;

import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.statements.Report;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Gives reports their speakers, drops those that a speaker makes of himself, and says whom "I" and "we" mean. Used by one thread. */
public final class Speakers {
  private static final Set<String> FIRST = Set.of("i", "we", "me", "us", "my", "our", "myself", "ourselves");

  /** A report with its speaker: null where nobody is named, or where the author speaks for himself. */
  public record Attributed(Report report, Who who, boolean nested) {

    /** Why it is that speaker, or why none. */
    public Reason reason() {
      return who != null ? who.reason() : Reason.of(report.source() == null ? Ground.NO_SOURCE : Ground.AUTHOR);
    }
  }

  private final Document document;
  private final Cast cast;
  private final List<Attributed> attributed = new ArrayList<>();
  private final int[] innermost;

  public Speakers(Document document, Cast cast, List<Report> reports) {
    this.document = document;
    this.cast = cast;
    this.innermost = new int[document.tokens().size()];
    Arrays.fill(innermost, -1);
    List<Report> widestFirst = new ArrayList<>(reports);
    widestFirst.sort((a, b) -> Integer.compare(b.to() - b.from(), a.to() - a.from()));
    for (Report report : widestFirst) {
      add(report);
    }
  }

  private void add(Report report) {
    int anchor = report.cueFrom() >= 0 ? report.cueFrom() : report.from();
    Attributed outer = innermost[anchor] < 0 ? null : attributed.get(innermost[anchor]);
    boolean author = outer == null && report.source() != null && FIRST.contains(document.lower(report.source().head().head()));
    Who who = report.source() == null || author ? null : who(report.source());
    if (outer != null && (who == null || who.kind() == SpeakerKind.UNKNOWN || who.same(outer.who()))) {
      return;
    }
    int index = attributed.size();
    attributed.add(new Attributed(report, who, outer != null));
    for (Report.Piece piece : report.pieces()) {
      Arrays.fill(innermost, piece.from(), piece.to(), index);
    }
  }

  /** The reports that count, in no particular order. */
  public List<Attributed> attributed() {
    return attributed;
  }

  /** The innermost report whose content holds the token, or null. */
  public Attributed holding(int token) {
    return innermost[token] < 0 ? null : attributed.get(innermost[token]);
  }

  /** Whom the subject means, "I" and "we" included. Never null. */
  public Who who(Subject subject) {
    Who speaker = speaker(subject.head().head());
    return speaker != null ? speaker : cast.who(subject);
  }

  /** Whom each of the subject's noun phrases means. */
  public List<Who> all(Subject subject) {
    if (subject.heads().size() == 1) {
      return List.of(who(subject));
    }
    List<Who> all = new ArrayList<>();
    for (NounPhrase head : subject.heads()) {
      all.add(who(head));
    }
    return all;
  }

  /** Whom the noun phrase means, "I" and "we" included. Never null. */
  public Who who(NounPhrase noun) {
    Who speaker = speaker(noun.head());
    return speaker != null ? speaker : cast.who(noun);
  }

  /** The person, body or country named first between the two tokens, adjectives like "Russian" included, or null. */
  public Cast.Named first(int from, int to) {
    return cast.first(from, to, true);
  }

  private Who speaker(int token) {
    Attributed outer = FIRST.contains(document.lower(token)) ? holding(token) : null;
    return outer == null || outer.who() == null ? null : outer.who().because(Reason.of(Ground.FIRST_PERSON, outer.who().name()));
  }
}
