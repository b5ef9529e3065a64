package dev.demarche.console.alerts;

import dev.demarche.domain.Inhibition;
import dev.demarche.domain.TriggerRule;
import java.util.List;

/**
 * An inhibition in a list.
 *
 * @param within  how long, such as {@code 2h}
 * @param comment or ""
 */
public record InhibitionRow(String id, List<String> sources, List<String> targets, String equal, String within, String comment) {
  static InhibitionRow of(Inhibition rule) {
    return new InhibitionRow(rule.id(), rule.sources(), rule.targets(), String.join(", ", rule.equal()), TriggerRule.text(rule.within()),
        rule.comment() == null ? "" : rule.comment());
  }
}
