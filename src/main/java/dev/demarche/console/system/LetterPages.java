package dev.demarche.console.system;

import dev.demarche.console.Routes;
import dev.demarche.console.web.Links;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Parameters;
import dev.demarche.console.web.Room;
import dev.demarche.console.web.Visitor;
import dev.demarche.topics.Republication;
import dev.demarche.topics.Republication.Done;
import dev.demarche.topics.Republication.Ready;
import dev.demarche.topics.Republication.Refused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** {@code /system/dead-letters}: what could not be taken, and having it published again, asked for twice. */
public final class LetterPages implements Routes {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private final Pages pages;
  private final Letters letters;

  public LetterPages(Pages pages, Letters letters) {
    this.pages = Objects.requireNonNull(pages, "pages");
    this.letters = Objects.requireNonNull(letters, "letters");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/system/dead-letters", this::list);
    routes.get("/system/dead-letters/{id}", this::open);
    routes.post("/system/dead-letters/{id}/republish", this::republish);
  }

  private void list(Context context) {
    Range range = Range.orFirst(context);
    String reason = new Parameters(context).text("reason");
    Letters.Listed listed = letters.list(reason, new Parameters(context).text("stage"), new Parameters(context).text("topic"), range);
    Map<String, Object> values = new HashMap<>(Map.of("listed", listed, "reason", reason == null ? "" : reason, "turn", Turn.of(context, range, listed.total())));
    pages.answer(context, pages.page(context, Room.SYSTEM, "Dead letters"), "systemLetters.jte", values);
  }

  private void open(Context context) {
    String id = context.pathParam("id");
    Optional<Letters.Opened> opened;
    try {
      opened = letters.open(id);
    } catch (IllegalArgumentException e) {
      opened = Optional.empty();
    }
    if (opened.isEmpty()) {
      context.status(NOT_FOUND);
      pages.answer(context, pages.page(context, Room.SYSTEM, "No such dead letter"), "systemNone.jte", Map.of("what", "There is no dead letter at this place.",
          "mend", "It may have been older than the topic keeps."));
      return;
    }
    pages.answer(context, pages.page(context, Room.SYSTEM, "Dead letter " + id), "systemLetter.jte", Map.of("opened", opened.get()));
  }

  private void republish(Context context) {
    if (!Visitor.of(context).edits()) {
      context.status(FORBIDDEN);
      outcome(context, new Refused("You may look, and not publish", "Ask for the role of an editor"), null, null);
      return;
    }
    String id = context.pathParam("id");
    String body = context.formParam("body");
    // A form sends each end of a line as two characters.
    String edited = body == null ? null : body.replace("\r\n", "\n");
    try {
      Republication draft = letters.draft(id, edited).orElse(new Refused("There is no dead letter at " + id, "It may have been older than the topic keeps"));
      if (draft instanceof Ready ready && String.valueOf(ready.earlier().size()).equals(context.formParam("sure"))) {
        Done done = letters.publish(ready, Visitor.of(context).name());
        context.header("X-Said", Links.part("Published as " + done.to().place()));
        outcome(context, draft, edited, done);
      } else {
        outcome(context, draft, edited, null);
      }
    } catch (IllegalArgumentException | KafkaException e) {
      outcome(context, new Refused("It was not published: " + e.getMessage(), "Where a permission lacks, grant Read and Write on its topic; see docs/deploy.md"),
          null, null);
    }
  }

  /** What came of it: refused, asked for once more, or done. */
  private void outcome(Context context, Republication draft, String edited, Done done) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", context.pathParam("id"));
    values.put("refused", draft instanceof Refused refused ? refused : null);
    values.put("ready", draft instanceof Ready ready ? ready : null);
    values.put("edited", edited);
    values.put("done", done);
    pages.part(context, "systemOutcome.jte", values);
  }
}
