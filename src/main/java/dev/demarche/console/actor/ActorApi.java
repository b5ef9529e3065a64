package dev.demarche.console.actor;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Answers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code GET /api/v1/told}: {@link Told}, whom the news are about; {@code GET /api/v1/actors/{id}}: {@link Portrait}, where {@code skip} and {@code limit}
 * are those of the statements. The id may be {@code name:} and a name.
 */
public final class ActorApi implements Routes {
  private static final int SHOWN = 50;

  private final Directory directory;
  private final Portraits portraits;

  /** Answers with what {@code archive} holds. */
  public ActorApi(Archive archive, Rolls rolls, Clock clock) {
    Supplier<Catalogue> catalogue = rolls.made(Catalogue::of);
    this.directory = new Directory(archive, catalogue, clock);
    this.portraits = new Portraits(archive, catalogue, clock);
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/told", context -> answer(context, asked -> Optional.of(directory.told(asked.days(), asked.words(), asked.group(), asked.skip(),
        asked.limit()))));
    routes.get("/api/v1/actors/<id>", context -> answer(context, asked -> portraits.of(context.pathParam("id"), asked.skip(), asked.limit())));
  }

  /** What is asked for, if there is any. */
  private interface Answer {
    Optional<?> to(Asked asked);
  }

  private static void answer(Context context, Answer answer) {
    try {
      answer.to(Asked.of(context, SHOWN)).ifPresentOrElse(value -> Answers.json(context, value), () -> Answers.fault(context, 404,
          "neither the catalogue nor any article here knows the actor", "give an id of the catalogue, or name: and a name"));
    } catch (IllegalArgumentException e) {
      Answers.refusal(context, e);
    }
  }
}
