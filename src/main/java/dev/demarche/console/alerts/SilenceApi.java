package dev.demarche.console.alerts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.demarche.alerting.SilenceForm;
import dev.demarche.console.Routes;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Silence;
import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;

/**
 * {@code GET /api/v1/silences}, {@code POST /api/v1/silences} with a body such as {@code {"matchers": ["watch=war"], "for": "2h", "comment": "the summit"}},
 * {@code DELETE /api/v1/silences/{id}}, which ends one, {@code GET /api/v1/silences/preview?matcher=...}, and {@code GET /api/v1/inhibitions}.
 */
public final class SilenceApi implements Routes {
  private final AlertRoom room;

  /** The silences of {@code room} as JSON. */
  public SilenceApi(AlertRoom room) {
    this.room = room;
  }

  /** A silence that is asked for. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(List<String> matchers, String from, @JsonProperty("for") String span, String until, String comment) {}

  /** A silence with how it stands now. */
  private record Item(String state, Silence silence) {}

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/silences", Refused.api(this::list));
    routes.get("/api/v1/silences/preview", Refused.api(this::preview));
    routes.post("/api/v1/silences", Refused.api(this::make));
    routes.delete("/api/v1/silences/{id}", Refused.api(context ->
        Answers.json(context, item(room.doing().end(Visitor.of(context), context.pathParam("id"))))));
    routes.get("/api/v1/inhibitions", Refused.api(context -> Answers.json(context, Map.of("inhibitions", room.silences().inhibitions()))));
  }

  private void list(Context context) {
    List<Silence> all = room.silences().list(AlertQuery.one("state", context::queryParam, SilenceList.State.class, null));
    int skip = AlertQuery.number(context::queryParam, "skip", 0, 0, 100_000);
    int limit = AlertQuery.number(context::queryParam, "limit", AlertQuery.LIMIT, 1, AlertQuery.MOST);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", all.size());
    answer.put("skip", skip);
    answer.put("limit", limit);
    answer.put("silences", all.stream().skip(skip).limit(limit).map(this::item).toList());
    Answers.json(context, answer);
  }

  private void preview(Context context) {
    SilenceForm form = new SilenceForm(context.queryParams("matcher"), null, null, null, null, null);
    List<Seen> fitting = refusing(() -> room.doing().fitting(form.read()));
    Answers.json(context, Map.of("total", fitting.size(), "alerts", fitting.stream().limit(AlertQuery.LIMIT).map(one -> one.life().alert().id()).toList()));
  }

  private void make(Context context) {
    Body body;
    try {
      body = Json.read(context.bodyAsBytes(), Body.class);
    } catch (SerializationException e) {
      throw new Refused(400, "the body is no JSON object with matchers", "write one such as {\"matchers\": [\"watch=war\"], \"for\": \"2h\"}", null);
    }
    Visitor visitor = Visitor.of(context);
    Silence made = refusing(() -> room.doing().make(visitor, new SilenceForm(body.matchers, body.from, body.span, body.until, visitor.name(), body.comment)));
    Answers.json(context.status(201), item(made));
  }

  private static <T> T refusing(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (SilenceForm.Fault e) {
      throw Refused.of(e.field(), e);
    }
  }

  private Item item(Silence silence) {
    return new Item(room.silences().state(silence).name().toLowerCase(Locale.ROOT), silence);
  }
}
