package dev.demarche.cli;

import dev.demarche.app.Engine;
import dev.demarche.app.Setting;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicAdmin;
import dev.demarche.topics.TopicFiles;
import dev.demarche.topics.TopicPlan;
import dev.demarche.topics.TopicSpec;
import dev.demarche.topics.TopicState;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Topics as code. */
@Command(name = "topics", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Creates the topics that their files describe, and tells where the cluster differs. Nothing is ever shrunk or deleted.")
final class TopicsCommand {
  @Spec private CommandSpec spec;

  /** Which topics are wanted. */
  static final class Wanted {
    @Option(names = "--files", paramLabel = "FOLDER", description = "folder with KafkaTopic resources; those of Demarche by default")
    private Path folder;

    @Option(names = "--partitions", paramLabel = "N", description = "partitions of new topics, the catalogues apart")
    private Integer partitions;

    @Option(names = "--replicas", paramLabel = "N", description = "replicas of new topics; never more than there are brokers")
    private Integer replicas;

    List<TopicSpec> topics() {
      return folder == null ? TopicFiles.bundled() : TopicFiles.in(folder);
    }

    TopicPlan.Overrides overrides(CommandSpec spec) {
      for (Integer n : new Integer[] {partitions, replicas}) {
        if (n != null && n < 1) {
          throw new ParameterException(spec.commandLine(), "--partitions and --replicas are whole numbers of 1 or more, not " + n);
        }
      }
      return new TopicPlan.Overrides(partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions),
          replicas == null ? OptionalInt.empty() : OptionalInt.of(replicas));
    }
  }

  @Command(name = "plan", mixinStandardHelpOptions = true, description = "Shows what apply would do, and changes nothing.",
      footer = {"", "Exit codes: 0 all is as wanted, 1 failed, 2 there is a difference."})
  int plan(@Mixin Connection connection, @Mixin Wanted wanted) {
    try (Admin admin = connection.admin()) {
      TopicPlan plan = admin(connection, admin, wanted).plan(wanted.topics());
      plan.lines().forEach(line -> out().println(line));
      boolean same = plan.changesNothing() && plan.refused().isEmpty();
      out().println(same ? "all topics are as wanted" : plan.refused().isEmpty() ? "run \"demarche topics apply\" to make it so"
          : "\"demarche topics apply\" would refuse this, and change nothing");
      return same ? 0 : 2;
    }
  }

  @Command(name = "apply", mixinStandardHelpOptions = true, description = "Creates missing topics and sets their configuration.",
      footer = {"", "Exit codes: 0 done, 1 failed or refused; then nothing was changed."})
  int apply(@Mixin Connection connection, @Mixin Wanted wanted,
            @Option(names = "--packs", description = "then put the packs into those catalogues that hold nothing yet") boolean packs) {
    try (Admin admin = connection.admin()) {
      TopicAdmin topics = admin(connection, admin, wanted);
      TopicPlan plan = topics.plan(wanted.topics());
      plan.lines().forEach(line -> out().println(line));
      if (!plan.refused().isEmpty()) {
        spec.commandLine().getErr().println("nothing was changed, for some of it is refused");
        return 1;
      }
      topics.apply(plan);
      if (packs) {
        Engine.fillCatalogues(connection.settings()).forEach((topic, entries) -> out().println("+ " + topic + ": " + entries + " entries"));
      }
      out().println(plan.changesNothing() ? "nothing to do" : "done");
      return 0;
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the topics under the prefix.")
  int list(@Mixin Connection connection, @Option(names = "--json", description = "one topic a line") boolean json) {
    try (Admin admin = connection.admin()) {
      for (TopicState topic : new TopicAdmin(admin, connection.settings().text(Setting.TOPIC_PREFIX)).list()) {
        out().println(json ? new String(Json.write(topic), StandardCharsets.UTF_8)
            : String.format("%-28s %3d partitions  %d replicas  %-8s retention %s", topic.name(), topic.partitions(), topic.replicas(),
                topic.config().get("cleanup.policy"), retention(topic)));
      }
      return 0;
    }
  }

  private static String retention(TopicState topic) {
    String millis = topic.config().getOrDefault("retention.ms", "-1");
    return "compact".equals(topic.config().get("cleanup.policy")) || millis.equals("-1") ? "for ever"
        : Long.parseLong(millis) / 86_400_000 + " d";
  }

  private TopicAdmin admin(Connection connection, Admin admin, Wanted wanted) {
    return new TopicAdmin(admin, connection.settings().text(Setting.TOPIC_PREFIX), wanted.overrides(spec));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
