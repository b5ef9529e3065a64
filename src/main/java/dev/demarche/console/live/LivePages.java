package dev.demarche.console.live;

import dev.demarche.console.Routes;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import dev.demarche.domain.Act;
import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@code GET /live}: the room Live. What came last stands in the page; what comes is added by {@code live.js}. */
public final class LivePages implements Routes {
  private static final int SHOWN = 50;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Live live;
  private final Pages pages;

  public LivePages(Live live, Pages pages) {
    this.live = Objects.requireNonNull(live, "live");
    this.pages = Objects.requireNonNull(pages, "pages");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get(Room.LIVE.path(), this::show);
  }

  /**
   * What the page shows.
   *
   * @param lines  the newest first
   * @param from   id from which on the stream goes on, or null where the topics are not read yet
   * @param hour   how much came in the last hour
   * @param filter what is asked for
   * @param fault  what is wrong with the address, or null
   */
  public record View(List<Entry> lines, String from, Minutes.Hour hour, LiveFilter filter, String fault) {

    /** The last hour in words. */
    public String words() {
      return hour.words();
    }

    /** The last hour for the plot, as JSON. */
    public String minutes() {
      return new String(Json.write(hour.minutes()), StandardCharsets.UTF_8);
    }

    /** Whether this kind alone is asked for. */
    public boolean only(Line.Kind kind) {
      return filter.kinds().size() == 1 && filter.kinds().contains(kind);
    }
  }

  /** A line as the page shows it. */
  public record Entry(Line line) {

    /** What tells it from all others, the states of one condition among them. */
    public String key() {
      return String.join(" ", line.kind().name(), line.id(), line.badge() == null ? "" : line.badge());
    }

    /** When, for people. */
    public String time() {
      return TIME.format(line.at());
    }

    /** The classes of the badge. */
    public String look() {
      return switch (line.kind()) {
        case ALERT -> "severity " + line.badge().split(" ")[0].toLowerCase(Locale.ROOT);
        case CONDITION, STATEMENT -> "act";
        case STANCE, SHIFT -> line.polarity() == null || line.polarity() == 0 ? "act" : line.polarity() > 0 ? "act pro" : "act contra";
      };
    }
  }

  private void show(Context context) {
    LiveFilter filter = LiveFilter.ANY;
    String fault = null;
    try {
      filter = LiveFilter.of(context::queryParam);
    } catch (IllegalArgumentException e) {
      fault = e.getMessage();
    }
    Live.Recent recent = live.recent(filter, SHOWN);
    View view = new View(recent.lines().stream().map(Entry::new).toList(), live.warm() ? recent.id() : null, live.hour(), filter, fault);
    pages.answer(context, pages.page(context, Room.LIVE, "Live", "live.js").styled("uplot.css"), "live.jte",
        Map.of("view", view, "acts", Arrays.stream(Act.values()).toList(), "kinds", List.of(Line.Kind.values())));
  }
}
