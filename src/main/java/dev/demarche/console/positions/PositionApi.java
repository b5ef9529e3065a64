package dev.demarche.console.positions;

import dev.demarche.console.Admit;
import dev.demarche.console.Routes;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Objects;

/**
 * {@code GET /api/v1/positions}, {@code GET /api/v1/positions/ACTOR/ISSUE}, and {@code GET /api/v1/lines/KEY}, the line
 * of an actor on an issue; instances ask each other for it at {@code /api/v1/lines/KEY/here}.
 */
public final class PositionApi implements Routes {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final Rolls rolls;
  private final Positions positions;
  private final Proof proof;
  private final HeldLines lines;
  private final InstanceToken token;

  public PositionApi(Rolls rolls, Positions positions, Proof proof, HeldLines lines, InstanceToken token) {
    this.rolls = Objects.requireNonNull(rolls, "rolls");
    this.positions = Objects.requireNonNull(positions, "positions");
    this.proof = Objects.requireNonNull(proof, "proof");
    this.lines = Objects.requireNonNull(lines, "lines");
    this.token = Objects.requireNonNull(token, "token");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/positions", context ->
        Answers.made(context, () -> positions.matrix(MatrixAsk.of(new Parameters(context)), rolls.now())));
    routes.get("/api/v1/positions/{actor}/{issue}", this::evidence);
    routes.get("/api/v1/lines/{key}", this::line);
    routes.get("/api/v1/lines/{key}" + HeldLines.HERE, this::here, Admit.ANYONE);
  }

  private void evidence(Context context) {
    Answers.made(context, () -> proof.of(context.pathParam("actor"), context.pathParam("issue"), new Parameters(context).to("at"), rolls.now()));
  }

  private void line(Context context) {
    String key = context.pathParam("key");
    answer(context, lines.find(key), () -> Answers.fault(context, NOT_FOUND, "nothing is known of " + key,
        "a key is ACTOR|ISSUE, with name:NAME for who is not in the catalogue"));
  }

  private void here(Context context) {
    if (token.admits(context)) {
      answer(context, lines.here(context.pathParam("key")), () -> context.status(HeldLines.NOTHING));
    } else {
      Answers.fault(context, FORBIDDEN, "only other instances are answered here", "ask /api/v1/lines/KEY; give all instances the same http.token");
    }
  }

  private static void answer(Context context, HeldLines.Answer answer, Runnable nothing) {
    if (answer.lack() != null) {
      Answers.fault(context, UNAVAILABLE, answer.lack(), "ask again in some seconds");
    } else if (answer.line() == null) {
      nothing.run();
    } else {
      Answers.json(context, answer.line());
    }
  }
}
