package dev.demarche.bench;

import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.Fingerprint;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.NewsTagger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tagged articles made of real ones: a stretch of one's sentences with what was found in them, half of its actors and issues exchanged, one long word in
 * four too, under another publisher and at another time. Always the same for the same seed and number. Immutable.
 */
final class VariedArticles {
  static final Instant FIRST = Instant.parse("2026-10-20T00:00:00Z");
  static final int DAYS = 30;
  private static final int PUBLISHERS = 500;
  private static final Pattern LONG_WORD = Pattern.compile("\\b[a-z]{5,}\\b");

  private final List<TaggedArticle> real;
  private final List<List<Span>> sentences;
  private final MadeWorld world;
  private final Zipf publishers = new Zipf(PUBLISHERS, 5);
  private final long seed;

  VariedArticles(List<TaggedArticle> real, MadeWorld world, long seed) {
    this.real = List.copyOf(real);
    this.sentences = real.stream().map(article -> NewsTagger.again(article).sentences()).toList();
    this.world = world;
    this.seed = seed;
  }

  /** Article number {@code i}. */
  TaggedArticle article(int i) {
    Random random = new Random(seed * 1_000_003 + i);
    int which = random.nextInt(real.size());
    List<Span> all = sentences.get(which);
    int many = Math.min(all.size(), 10 + random.nextInt(16));
    int first = random.nextInt(all.size() - many + 1);
    return new Draft(real.get(which), all.get(first).begin(), all.get(first + many - 1).end(), "varied-" + i, random).article();
  }

  String publisher(Random random) {
    return "paper-" + publishers.next(random) + ".example";
  }

  private final class Draft {
    private final TaggedArticle source;
    private final int from;
    private final int to;
    private final String id;
    private final Random random;
    private final Map<String, Integer> exchanged = new HashMap<>();
    private final Map<String, String> issues = new HashMap<>();
    private final int[] places;
    private String text;

    Draft(TaggedArticle source, int from, int to, String id, Random random) {
      this.source = source;
      this.from = from;
      this.to = to;
      this.id = id;
      this.random = random;
      this.places = new int[to - from + 1];
    }

    TaggedArticle article() {
      text = exchange();
      Instant published = FIRST.plusMillis((long) (random.nextDouble() * Duration.ofDays(DAYS).toMillis()));
      String title = text.substring(0, Math.min(text.length(), 40 + random.nextInt(40)));
      Article article = new Article(id, 1, "https://news.example/" + id, publisher(random), title.replaceAll("\\s+", " "), text, "en", published,
          published.plusSeconds(random.nextInt(3_600)), Fingerprint.of(text).encoded());
      List<Entity> entities = source.entities().stream().filter(entity -> isIn(entity.span())).map(this::entity).toList();
      int[] next = new int[3];
      List<Statement> statements = source.statements().stream().filter(s -> isIn(s.source()) && isIn(s.cue()) && s.content().stream().allMatch(this::isIn))
          .map(s -> new Statement(id + ":1:s" + next[0]++, name(s.speakerActor(), s.speaker()), actor(s.speakerActor(), s.speaker()), s.speakerKind(),
              moved(s.source()), moved(s.cue()), s.content().stream().map(this::moved).toList(), s.kind(), s.nested(), issues(s.issues()), s.confidence())).toList();
      List<Stance> stances = source.stances().stream().filter(s -> isIn(s.holderSpan()) && isIn(s.targetSpan()) && isIn(s.evidence()))
          .map(s -> new Stance(id + ":1:a" + next[1]++, name(s.holderActor(), s.holder()), actor(s.holderActor(), s.holder()), moved(s.holderSpan()), s.act(),
              s.polarity(), name(s.targetActor(), s.target()), actor(s.targetActor(), s.target()), moved(s.targetSpan()), issues(s.issues()),
              moved(s.evidence()), null, s.confidence())).toList();
      List<Condition> conditions = source.conditions().stream().filter(c -> isIn(c.marker()) && isIn(c.antecedent()) && isIn(c.consequence()))
          .map(c -> new Condition(id + ":1:c" + next[2]++, name(c.byActor(), c.by()), actor(c.byActor(), c.by()), moved(c.marker()), moved(c.antecedent()),
              moved(c.consequence()), null, null, issues(c.issues()), null, c.confidence())).toList();
      return TaggedArticle.of(article, source.taggerVersion(), entities, statements, stances, conditions);
    }

    /** The text with other names and words, and where each of its places has gone. */
    private String exchange() {
      String[] instead = new String[to - from];
      int[] until = new int[to - from];
      boolean[] taken = new boolean[to - from];
      for (Entity entity : source.entities()) {
        if (isIn(entity.span()) && !taken[entity.begin() - from]) {
          String name = name(entity.actor(), entity.name());
          if (entity.kind() == EntityKind.NAME && !name.equals(entity.name())) {
            instead[entity.begin() - from] = name;
            until[entity.begin() - from] = entity.end() - from;
          }
          Arrays.fill(taken, entity.begin() - from, entity.end() - from, true);
        }
      }
      Matcher words = LONG_WORD.matcher(source.text()).region(from, to);
      while (words.find()) {
        if (!taken[words.start() - from] && random.nextInt(4) == 0) {
          instead[words.start() - from] = world.word(random);
          until[words.start() - from] = words.end() - from;
        }
      }
      StringBuilder made = new StringBuilder();
      for (int i = 0; i < instead.length; i++) {
        places[i] = made.length();
        if (instead[i] == null) {
          made.append(source.text().charAt(from + i));
        } else {
          made.append(instead[i]);
          Arrays.fill(places, i + 1, until[i], made.length());
          i = until[i] - 1;
        }
      }
      places[to - from] = made.length();
      return made.toString();
    }

    private boolean isIn(Span span) {
      return span == null || span.begin() >= from && span.end() <= to;
    }

    private Span moved(Span span) {
      return span == null ? null : Span.of(text, places[span.begin() - from], Math.max(places[span.begin() - from], places[span.end() - from]));
    }

    private Entity entity(Entity entity) {
      Span span = moved(entity.span());
      return new Entity(span.begin(), span.end(), span.text(), entity.type(), entity.kind(), name(entity.actor(), entity.name()),
          actor(entity.actor(), entity.name()), entity.confidence());
    }

    /** Number of the made actor that takes the place of this one; -1 for none. */
    private int exchanged(String actor, String name) {
      return exchanged.computeIfAbsent(Objects.requireNonNullElse(actor, name), any -> random.nextBoolean() ? world.actor(random) : -1);
    }

    private String name(String actor, String name) {
      int made = name == null ? -1 : exchanged(actor, name);
      return made < 0 ? name : world.actorName(made);
    }

    private String actor(String actor, String name) {
      int made = name == null ? -1 : exchanged(actor, name);
      return made < 0 ? actor : MadeWorld.actorId(made);
    }

    private List<String> issues(List<String> real) {
      return real.stream().map(issue -> issues.computeIfAbsent(issue, any -> random.nextBoolean() ? world.issue(random) : issue)).distinct().toList();
    }
  }
}
