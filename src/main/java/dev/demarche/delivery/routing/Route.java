package dev.demarche.delivery.routing;

import dev.demarche.alerting.Matcher;
import dev.demarche.domain.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A node of the routing tree, after Prometheus' Alertmanager: an alert that fits a node's matchers goes to the first of its children that it
 * fits, and to the ones behind it while these say {@code continue}; where no child takes it, the node's own receivers are told. Immutable.
 *
 * @param path      where it stands in the file: {@code route}, {@code route.routes[1]}
 * @param matchers  all of which an alert must fit; empty: any alert fits
 * @param receivers names, of one receiver or more; where the file leaves them out, those of the node around
 * @param goOn      whether the nodes behind it are asked, too
 * @param children  in order
 */
public record Route(String path, List<Matcher> matchers, List<String> receivers, boolean goOn, List<Route> children) {
  public Route {
    Objects.requireNonNull(path, "path");
    matchers = List.copyOf(matchers);
    receivers = List.copyOf(receivers);
    children = List.copyOf(children);
    if (receivers.isEmpty()) {
      throw new IllegalArgumentException(path + " leads to no receiver");
    }
  }

  /**
   * A receiver that is told.
   *
   * @param receiver its name
   * @param why      the route, in words
   */
  public record Told(String receiver, String why) {}

  /** Who is told of {@code alert}, each receiver once, in the order of the routes; always the same for the same alert. */
  public List<Told> told(Alert alert) {
    return told(List.of(alert));
  }

  /** Who is told of {@code alerts} in one message. */
  public List<Told> told(List<Alert> alerts) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Route end : ends(alerts)) {
      end.receivers().forEach(receiver -> told.putIfAbsent(receiver, end.why()));
    }
    return told.entrySet().stream().map(entry -> new Told(entry.getKey(), entry.getValue())).toList();
  }

  private List<Route> ends(List<Alert> alerts) {
    List<Route> ends = new ArrayList<>();
    for (Route child : children) {
      if (child.matchers().stream().allMatch(matcher -> matcher.matches(alerts))) {
        ends.addAll(child.ends(alerts));
        if (!child.goOn()) {
          break;
        }
      }
    }
    return ends.isEmpty() ? List.of(this) : ends;
  }

  private String why() {
    return matchers.isEmpty() ? path : path + ": " + matchers.stream().map(Matcher::toString).collect(Collectors.joining(", "));
  }
}
