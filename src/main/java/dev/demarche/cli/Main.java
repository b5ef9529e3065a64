package dev.demarche.cli;

import dev.demarche.app.ProductVersion;
import dev.demarche.app.SettingsException;
import dev.demarche.evaluation.EvaluationException;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;

/** The program {@code demarche}. Exit codes: 0 done, 1 failed, 2 wrong usage, or a difference found by {@code topics plan}. */
@Command(
    name = "demarche",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Reads the news as a stream on Apache Kafka and tells who said what, where each actor stands, under which conditions.",
    footer = {"", "First steps:", "  demarche demo            the whole stream on a Kafka of its own, with the article that comes with it",
        "  demarche tag FILE        what Demarche finds in a text, without Kafka", ""},
    subcommands = {
        DemoCommand.class, RunCommand.class,
        TagCommand.class, ExplainCommand.class, PublishCommand.class, FeedsCommand.class,
        TopicsCommand.class, DoctorCommand.class,
        ActorsCommand.class, IssuesCommand.class, WatchesCommand.class,
        TailCommand.class, PositionsCommand.class, ConditionsCommand.class, AlertsCommand.class, SilencesCommand.class, InhibitionsCommand.class,
        DeadLettersCommand.class,
        ExportCommand.class,
        DeliverCommand.class, ReceiversCommand.class, DeliveriesCommand.class,
        EvalCommand.class, BenchCommand.class,
        GenerateCompletion.class, CommandLine.HelpCommand.class})
public final class Main {

  /** The version of the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"demarche " + ProductVersion.current()};
    }
  }

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new Faults());
  }

  /** Tells what went wrong in one line, with its mend where there is one; the trace goes to the log at level debug. */
  private static final class Faults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
      PrintWriter err = command.getErr();
      if (e instanceof CommandLine.ParameterException) {
        throw e;
      }
      LoggerFactory.getLogger(Main.class).debug("the command failed", e);
      if (e instanceof SettingsException) {
        err.println(e.getMessage());
        return 2;
      }
      if (e instanceof EvaluationException) {
        err.println(e.getMessage());
        return 1;
      }
      if (e instanceof KafkaException) {
        err.println("Kafka: " + e.getMessage() + (e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")")
            + "; do the brokers of --bootstrap run, and may this user do that (see docs/deploy.md)?");
      } else {
        err.println(e.getMessage() == null ? e.toString() : e.getMessage());
      }
      err.println("Set DEMARCHE_LOG=DEBUG to see more.");
      return 1;
    }
  }
}
