package dev.demarche.console.alerts;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Slice;
import dev.demarche.console.web.Page;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Reaction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /alerts}, {@code /alerts/{id}}, and the parts of them that change in place. */
public final class AlertPages implements Routes {
  private static final String SCRIPT = "alerts.js";

  private final AlertRoom room;
  private final Pages pages;

  /** The alerts of {@code room} as pages. */
  public AlertPages(AlertRoom room, Pages pages) {
    this.room = room;
    this.pages = pages;
  }

  /** What buttons do, by the last part of their address. */
  private enum Deed {
    ACKNOWLEDGE(Reaction.Action.ACKNOWLEDGE, null, "Acknowledged"), RESOLVE(Reaction.Action.RESOLVE, null, "Resolved"),
    COMMENT(Reaction.Action.COMMENT, null, "Comment sent"), USEFUL(Reaction.Action.VERDICT, true, "Judged useful"),
    USELESS(Reaction.Action.VERDICT, false, "Judged not useful");

    private final Reaction.Action action;
    private final Boolean useful;
    private final String done;

    Deed(Reaction.Action action, Boolean useful, String done) {
      this.action = action;
      this.useful = useful;
      this.done = done;
    }

    String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/alerts", Refused.page(this::list));
    routes.get("/alert-parts/board", Refused.page(context -> pages.part(context, "alertsBoard.jte", board(context))));
    routes.get("/alert-parts/come", Refused.page(this::come));
    routes.get("/alert-parts/row/{id}", Refused.page(context -> row(context, context.pathParam("id"))));
    routes.get("/alerts/{id}", Refused.page(context -> story(context, "alert.jte")));
    routes.get("/alert-parts/story/{id}", Refused.page(context -> story(context, "alertStory.jte")));
    for (Deed deed : Deed.values()) {
      routes.post("/alert-parts/group/" + deed.path(), Refused.page(context -> all(context, deed)));
      routes.post("/alerts/{id}/" + deed.path(), Refused.page(context -> one(context, deed)));
    }
  }

  private void list(Context context) {
    Map<String, Object> values = new HashMap<>(board(context));
    AlertQuery query = AlertQuery.of(context::queryParam);
    values.put("counts", room.board().counts(query));
    values.put("known", room.board().known(query));
    pages.answer(context, pages.page(context, Room.ALERTS, "Alerts", SCRIPT), "alerts.jte", values);
  }

  private Map<String, Object> board(Context context) {
    AlertQuery query = AlertQuery.of(context::queryParam);
    Slice<Seen> slice = room.board().list(query);
    Instant newest = slice.items().isEmpty() ? null : slice.items().get(0).life().alert().firedAt();
    AlertQuery again = query.before() != null || newest == null ? query : query.before(newest.plusMillis(1));
    return Map.of("query", query, "bunches", room.board().bunches(slice, query), "total", slice.total(), "edits", Visitor.of(context).edits(), "again",
        again.parameters());
  }

  private void come(Context context) {
    AlertQuery query = AlertQuery.of(context::queryParam);
    int known = AlertQuery.number(context::queryParam, "known", 0, 0, Integer.MAX_VALUE);
    pages.part(context, "alertsCome.jte", Map.of("come", room.board().come(query, known), "query", query.in(query.state())));
  }

  private void row(Context context, String id) {
    pages.part(context, "alertsRow.jte", Map.of("row", AlertRow.of(room.board().must(id)), "edits", Visitor.of(context).edits()));
  }

  private void story(Context context, String template) {
    String id = context.pathParam("id");
    Optional<Story> story = room.stories().of(id);
    Page page = pages.page(context, Room.ALERTS, story.map(one -> one.alert().watch().name()).orElse("No such alert"), SCRIPT);
    if (story.isEmpty()) {
      context.status(404);
      pages.answer(context, page, "alertMissing.jte", Map.of("id", id));
      return;
    }
    Map<String, Object> values = Map.of("story", story.get(), "row", story.get().row(), "edits", page.visitor().edits());
    if (template.equals("alert.jte")) {
      pages.answer(context, page, template, values);
    } else {
      pages.part(context, template, values);
    }
  }

  private void one(Context context, Deed deed) {
    Alert alert = room.board().must(context.pathParam("id")).life().alert();
    room.doing().react(Visitor.of(context), List.of(alert), deed.action, context.formParam("text"), deed.useful);
    Refused.say(context, deed.done + ": " + Told.clause(alert));
    if ("story".equals(context.formParam("as"))) {
      story(context, "alertStory.jte");
    } else {
      row(context, alert.id());
    }
  }

  private void all(Context context, Deed deed) {
    AlertQuery query = AlertQuery.of(context::queryParam);
    String watch = context.queryParam("ofWatch");
    List<Seen> before = room.board().group(query, watch == null ? "" : watch, context.queryParam("ofGroup"));
    if (before.isEmpty()) {
      throw new Refused(404, "the group holds none of these alerts any more", "load the page again", "ofGroup");
    }
    List<Alert> alerts = before.stream().filter(one -> deed != Deed.ACKNOWLEDGE || AlertRow.of(one).firing()).map(one -> one.life().alert()).toList();
    room.doing().react(Visitor.of(context), alerts, deed.action, context.formParam("text"), deed.useful);
    Refused.say(context, deed.done + ": " + alerts.size() + (alerts.size() == 1 ? " alert" : " alerts") + " of " + before.get(0).life().alert().watch().name());
    List<Seen> now = before.stream().map(one -> room.board().of(one.life().alert().id()).orElse(one)).toList();
    pages.part(context, "alertsGroup.jte", Map.of("bunch", room.board().bunch(now, query, true), "edits", true));
  }
}
