package dev.demarche.cli;

import dev.demarche.app.Republishing;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.DeadLetter.Source;
import dev.demarche.topics.Json;
import dev.demarche.topics.Republication;
import dev.demarche.topics.Republisher;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes records that had become dead letters again. */
@Command(name = "republish", mixinStandardHelpOptions = true,
    description = "Publishes what became dead letters again, to the topics that it came from: as it was, or with another body.",
    footer = {"", "The dead letters stay. A record that would become one again is not published, and it is told why. What was cut in the letter (over 64 KB) is",
        "taken from its topic, if it still stands there. Headers tell from which dead letter, and by whom: " + Republisher.FROM + ", " + Republisher.BY + ".", "",
        "Examples:", "  demarche dead-letters republish --reason text_too_large --dry-run", "  demarche dead-letters republish news.dead-letters-3@17 --body mended.json", "",
        "Exit codes: 0 all were published (or would be), 1 one was not, 2 nothing is described."})
final class RepublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Parameters(arity = "0..*", paramLabel = "LETTER", description = "places of dead letters, as \"demarche dead-letters\" tells them: TOPIC-PARTITION@OFFSET")
  private List<String> places = new ArrayList<>();

  @Option(names = "--reason", paramLabel = "REASON", description = "all of this reason: ${COMPLETION-CANDIDATES}")
  private DeadLetter.Reason reason;

  @Option(names = "--body", paramLabel = "FILE", description = "what to publish instead; with one LETTER only")
  private Path body;

  @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "who has it done (${DEFAULT-VALUE})")
  private String by;

  @Option(names = "--dry-run", description = "tells what would be published, and publishes nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    if (places.isEmpty() == (reason == null)) {
      throw new ParameterException(spec.commandLine(), "say which: places of dead letters, or --reason");
    }
    if (body != null && places.size() != 1) {
      throw new ParameterException(spec.commandLine(), "--body is for one dead letter: name it");
    }
    byte[] edited = body == null ? null : Files.readAllBytes(body);
    Republisher republisher = Republishing.of(connection.settings());
    Map<Source, DeadLetter> letters = reason == null ? named(republisher) : ofReason();
    int left = places.size() + (reason == null ? 0 : letters.size()) - letters.size();
    for (Map.Entry<Source, DeadLetter> letter : letters.entrySet()) {
      left += republish(republisher, letter.getKey(), letter.getValue(), edited) ? 0 : 1;
    }
    if (letters.isEmpty() && reason != null) {
      spec.commandLine().getErr().println("no dead letter is of the reason " + reason);
    }
    return left == 0 ? 0 : 1;
  }

  private Map<Source, DeadLetter> named(Republisher republisher) {
    List<Source> wanted = new ArrayList<>();
    for (String place : places) {
      try {
        wanted.add(Source.of(place));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), e.getMessage());
      }
    }
    connection.admin().close();
    Map<Source, DeadLetter> letters = new LinkedHashMap<>();
    for (Source place : wanted) {
      republisher.letter(place).ifPresentOrElse(there -> letters.put(place, there), () -> spec.commandLine().getErr().println("no dead letter stands at " + place.place()
          + "; \"demarche dead-letters\" tells their places"));
    }
    return letters;
  }

  private Map<Source, DeadLetter> ofReason() {
    Map<Source, DeadLetter> letters = new LinkedHashMap<>();
    try (TopicReader reader = connection.reader(Topics.DEAD_LETTERS)) {
      reader.readToEnd(record -> {
        try {
          DeadLetter letter = record.value() == null ? null : Json.read(record.value(), DeadLetter.class);
          if (letter != null && letter.reason() == reason) {
            letters.put(new Source(record.topic(), record.partition(), record.offset()), letter);
          }
        } catch (SerializationException e) {
          // Others may write to the topic: what is no dead letter is none.
        }
      });
    }
    return letters;
  }

  private boolean republish(Republisher republisher, Source at, DeadLetter letter, byte[] edited) {
    PrintWriter out = spec.commandLine().getOut();
    Republication draft = republisher.draft(at, letter, edited);
    if (draft instanceof Republication.Refused refused) {
      spec.commandLine().getErr().println(at.place() + ": not published: " + Paint.clean(refused.message()) + "; " + Paint.clean(refused.mend()));
      return false;
    }
    Republication.Ready ready = (Republication.Ready) draft;
    String what = (ready.value() == null ? "a tombstone" : ready.value().length + " bytes") + (ready.edited() ? ", edited" : "");
    if (dryRun) {
      out.println(at.place() + ": would go to " + ready.topic() + " (" + what + ")");
    } else {
      out.println(at.place() + ": published as " + republisher.publish(ready, by).to().place() + " (" + what + ")");
    }
    return true;
  }
}
