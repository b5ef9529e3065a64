package dev.demarche.console.issue;

import dev.demarche.console.positions.Quote;
import dev.demarche.console.positions.Standing;
import java.time.Instant;
import java.util.List;

/**
 * Those who stand alike on an issue.
 *
 * @param kind    how
 * @param members the most reported first
 * @param total   how many there are; more than members where there are many
 */
public record Camp(Kind kind, List<Member> members, long total) {

  /** How one may stand. CONDITIONAL: for or against, on a condition. MIXED: for it towards one, against it towards another. */
  public enum Kind {
    FOR("For", "pro"), AGAINST("Against", "contra"), CONDITIONAL("On a condition", "bound"), DEMANDING("Demanding", "demand"), MIXED("Mixed", "mixed"),
    NEUTRAL("Neither", "neutral");

    private final String title;
    private final String style;

    Kind(String title, String style) {
      this.title = title;
      this.style = style;
    }

    /** As a heading. */
    public String title() {
      return title;
    }

    /** Class in the style sheet. */
    public String style() {
      return style;
    }
  }

  /**
   * One of them.
   *
   * @param link      to the evidence
   * @param condition on which the stand is held, or null
   */
  public record Member(String key, String name, String link, Standing standing, String act, Instant since, int publishers, int reports, Quote quote,
                       Quote condition) {}

  public Camp {
    members = List.copyOf(members);
  }
}
