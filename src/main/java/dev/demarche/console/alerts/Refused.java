package dev.demarche.console.alerts;

import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Links;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;

/** That a request is not answered as asked: what is wrong, how to mend it, and in which field. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SAID = 300;

  private final int status;
  private final String mend;
  private final String field;

  /** @param field the parameter that is wrong, or null */
  Refused(int status, String error, String mend, String field) {
    super(error);
    this.status = status;
    this.mend = mend;
    this.field = field;
  }

  /** What {@code e} says, whose message is what is wrong, a semicolon and how to mend it. */
  static Refused of(String field, IllegalArgumentException e) {
    String[] parts = String.valueOf(e.getMessage()).split("; ", 2);
    return new Refused(400, parts[0], parts.length > 1 ? parts[1] : "write another " + field, field);
  }

  static Refused unknown(String what, String id) {
    return new Refused(404, "there is no " + what + " " + id, "see the list of " + what + "s", "id");
  }

  int status() {
    return status;
  }

  /** Both sentences in one. */
  String words() {
    return getMessage() + "; " + mend;
  }

  /** {@code handler}, whose refusals are answered as JSON. */
  static Handler api(Handler handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (Refused e) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", e.getMessage());
        answer.put("mend", e.mend);
        if (e.field != null) {
          answer.put("field", e.field);
        }
        Answers.json(context.status(e.status), answer);
      }
    };
  }

  /** {@code handler}, whose refusals are told at the edge of the page. */
  static Handler page(Handler handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (Refused e) {
        say(context, e.words());
        context.status(e.status).contentType("text/plain; charset=utf-8").header("Cache-Control", "no-store").result(e.words());
      }
    };
  }

  /** Has the page say {@code words} at its edge; of very many the first, for they go in a header. */
  static void say(Context context, String words) {
    String part = words.length() <= SAID ? words : words.substring(0, SAID).strip() + "\u2026";
    context.header("X-Said", Links.part(part));
  }
}
