package dev.demarche.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bodies of requests to articles: one JSON object, an array of such, or one a line. Pure. */
final class ArticleBodies {
  private static final int MAX_FAULTS = 100;
  private static final JsonFactory JSON = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Json.MAX_DEPTH).build()).build();

  private final ArticleCodec codec;

  /**
   * What a body holds.
   *
   * @param articles in their order; complete only where there are no faults
   * @param faults   the first hundred
   * @param refused  how many were refused, all counted
   */
  record Read(List<Article> articles, List<Fault> faults, int refused) {}

  /**
   * What is wrong with one article.
   *
   * @param line    where it starts, 1 for the first
   * @param reason  as of a dead letter
   * @param message what is wrong
   * @param mend    what to write instead
   */
  record Fault(int line, Reason reason, String message, String mend) {}

  ArticleBodies(ArticleCodec codec) {
    this.codec = codec;
  }

  Read lines(byte[] body) {
    Gathered all = new Gathered();
    int line = 1;
    for (int start = 0; start < body.length; line++) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      if (!blank(body, start, end)) {
        all.add(line, codec.read(Arrays.copyOfRange(body, start, end)));
      }
      start = end + 1;
    }
    return all.read();
  }

  Read json(byte[] body) {
    int first = 0;
    while (first < body.length && body[first] <= ' ') {
      first++;
    }
    Gathered all = new Gathered();
    if (first == body.length || body[first] != '[') {
      if (!blank(body, 0, body.length)) {
        all.add(1, codec.read(body));
      }
      return all.read();
    }
    // The bytes of each element go to the codec as they are, so that one set of rules holds for all ways in.
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        if (token == null) {
          throw new IOException("the array does not end");
        }
        int start = (int) parser.currentTokenLocation().getByteOffset();
        int line = parser.currentTokenLocation().getLineNr();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        if (start < 0 || end < start) {
          throw new IOException("it is not UTF-8");
        }
        all.add(line, codec.read(Arrays.copyOfRange(body, start, end)));
      }
      if (parser.nextToken() != null) {
        throw new IOException("there is text behind the end of the array");
      }
    } catch (IOException e) {
      String message = e instanceof com.fasterxml.jackson.core.JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      int line = e instanceof com.fasterxml.jackson.core.JsonProcessingException json && json.getLocation() != null ? json.getLocation().getLineNr() : 1;
      all.fault(line, new ArticleCodec.Read.Refused(Reason.NOT_JSON, "the body is no JSON: " + message, "write one object, an array of objects, "
          + "or one object a line with the type application/x-ndjson"));
    }
    return all.read();
  }

  private static boolean blank(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] > ' ' || body[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static final class Gathered {
    private final List<Article> articles = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int refused;

    void add(int line, ArticleCodec.Read read) {
      if (read instanceof ArticleCodec.Read.Accepted accepted) {
        articles.add(accepted.article());
      } else {
        fault(line, (ArticleCodec.Read.Refused) read);
      }
    }

    void fault(int line, ArticleCodec.Read.Refused why) {
      refused++;
      if (faults.size() < MAX_FAULTS) {
        faults.add(new Fault(line, why.reason(), why.message(), why.mend()));
      }
    }

    Read read() {
      return new Read(articles, faults, refused);
    }
  }
}
