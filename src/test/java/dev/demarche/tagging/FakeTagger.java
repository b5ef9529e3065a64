package dev.demarche.tagging;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A tagger for tests: each line is a sentence, and says what it is. {@code Who ACT Target more words} is a stance, {@code Who: words} a
 * statement, {@code Who IF this THEN that} a condition; any other line is nothing. A name is one word. Issues are those whose id stands in the line.
 */
public final class FakeTagger implements Tagger {
  public static final String VERSION = "fake-1";

  private static final Pattern STANCE = Pattern.compile("(\\S+) ("
      + Stream.of(Act.values()).map(Act::name).collect(Collectors.joining("|")) + ") (\\S+)[^\n]*");
  private static final Pattern STATEMENT = Pattern.compile("(\\S+): ([^\n]+)");
  private static final Pattern CONDITION = Pattern.compile("(\\S+) (IF) ([^\n]+) THEN ([^\n]+)");

  private final Map<String, String> idsByName = new HashMap<>();
  private final Set<String> issueIds = new TreeSet<>();

  public FakeTagger(Collection<Actor> actors, Collection<Issue> issues) {
    actors.forEach(actor -> idsByName.put(actor.name(), actor.id()));
    issues.forEach(issue -> issueIds.add(issue.id()));
  }

  @Override
  public Tagging tag(Article article) {
    Found found = new Found(article);
    int begin = 0;
    for (String line : article.text().split("\n", -1)) {
      found.line(line, begin);
      begin += line.length() + 1;
    }
    return new Tagging(TaggedArticle.of(article, VERSION, found.entities, found.statements, found.stances, found.conditions),
        found.sentences);
  }

  private final class Found {
    private final Article article;
    private final List<Span> sentences = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Stance> stances = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    Found(Article article) {
      this.article = article;
    }

    void line(String line, int begin) {
      if (line.isBlank()) {
        return;
      }
      sentences.add(new Span(begin, begin + line.length(), line));
      List<String> issues = issueIds.stream().filter(line::contains).toList();
      Matcher stance = STANCE.matcher(line);
      Matcher condition = CONDITION.matcher(line);
      Matcher statement = STATEMENT.matcher(line);
      if (stance.matches()) {
        Span holder = entity(stance, 1, begin);
        Span target = entity(stance, 3, begin);
        Act act = Act.valueOf(stance.group(2));
        stances.add(new Stance(id("a", stances), holder.text(), actor(holder), holder, act, act.polarity(), target.text(), actor(target),
            target, issues, Span.of(article.text(), begin + stance.start(2), begin + line.length()), null, 0.9));
      } else if (condition.matches()) {
        Span by = entity(condition, 1, begin);
        conditions.add(new Condition(id("c", conditions), by.text(), actor(by), span(condition, 2, begin), span(condition, 3, begin),
            span(condition, 4, begin), null, null, issues, null, 0.8));
      } else if (statement.matches()) {
        Span source = entity(statement, 1, begin);
        statements.add(new Statement(id("s", statements), source.text(), actor(source), SpeakerKind.PERSON, source, null,
            List.of(span(statement, 2, begin)), StatementKind.INDIRECT, false, issues, 0.7));
      }
    }

    private String id(String kind, List<?> before) {
      return article.id() + ":" + article.revision() + ":" + kind + before.size();
    }

    private String actor(Span name) {
      return idsByName.get(name.text());
    }

    private Span entity(Matcher matcher, int group, int begin) {
      Span span = span(matcher, group, begin);
      entities.add(new Entity(span.begin(), span.end(), span.text(), EntityType.PERSON, EntityKind.NAME, span.text(), actor(span), 1));
      return span;
    }

    private Span span(Matcher matcher, int group, int begin) {
      return Span.of(article.text(), begin + matcher.start(group), begin + matcher.end(group));
    }
  }
}
