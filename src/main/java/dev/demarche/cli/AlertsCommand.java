package dev.demarche.cli;

import dev.demarche.app.AlertTopics;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Reaction;
import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the alerts topic, shows what has become of alerts, and says what people do about them. */
@Command(name = "alerts", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[COMMAND]",
    description = "Shows the alerts, oldest first, or with a command what has become of them.")
final class AlertsCommand implements Callable<Integer> {
  private static final String EFFECT = "The stream takes it in within a second or so. An id may be shortened while no other begins so.";

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

  /** Who does something, and what they say. */
  static final class By {
    @Option(names = "--author", paramLabel = "NAME", description = "who does it; else the user of this machine")
    private String author = System.getProperty("user.name");

    @Option(names = "--text", paramLabel = "TEXT", description = "a word on it")
    private String text;
  }

  /** The two verdicts. */
  static final class Verdict {
    @Option(names = "--useful", required = true, description = "it was")
    private boolean useful;

    @Option(names = "--not-useful", required = true, description = "it was not")
    private boolean not;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists alerts with their state, the oldest first, a line each.",
      footer = {"", "Exit codes: 0 listed, 1 failed."})
  int list(@Mixin Connection to,
           @Option(names = "--state", paramLabel = "STATE", split = ",", description = "only those that stand so: ${COMPLETION-CANDIDATES}; several with commas between")
           Set<AlertLife.State> states,
           @Option(names = "--watch", paramLabel = "ID", description = "only those of this watch") String watch,
           @Option(names = "--since", paramLabel = "TIME", converter = Since.Converter.class,
               description = "only those raised since then: 2h, 7d, 2026-03-01 or 2026-03-01T12:00:00Z") Since since,
           @Option(names = "--json", description = "one life a line, as on the topic") boolean json) {
    Instant oldest = since == null ? Instant.MIN : since.at(Instant.now());
    LifeText text = new LifeText(Paint.auto());
    for (AlertLife life : Lives.read(to).inOrder()) {
      if ((states == null || states.isEmpty() || states.contains(life.state())) && (watch == null || watch.equals(life.alert().watch().id()))
          && !life.steps().get(0).at().isBefore(oldest)) {
        out().println(json ? new String(Json.write(life), StandardCharsets.UTF_8) : text.line(life));
      }
    }
    return 0;
  }

  @Command(name = "show", mixinStandardHelpOptions = true,
      description = "Shows the whole life of an alert: article, offsets, watch, trigger, group, each attempt to deliver it, and what people did.",
      footer = {"", "Exit codes: 0 shown, 1 there is none."})
  int show(@Mixin Connection to, @Parameters(paramLabel = "ID", description = "of the alert, or its beginning") String id,
           @Option(names = "--json", description = "as one object: life, place, deliveries") boolean json) {
    AlertLife life = Lives.read(to).of(id);
    Set<String> told = life.steps().stream().filter(step -> step.what() == AlertLife.What.TOLD || step.what() == AlertLife.What.REPEATED)
        .map(AlertLife.Step::by).collect(Collectors.toSet());
    String place = place(to, life.alert().id());
    List<Delivery> attempts = attempts(to, told);
    if (json) {
      Map<String, Object> whole = new LinkedHashMap<>();
      whole.put("life", life);
      whole.put("place", place);
      whole.put("deliveries", attempts);
      out().println(new String(Json.write(whole), StandardCharsets.UTF_8));
    } else {
      new LifeText(Paint.auto()).whole(life, place, attempts).forEach(out()::println);
    }
    return 0;
  }

  private static String place(Connection to, String id) {
    AtomicReference<String> place = new AtomicReference<>();
    try (TopicReader reader = to.reader(Topics.ALERTS)) {
      reader.readToEnd(record -> {
        Header header = record.headers().lastHeader(CloudEvents.ID);
        if (header != null && new String(header.value(), StandardCharsets.UTF_8).equals(id)) {
          place.set(record.topic() + "-" + record.partition() + "@" + record.offset());
        }
      });
    }
    return place.get();
  }

  /** What the topic still holds of attempts; where it was compacted, the last one of each receiver. */
  private static List<Delivery> attempts(Connection to, Set<String> notifications) {
    List<Delivery> all = new ArrayList<>();
    try (TopicReader reader = to.reader(Topics.DELIVERIES)) {
      reader.readToEnd(record -> {
        int bar = record.key() == null ? -1 : record.key().indexOf('|');
        if (bar > 0 && record.value() != null && notifications.contains(record.key().substring(0, bar))) {
          try {
            all.add(Json.read(record.value(), Delivery.class));
          } catch (SerializationException e) {
            System.err.println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + Paint.clean(e.getMessage()));
          }
        }
      });
    }
    all.sort(Comparator.comparing(Delivery::at));
    return all;
  }

  @Command(name = "ack", mixinStandardHelpOptions = true, description = "Says that somebody knows: people are not told again.",
      footer = {"", EFFECT, "Exit codes: 0 said, 1 there is no such alert; then nothing is said of any."})
  int ack(@Mixin Connection to, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids, @Mixin By by) {
    return react(to, ids, by, Reaction.Action.ACKNOWLEDGE, null);
  }

  @Command(name = "resolve", mixinStandardHelpOptions = true, description = "Says that nothing is left to do.",
      footer = {"", EFFECT, "Exit codes: 0 said, 1 there is no such alert; then nothing is said of any."})
  int resolve(@Mixin Connection to, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids, @Mixin By by) {
    return react(to, ids, by, Reaction.Action.RESOLVE, null);
  }

  @Command(name = "comment", mixinStandardHelpOptions = true, description = "Says something about alerts; --text says what.",
      footer = {"", EFFECT, "Exit codes: 0 said, 1 there is no such alert; then nothing is said of any."})
  int comment(@Mixin Connection to, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids, @Mixin By by) {
    return react(to, ids, by, Reaction.Action.COMMENT, null);
  }

  @Command(name = "verdict", mixinStandardHelpOptions = true, description = "Says whether alerts were useful; demarche watches list --precision adds it up.",
      footer = {"", EFFECT, "Exit codes: 0 said, 1 there is no such alert; then nothing is said of any."})
  int verdict(@Mixin Connection to, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids, @Mixin By by,
              @ArgGroup(multiplicity = "1") Verdict verdict) {
    return react(to, ids, by, Reaction.Action.VERDICT, verdict.useful);
  }

  private int react(Connection to, List<String> ids, By by, Reaction.Action action, Boolean useful) {
    Lives lives = Lives.read(to);
    List<Reaction> reactions = new ArrayList<>();
    for (String id : ids) {
      Alert alert = lives.of(id).alert();
      try {
        reactions.add(new Reaction(alert.watch().id(), alert.id(), action, by.author, Instant.now(), by.text, useful));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), e.getMessage() + "; see --author and --text");
      }
    }
    try (AlertTopics topics = new AlertTopics(to.settings())) {
      topics.react(reactions);
    }
    reactions.forEach(reaction -> out().println(reaction.alert() + " " + action.name().toLowerCase(Locale.ROOT)));
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
