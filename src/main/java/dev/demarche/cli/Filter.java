package dev.demarche.cli;

import dev.demarche.domain.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options by which a reader asks for some records of a topic. Each may be given several times, for either of them; a record is shown
 * where it has what every option asks for. Case does not count.
 */
final class Filter {
  private final Map<Facet, List<String>> wanted = new EnumMap<>(Facet.class);

  @Option(names = "--actor", paramLabel = "NAME", description = "who speaks, holds or sets it: canonical name or id of the catalogue; may be repeated")
  void actor(List<String> names) {
    wanted.put(Facet.ACTOR, plain(names));
  }

  @Option(names = "--act", paramLabel = "ACT", description = "act of a stance, such as reject; may be repeated")
  void act(List<Act> acts) {
    wanted.put(Facet.ACT, plain(acts.stream().map(Act::name).toList()));
  }

  @Option(names = "--target", paramLabel = "NAME", description = "towards whom: canonical name or id; may be repeated")
  void target(List<String> names) {
    wanted.put(Facet.TARGET, plain(names));
  }

  @Option(names = "--issue", paramLabel = "ID", description = "what it is about: id of an issue, such as ceasefire; may be repeated")
  void issue(List<String> ids) {
    wanted.put(Facet.ISSUE, plain(ids));
  }

  @Option(names = "--publisher", paramLabel = "NAME", description = "who published the article; may be repeated")
  void publisher(List<String> names) {
    wanted.put(Facet.PUBLISHER, plain(names));
  }

  @Option(names = "--watch", paramLabel = "ID", description = "which watch raised the alert; may be repeated")
  void watch(List<String> ids) {
    wanted.put(Facet.WATCH, plain(ids));
  }

  /** Whether anything is asked for. */
  boolean asks() {
    return !wanted.isEmpty();
  }

  private static List<String> plain(Collection<String> values) {
    return values.stream().map(Filter::plain).toList();
  }

  private static String plain(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a record of {@code view} is asked for.
   *
   * @throws ParameterException if it is asked by something that the view's records do not have
   */
  <T> Predicate<T> of(View<T> view, CommandLine command) {
    List<Facet> strange = new ArrayList<>(wanted.keySet());
    strange.removeAll(view.facets());
    if (!strange.isEmpty()) {
      String possible = view.facets().isEmpty() ? "leave it out"
          : "write one or more of " + view.facets().stream().map(Facet::option).collect(Collectors.joining(", "));
      throw new ParameterException(command, strange.get(0).option() + ": " + view.topic().name() + " cannot be asked by that; " + possible);
    }
    return value -> {
      Map<Facet, Set<String>> about = view.about().apply(value);
      return wanted.entrySet().stream().allMatch(asked -> about.getOrDefault(asked.getKey(), Set.of()).stream()
          .anyMatch(has -> asked.getValue().contains(plain(has))));
    };
  }
}
