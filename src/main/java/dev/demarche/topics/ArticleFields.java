package dev.demarche.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.demarche.topics.ArticleCodec.Read.Refused;
import dev.demarche.topics.DeadLetter.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * One walk over the tokens of an article's JSON, which keeps the strings that an article is made of. It builds no tree, converts no
 * number and recurses nowhere, so that what is ignored costs no more than its length.
 *
 * <p>What is no JSON, or too deep, is refused before what is the wrong JSON; of several wrong fields the first in the record is told.
 */
final class ArticleFields {

  // No symbol table: names made to collide in it would throw. Lengths are bounded by the record's, and the depth here.
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE).build())
      .build();

  private final Map<String, String> values = new HashMap<>();
  private String field = "";
  private int depth;
  private Refused refusal;

  private ArticleFields() {}

  static ArticleFields scan(String json) {
    ArticleFields fields = new ArticleFields();
    try (JsonParser parser = JSON.createParser(json)) {
      Refused fatal = fields.walk(parser);
      fields.refusal = fatal == null ? fields.refusal : fatal;
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
      String fault = Excerpt.of(firstLine(e.getOriginalMessage()), 200);
      fields.refusal = new Refused(Reason.NOT_JSON, "the record is no JSON" + where + ": " + fault, "write one JSON object");
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return fields;
  }

  static Refused empty() {
    return new Refused(Reason.EMPTY_RECORD, "the record is empty", "write one JSON object with the field \"text\"");
  }

  /** The fields of an article that stand in the record, null where it says null. Of no use beside a refusal. */
  Map<String, String> values() {
    return values;
  }

  /** What is wrong with the record, or null. */
  Refused refusal() {
    return refusal;
  }

  private Refused walk(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return empty();
    }
    boolean object = first == JsonToken.START_OBJECT;
    boolean ended = false;
    for (JsonToken token = first; token != null; token = parser.nextToken()) {
      if (ended) {
        return new Refused(Reason.NOT_JSON, "the record goes on behind the end of its JSON: " + shown(parser, token),
            "write one JSON object a record");
      }
      if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME) {
        name(parser.currentName(), object);
      } else {
        value(parser, token, object && depth == 1);
        depth += token.isStructStart() ? 1 : 0;
        if (depth > Json.MAX_DEPTH) {
          return new Refused(Reason.NESTED_TOO_DEEPLY, "arrays and objects are nested more than " + Json.MAX_DEPTH + " deep in field "
              + Excerpt.quoted(field), "leave the field out or flatten it");
        }
      }
      ended = depth == 0;
    }
    return object ? null : new Refused(Reason.NOT_AN_OBJECT, "the record is JSON but no object", "write one JSON object: {\"text\": ...}");
  }

  private void name(String name, boolean object) {
    if (object && depth == 1) {
      field = name;
      if (values.containsKey(name)) {
        refuse(Reason.NOT_JSON, "field " + Excerpt.quoted(name) + " stands twice", "write it once");
      }
    }
    checkPairs(name);
  }

  private void value(JsonParser parser, JsonToken token, boolean top) throws IOException {
    String text = token == JsonToken.VALUE_STRING ? parser.getText() : null;
    if (text != null) {
      checkPairs(text);
    }
    if (top && ArticleCodec.FIELDS.contains(field)) {
      values.put(field, text);
      if (text == null && token != JsonToken.VALUE_NULL) {
        refuse(Reason.WRONG_TYPE, "field \"" + field + "\" is " + shown(parser, token) + ", not a string",
            "write a string in quotation marks, or leave the field out");
      }
    }
  }

  private void checkPairs(String text) {
    int lone = Excerpt.loneSurrogate(text);
    if (lone >= 0) {
      refuse(Reason.NOT_UTF8, "field " + Excerpt.quoted(field) + " holds half a surrogate pair, \\u%04x, at index %d"
          .formatted((int) text.charAt(lone), lone), "write both halves of the pair, or neither");
    }
  }

  private void refuse(Reason reason, String message, String mend) {
    if (refusal == null) {
      refusal = new Refused(reason, message, mend);
    }
  }

  private static String shown(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the string " + Excerpt.quoted(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + Excerpt.of(parser.getText(), 100);
      default -> parser.getText();
    };
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
