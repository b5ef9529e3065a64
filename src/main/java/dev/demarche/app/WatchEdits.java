package dev.demarche.app;

import dev.demarche.catalogue.Located;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.console.watches.Expected;
import dev.demarche.console.watches.WatchDesk;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Watch;
import java.util.List;
import java.util.Set;

/**
 * Watches as the console writes them: read, compared with what the editor saw, checked and written as the command line does it. One edit at a time in this instance; of two in
 * different instances within the moments between reading and writing, the later stands.
 */
final class WatchEdits implements WatchDesk {
  private final Settings settings;

  WatchEdits(Settings settings) {
    this.settings = settings;
  }

  @Override
  public synchronized Edit put(Watch watch, Expected expected) {
    Catalogues all = Catalogues.read(settings);
    Standing standing = standing(all, watch.id());
    if (!expected.admits(standing == null ? null : standing.version())) {
      return new Edit.Conflict(standing);
    }
    List<Problem> problems = all.problems(CatalogueKind.WATCHES, List.of(Located.in("the watch", watch)), Set.of()).stream().map(PackProblem::problem).toList();
    if (!problems.isEmpty()) {
      return new Edit.Refused(problems);
    }
    if (standing != null && standing.watch().equals(watch)) {
      return new Edit.Done(standing.version());
    }
    try (CatalogueWriter writer = new CatalogueWriter(settings)) {
      return new Edit.Done(writer.put(CatalogueKind.WATCHES, watch));
    }
  }

  @Override
  public synchronized Edit delete(String id, Expected expected) {
    Standing standing = standing(Catalogues.read(settings, CatalogueKind.WATCHES), id);
    if (standing == null || !expected.admits(standing.version())) {
      return new Edit.Conflict(standing);
    }
    try (CatalogueWriter writer = new CatalogueWriter(settings)) {
      return new Edit.Done(writer.delete(CatalogueKind.WATCHES, id));
    }
  }

  private static Standing standing(Catalogues all, String id) {
    Catalogues.Standing<Watch> standing = all.of(CatalogueKind.WATCHES).get(id);
    return standing == null ? null : new Standing(standing.value(), standing.version());
  }
}
