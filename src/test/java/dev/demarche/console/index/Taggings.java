package dev.demarche.console.index;

import dev.demarche.domain.Act;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.TaggedArticle;
import java.time.Instant;
import java.util.List;

/** Small tagged articles with a statement, a stance and a condition. */
public final class Taggings {
  public static final String TEXT = "Norland rejected the peace offer of Sudria. \"We will talk\", Ann Lee said, \"if the shelling stops\". Sudria waits.";

  private Taggings() {}

  /** Norland's stance towards Sudria, and what Ann Lee says on a condition. */
  public static TaggedArticle article(String id, int revision, String publisher, String title, Instant at) {
    return article(id, revision, publisher, title, at, Act.REJECT);
  }

  public static TaggedArticle article(String id, int revision, String publisher, String title, Instant at, Act act) {
    List<Entity> entities = List.of(entity("Norland", "norland"), entity("Sudria", "sudria"),
        new Entity(span("Ann Lee").begin(), span("Ann Lee").end(), "Ann Lee", EntityType.PERSON, EntityKind.NAME, "Ann Lee", null, 0.9));
    String made = id + ":" + revision + ":";
    Statement statement = new Statement(made + "s0", "Ann Lee", null, SpeakerKind.PERSON, span("Ann Lee"), span("said"),
        List.of(span("\"We will talk\""), span("\"if the shelling stops\"")), StatementKind.DIRECT, false, List.of("talks"), 0.8);
    Stance stance = new Stance(made + "a0", "Norland", "norland", span("Norland"), act, -1, "Sudria", "sudria", span("Sudria"),
        List.of("ceasefire"), span("rejected the peace offer"), null, 0.7);
    Condition condition = new Condition(made + "c0", "Ann Lee", null, span("if"), span("the shelling stops"), span("We will talk"), null, null,
        List.of("talks"), made + "s0", 0.9);
    return new TaggedArticle(id, revision, "https://" + publisher + "/" + id, publisher, title, TEXT, "en", at, at, null, 1, "test-1", entities,
        List.of(statement), List.of(stance), List.of(condition));
  }

  private static Entity entity(String name, String actor) {
    Span span = span(name);
    return new Entity(span.begin(), span.end(), name, EntityType.COUNTRY, EntityKind.NAME, name, actor, 0.9);
  }

  private static Span span(String words) {
    int begin = TEXT.indexOf(words);
    return Span.of(TEXT, begin, begin + words.length());
  }
}
