package dev.demarche.cli;

import dev.demarche.domain.Alert;
import dev.demarche.topics.Topics;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the alerts topic. */
@Command(name = "alerts", mixinStandardHelpOptions = true, description = "Shows the alerts, oldest first.")
final class AlertsCommand implements Callable<Integer> {
  @Mixin private Connection connection;

  @Mixin private Reading reading;

  @Option(names = "--watch", paramLabel = "ID", description = "only those of this watch")
  private String watch;

  @Override
  public Integer call() {
    AlertText text = new AlertText(Paint.auto());
    return reading.show(connection, Topics.ALERTS, Alert.class, alert -> watch == null || alert.watch().id().equals(watch),
        Comparator.comparing(Alert::firedAt, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Alert::id), text::of);
  }
}
