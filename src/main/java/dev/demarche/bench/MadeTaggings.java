package dev.demarche.bench;

import dev.demarche.domain.Act;
import dev.demarche.domain.Article;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made articles as the tagger leaves them, always the same for the same seed and number: 25 sentences of some 20 words, in each of which one of the
 * article's six actors says something or does something to another, about one of its two issues or none. Immutable.
 */
final class MadeTaggings {
  private static final int SENTENCES = 25;
  private static final int CAST = 6;
  private static final Instant PUBLISHED = Instant.parse("2026-01-05T08:00:00Z");

  private final MadeWorld world;
  private final long seed;

  MadeTaggings(MadeWorld world, long seed) {
    this.world = world;
    this.seed = seed;
  }

  /** Article number {@code i}. */
  Tagging tagging(int i) {
    return new Draft(i, new Random(seed * 1_000_003 + i)).tagging();
  }

  /** The same article as often as it has statements and stances, each time with one of them. */
  static List<Tagging> oneByOne(Tagging tagging) {
    TaggedArticle all = tagging.article();
    List<Tagging> single = new ArrayList<>();
    all.statements().forEach(statement -> single.add(with(tagging, List.of(statement), List.of())));
    all.stances().forEach(stance -> single.add(with(tagging, List.of(), List.of(stance))));
    return single;
  }

  /** The same article with its stances alone. */
  static Tagging stancesAlone(Tagging tagging) {
    return with(tagging, List.of(), tagging.article().stances());
  }

  private static Tagging with(Tagging tagging, List<Statement> statements, List<Stance> stances) {
    TaggedArticle all = tagging.article();
    List<Entity> nominal = all.entities().stream()
        .map(e -> new Entity(e.begin(), e.end(), e.text(), e.type(), EntityKind.NOMINAL, e.name(), e.actor(), e.confidence())).toList();
    Article article = new Article(all.id(), 1, all.url(), all.publisher(), all.title(), all.text(), all.language(), all.publishedAt(), all.receivedAt(), null);
    return new Tagging(TaggedArticle.of(article, all.taggerVersion(), nominal, statements, stances, List.of()), tagging.sentences());
  }

  private final class Draft {
    private final String id;
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<int[]> sentences = new ArrayList<>();
    private final List<int[]> entities = new ArrayList<>();
    private final List<int[]> findings = new ArrayList<>();

    Draft(int number, Random random) {
      this.id = "made-" + number;
      this.random = random;
    }

    Tagging tagging() {
      int[] cast = random.ints(CAST, 0, Integer.MAX_VALUE).map(any -> world.actor(random)).toArray();
      List<String> topics = List.of(world.issue(random), world.issue(random));
      for (int s = 0; s < SENTENCES; s++) {
        sentence(cast);
      }
      String body = text.toString();
      List<Entity> names = entities.stream().map(e -> new Entity(e[0], e[1], body.substring(e[0], e[1]), EntityType.COUNTRY, EntityKind.NAME,
          world.actorName(e[2]), MadeWorld.actorId(e[2]), 0.9)).toList();
      List<Statement> statements = new ArrayList<>();
      List<Stance> stances = new ArrayList<>();
      for (int[] finding : findings) {
        Span evidence = Span.of(body, finding[0], finding[1]);
        String who = world.actorName(finding[2]);
        String actor = MadeWorld.actorId(finding[2]);
        List<String> issues = random.nextInt(3) == 0 ? List.of() : List.of(topics.get(random.nextInt(2)));
        if (random.nextInt(3) == 0) {
          statements.add(new Statement(id + ":1:s" + statements.size(), who, actor, SpeakerKind.PERSON, null, null, List.of(evidence),
              StatementKind.INDIRECT, false, issues, random.nextDouble()));
        } else {
          Act act = world.act(random);
          stances.add(new Stance(id + ":1:a" + stances.size(), who, actor, null, act, act.polarity(), world.actorName(finding[3]),
              MadeWorld.actorId(finding[3]), null, issues, evidence, null, random.nextDouble()));
        }
      }
      Article article = new Article(id, 1, "https://example.org/" + id, "publisher-" + random.nextInt(50) + ".example", words(8), body, "en", PUBLISHED,
          PUBLISHED.plusSeconds(60), null);
      return new Tagging(TaggedArticle.of(article, "made", names, statements, stances, List.of()),
          sentences.stream().map(s -> Span.of(body, s[0], s[1])).toList());
    }

    private void sentence(int[] cast) {
      int begin = text.length();
      int holder = cast[Math.min(random.nextInt(CAST), random.nextInt(CAST))];
      int target = cast[random.nextInt(CAST)];
      name(holder);
      text.append(' ');
      int from = text.length();
      text.append(words(8)).append(' ');
      name(target);
      text.append(' ').append(words(10));
      findings.add(new int[] {from, text.length(), holder, target});
      sentences.add(new int[] {begin, text.append('.').length()});
      text.append(' ');
    }

    private void name(int actor) {
      int begin = text.length();
      text.append(world.actorName(actor));
      entities.add(new int[] {begin, text.length(), actor});
    }

    private String words(int count) {
      StringBuilder words = new StringBuilder();
      for (int w = 0; w < count; w++) {
        words.append(w == 0 ? "" : " ").append(world.word(random));
      }
      return words.toString();
    }
  }
}
