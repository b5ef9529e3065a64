package dev.demarche.tagging;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Actor.Role;
import dev.demarche.domain.Article;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Issue;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.statements.Marked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A small catalogue for tests: two real countries with their seats, a body, and people who do not exist. */
final class Fixture {
  static final Actor NORWAY = new Actor("norway", "Norway", EntityType.COUNTRY, List.of("Kingdom of Norway"), List.of("Norwegian", "Norwegians"),
      "Oslo", List.of("the Storting"), null, List.of(), null, "Q20");
  static final Actor FINLAND = new Actor("finland", "Finland", EntityType.COUNTRY, List.of(), List.of("Finnish", "Finn", "Finns"), "Helsinki",
      List.of(), null, List.of(), null, "Q33");
  static final Actor NATO = new Actor("nato", "NATO", EntityType.ORGANIZATION, List.of("North Atlantic Treaty Organization"), List.of(), null,
      List.of(), null, List.of(), null, "Q7184");
  static final Actor OLD_LEADER = person("kari-vik", "Kari Vik", "she",
      new Role("prime minister", "norway", LocalDate.of(2015, 1, 1), LocalDate.of(2022, 6, 30)));
  static final Actor LEADER = person("lars-moe", "Lars Moe", "he", new Role("prime minister", "norway", LocalDate.of(2022, 7, 1), null));
  static final Actor PRESIDENT = person("anna-lahti", "Anna Lahti", "she", new Role("president", "finland", LocalDate.of(2020, 1, 1), null));
  static final List<Actor> ACTORS = List.of(NORWAY, FINLAND, NATO, OLD_LEADER, LEADER, PRESIDENT);
  static final List<Issue> ISSUES = List.of(new Issue("fishing", "Fishing rights", "fish* OR trawler OR quota"),
      new Issue("border", "The border", "\"border crossing\" OR border"), new Issue("broken", "Broken", "(((fish"));

  private Fixture() {}

  private static Actor person(String id, String name, String pronouns, Role... roles) {
    return new Actor(id, name, EntityType.PERSON, List.of(), List.of(), null, List.of(), null, List.of(roles), pronouns, null);
  }

  /** What is found in a text in which a model's answer is {@link Marked}. */
  static TaggedArticle tag(String marked) {
    return tagger(marked, ACTORS, ISSUES).tag(article(marked)).article();
  }

  /** The article of a marked text. */
  static Article article(String marked) {
    return new Article("a", 1, null, null, null, Marked.text(marked).text(), "en", Instant.parse("2025-03-01T00:00:00Z"), null, null);
  }

  /** A tagger whose model knows one text, the marked one, and finds nothing in others. */
  static NewsTagger tagger(String marked, List<Actor> actors, List<Issue> issues) {
    Marked answer = Marked.text(marked);
    return NewsTagger.of(Marked.facts(), words -> words.text().equals(answer.text()) ? answer.window() : List.of(), actors, issues);
  }
}
