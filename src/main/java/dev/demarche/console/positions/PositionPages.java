package dev.demarche.console.positions;

import dev.demarche.console.Routes;
import dev.demarche.console.names.Roll;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Parameters;
import dev.demarche.console.web.Room;
import dev.demarche.console.web.Turning;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** {@code /positions}, the matrix, and {@code /positions/ACTOR/ISSUE}, the evidence of a cell: as a page, or for htmx what a dialog shows. */
public final class PositionPages implements Routes {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final Pages pages;
  private final Rolls rolls;
  private final Positions positions;
  private final Proof proof;

  public PositionPages(Pages pages, Rolls rolls, Positions positions, Proof proof) {
    this.pages = Objects.requireNonNull(pages, "pages");
    this.rolls = Objects.requireNonNull(rolls, "rolls");
    this.positions = Objects.requireNonNull(positions, "positions");
    this.proof = Objects.requireNonNull(proof, "proof");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get(Room.POSITIONS.path(), this::matrix);
    routes.get(Room.POSITIONS.path() + "/{actor}/{issue}", this::evidence);
  }

  private void matrix(Context context) {
    Roll roll = rolls.now();
    MatrixAsk ask = MatrixAsk.ANY;
    String fault = null;
    try {
      ask = MatrixAsk.of(new Parameters(context));
    } catch (IllegalArgumentException e) {
      fault = e.getMessage();
      context.status(BAD_REQUEST);
    }
    Matrix matrix = positions.matrix(ask, roll);
    Map<String, Object> values = new HashMap<>(Map.of("ask", ask, "matrix", matrix, "choices", positions.choices(matrix, roll),
        "more", Turning.of(context, ask.skip(), ask.limit(), matrix.actors())));
    values.put("fault", fault);
    pages.answer(context, pages.page(context, Room.POSITIONS, "Positions", "positions.js").styled("positions.css"), "positions/matrix.jte", values);
  }

  private void evidence(Context context) {
    Evidence evidence;
    try {
      evidence = proof.of(context.pathParam("actor"), context.pathParam("issue"), new Parameters(context).to("at"), rolls.now());
    } catch (IllegalArgumentException e) {
      context.status(BAD_REQUEST);
      evidence = proof.of(context.pathParam("actor"), context.pathParam("issue"), null, rolls.now());
    }
    context.header("Vary", "HX-Request");
    if (evidence.isEmpty() && evidence.lack() == null) {
      context.status(NOT_FOUND);
    }
    if (context.header("HX-Request") != null) {
      pages.part(context, "positions/evidence.jte", Map.of("evidence", evidence, "heading", 2));
    } else {
      pages.answer(context, pages.page(context, Room.POSITIONS, evidence.actor() + " on " + evidence.issueName()).styled("positions.css"), "positions/cell.jte",
          Map.of("evidence", evidence));
    }
  }
}
