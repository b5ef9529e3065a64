package dev.demarche.console.alerts;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an alert tells, in a few words.
 *
 * @param who        about whom it is; "somebody" where that is not known
 * @param whoHref    or null
 * @param what       what that one does: an act, or "says"
 * @param sign       pro, contra or mixed, or "" where it is none of these
 * @param target     to whom, or null
 * @param targetHref or null
 * @param issues     about what
 */
public record Told(String who, String whoHref, String what, String sign, String target, String targetHref, List<String> issues) {

  private record Verb(String alone, String with) {}

  private static final Map<Act, Verb> VERBS = Map.ofEntries(
      Map.entry(Act.AGREE, new Verb("agrees", "agrees with")), Map.entry(Act.CONSULT, new Verb("consults", "consults with")),
      Map.entry(Act.SUPPORT, new Verb("supports something", "supports")), Map.entry(Act.CONCEDE, new Verb("concedes something", "concedes something to")),
      Map.entry(Act.COOPERATE, new Verb("cooperates", "cooperates with")), Map.entry(Act.AID, new Verb("gives aid", "aids")),
      Map.entry(Act.RETREAT, new Verb("retreats", "retreats from")), Map.entry(Act.REQUEST, new Verb("asks for something", "asks something of")),
      Map.entry(Act.ACCUSE, new Verb("accuses somebody", "accuses")), Map.entry(Act.REJECT, new Verb("rejects something", "rejects")),
      Map.entry(Act.THREATEN, new Verb("threatens", "threatens")), Map.entry(Act.PROTEST, new Verb("protests", "protests against")),
      Map.entry(Act.SANCTION, new Verb("imposes sanctions", "imposes sanctions on")), Map.entry(Act.MOBILIZE, new Verb("mobilizes", "mobilizes against")),
      Map.entry(Act.COERCE, new Verb("coerces somebody", "coerces")), Map.entry(Act.ASSAULT, new Verb("attacks", "attacks")),
      Map.entry(Act.DENY, new Verb("denies something", "denies something to")), Map.entry(Act.DOUBT, new Verb("doubts something", "doubts")),
      Map.entry(Act.EXPECT, new Verb("expects something", "expects something of")), Map.entry(Act.DECLINE, new Verb("declines to say", "declines to answer")),
      Map.entry(Act.STATE, new Verb("takes a stand", "takes a stand on")));

  static Told of(Alert alert) {
    Finding finding = alert.finding();
    if (alert.tellsSilence() || finding == null) {
      String href = alert.actor() != null ? Links.actor(alert.actor(), null) : finding == null ? null : Links.actor(finding.whoActor(), finding.who());
      return new Told(alert.who() == null ? "nobody in particular" : alert.who(), href, "is silent", "", null, null, List.of());
    }
    return new Told(finding.who() == null ? "somebody" : finding.who(), Links.actor(finding.whoActor(), finding.who()), what(finding), sign(finding),
        finding.target(), Links.actor(finding.targetActor(), finding.target()), finding.issues());
  }

  private static String what(Finding finding) {
    return switch (finding.kind()) {
      case STANCE -> finding.act() == null ? "takes a stand" : finding.act().name();
      case STATEMENT -> "says";
      case CONDITION -> finding.condition() == null ? "sets a condition" : "condition " + lower(finding.condition().state());
      case MENTION -> "is mentioned";
      case SHIFT -> "shifts from " + lower(finding.shift().from()) + " to " + lower(finding.shift().to());
    };
  }

  private static String sign(Finding finding) {
    if (finding.kind() != Finding.Kind.STANCE) {
      return "";
    }
    int polarity = finding.polarity() != null ? finding.polarity() : finding.act() == null ? 0 : finding.act().polarity();
    return polarity > 0 ? "pro" : polarity < 0 ? "contra" : "";
  }

  /** As a clause: {@code Russia rejects the offer, on ceasefire}. */
  static String clause(Alert alert) {
    Told told = of(alert);
    Finding finding = alert.finding();
    String does = told.what;
    if (!alert.tellsSilence() && finding.kind() == Finding.Kind.STANCE && finding.act() != null) {
      Verb verb = VERBS.get(finding.act());
      does = told.target == null ? verb.alone : verb.with + " " + told.target;
    } else if (!alert.tellsSilence() && finding.kind() == Finding.Kind.STATEMENT) {
      does = "says something";
    } else if (!alert.tellsSilence() && finding.kind() == Finding.Kind.CONDITION && finding.condition() != null) {
      does = "has set a condition that is " + lower(finding.condition().state());
    }
    return told.who + " " + does + (told.issues.isEmpty() ? "" : ", on " + String.join(" and ", told.issues));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
