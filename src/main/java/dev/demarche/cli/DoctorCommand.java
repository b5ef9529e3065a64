package dev.demarche.cli;

import dev.demarche.app.doctor.Ailment;
import dev.demarche.app.doctor.Diagnosis;
import dev.demarche.app.doctor.Doctor;
import dev.demarche.app.doctor.Grade;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicFiles;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks what is wrong with a cluster. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
    description = "Looks at a cluster as an instance with these settings would use it, and tells what is wrong and how to mend it. Changes nothing.",
    footer = {"", "Looks at brokers, topics, replicas, sizes, rights, the group and what waits, catalogues and dead letters; docs/operate.md lists",
        "all that it finds. Run it with the instance's own settings, so that it sees what the instance may.", "",
        "Exit codes: 0 healthy, 1 the cluster cannot be reached, 2 something is wrong (an ERROR or a WARNING; notes do not count)."})
final class DoctorCommand implements Callable<Integer> {
  private static final int WIDTH = 9;

  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Option(names = "--files", paramLabel = "FOLDER", description = "folder with KafkaTopic resources; those of Demarche by default")
  private Path folder;

  @Option(names = "--json", description = "one JSON object: reached, facts, ailments with grade, code, what and mend")
  private boolean json;

  @Override
  public Integer call() {
    Diagnosis diagnosis = new Doctor(connection.settings(), folder == null ? TopicFiles.bundled() : TopicFiles.in(folder), Clock.systemUTC())
        .examine();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(Json.write(diagnosis), StandardCharsets.UTF_8));
    } else {
      Paint paint = Paint.auto();
      diagnosis.facts().forEach(fact -> out.println("ok" + " ".repeat(WIDTH - 2) + Paint.clean(fact)));
      diagnosis.ailments().forEach(ailment -> show(out, paint, ailment));
      out.println(summary(diagnosis));
    }
    return diagnosis.exitCode();
  }

  private static void show(PrintWriter out, Paint paint, Ailment ailment) {
    String grade = ailment.grade().name();
    out.println((ailment.grade() == Grade.NOTE ? grade : paint.red(grade)) + " ".repeat(WIDTH - grade.length()) + Paint.clean(ailment.what()));
    out.println("  " + paint.dim("mend") + "   " + Paint.clean(ailment.mend()));
  }

  private static String summary(Diagnosis diagnosis) {
    long errors = diagnosis.ailments().stream().filter(ailment -> ailment.grade() == Grade.ERROR).count();
    long warnings = diagnosis.ailments().stream().filter(ailment -> ailment.grade() == Grade.WARNING).count();
    return diagnosis.exitCode() == 0 ? "healthy" : errors + (errors == 1 ? " error, " : " errors, ") + warnings
        + (warnings == 1 ? " warning" : " warnings");
  }
}
