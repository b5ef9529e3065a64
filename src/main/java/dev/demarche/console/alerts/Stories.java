package dev.demarche.console.alerts;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Notification;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what is known of one alert. Safe for use by several threads. */
final class Stories {
  private static final int NOTICES = 100;
  private static final int DELIVERIES = 500;

  private final Archive archive;
  private final Board board;
  private final SilenceList silences;

  Stories(Archive archive, Board board, SilenceList silences) {
    this.archive = archive;
    this.board = board;
    this.silences = silences;
  }

  /** The story of the alert {@code id}. */
  Optional<Story> of(String id) {
    return board.of(id).map(seen -> {
      Alert alert = seen.life().alert();
      Passage passage = Passage.of(alert, alert.article() == null ? Optional.empty() : archive.article(alert.article().id()));
      return new Story(seen, passage, archive.shelf(Shelves.WATCHES).get(alert.watch().id()).orElse(null),
          Line.of(seen.life(), deliveries(seen.life()), silences.list(null)));
    });
  }

  /** How far each notification of {@code life} has come to each receiver. */
  List<Delivery> deliveries(AlertLife life) {
    Set<String> notices = new TreeSet<>();
    archive.shelf(Shelves.NOTIFICATIONS).find(Shelf.Filter.ALL.with("alert", life.alert().id()), 0, NOTICES).items().stream().map(Notification::id)
        .forEach(notices::add);
    life.steps().stream().filter(step -> step.by() != null && (step.what() == AlertLife.What.TOLD || step.what() == AlertLife.What.REPEATED))
        .forEach(step -> notices.add(step.by()));
    return notices.stream().flatMap(notice -> archive.shelf(Shelves.DELIVERIES).find(Shelf.Filter.ALL.with("notification", notice), 0, DELIVERIES).items().stream())
        .toList();
  }
}
