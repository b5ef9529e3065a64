package dev.demarche.delivery.receivers;

import dev.demarche.catalogue.Entry;
import dev.demarche.alerting.Matcher;
import dev.demarche.delivery.routing.Route;
import dev.demarche.domain.Nearest;
import java.util.ArrayList;
import java.util.List;

/** The fields of a route, and the rules between them. */
final class RouteFields {
  private static final List<String> ROOT = List.of("receiver", "receivers", "routes");
  private static final List<String> ALL = List.of("match", "receiver", "receivers", "continue", "routes");

  private RouteFields() {}

  /** The routing tree; null where it is not as it should be. */
  static Route root(Entry document, List<String> names) {
    Entry entry = document.entry("route", "the first route, which takes every alert", ROOT);
    if (entry == null) {
      if (!document.has("route")) {
        document.report("route", "is missing", "add \"route:\" with \"receiver: NAME\", who is told where nobody else is");
      }
      return null;
    }
    List<String> receivers = receivers(entry, names, List.of());
    if (!entry.has("receiver") && !entry.has("receivers")) {
      entry.report("receiver", "is missing", "add \"receiver: NAME\", who is told where nobody else is");
    }
    return receivers.isEmpty() ? null : new Route("route", List.of(), receivers, false, children(entry, "route", names, receivers));
  }

  private static List<Route> children(Entry parent, String path, List<String> names, List<String> around) {
    List<Route> children = new ArrayList<>();
    List<Entry> entries = parent.entries("routes", "a route", ALL);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String at = path + ".routes[" + i + "]";
      List<Matcher> matchers = matchers(entry);
      List<String> receivers = receivers(entry, names, around);
      boolean goOn = entry.flag("continue", false);
      if (!entry.has("match")) {
        entry.report("match", "is missing", "add what it takes, such as \"match: [severity=critical]\"");
      }
      if (!receivers.isEmpty()) {
        children.add(new Route(at, matchers, receivers, goOn, children(entry, at, names, receivers)));
      }
    }
    return children;
  }

  private static List<Matcher> matchers(Entry entry) {
    List<Matcher> matchers = new ArrayList<>();
    List<String> texts = entry.texts("match");
    for (int i = 0; i < texts.size(); i++) {
      try {
        matchers.add(Matcher.of(texts.get(i)));
      } catch (IllegalArgumentException e) {
        int mend = e.getMessage().lastIndexOf("; ");
        entry.report("match[" + i + "]", e.getMessage().substring(0, mend), e.getMessage().substring(mend + 2));
      }
    }
    return matchers;
  }

  private static List<String> receivers(Entry entry, List<String> names, List<String> around) {
    if (entry.has("receiver") && entry.has("receivers")) {
      entry.report("receivers", "stands beside receiver", "keep one of the two");
    }
    if (!entry.has("receiver") && !entry.has("receivers")) {
      return around;
    }
    boolean one = entry.has("receiver");
    String single = one ? entry.text("receiver") : null;
    List<String> given = single != null ? List.of(single) : one ? List.of() : entry.texts("receivers");
    for (int i = 0; i < given.size(); i++) {
      String name = given.get(i);
      if (!names.contains(name)) {
        String near = Nearest.of(name, names);
        entry.report(one ? "receiver" : "receivers[" + i + "]", "there is no receiver " + name,
            near != null ? "write \"" + near + "\"" : names.isEmpty() ? "add it to receivers" : "write one of: " + String.join(", ", names));
      }
    }
    return given;
  }
}
