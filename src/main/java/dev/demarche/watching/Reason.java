package dev.demarche.watching;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Role;
import dev.demarche.domain.Side;
import dev.demarche.domain.Watch;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells in words why a finding answers a watch. */
final class Reason {
  private final Watch watch;
  private final Subject subject;

  private Reason(Watch watch, Subject subject) {
    this.watch = watch;
    this.subject = subject;
  }

  /**
   * In words, by which clauses a finding matches: {@code Russia (holder) REJECT; issue ceasefire; words "offer"}; where the watch names a
   * group, {@code Hungary (EU governments, holder) REJECT}. Of a shift both receipts follow.
   */
  static String of(Question question, Subject subject) {
    return new Reason(question.watch(), subject).text();
  }

  private String text() {
    Finding finding = subject.finding();
    StringBuilder head = new StringBuilder(String.join(" and ", actors()));
    if (!watch.acts().isEmpty()) {
      head.append(head.isEmpty() ? "" : " ").append(finding.act());
    }
    if (!watch.polarity().isEmpty()) {
      head.append(head.isEmpty() ? "" : " ").append(finding.polarity() > 0 ? "for" : finding.polarity() < 0 ? "against" : "neither for nor against");
    }
    if (head.isEmpty()) {
      head.append("any ").append(watch.kind().name().toLowerCase(Locale.ROOT));
    }
    if (finding.shift() != null) {
      head.append(" from ").append(plain(finding.shift().from())).append(" to ").append(plain(finding.shift().to()));
    }
    if (finding.condition() != null) {
      head.append(' ').append(finding.condition().state());
    }
    List<String> clauses = new ArrayList<>(List.of(head.toString()));
    List<String> issues = finding.issues().stream()
        .filter(issue -> watch.issues().stream().anyMatch(asked -> Facets.plain(asked).equals(Facets.plain(issue)))).toList();
    if (!issues.isEmpty()) {
      clauses.add((issues.size() == 1 ? "issue " : "issues ") + String.join(", ", issues));
    }
    if (watch.words() != null && !watch.words().isBlank()) {
      clauses.add("words " + (watch.words().indexOf('"') < 0 ? '"' + watch.words() + '"' : watch.words()));
    }
    if (!watch.outlets().publishers().isEmpty()) {
      clauses.add("published by " + (subject.article().publisher() != null ? subject.article().publisher() : subject.article().url()));
    }
    if (!watch.outlets().languages().isEmpty()) {
      clauses.add("language " + subject.article().language());
    }
    if (watch.minConfidence() > 0) {
      clauses.add(String.format(Locale.ROOT, "confidence %.2f of at least %.2f", finding.confidence(), watch.minConfidence()));
    }
    if (finding.shift() != null) {
      clauses.add("was: " + receipt(finding.shift().before()));
      clauses.add("is: " + receipt(finding.shift().after()));
    }
    if (finding.condition() != null) {
      clauses.add("set: " + receipt(finding.condition().receipts().get(0)));
      clauses.add("is: " + receipt(finding.condition().last().receipt()));
      clauses.add(finding.condition().last().reason());
    }
    return String.join("; ", clauses);
  }

  private static String receipt(ConditionReceipt receipt) {
    return "\"" + receipt.evidence().text().strip() + "\"" + place(receipt.article());
  }

  private static String place(ArticleRef article) {
    return " (" + (article.publisher() != null ? article.publisher() + ", " : "") + article.eventTime().atZone(ZoneOffset.UTC).toLocalDate() + ")";
  }

  private static String plain(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static String receipt(Receipt receipt) {
    return receipt.act() + " \"" + receipt.evidence().text().strip() + "\"" + place(receipt.article());
  }

  private List<String> actors() {
    List<String> matched = new ArrayList<>();
    for (Role role : watch.roles()) {
      for (String actor : watch.actors()) {
        if (subject.facets().has(role, actor)) {
          String clause = clause(role, Facets.plain(actor), actor);
          if (!matched.contains(clause)) {
            matched.add(clause);
          }
        }
      }
    }
    return matched;
  }

  private String clause(Role role, String id, String actor) {
    Finding finding = subject.finding();
    Groups groups = subject.groups();
    boolean main = role == Watch.mainRole(watch.kind());
    String name = role == Role.TARGET ? finding.target() : main ? finding.who() : actor;
    String asked = role.name().toLowerCase(Locale.ROOT);
    if (groups.has(id)) {
      String who = role == Role.TARGET ? finding.targetActor() : main ? finding.whoActor() : null;
      boolean member = groups.groupsOf(who).contains(id);
      asked = member ? groups.name(id) + ", " + asked : asked;
      name = member || role == Role.TARGET || main ? name : groups.name(id);
    }
    return (name == null ? actor : name) + " (" + asked + ")";
  }
}
