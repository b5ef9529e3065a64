package dev.demarche.console.watches;

import com.fasterxml.jackson.databind.JsonMappingException;
import dev.demarche.catalogue.CrossCheck;
import dev.demarche.catalogue.Located;
import dev.demarche.catalogue.Pack;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.PackReader;
import dev.demarche.catalogue.WatchYaml;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import dev.demarche.watching.WatchIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Reads what editors write, be it YAML, JSON as on the topic, or the inputs of a form: all by way of YAML and its one reader, so that the same is refused with the same
 * words everywhere. Safe for use by several threads.
 */
final class Drafts {
  private static final String FILE = "watch";
  /** As the topic takes it; a watch is far smaller. */
  static final int MOST_CHARACTERS = 200_000;

  private final KnownNames names;

  Drafts(KnownNames names) {
    this.names = names;
  }

  /** From the inputs of the editor. */
  Draft form(WatchForm form) {
    Draft read = yaml(form.yaml());
    return new Draft(read.watch(), read.yaml(), form, read.problems(), read.warnings());
  }

  /** From JSON as on the topic. */
  Draft json(byte[] bytes) {
    try {
      return yaml(WatchYaml.write(Json.read(bytes, Watch.class)));
    } catch (SerializationException e) {
      String field = e.getCause() instanceof JsonMappingException mapping ? mapping.getPath().stream()
          .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()).collect(Collectors.joining()) : "";
      return refused(new Flaw(field.startsWith(".") ? field.substring(1) : field, e.getMessage(), "send what topics/schemas/watch.schema.json describes", ""), "");
    }
  }

  /** From YAML. */
  Draft yaml(String yaml) {
    if (yaml.isBlank()) {
      return refused(new Flaw("kind", "nothing is asked for yet", "fill in the form, or write YAML", "kind"), yaml);
    }
    if (yaml.length() > MOST_CHARACTERS) {
      return refused(new Flaw("", "has " + yaml.length() + " characters", "write at most " + MOST_CHARACTERS, ""), "");
    }
    Pack<Watch> pack = PackReader.watches(FILE, yaml);
    List<Flaw> problems = new ArrayList<>();
    pack.problems().forEach(problem -> problems.add(flaw(problem)));
    if (problems.isEmpty() && pack.values().size() != 1) {
      problems.add(new Flaw("", "holds " + pack.values().size() + " watches", "write one watch here; several are put with \"demarche watches put\"", ""));
    }
    if (!problems.isEmpty()) {
      return new Draft(null, yaml, null, problems, List.of());
    }
    Watch watch = pack.plain().get(0);
    WatchIndex.check(watch).map(Flaw::of).ifPresent(problems::add);
    CrossCheck.watches(List.of(Located.in(FILE, watch)), names.actorIds(), names.issueIds()).forEach(problem -> problems.add(Flaw.of(problem.problem())));
    return new Draft(watch, yaml, WatchForm.of(watch), problems, warnings(watch));
  }

  /** Names that nobody bears whom the catalogue knows: they are looked for as they stand, which may be meant or a slip. */
  private List<Flaw> warnings(Watch watch) {
    List<Flaw> warnings = new ArrayList<>();
    for (int i = 0; i < watch.actors().size(); i++) {
      String actor = watch.actors().get(i);
      String id = names.idOf(actor);
      if (id != null && !id.equals(actor)) {
        warnings.add(new Flaw("actors[" + i + "]", "\"" + actor + "\" is " + id + " in the catalogue", "write \"" + id + "\"", "actors"));
      } else if (id == null && !names.looksLikeId(actor)) {
        String near = names.near(actor);
        warnings.add(new Flaw("actors[" + i + "]", "the catalogue knows nobody called \"" + actor + "\", who is looked for under this name alone",
            near == null ? "leave it, if that is meant" : "leave it, or write \"" + near + "\"", "actors"));
      }
    }
    return warnings;
  }

  private static Flaw flaw(PackProblem problem) {
    Problem what = problem.problem();
    return new Flaw(what.field(), (what.field().isEmpty() && problem.line() > 1 ? "line " + problem.line() + " " : "") + what.message(), what.mend(), WatchForm.input(what.field()));
  }

  private static Draft refused(Flaw flaw, String yaml) {
    return new Draft(null, yaml, null, List.of(flaw), List.of());
  }
}
