package dev.demarche.console.watches;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import java.util.List;
import java.util.Locale;

/**
 * What the list's page shows.
 *
 * @param asked which watches
 * @param rows  those of this page
 * @param total how many are asked for in all
 * @param note  what was done a moment ago, or null
 * @param edits whether the visitor may write watches
 */
public record WatchList(Asked asked, List<WatchRow> rows, long total, String note, boolean edits) {
  private static final int WIDTH = 60;

  /**
   * Which watches are asked for.
   *
   * @param words    all of them in any field, or ""
   * @param severity or null for any
   * @param kind     or null for any
   */
  public record Asked(String words, Severity severity, Finding.Kind kind, int skip, int limit) {

    /** Where the page is that begins at {@code at}. */
    public String page(int at) {
      return "/watches?q=" + Links.part(words) + (severity == null ? "" : "&severity=" + severity.name().toLowerCase(Locale.ROOT))
          + (kind == null ? "" : "&kind=" + kind.name().toLowerCase(Locale.ROOT)) + (limit == WatchApi.USUAL ? "" : "&limit=" + limit) + (at == 0 ? "" : "&skip=" + at);
    }

    /** Whether all are asked for. */
    public boolean all() {
      return words.isBlank() && severity == null && kind == null;
    }
  }

  public WatchList {
    rows = List.copyOf(rows);
  }

  /** Which are shown: {@code 1 to 50 of 1,204}. */
  public String range() {
    return total == 0 ? "none" : String.format(Locale.ROOT, "%,d to %,d of %,d", asked.skip() + 1, asked.skip() + rows.size(), total);
  }

  /** Whether there are more behind these. */
  public boolean more() {
    return asked.skip() + rows.size() < total;
  }

  /** Where those before these are. */
  public String before() {
    return asked.page(Math.max(0, asked.skip() - asked.limit()));
  }

  /** Where those behind these are. */
  public String after() {
    return asked.page(asked.skip() + asked.limit());
  }

  /** Where a watch is edited. */
  public String path(WatchRow row) {
    return WatchPages.path(row.id());
  }

  /** Where the alerts of a watch are. */
  public String alerts(WatchRow row) {
    return "/alerts?watch=" + Links.part(row.id());
  }

  /** How long the bar of a watch is, in user units: those of this page compared. */
  public int bar(WatchRow row) {
    long most = rows.stream().mapToLong(WatchRow::alerts).max().orElse(0);
    return most == 0 ? 0 : (int) Math.max(row.alerts() > 0 ? 1 : 0, row.alerts() * WIDTH / most);
  }

  /** Alerts a day for people. */
  public String aDay(WatchRow row) {
    return row.alerts() == 0 ? "0" : row.aDay() < 10 ? String.format(Locale.ROOT, "%.1f", row.aDay()) : String.format(Locale.ROOT, "%.0f", row.aDay());
  }
}
