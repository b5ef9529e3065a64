package dev.demarche.cli;

import dev.demarche.topics.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the topic of dead letters, and publishes what they tell of again. */
@Command(name = "dead-letters", mixinStandardHelpOptions = true, subcommands = RepublishCommand.class,
    description = "Shows the records that could not be taken, with reason and mend; \"republish\" publishes them again.")
final class DeadLettersCommand implements Callable<Integer> {
  private static final int SHOWN = 300;

  @Mixin private Connection connection;

  @Mixin private Reading reading;

  @Option(names = "--reason", paramLabel = "REASON", description = "only those of this reason: ${COMPLETION-CANDIDATES}")
  private DeadLetter.Reason reason;

  @Override
  public Integer call() {
    Paint paint = Paint.auto();
    return reading.show(connection, View.DEAD_LETTERS, letter -> reason == null || letter.reason() == reason,
        Comparator.comparing(DeadLetter::at), (letter, place) -> block(paint, letter, place));
  }

  private static String block(Paint paint, DeadLetter letter, String place) {
    byte[] original = letter.originalBytes();
    String shown = original == null ? "(none)" : new String(original, 0, Math.min(SHOWN, original.length), StandardCharsets.UTF_8);
    return paint.red(letter.reason().name()) + "  " + Paint.clean(letter.message()) + System.lineSeparator()
        + "  " + paint.label("mend") + Paint.clean(letter.mend()) + System.lineSeparator()
        + "  " + paint.label("stage") + letter.stage() + ", " + AlertText.time(letter.at()) + System.lineSeparator()
        + "  " + paint.label("record") + letter.source().topic() + "-" + letter.source().partition() + "@" + letter.source().offset()
        + ", key " + (letter.key() == null ? "(none)" : Paint.clean(letter.key())) + ", " + letter.originalSize() + " bytes"
        + System.lineSeparator()
        + "  " + paint.label("letter") + place + System.lineSeparator()
        + "  " + paint.label("value") + Paint.clean(shown) + (letter.originalSize() > SHOWN ? " ..." : "") + System.lineSeparator();
  }
}
