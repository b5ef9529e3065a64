package dev.demarche.console.alerts;

import dev.demarche.alerting.Matcher;
import dev.demarche.alerting.SilenceForm;
import dev.demarche.console.Routes;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Silence;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /silences}, {@code /silences/new}, and the parts of them that change in place. */
public final class SilencePages implements Routes {
  private static final String SCRIPT = "alerts.js";
  private static final int SHOWN = 5;

  private final AlertRoom room;
  private final Pages pages;

  /** The silences of {@code room} as pages. */
  public SilencePages(AlertRoom room, Pages pages) {
    this.room = room;
    this.pages = pages;
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/silences", Refused.page(context -> {
      Map<String, Object> values = new HashMap<>(lists(context));
      values.put("inhibitions", room.silences().inhibitions().stream().map(InhibitionRow::of).toList());
      pages.answer(context, pages.page(context, Room.ALERTS, "Silences", SCRIPT), "silences.jte", values);
    }));
    routes.get("/silences/new", Refused.page(this::fresh));
    routes.get("/silences/preview", Refused.page(this::preview));
    routes.get("/silences/list", Refused.page(context -> pages.part(context, "silencesList.jte", lists(context))));
    routes.post("/silences", Refused.page(this::make));
    routes.post("/silences/{id}/end", Refused.page(context -> {
      Silence ended = room.doing().end(Visitor.of(context), context.pathParam("id"));
      Refused.say(context, "Silence " + ended.id() + " ended: people are told again of what fires from now on");
      pages.part(context, "silencesList.jte", lists(context));
    }));
  }

  private Map<String, Object> lists(Context context) {
    Map<String, Object> values = new HashMap<>();
    for (SilenceList.State state : SilenceList.State.values()) {
      values.put(state.name().toLowerCase(Locale.ROOT), room.silences().list(state).stream().limit(AlertQuery.MOST).map(SilenceRow::of).toList());
    }
    values.put("edits", Visitor.of(context).edits());
    return values;
  }

  private void fresh(Context context) {
    String id = context.queryParam("alert");
    List<String> matchers = id == null ? context.queryParams("matcher")
        : Matcher.describing(room.board().must(id).life().alert()).stream().map(Matcher::toString).toList();
    form(context, new SilenceForm(matchers, null, "2h", null, null, null), null);
  }

  private void form(Context context, SilenceForm form, SilenceForm.Fault fault) {
    Map<String, Object> values = new HashMap<>();
    values.put("form", form);
    values.put("field", fault == null ? "" : fault.field());
    values.put("fault", fault == null ? "" : fault.getMessage());
    if (context.header("HX-Request") != null) {
      pages.part(context, "silenceForm.jte", values);
    } else {
      pages.answer(context, pages.page(context, Room.ALERTS, "New silence", SCRIPT), "silenceNew.jte", values);
    }
  }

  private void preview(Context context) {
    try {
      List<Seen> fitting = room.doing().fitting(asked(context.queryParam("matchers"), null, null, null, null, null).read());
      pages.part(context, "silencePreview.jte", Map.of("total", fitting.size(), "rows", fitting.stream().limit(SHOWN).map(AlertRow::of).toList(), "fault", ""));
    } catch (SilenceForm.Fault e) {
      pages.part(context, "silencePreview.jte", Map.of("total", 0, "rows", List.of(), "fault", e.getMessage()));
    }
  }

  private void make(Context context) {
    Visitor visitor = Visitor.of(context);
    SilenceForm form = asked(context.formParam("matchers"), context.formParam("from"), context.formParam("for"), context.formParam("until"), visitor.name(),
        context.formParam("comment"));
    try {
      Silence made = room.doing().make(visitor, form);
      Refused.say(context, "Silence " + made.id() + " holds until " + When.of(made.to()).text());
      context.header("HX-Trigger", "silenced");
      pages.part(context, "silenceMade.jte", Map.of("silence", SilenceRow.of(made)));
    } catch (SilenceForm.Fault e) {
      Refused.say(context, "No silence yet: " + e.getMessage());
      context.status(422);
      form(context, form, e);
    }
  }

  private static SilenceForm asked(String matchers, String from, String span, String until, String author, String comment) {
    return new SilenceForm(matchers == null ? List.of() : Arrays.asList(matchers.split("\\R")), from, span, until, author, comment);
  }
}
