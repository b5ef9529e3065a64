package dev.demarche.console.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.Routes;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Parameters;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Delivery;
import dev.demarche.topics.Json;
import dev.demarche.topics.Republication;
import dev.demarche.topics.Republication.Ready;
import dev.demarche.topics.Republication.Refused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** {@code /api/v1/system}, {@code /api/v1/dead-letters} and {@code /api/v1/deliveries}: what the room shows and does, as JSON. */
public final class SystemApi implements Routes {
  private static final int BAD = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  private final SystemRoom room;
  private final Letters letters;
  private final Receivers receivers;

  /** What fails with an answer. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String mend;

    Failure(int status, String message, String mend) {
      super(message);
      this.status = status;
      this.mend = mend;
    }
  }

  /** Answers, or fails. */
  private interface Answer {
    Object to(Context context);
  }

  public SystemApi(SystemRoom room, Letters letters, Receivers receivers) {
    this.room = Objects.requireNonNull(room, "room");
    this.letters = Objects.requireNonNull(letters, "letters");
    this.receivers = Objects.requireNonNull(receivers, "receivers");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/system", context -> answer(context, c -> room.overview()));
    routes.get("/api/v1/dead-letters", context -> answer(context, this::letters));
    routes.get("/api/v1/dead-letters/{id}", context -> answer(context, c -> letters.open(c.pathParam("id")).orElseThrow(() -> none(c))));
    routes.post("/api/v1/dead-letters/{id}/republish", context -> answer(context, this::republish));
    routes.get("/api/v1/deliveries", context -> answer(context, this::deliveries));
    routes.post("/api/v1/deliveries/retry", context -> answer(context, this::retry));
  }

  private static void answer(Context context, Answer answer) {
    try {
      Answers.json(context, answer.to(context));
    } catch (Failure e) {
      Answers.fault(context, e.status, e.getMessage(), e.mend);
    } catch (IllegalArgumentException e) {
      Answers.refusal(context, e);
    } catch (KafkaException e) {
      Answers.fault(context, UNAVAILABLE, e.getMessage(), "look whether the brokers run, and whether this user may do that (docs/deploy.md)");
    }
  }

  private static Failure none(Context context) {
    return new Failure(NOT_FOUND, "there is no dead letter at " + context.pathParam("id"), "see /api/v1/dead-letters");
  }

  private static void edits(Context context) {
    if (!Visitor.of(context).edits()) {
      throw new Failure(FORBIDDEN, Visitor.of(context).name() + " may look, and not change", "ask for the role of an editor");
    }
  }

  private static JsonNode body(Context context) {
    if (context.bodyAsBytes().length == 0) {
      return Json.mapper().createObjectNode();
    }
    try {
      JsonNode body = Json.read(context.bodyAsBytes(), JsonNode.class);
      if (body.isObject()) {
        return body;
      }
    } catch (SerializationException e) {
      throw new Failure(BAD, e.getMessage(), "send a JSON object, or nothing");
    }
    throw new Failure(BAD, "the body is no JSON object", "send a JSON object, or nothing");
  }

  /** Body: {@code body}, text instead of the original value; {@code again}, true where it is to be published though it was before. */
  private Object republish(Context context) {
    edits(context);
    JsonNode asked = body(context);
    Optional<Republication> draft = letters.draft(context.pathParam("id"), text(asked, "body"));
    if (draft.orElseThrow(() -> none(context)) instanceof Refused refused) {
      throw new Failure(UNPROCESSABLE, refused.message(), refused.mend());
    }
    Ready ready = (Ready) draft.get();
    if (!ready.earlier().isEmpty() && !asked.path("again").asBoolean(false)) {
      Republication.Done last = ready.earlier().get(ready.earlier().size() - 1);
      throw new Failure(CONFLICT, "it was published before, by " + last.by() + " at " + last.at() + " as " + last.to().place(),
          "send \"again\": true to publish it once more");
    }
    return letters.publish(ready, Visitor.of(context).name());
  }

  private Object letters(Context context) {
    Parameters asked = new Parameters(context);
    return letters.list(asked.text("reason"), asked.text("stage"), asked.text("topic"), Range.of(context));
  }

  private Object deliveries(Context context) {
    String status = new Parameters(context).text("status");
    if (status != null && Arrays.stream(Delivery.Status.values()).noneMatch(each -> each.name().equals(status))) {
      throw new IllegalArgumentException("status must be one of " + Arrays.toString(Delivery.Status.values()));
    }
    return Map.of("receivers", receivers.all(), "deliveries", receivers.list(new Parameters(context).text("receiver"), status == null ? null
        : Delivery.Status.valueOf(status), Range.of(context)));
  }

  /** Body: {@code receiver}, and {@code notification} where one alone is meant. */
  private Object retry(Context context) {
    edits(context);
    JsonNode asked = body(context);
    String receiver = text(asked, "receiver");
    if (receiver == null) {
      throw new Failure(BAD, "receiver is missing", "name the receiver whose deliveries are to be tried again");
    }
    return Map.of("again", receivers.retry(receiver, text(asked, "notification")));
  }

  private static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new Failure(BAD, field + " is no text", "write it as a JSON string");
    }
    return value.textValue();
  }
}
