package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.statements.SpokenLine.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Transcripts and interviews: paragraphs that open with who speaks, "Lars Moe: text", "Q: text". Two such lines at least make a layout, and a
 * name must be one that the model takes for a person's or a body's, or speak twice. A quotation that a name behind a dash signs needs no second. What the model found across such lines gives way to them;
 * what it found within one stays, as an inner statement. Immutable.
 */
final class SpokenLines {
  /** A paragraph without a name is still the answer's, if so few stand before the next question. */
  private static final int LONGEST_ANSWER = 4;

  private final SpokenLine.Finder lines;
  private final List<Piece> people;
  private final Set<Integer> named = new HashSet<>();

  /**
   * @param lines  finds the lines
   * @param people the tokens of people's names, in order
   * @param bodies the tokens of organizations' names
   */
  SpokenLines(SpokenLine.Finder lines, List<Piece> people, List<Piece> bodies) {
    this.lines = lines;
    this.people = people;
    people.forEach(piece -> named.add(piece.from()));
    bodies.forEach(piece -> named.add(piece.from()));
  }

  List<Attribution> applied(List<Attribution> found) {
    List<SpokenLine> spoken = accepted(lines.lines());
    if (spoken.size() < 2 && spoken.stream().noneMatch(line -> line.kind() == Kind.SIGNED)) {
      return found;
    }
    int[] lineOf = new int[lines.tokens()];
    Arrays.fill(lineOf, -1);
    Piece interviewed = interviewed(spoken);
    List<Attribution> all = new ArrayList<>();
    for (int l = 0; l < spoken.size(); l++) {
      SpokenLine line = spoken.get(l);
      List<Piece> pieces = pieces(line, l + 1 < spoken.size() ? spoken.get(l + 1) : null);
      pieces.forEach(piece -> Arrays.fill(lineOf, piece.from(), piece.to(), line.label().from()));
      Piece source = switch (line.kind()) {
        case NAME, HEADING, SIGNED -> line.label();
        case ANSWER -> interviewed;
        case QUESTION -> null;
      };
      all.add(new Attribution(source, line.colon(), pieces, 0.8));
    }
    for (Attribution one : found) {
      Attribution left = outside(one, lineOf);
      if (left != null) {
        all.add(left);
      }
    }
    return all;
  }

  private List<SpokenLine> accepted(List<SpokenLine> candidates) {
    Map<String, Integer> turns = new HashMap<>();
    candidates.stream().filter(SpokenLine::verb).forEach(line -> turns.merge(line.key(), 1, Integer::sum));
    boolean questions = candidates.stream().anyMatch(line -> line.kind() == Kind.QUESTION);
    boolean answers = candidates.stream().anyMatch(line -> line.kind() == Kind.ANSWER);
    boolean headings = candidates.stream().anyMatch(line -> line.kind() == Kind.HEADING && named.contains(line.label().from())
        && turns.getOrDefault(line.key(), 0) > 1);
    List<SpokenLine> accepted = new ArrayList<>();
    Set<String> surnames = new HashSet<>();
    for (SpokenLine line : candidates) {
      boolean name = named.contains(line.label().from());
      boolean twice = turns.getOrDefault(line.key(), 0) > 1;
      boolean known = switch (line.kind()) {
        case NAME -> name && line.verb() || twice && (name || line.words() > 1 || surnames.contains(line.key()));
        case HEADING -> headings && name && line.verb();
        case SIGNED -> name || line.words() > 1;
        case QUESTION, ANSWER -> questions && answers;
      };
      if (known) {
        accepted.add(line);
        surnames.add(line.key());
      }
    }
    return accepted;
  }

  /** The line's words, and the paragraphs that go on with an answer. */
  private List<Piece> pieces(SpokenLine line, SpokenLine next) {
    List<Piece> pieces = new ArrayList<>(List.of(line.content()));
    if (line.kind() == Kind.ANSWER && next != null && next.kind() == Kind.QUESTION && next.paragraph() - line.paragraph() <= LONGEST_ANSWER) {
      for (int p = line.paragraph() + 1; p < next.paragraph(); p++) {
        Piece more = lines.paragraph(p);
        if (more != null) {
          pieces.add(more);
        }
      }
    }
    return pieces;
  }

  /** The only person whose whole name stands before the first question, or null. */
  private Piece interviewed(List<SpokenLine> spoken) {
    Piece only = null;
    for (Piece person : people) {
      if (person.from() >= spoken.get(0).label().from()) {
        break;
      }
      if (person.to() - person.from() < 2) {
        continue;
      }
      if (only != null && !lines.same(only, person)) {
        return null;
      }
      only = only == null ? person : only;
    }
    return only;
  }

  /** What is left of a statement where the lines do not say better: all, if its cue stands in what the line says, else what lies outside. */
  private static Attribution outside(Attribution one, int[] lineOf) {
    int cue = one.cue() == null ? -1 : lineOf[one.cue().from()];
    List<Piece> left = one.pieces().stream().filter(piece -> lineOf[piece.from()] == cue && lineOf[piece.to() - 1] == cue).toList();
    return left.isEmpty() ? null : one.with(left);
  }
}
