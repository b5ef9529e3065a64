package dev.demarche.console.watches;

import dev.demarche.catalogue.WatchYaml;
import dev.demarche.console.Admit;
import dev.demarche.console.Routes;
import dev.demarche.console.index.Slice;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;

/**
 * Watches as JSON, under {@code /api/v1/watches}: the list, one, PUT and DELETE of one with the version that was seen in {@code If-Match}, {@code POST check} of a draft, {@code POST
 * try} and what has come of a trial. Drafts are YAML, JSON as on the topic, or the inputs of the editor, by content type.
 */
public final class WatchApi implements Routes {
  private static final String BASE = "/api/v1/watches";
  static final int USUAL = 50;
  static final int MOST = 500;
  static final int USUAL_DAYS = 30;

  private final WatchRoom room;

  /** Routes of {@code room}. */
  public WatchApi(WatchRoom room) {
    this.room = Objects.requireNonNull(room, "room");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get(BASE, this::list);
    routes.post(BASE + "/check", context -> answer(context, 200, draft(context)), Admit.READERS);
    routes.post(BASE + "/try", this::begin, Admit.READERS);
    routes.get(BASE + "/try/{trial}", context -> trial(context, room.trials().get(context.pathParam("trial")).orElse(null)));
    routes.delete(BASE + "/try/{trial}", context -> trial(context, room.trials().stop(context.pathParam("trial")).orElse(null)), Admit.READERS);
    routes.get(BASE + "/{id}", this::get);
    routes.put(BASE + "/{id}", this::put);
    routes.delete(BASE + "/{id}", this::delete);
  }

  private void list(Context context) {
    Slice<WatchRow> rows = room.rows(context.queryParam("q"), constant(context, "severity", Severity.class), constant(context, "kind", Finding.Kind.class),
        number(context, "skip", 0, Integer.MAX_VALUE), number(context, "limit", USUAL, MOST));
    answer(context, 200, rows);
  }

  private void get(Context context) {
    room.get(context.pathParam("id")).ifPresentOrElse(standing -> {
      context.header("ETag", tag(standing.version()));
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("version", standing.version());
      body.put("watch", standing.watch());
      body.put("yaml", WatchYaml.write(standing.watch()));
      body.put("figures", room.row(standing.watch()));
      body.put("days", room.days(standing.watch().id()));
      answer(context, 200, body);
    }, () -> none(context));
  }

  private void put(Context context) {
    if (refusesReader(context)) {
      return;
    }
    String id = context.pathParam("id");
    Draft draft = draft(context);
    if (draft.watch() != null && !draft.watch().id().equals(id)) {
      draft = draft.with(List.of(new Flaw("id", "is \"" + draft.watch().id() + "\", and the address says \"" + id + "\"", "write the same in both", "id")));
    }
    if (draft.good()) {
      edited(context, draft.watch(), room.put(draft.watch(), Expected.of(context.header("If-Match"))));
    } else {
      refuse(context, draft.problems());
    }
  }

  private void delete(Context context) {
    if (!refusesReader(context)) {
      edited(context, null, room.delete(context.pathParam("id"), Expected.of(context.header("If-Match"))));
    }
  }

  private void edited(Context context, Watch watch, WatchDesk.Edit edit) {
    if (edit instanceof WatchDesk.Edit.Done done) {
      answer(context.header("ETag", tag(done.version())), 200, Map.of("version", done.version(), "deleted", watch == null,
          "said", watch == null ? "asked of no article from now on; its alerts stay" : "in force from the next article on"));
    } else if (edit instanceof WatchDesk.Edit.Refused refused) {
      refuse(context, refused.problems().stream().map(Flaw::of).toList());
    } else if (edit instanceof WatchDesk.Edit.Conflict conflict) {
      Map<String, Object> body = new LinkedHashMap<>();
      WatchDesk.Standing standing = conflict.standing();
      body.put("error", standing == null ? "there is no such watch any more" : "another version stands: " + standing.version());
      body.put("mend", standing == null ? "send no If-Match, to put it anew" : "look at it, and send If-Match: " + tag(standing.version()) + " to replace it");
      body.put("standing", standing);
      body.put("yours", watch);
      answer(context, 409, body);
    }
  }

  private void begin(Context context) {
    Draft draft = draft(context);
    if (!draft.good()) {
      refuse(context, draft.problems());
      return;
    }
    try {
      answer(context, 202, room.trials().begin(draft.watch(), number(context, "days", USUAL_DAYS, Trials.MOST_DAYS)));
    } catch (RejectedExecutionException e) {
      Answers.fault(context, 429, "too many trials wait", "try again in a minute");
    }
  }

  private static void trial(Context context, Trial trial) {
    if (trial == null) {
      Answers.fault(context, 404, "there is no such trial, or not any more", "begin another with POST " + BASE + "/try");
    } else {
      answer(context, 200, trial);
    }
  }

  /** The draft in the body, by its content type. */
  private Draft draft(Context context) {
    return draft(context, room);
  }

  static Draft draft(Context context, WatchRoom room) {
    String type = context.contentType() == null ? "" : context.contentType().toLowerCase(Locale.ROOT);
    if (type.contains("json")) {
      return room.drafts().json(context.bodyAsBytes());
    }
    if (type.contains("form")) {
      return "yaml".equals(context.formParam("by")) ? room.drafts().yaml(Objects.requireNonNullElse(context.formParam("yaml"), ""))
          : room.drafts().form(new WatchForm(context.formParamMap()));
    }
    return room.drafts().yaml(context.body());
  }

  private static boolean refusesReader(Context context) {
    if (Visitor.of(context).edits()) {
      return false;
    }
    Answers.fault(context, 403, "watches are changed by editors", "ask for the role of an editor");
    return true;
  }

  private static void refuse(Context context, List<Flaw> problems) {
    Flaw first = problems.get(0);
    answer(context, 400, Map.of("error", (first.field().isEmpty() ? "" : first.field() + ": ") + first.error(), "mend", first.mend(), "problems", problems));
  }

  private static void none(Context context) {
    Answers.fault(context, 404, "there is no such watch", "see " + BASE);
  }

  static <E extends Enum<E>> E constant(Context context, String name, Class<E> type) {
    String value = context.queryParam(name);
    return value == null ? null : Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(value)).findFirst().orElse(null);
  }

  static int number(Context context, String name, int usual, int most) {
    String value = context.queryParam(name) == null ? context.formParam(name) : context.queryParam(name);
    return value == null || !value.matches("[0-9]{1,9}") ? usual : Math.min(most, Integer.parseInt(value));
  }

  private static String tag(long version) {
    return "\"" + version + "\"";
  }

  private static void answer(Context context, int status, Object body) {
    Answers.json(context.status(status), body);
  }
}
