package dev.demarche.console.reader;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Ask;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Fingerprint;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what is known of an article. Safe for use by several threads. */
final class Reader {
  /** How far apart copies are looked for: what is older is seldom printed again, and reading all would cost too much. */
  private static final Duration NEAR = Duration.ofDays(3);
  private static final int COMPARED = 300;
  private static final int MOST = 100;

  private final Archive archive;

  Reader(Archive archive) {
    this.archive = Objects.requireNonNull(archive, "archive");
  }

  /** What is known of the article, or nothing where it is unknown. */
  Optional<Facts> read(String id) {
    return archive.article(id).map(article -> {
      List<Facts.Named> actors = actors(article);
      List<AlertLife> alerts = archive.shelf(Shelves.ALERTS).find(Shelf.Filter.ALL.with("article", id), 0, MOST).items();
      return new Facts(article, actors, speakers(article), conditions(article), alerts, copies(article, actors));
    });
  }

  private static List<Facts.Named> actors(TaggedArticle article) {
    Map<String, Facts.Named> byKey = new LinkedHashMap<>();
    for (Entity entity : article.entities()) {
      byKey.merge(key(entity.actor(), entity.name()), new Facts.Named(entity.name(), entity.actor(), entity.type(), 1),
          (before, one) -> new Facts.Named(before.name(), before.actor(), before.type(), before.mentions() + 1));
    }
    return List.copyOf(byKey.values());
  }

  private static List<Facts.Speaker> speakers(TaggedArticle article) {
    Map<String, List<Statement>> byKey = new LinkedHashMap<>();
    article.statements().forEach(one -> byKey.computeIfAbsent(key(one.speakerActor(), one.speaker()), key -> new ArrayList<>()).add(one));
    return byKey.values().stream().map(said -> new Facts.Speaker(said.get(0).speaker(), said.get(0).speakerActor(), said))
        .sorted(Comparator.comparing((Facts.Speaker speaker) -> speaker.name() == null)
            .thenComparing(Comparator.comparing((Facts.Speaker speaker) -> speaker.statements().size()).reversed())).toList();
  }

  private List<Facts.Tracked> conditions(TaggedArticle article) {
    if (article.conditions().isEmpty()) {
      return List.of();
    }
    List<ConditionState> lives = archive.shelf(Shelves.CONDITIONS).find(Shelf.Filter.ALL.with("article", article.id()), 0, MOST).items();
    return article.conditions().stream().map(one -> new Facts.Tracked(one, lives.stream().filter(life -> tells(life, one)).findFirst().orElse(null))).toList();
  }

  private static boolean tells(ConditionState life, Condition condition) {
    return Stream.concat(life.receipts().stream(), life.changes().stream().map(ConditionState.Change::receipt))
        .anyMatch(receipt -> receipt.finding().equals(condition.id()));
  }

  /** Copies name the same people: those near in time that name whom this one names most are compared by their fingerprints. */
  private List<ArticleRef> copies(TaggedArticle article, List<Facts.Named> actors) {
    Instant at = article.ref().eventTime();
    Optional<Facts.Named> most = actors.stream().max(Comparator.comparing(Facts.Named::mentions));
    Fingerprint own = Fingerprint.read(article.fingerprint());
    if (at == null || most.isEmpty() || own == null) {
      return List.of();
    }
    String who = most.get().actor() != null ? most.get().actor() : most.get().name();
    Ask near = Ask.ANY.by(who, null).between(at.minus(NEAR), at.plus(NEAR));
    return archive.articles(near, Archive.Order.NEWEST, 0, COMPARED).items().stream().filter(other -> !other.id().equals(article.id()))
        .filter(other -> Optional.ofNullable(Fingerprint.read(other.fingerprint())).filter(own::copies).isPresent()).toList();
  }

  private static String key(String actor, String name) {
    return actor != null ? actor : "name:" + name;
  }
}
