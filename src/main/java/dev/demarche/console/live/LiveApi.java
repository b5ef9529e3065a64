package dev.demarche.console.live;

import dev.demarche.console.Routes;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code GET /api/v1/stream}: what comes, as server-sent events. {@code GET /api/v1/live}: what came last, and how much in the last hour. Parameters as in
 * {@link LiveFilter}.
 */
public final class LiveApi implements Routes {
  private final Live live;

  public LiveApi(Live live) {
    this.live = Objects.requireNonNull(live, "live");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/stream", this::stream);
    routes.get("/api/v1/live", this::recent);
  }

  @Override
  public void ending() {
    live.letGo();
  }

  /** What came last. */
  record Answer(String from, List<Line> lines, Minutes.Hour hour) {}

  private void recent(Context context) {
    filter(context).ifPresent(filter -> {
      Answers.made(context, () -> {
        Live.Recent recent = live.recent(filter, new Parameters(context).limit());
        return new Answer(recent.id(), recent.lines(), live.hour());
      });
    });
  }

  private void stream(Context context) {
    Optional<LiveFilter> filter = filter(context);
    if (filter.isEmpty()) {
      return;
    }
    if (!live.warm()) {
      context.header("Retry-After", "2");
      Answers.fault(context, 503, "the last records are being read", "come again in some seconds");
      return;
    }
    Optional<Pump> room = live.room();
    if (room.isEmpty()) {
      context.header("Retry-After", "15");
      Answers.fault(context, 503, "there are too many viewers", "come again later, ask another instance, or raise the setting console.viewers");
      return;
    }
    context.contentType("text/event-stream; charset=utf-8").header("Cache-Control", "no-store").header("X-Accel-Buffering", "no")
        // Nothing else is asked for on it, and the endpoint need not wait for it.
        .header("Connection", "close");
    String id = context.queryParam("from") != null && context.header("Last-Event-ID") == null ? context.queryParam("from") : context.header("Last-Event-ID");
    context.future(() -> begin(context, filter.get(), id, room.get()));
  }

  private CompletableFuture<Void> begin(Context context, LiveFilter filter, String id, Pump pump) {
    Viewer viewer;
    try {
      AsyncContext async = context.req().getAsyncContext();
      async.setTimeout(0);
      // The servlet's own stream: Javalin's would compress, and wait.
      ServletOutputStream out = context.res().getOutputStream();
      viewer = live.viewer(filter, start(live.ring(), id), out);
      async.addListener(new Gone(viewer));
      out.setWriteListener(viewer);
    } catch (IOException e) {
      pump.leave();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      pump.leave();
      throw e;
    }
    pump.add(viewer);
    return viewer.ended();
  }

  private static Ring.Start start(Ring ring, String id) {
    if (id == null || id.isBlank()) {
      return ring.now();
    }
    return Marks.read(id).map(ring::after).orElseGet(() -> ring.after(new Marks(0, 0, new long[0][])));
  }

  private static Optional<LiveFilter> filter(Context context) {
    try {
      return Optional.of(LiveFilter.of(context::queryParam));
    } catch (IllegalArgumentException e) {
      Answers.refusal(context, e);
      return Optional.empty();
    }
  }
}
