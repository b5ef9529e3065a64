package dev.demarche.console.actor;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /actors}, whom the news are about, and {@code GET /actors/{id}}, what is known of one of them. */
public final class ActorPages implements Routes {
  private static final int SHOWN = 50;
  private static final int STATEMENTS = 8;

  private final Rolls rolls;
  private final Directory directory;
  private final Portraits portraits;
  private final Pages pages;

  /** Pages of what {@code archive} holds. */
  public ActorPages(Archive archive, Rolls rolls, Clock clock, Pages pages) {
    this.rolls = Objects.requireNonNull(rolls, "rolls");
    Supplier<Catalogue> catalogue = rolls.made(Catalogue::of);
    this.directory = new Directory(archive, catalogue, clock);
    this.portraits = new Portraits(archive, catalogue, clock);
    this.pages = Objects.requireNonNull(pages, "pages");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/actors", this::list);
    routes.get("/actors/<id>", this::one);
  }

  private void list(Context context) {
    try {
      Asked asked = Asked.of(context, SHOWN);
      Told told = directory.told(asked.days(), asked.words(), asked.group(), asked.skip(), asked.limit());
      if (told.rows().isEmpty() && context.queryParam("days") == null) {
        told = directory.told(0, asked.words(), asked.group(), asked.skip(), asked.limit());
      }
      pages.answer(context, pages.page(context, Room.ACTORS, "Actors").styled("actor.css"), "actors.jte", Map.of("told", told, "limit", asked.limit()));
    } catch (IllegalArgumentException e) {
      refuse(context, 400, "That cannot be asked", e.getMessage());
    }
  }

  private void one(Context context) {
    String id = context.pathParam("id");
    try {
      Asked asked = Asked.of(context, STATEMENTS);
      Optional<Portrait> portrait = portraits.of(id, asked.skip(), asked.limit());
      if (portrait.isEmpty()) {
        refuse(context, 404, "No such actor", "Neither the catalogue nor any article here knows \"" + id + "\".");
        return;
      }
      ActorView view = ActorView.of(portrait.get(), rolls.now());
      pages.answer(context, pages.page(context, Room.ACTORS, portrait.get().who().name()).styled("actor.css"), "actor.jte", Map.of("view", view, "skip", asked.skip(),
          "limit", asked.limit()));
    } catch (IllegalArgumentException e) {
      refuse(context, 400, "That cannot be asked", e.getMessage());
    }
  }

  private void refuse(Context context, int status, String title, String why) {
    context.status(status);
    pages.answer(context, pages.page(context, Room.ACTORS, title), "actorNone.jte", Map.of("title", title, "why", why));
  }
}
