package dev.demarche.console.positions;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Objects;

/**
 * {@code GET /api/v1/positions}, {@code GET /api/v1/positions/ACTOR/ISSUE}, and {@code GET /api/v1/lines/KEY}, by which instances ask each other for the line
 * of an actor on an issue.
 */
public final class PositionApi implements Routes {
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final Archive archive;
  private final Positions positions;
  private final Proof proof;
  private final HeldLines lines;

  public PositionApi(Archive archive, Positions positions, Proof proof, HeldLines lines) {
    this.archive = Objects.requireNonNull(archive, "archive");
    this.positions = Objects.requireNonNull(positions, "positions");
    this.proof = Objects.requireNonNull(proof, "proof");
    this.lines = Objects.requireNonNull(lines, "lines");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/positions", context ->
        Answers.json(context, () -> positions.matrix(MatrixAsk.of(new Asked(context)), Roll.of(archive))));
    routes.get("/api/v1/positions/{actor}/{issue}", this::evidence);
    routes.get("/api/v1/lines/{key}", this::line);
  }

  private void evidence(Context context) {
    Answers.json(context, () -> proof.of(context.pathParam("actor"), context.pathParam("issue"), new Asked(context).to("at"), context.header("Authorization"),
        Roll.of(archive)));
  }

  private void line(Context context) {
    String key = context.pathParam("key");
    boolean forwarded = context.header(HeldLines.FORWARDED) != null;
    HeldLines.Answer answer = forwarded ? lines.here(key) : lines.find(key, context.header("Authorization"));
    if (answer.lack() != null) {
      Answers.fault(context, UNAVAILABLE, answer.lack(), "ask again in some seconds");
    } else if (answer.line() == null && forwarded) {
      context.status(HeldLines.NOTHING);
    } else if (answer.line() == null) {
      Answers.fault(context, NOT_FOUND, "nothing is known of " + key, "a key is ACTOR|ISSUE, with name:NAME for who is not in the catalogue");
    } else {
      Answers.json(context, answer::line);
    }
  }
}
