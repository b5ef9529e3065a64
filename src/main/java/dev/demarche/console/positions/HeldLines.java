package dev.demarche.console.positions;

import dev.demarche.console.ListenAddress;
import dev.demarche.console.web.Links;
import dev.demarche.positions.Line;
import dev.demarche.topics.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The line of an actor on an issue, from whichever instance holds it: this one, or another, which is asked once and within 2 s. Never throws; where it
 * cannot be had the answer says why. Safe for use by several threads.
 */
public final class HeldLines {
  /** Behind the address of a line: as this instance holds it, so that nobody is sent on a second time. */
  static final String HERE = "/here";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int OK = 200;
  /** Nothing is known of the key: 404 is what says an instance without a console. */
  static final int NOTHING = 204;
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final LineStore store;
  private final InstanceToken token;
  private final Duration patience;
  private final HttpClient client;

  /**
   * A line, or why there is none.
   *
   * @param line   null where nothing is known, or it cannot be had
   * @param holder the other instance that gave it, or null
   * @param lack   why it cannot be had at the moment, or null
   */
  public record Answer(Line line, String holder, String lack) {}

  /**
   * The lines of all instances.
   *
   * @param token by which instances know each other
   */
  public HeldLines(LineStore store, InstanceToken token) {
    this(store, token, PATIENCE);
  }

  HeldLines(LineStore store, InstanceToken token, Duration patience) {
    this.store = Objects.requireNonNull(store, "store");
    this.token = Objects.requireNonNull(token, "token");
    this.patience = patience;
    // The way to another instance is the network's own: a proxy for the web has no part in it.
    client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).connectTimeout(patience).build();
  }

  /** The line behind {@code key}. */
  public Answer find(String key) {
    LineStore.Known known = store.find(key);
    return known.holder() == null ? new Answer(known.line(), null, known.lack()) : ask(known.holder(), key);
  }

  /** The line behind {@code key} if this instance holds it. */
  public Answer here(String key) {
    LineStore.Known known = store.find(key);
    return known.holder() == null ? new Answer(known.line(), null, known.lack()) : new Answer(null, null, "another instance holds it now");
  }

  private Answer ask(ListenAddress holder, String key) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + holder + "/api/v1/lines/"
        + Links.part(key) + HERE)).header("Accept", "application/json").timeout(patience);
    token.sign(request);
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    try {
      return read(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), holder);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return lacking(holder, "gave no answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      return lacking(holder, "cannot be reached");
    } catch (SerializationException e) {
      return lacking(holder, "gave an answer that this version does not understand");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lacking(holder, "was not waited for");
    }
  }

  private static Answer read(HttpResponse<byte[]> response, ListenAddress holder) {
    return switch (response.statusCode()) {
      case OK -> new Answer(Json.read(response.body(), Line.class), holder.toString(), null);
      case NOTHING -> new Answer(null, holder.toString(), null);
      case NOT_FOUND -> lacking(holder, "has no console; set console to on there");
      case UNAUTHORIZED, FORBIDDEN -> lacking(holder, "does not let this one in: give all instances the same http.token");
      default -> lacking(holder, "does not have it at hand: partitions are being shared out");
    };
  }

  private static Answer lacking(ListenAddress holder, String why) {
    return new Answer(null, null, "the instance at " + holder + ", which holds it, " + why);
  }
}
