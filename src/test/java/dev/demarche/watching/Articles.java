package dev.demarche.watching;

import dev.demarche.domain.Act;
import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import java.time.Instant;
import java.util.List;

/** A small article with one finding or more of each kind, and watches for it. */
final class Articles {

  static final String FIRST = "Norland rejected the peace offer of Sudria.";
  static final String SECOND = "\"We will talk\", Ann Lee said, \"if the shelling stops\".";
  static final String TEXT = FIRST + " " + SECOND;

  private Articles() {}

  static Span span(String words) {
    int begin = TEXT.indexOf(words);
    return Span.of(TEXT, begin, begin + words.length());
  }

  static Entity name(String words, EntityType type, String name, String actor) {
    Span span = span(words);
    return new Entity(span.begin(), span.end(), words, type, EntityKind.NAME, name, actor, 0.9);
  }

  static Tagging tagging() {
    return tagging(Act.REJECT);
  }

  /** The article with {@code act} for Norland's stance. */
  static Tagging tagging(Act act) {
    List<Entity> entities = List.of(name("Norland", EntityType.COUNTRY, "Norland", "norland"),
        name("Sudria", EntityType.COUNTRY, "Sudria", "sudria"), name("Ann Lee", EntityType.PERSON, "Ann Lee", null));
    Statement statement = new Statement("a1:1:s0", "Ann Lee", null, SpeakerKind.PERSON, span("Ann Lee"), span("said"),
        List.of(span("\"We will talk\""), span("\"if the shelling stops\"")), StatementKind.DIRECT, false, List.of("talks"), 0.8);
    Stance stance = new Stance("a1:1:a0", "Norland", "norland", span("Norland"), act, -1, "Sudria", "sudria", span("Sudria"),
        List.of("ceasefire"), span("rejected the peace offer"), null, 0.7);
    Condition condition = new Condition("a1:1:c0", "Ann Lee", null, span("if"), span("the shelling stops"), span("We will talk"),
        null, null, List.of("talks"), "a1:1:s0", 0.9);
    Article article = new Article("a1", 1, null, "gazette.example", "Norland says no", TEXT, "en", null,
        Instant.parse("2026-03-01T10:00:00Z"), null);
    return new Tagging(TaggedArticle.of(article, "test-1", entities, List.of(statement), List.of(stance), List.of(condition)),
        List.of(span(FIRST), span(SECOND)));
  }

  static Watch.Builder watch(String id, Finding.Kind kind) {
    return Watch.of(id, kind).name("the watch " + id).severity(Severity.INFO);
  }
}
