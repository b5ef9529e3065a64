package dev.demarche.ingest.http;

import dev.demarche.domain.Article;
import dev.demarche.ingest.http.ArticleBodies.Fault;
import dev.demarche.network.LocalRequest;
import dev.demarche.network.SameOrigin;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/v1/articles}: takes one article ({@code application/json}, an object), several ({@code application/json}, an array) or one
 * a line ({@code application/x-ndjson}). A batch is taken as a whole or not at all. Answers:
 *
 * <ul>
 *   <li>202 with the articles' ids, in their order, when the brokers have them
 *   <li>400 with each fault's line, reason, message and mend; nothing was taken
 *   <li>401 without the right token; 403 where a page of another site asks; 413 where the body is too long; 415 where it is of another type
 *   <li>429 with {@code Retry-After} where too much is on its way to the brokers; nothing was taken
 *   <li>503 where the brokers do not take it; some may be taken, and sending it again changes nothing downstream
 * </ul>
 *
 * <p>Without a token, requests that were begun on this machine alone are answered, and none of a page of another site. Safe for use by several threads.
 */
public final class ArticleApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleApi.class);
  private static final String PATH = "/api/v1/articles";
  private static final int RETRY_SECONDS = 2;
  private static final int PATIENCE_SECONDS = 60;

  private final ArticleIntake intake;
  private final ArticleBodies bodies;
  private final byte[] token;
  private final LocalRequest local;
  private final int maxBytes;

  private record Refusal(int status, String message, String mend) {}

  /**
   * An API that is not installed.
   *
   * @param intake   takes articles
   * @param codec    reads articles, with its limits
   * @param token    that requests must bear, or null or blank: requests from this machine alone are answered
   * @param local    tells which those are
   * @param maxBytes longest body
   */
  public ArticleApi(ArticleIntake intake, ArticleCodec codec, String token, LocalRequest local, int maxBytes) {
    this.intake = intake;
    this.bodies = new ArticleBodies(codec);
    this.token = token == null || token.isBlank() ? null : token.strip().getBytes(StandardCharsets.UTF_8);
    this.local = Objects.requireNonNull(local, "local");
    this.maxBytes = maxBytes;
  }

  /** Adds the API to the routes of a server, where {@code roles} say that it checks by itself who asks. */
  public void install(RoutesConfig routes, RouteRole... roles) {
    routes.post(PATH, this::post, roles);
  }

  private void post(Context context) throws IOException, InterruptedException {
    Optional<Refusal> refused = refuse(context);
    if (refused.isPresent()) {
      if (refused.get().status == 401) {
        context.header("WWW-Authenticate", "Bearer");
      }
      problem(context, refused.get().status, refused.get().message, refused.get().mend);
      return;
    }
    String type = context.contentType() == null ? "" : context.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean lines = type.matches("application/(x-)?(nd-?json|jsonl|jsonlines)");
    if (!lines && !type.equals("application/json")) {
      problem(context, 415, "the type of the body is \"" + type + "\"", "send application/json (an object or an array) or application/x-ndjson (one a line)");
      return;
    }
    byte[] body = body(context);
    if (body == null) {
      context.header("Connection", "close");
      problem(context, 413, "the body is longer than " + maxBytes + " bytes", "send it in parts, or raise http.body.bytes");
      return;
    }
    ArticleBodies.Read read = lines ? bodies.lines(body) : bodies.json(body);
    if (read.refused() > 0) {
      faults(context, read);
    } else if (read.articles().isEmpty()) {
      faults(context, new ArticleBodies.Read(List.of(), List.of(new Fault(1, Reason.EMPTY_RECORD, "the body holds no article", "send one at least")), 1));
    } else {
      publish(context, read.articles());
    }
  }

  /** Why the request is not answered; empty where it is. A token needs no more: no page of another site can have a browser send it. */
  private Optional<Refusal> refuse(Context context) {
    if (token != null) {
      return refuseOther(context.header("Authorization")).map(why -> new Refusal(401, why, "send the header \"Authorization: Bearer TOKEN\" with the token of http.token"));
    }
    return local.refuse(context.req().getRemoteAddr(), context::header)
        .map(why -> new Refusal(401, "no token is set, and " + why, "ask at http://localhost on that machine, or set http.token and send it"))
        .or(() -> SameOrigin.refuseChange(SameOrigin.Signs.of(context::header, context.header("Host")), false)
            .map(why -> new Refusal(403, why, "set http.token, and send it from a program")));
  }

  private Optional<String> refuseOther(String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.of("the request bears no token");
    }
    return MessageDigest.isEqual(token, authorization.substring(7).strip().getBytes(StandardCharsets.UTF_8)) ? Optional.empty()
        : Optional.of("the request bears another token");
  }

  /** The body, or null where it is too long. */
  private byte[] body(Context context) throws IOException {
    if (context.req().getContentLengthLong() > maxBytes) {
      return null;
    }
    InputStream in = context.req().getInputStream();
    byte[] bytes = in.readNBytes(maxBytes + 1);
    return bytes.length > maxBytes ? null : bytes;
  }

  private void publish(Context context, List<Article> articles) throws InterruptedException {
    try {
      if (intake.take(articles).get(PATIENCE_SECONDS, TimeUnit.SECONDS) == ArticleIntake.Taken.NO_ROOM) {
        context.header("Retry-After", String.valueOf(RETRY_SECONDS));
        problem(context, 429, "too much is on its way to the brokers; nothing of this was taken", "send it again after " + RETRY_SECONDS + " s");
        return;
      }
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("accepted", articles.size());
      answer.put("ids", articles.stream().map(Article::id).toList());
      answer(context, 202, answer);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("{} articles could not be published: {}", articles.size(), e.toString());
      context.header("Retry-After", String.valueOf(RETRY_SECONDS));
      problem(context, 503, "the brokers do not take it; some of it may be taken", "send it again: what was taken is not taken twice");
    }
  }

  private static void faults(Context context, ArticleBodies.Read read) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("message", read.refused() + " of the articles cannot be taken; nothing was taken");
    answer.put("refused", read.refused());
    answer.put("faults", read.faults());
    answer(context, 400, answer);
  }

  private static void problem(Context context, int status, String message, String mend) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("message", message);
    answer.put("mend", mend);
    answer(context, status, answer);
  }

  private static void answer(Context context, int status, Map<String, Object> answer) {
    context.status(status).contentType("application/json").result(Json.write(answer));
  }

  @Override
  public void close() {
    intake.close();
  }
}
