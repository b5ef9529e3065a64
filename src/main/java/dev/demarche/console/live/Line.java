package dev.demarche.console.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.demarche.console.web.Links;
import dev.demarche.domain.Act;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One thing that came, as viewers get it: flat, with its words and where they can be read.
 *
 * @param id         of the statement, stance, shift, condition or alert
 * @param kind       what it is
 * @param at         event time: when the article was published, or of a silence when it was due
 * @param who        canonical name of speaker, holder, setter, who has shifted or whom an alert is about; null where nobody is named
 * @param actor      the catalogue's id of {@code who}, or null
 * @param act        of a stance, of the report after a shift, or of the stance that raised an alert; else null
 * @param polarity   of that act: -1, 0 or 1; else null
 * @param target     canonical name, or null
 * @param targetActor the catalogue's id of {@code target}, or null
 * @param badge      the word for what is done: the act, the kind of shift, the state of a condition, the severity of an alert; of a statement null
 * @param note       why, or what an alert's watch asks; or null
 * @param sentence   the words around and of the evidence, in order of the text; not empty but for a silence
 * @param issues     ids
 * @param publisher  or null
 * @param title      of the article, or null
 * @param article    id of the article, or null
 * @param confidence 0 to 1, or null
 * @param link       path of the page that shows it in its place
 */
public record Line(String id, Kind kind, Instant at, String who, String actor, Act act, Integer polarity, String target, String targetActor, String badge,
                   String note, List<Piece> sentence, List<String> issues, String publisher, String title, String article, Double confidence, String link) {

  /** What may come. */
  public enum Kind { STATEMENT, STANCE, SHIFT, CONDITION, ALERT }

  /**
   * Some words.
   *
   * @param text     as it stands in the article
   * @param evidence whether these words say it, or stand around those that do
   */
  public record Piece(String text, boolean evidence) {
    public Piece {
      Objects.requireNonNull(text, "text");
    }
  }

  public Line {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    sentence = List.copyOf(sentence);
    issues = List.copyOf(issues);
    Objects.requireNonNull(link, "link");
  }

  /** Path of the page about {@code who}, or null where nobody is named. */
  @JsonProperty("whoLink")
  public String whoLink() {
    return Links.actor(actor, who);
  }

  /** Path of the page about {@code target}, or null where there is none. */
  @JsonProperty("targetLink")
  public String targetLink() {
    return Links.actor(targetActor, target);
  }
}
