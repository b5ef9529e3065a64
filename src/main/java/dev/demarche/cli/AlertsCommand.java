package dev.demarche.cli;

import dev.demarche.domain.Alert;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the alerts topic. */
@Command(name = "alerts", mixinStandardHelpOptions = true, description = "Shows the alerts, oldest first.")
final class AlertsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Mixin private Reading reading;

  @Mixin private Filter filter;

  @Override
  public Integer call() {
    AlertText text = new AlertText(Paint.auto());
    return reading.show(connection, View.ALERTS, filter.of(View.ALERTS, spec.commandLine()),
        Comparator.comparing(Alert::firedAt, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Alert::id), text::of);
  }
}
