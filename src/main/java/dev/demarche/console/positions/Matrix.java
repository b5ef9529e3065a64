package dev.demarche.console.positions;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Actors by issues.
 *
 * @param issues columns, those on which most actors stand somewhere first
 * @param rows   the most reported actors first
 * @param actors how many there are in all
 * @param cut    whether there are more positions than were looked at; the newest were
 */
public record Matrix(List<Column> issues, List<Row> rows, long actors, boolean cut) {

  /** An issue; on how many positions of the matrix. */
  public record Column(String id, String name, long positions) {}

  /**
   * An actor.
   *
   * @param key     id of the catalogue, or {@code name:} and the name
   * @param reports of all cells
   */
  public record Row(String key, String name, long reports, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell under an issue, or null. */
    public Cell cell(String issue) {
      return cells.stream().filter(cell -> cell.issue().equals(issue)).findFirst().orElse(null);
    }

    /** The actor's page. */
    public String link() {
      return Links.actor(key);
    }
  }

  /**
   * Where an actor stands on an issue as a whole.
   *
   * @param standing    its side; mixed where it is for it towards one and against it towards another
   * @param act         of the last report, in lower case
   * @param since       event time of the first report of the side
   * @param last        of the last one
   * @param publishers  independent ones that report it; 16 is "16 or more"
   * @param reports     articles that report it
   * @param conditional whether it is held on a condition
   * @param moved       the last shift, or null
   * @param link        to its evidence
   */
  public record Cell(String issue, Standing standing, String act, Instant since, Instant last, int publishers, int reports, boolean conditional, Moved moved,
                     String link) {

    /** For who hears the page and does not see it. */
    public String spoken() {
      return standing.word() + (conditional ? ", on a condition" : "") + (moved == null ? "" : ", " + moved.what());
    }
  }

  /** A shift: what, when, and whether that was in the last 30 days. */
  public record Moved(String what, Instant at, boolean recent) {}

  /** What the form above the matrix offers. */
  public record Choices(List<Issue> issues, List<Actor> groups, List<String> names) {
    Choices(Collection<Issue> issues, List<Actor> groups, List<String> names) {
      this(List.copyOf(issues), groups, names);
    }
  }

  public Matrix {
    issues = List.copyOf(issues);
    rows = List.copyOf(rows);
  }
}
