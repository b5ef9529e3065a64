package dev.demarche.console.web;

import dev.demarche.console.Routes;
import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Tells what went wrong: a page for people, {@code {"error": ..., "mend": ...}} for programs, a line of text for a part of a page. Installed, it also
 * tells so of paths that are not there and of handlers that throw. Safe for use by several threads.
 */
public final class Faults implements Routes {
  private static final String TEMPLATE = "fault.jte";

  private final Pages pages;

  /** Faults within the frame of {@code pages}. */
  public Faults(Pages pages) {
    this.pages = Objects.requireNonNull(pages, "pages");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.exception(HttpResponseException.class, (e, context) -> {
      context.status(e.getStatus());
      if (e.getStatus() != 404 || !isUnmatched(e)) {
        answer(context, e.getStatus(), e.getMessage() == null ? title(e.getStatus()) : e.getMessage(), mend(e.getStatus()));
      }
    });
    routes.error(404, context -> complete(context, 404));
    routes.error(500, context -> complete(context, 500));
  }

  /** Whether the answer is read by a person who opened a page. */
  public static boolean isForPeople(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains("text/html") && context.header("HX-Request") == null && !context.path().startsWith("/api/");
  }

  /** Answers with {@code status} and what is to be said of it. */
  public void answer(Context context, int status, String message, String mend) {
    context.status(status);
    if (isForPeople(context)) {
      Page page = pages.outside(context, title(status));
      pages.answer(context, page, TEMPLATE, Map.of("status", status, "message", message, "mend", mend));
    } else if (context.header("HX-Request") != null) {
      context.contentType("text/plain; charset=utf-8").result(message + "; " + mend);
    } else {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("error", message);
      answer.put("mend", mend);
      context.contentType("application/json").result(Json.write(answer));
    }
  }

  /** What a handler that threw or that answered nothing leaves to be said. */
  private void complete(Context context, int status) {
    boolean empty = context.resultInputStream() == null;
    boolean bare = status == 500 && isForPeople(context);
    if (empty || bare) {
      answer(context, status, status == 404 ? "There is nothing at this address." : "This page could not be made.", mend(status));
    }
  }

  /** Whether no path was matched, which Javalin tells in words of its own. */
  private static boolean isUnmatched(HttpResponseException e) {
    return e.getMessage() == null || e.getMessage().startsWith("Endpoint ");
  }

  private static String mend(int status) {
    return switch (status) {
      case 404 -> "Go on from one of the rooms, or search.";
      case 405 -> "Ask in another way; /api lists what can be asked.";
      case 413 -> "Send less.";
      case 500 -> "The log of the instance says why. Try again.";
      default -> "Mend the request.";
    };
  }

  private static String title(int status) {
    return switch (status) {
      case 401 -> "Sign in";
      case 403 -> "Not admitted";
      case 404 -> "Nothing here";
      case 429 -> "Wait a little";
      case 503 -> "Not now";
      default -> status < 500 ? "Not understood" : "Something failed";
    };
  }
}
