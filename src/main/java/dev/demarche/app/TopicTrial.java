package dev.demarche.app;

import dev.demarche.console.watches.DraftTrial;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Watch;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/** Tries a draft for the console as {@code demarche watches test} does. */
final class TopicTrial implements DraftTrial {
  /** More findings than a person looks through, and than should be held for one. */
  private static final int MOST = 20_000;

  private final Settings settings;

  TopicTrial(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Heard run(Watch draft, Instant since, Instant now, LongConsumer progress) {
    Groups groups = Groups.of(Catalogues.read(settings, CatalogueKind.ACTORS).actors());
    try (WatchTrial trial = new WatchTrial(settings, List.of(draft), groups, line -> { })) {
      trial.read(since, read -> {
        if (trial.found() > MOST) {
          throw new IllegalArgumentException("it finds more than " + MOST + " statements, stances and the like; narrow it, or try fewer days");
        }
        progress.accept(read);
      });
      return new Heard(trial.outcomes(now).get(0), trial.articles());
    }
  }
}
