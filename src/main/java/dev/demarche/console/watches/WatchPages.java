package dev.demarche.console.watches;

import dev.demarche.catalogue.WatchYaml;
import dev.demarche.console.Admit;
import dev.demarche.console.Routes;
import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Slice;
import dev.demarche.console.web.Links;
import dev.demarche.console.web.Page;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;

/** The pages of the watches: the list, the editor, and the part that tells what has come of a trial. */
public final class WatchPages implements Routes {
  private static final String BASE = "/watches";

  private final WatchRoom room;
  private final Pages pages;

  /** Pages of {@code room}. */
  public WatchPages(WatchRoom room, Pages pages) {
    this.room = Objects.requireNonNull(room, "room");
    this.pages = Objects.requireNonNull(pages, "pages");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get(BASE, this::list);
    routes.post(BASE, this::save);
    routes.get(BASE + "/new", this::blank);
    routes.get(BASE + "/{id}", this::edit);
    routes.post(BASE + "/{id}/delete", this::delete);
    routes.post(BASE + "/try", this::begin, Admit.READERS);
    routes.get(BASE + "/try/{trial}", context -> trial(context, room.trials().get(context.pathParam("trial")).orElse(null)));
    routes.post(BASE + "/try/{trial}/stop", context -> trial(context, room.trials().stop(context.pathParam("trial")).orElse(null)), Admit.READERS);
  }

  private void list(Context context) {
    WatchList.Asked asked = new WatchList.Asked(Objects.requireNonNullElse(context.queryParam("q"), ""), WatchApi.constant(context, "severity", Severity.class),
        WatchApi.constant(context, "kind", Finding.Kind.class), WatchApi.number(context, "skip", 0, Integer.MAX_VALUE),
        Math.max(1, WatchApi.number(context, "limit", WatchApi.USUAL, WatchApi.MOST)));
    Slice<WatchRow> rows = room.rows(asked.words(), asked.severity(), asked.kind(), asked.skip(), asked.limit());
    String gone = context.queryParam("deleted");
    WatchList list = new WatchList(asked, rows.items(), rows.total(), gone == null ? null : "The watch " + gone + " is asked of no article from now on. Its alerts stay.",
        Visitor.of(context).edits());
    pages.answer(context, pages.page(context, Room.WATCHES, "Watches"), "watches.jte", Map.of("list", list));
  }

  private void blank(Context context) {
    String from = context.queryParam("from");
    WatchForm form = from == null ? new WatchForm(Map.of("severity", List.of("warning"), "kind", List.of("stance"))) : room.get(from).map(standing -> copy(standing.watch()))
        .orElse(new WatchForm(Map.of()));
    // Nothing is wrong with what nobody has begun to write.
    answer(context, 200, editor(context, "", null, new Draft(null, form.yaml(), form, List.of(), List.of()), null, null));
  }

  private static WatchForm copy(Watch watch) {
    Map<String, List<String>> values = new HashMap<>(WatchForm.of(watch).values());
    values.remove("id");
    values.computeIfPresent("name", (same, name) -> List.of(name.get(0) + " (copy)"));
    return new WatchForm(values);
  }

  private void edit(Context context) {
    String id = context.pathParam("id");
    room.get(id).ifPresentOrElse(standing -> answer(context, 200, editor(context, id, standing.version(), room.draft(standing.watch()), note(context), null)), () -> missing(context, id));
  }

  private static String note(Context context) {
    String saved = context.queryParam("saved");
    return saved == null || !saved.matches("[0-9]{1,18}") ? null : "Saved as version " + saved + ". It is in force from the next article on; what came before it is not looked at.";
  }

  private void save(Context context) {
    Draft draft = WatchApi.draft(context, room);
    String was = Objects.requireNonNullElse(context.formParam("was"), "");
    Expected expected = Expected.of(context.formParam("version"));
    Long version = expected.version() < 0 ? null : Long.valueOf(expected.version());
    if (!Visitor.of(context).edits()) {
      answer(context, 403, editor(context, was, version, draft, "Nothing was saved: watches are changed by editors.", null));
      return;
    }
    if (!draft.good()) {
      answer(context, 400, editor(context, was, version, draft, "Nothing was saved: see what is marked.", null));
      return;
    }
    Watch watch = draft.watch();
    boolean same = watch.id().equals(was);
    WatchDesk.Edit edit = room.put(watch, same ? expected : Expected.NONE);
    if (edit instanceof WatchDesk.Edit.Done done) {
      context.redirect(path(watch.id()) + "?saved=" + done.version(), io.javalin.http.HttpStatus.SEE_OTHER);
    } else if (edit instanceof WatchDesk.Edit.Refused refused) {
      answer(context, 400, editor(context, was, version, draft.with(refused.problems().stream().map(Flaw::of).toList()), "Nothing was saved: see what is marked.", null));
    } else if (edit instanceof WatchDesk.Edit.Conflict conflict) {
      conflict(context, draft, same, conflict.standing());
    }
  }

  private void conflict(Context context, Draft draft, boolean same, WatchDesk.Standing standing) {
    if (standing == null) {
      answer(context, 409, editor(context, "", null, draft, "Nothing was saved: somebody deleted the watch in between. Save again to put it anew.", null));
    } else if (same) {
      answer(context, 409, editor(context, draft.watch().id(), standing.version(), draft, "Nothing was saved: somebody wrote version " + standing.version()
          + " in between. It is shown below; save again to replace it.", WatchYaml.write(standing.watch())));
    } else {
      answer(context, 409, editor(context, "", null, draft.with(List.of(new Flaw("id", "there is a watch \"" + draft.watch().id() + "\" already", "write another id", "id"))),
          "Nothing was saved.", WatchYaml.write(standing.watch())));
    }
  }

  private void delete(Context context) {
    String id = context.pathParam("id");
    if (!Visitor.of(context).edits()) {
      context.status(403);
      missing(context, id);
      return;
    }
    WatchDesk.Edit edit = room.delete(id, Expected.of(context.formParam("version")));
    if (edit instanceof WatchDesk.Edit.Conflict conflict && conflict.standing() != null) {
      WatchDesk.Standing standing = conflict.standing();
      answer(context, 409, editor(context, id, standing.version(), room.draft(standing.watch()), "Nothing was deleted: somebody wrote version " + standing.version()
          + " in between, which is shown. Delete again, if that is meant.", null));
    } else {
      context.redirect(BASE + "?deleted=" + Links.part(id), io.javalin.http.HttpStatus.SEE_OTHER);
    }
  }

  private void begin(Context context) {
    Draft draft = WatchApi.draft(context, room);
    Trial trial = null;
    List<Flaw> flaws = draft.problems();
    if (draft.good()) {
      try {
        trial = room.trials().begin(draft.watch(), WatchApi.number(context, "days", WatchApi.USUAL_DAYS, Trials.MOST_DAYS));
      } catch (RejectedExecutionException e) {
        flaws = List.of(new Flaw("", "too many trials wait", "try again in a minute", ""));
      }
    }
    part(context, trial, flaws);
  }

  private void trial(Context context, Trial trial) {
    part(context, trial, trial != null ? List.of() : List.of(new Flaw("", "this trial is not known any more", "try again", "")));
  }

  private void part(Context context, Trial trial, List<Flaw> flaws) {
    Map<String, Object> values = new HashMap<>();
    values.put("trial", trial);
    values.put("flaws", flaws);
    pages.part(context, "watchTrial.jte", values);
  }

  private Editor editor(Context context, String was, Long version, Draft draft, String note, String standing) {
    Map<String, String> names = new TreeMap<>();
    WatchForm form = draft.form() == null ? new WatchForm(Map.of()) : draft.form();
    form.list("actors").forEach(id -> names.put(id, room.names().actor(id)));
    form.list("issues").forEach(id -> names.put(id, room.names().issue(id)));
    Watch stands = was.isEmpty() ? null : room.get(was).map(WatchDesk.Standing::watch).orElse(null);
    Editor.Offered offered = new Editor.Offered(room.offered(Facet.PUBLISHER), room.offered(Facet.LANGUAGE));
    return new Editor(was, version, was.isEmpty() ? "New watch" : stands == null ? was : stands.name(), draft, names, offered, stands == null ? null : room.row(stands),
        stands == null ? new TreeMap<>() : room.days(was), note, standing, Visitor.of(context).edits());
  }

  private void answer(Context context, int status, Editor editor) {
    Page page = pages.page(context.status(status), Room.WATCHES, editor.title(), "watches.js");
    pages.answer(context, page, "watch.jte", Map.of("editor", editor));
  }

  private void missing(Context context, String id) {
    boolean refused = context.statusCode() == 403;
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("said", refused ? "Watches are deleted by editors." : "There is no watch " + id + ".");
    pages.answer(context.status(refused ? 403 : 404), pages.page(context, Room.WATCHES, "No such watch"), "watchMissing.jte", values);
  }

  static String path(String id) {
    return Links.watch(id);
  }
}
