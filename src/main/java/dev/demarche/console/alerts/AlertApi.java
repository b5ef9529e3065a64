package dev.demarche.console.alerts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.demarche.console.Routes;
import dev.demarche.console.index.Slice;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Reaction;
import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/**
 * {@code GET /api/v1/alerts}, {@code GET /api/v1/alerts/{id}}, and {@code POST /api/v1/alerts/{id}/acknowledge}, {@code resolve}, {@code comment} and
 * {@code verdict} with a body such as {@code {"text": "...", "useful": true}}.
 */
public final class AlertApi implements Routes {
  private static final Map<String, Reaction.Action> ACTIONS = Map.of("acknowledge", Reaction.Action.ACKNOWLEDGE, "resolve", Reaction.Action.RESOLVE, "comment",
      Reaction.Action.COMMENT, "verdict", Reaction.Action.VERDICT);

  private final AlertRoom room;

  /** The alerts of {@code room} as JSON. */
  public AlertApi(AlertRoom room) {
    this.room = room;
  }

  /** What a reaction says beside what is done; all of it may be left out. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(String text, Boolean useful) {}

  /** An alert of a list. */
  private record Item(AlertLife life, boolean sent, String silenced) {
    static Item of(Seen seen) {
      return new Item(seen.life(), seen.waiting(), AlertRow.of(seen).hush());
    }
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/alerts", Refused.api(this::list));
    routes.get("/api/v1/alerts/{id}", Refused.api(this::one));
    ACTIONS.forEach((name, action) -> routes.post("/api/v1/alerts/{id}/" + name, Refused.api(context -> react(context, action))));
  }

  private void list(Context context) {
    AlertQuery query = AlertQuery.of(context::queryParam);
    Slice<Seen> slice = room.board().list(query);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", slice.total());
    answer.put("skip", query.skip());
    answer.put("limit", query.limit());
    answer.put("groups", room.board().bunches(slice, query).stream().map(bunch -> {
      Map<String, Object> group = new LinkedHashMap<>();
      group.put("watch", bunch.watch());
      group.put("group", bunch.group());
      group.put("total", bunch.total());
      group.put("alerts", bunch.rows().stream().map(AlertRow::id).toList());
      return group;
    }).toList());
    answer.put("alerts", slice.items().stream().map(Item::of).toList());
    Answers.json(context, answer);
  }

  private void one(Context context) {
    String id = context.pathParam("id");
    Story story = room.stories().of(id).orElseThrow(() -> Refused.unknown("alert", id));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("why", story.why());
    answer.put("life", story.life());
    answer.put("sent", story.seen().waiting());
    answer.put("silenced", story.row().hush());
    answer.put("passage", story.passage());
    answer.put("watch", story.watch());
    answer.put("deliveries", room.stories().deliveries(story.life()));
    answer.put("steps", story.lines());
    Answers.json(context, answer);
  }

  private void react(Context context, Reaction.Action action) {
    Body body = body(context);
    AlertLife life = room.board().must(context.pathParam("id")).life();
    Answers.json(context, room.doing().react(Visitor.of(context), List.of(life.alert()), action, body.text, body.useful).get(0));
  }

  private static Body body(Context context) {
    byte[] bytes = context.bodyAsBytes();
    try {
      return bytes.length == 0 ? new Body(null, null) : Json.read(bytes, Body.class);
    } catch (SerializationException e) {
      throw new Refused(400, "the body is no JSON object with text and useful", "write one such as {\"text\": \"on it\"}", null);
    }
  }
}
