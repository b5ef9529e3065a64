package dev.demarche.console.watches;

import dev.demarche.domain.Outlets;
import dev.demarche.domain.Polarity;
import dev.demarche.domain.Role;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a watch asks for, in words. */
final class WatchWords {
  /** So many of a list are told by name. */
  private static final int NAMED = 4;

  private WatchWords() {}

  /** Such as {@code By Russia: REJECT; about Ceasefire; 5 utterances within 6h}. */
  static String of(Watch watch, KnownNames names) {
    List<String> parts = new ArrayList<>();
    parts.add(who(watch, names) + ": " + what(watch));
    if (!watch.issues().isEmpty()) {
      parts.add("about " + either(watch.issues(), names::issue));
    }
    if (watch.words() != null) {
      parts.add("words " + watch.words());
    }
    if (watch.minConfidence() > 0) {
      parts.add(String.format(Locale.ROOT, "confidence at least %.2f", watch.minConfidence()));
    }
    outlets(watch.outlets(), parts);
    if (!watch.trigger().equals(TriggerRule.EVERY)) {
      parts.add(trigger(watch.trigger()));
    }
    return String.join("; ", parts);
  }

  private static String who(Watch watch, KnownNames names) {
    if (watch.actors().isEmpty()) {
      return "Anybody";
    }
    String roles = watch.roles().stream().map(WatchWords::preposition).distinct().collect(Collectors.joining(" or "));
    return roles.substring(0, 1).toUpperCase(Locale.ROOT) + roles.substring(1) + " " + either(watch.actors(), names::actor);
  }

  private static String preposition(Role role) {
    return switch (role) {
      case SPEAKER, HOLDER -> "by";
      case TARGET -> "towards";
      case MENTIONED -> "with mention of";
    };
  }

  private static String what(Watch watch) {
    return switch (watch.kind()) {
      case STATEMENT -> "a statement";
      case MENTION -> "named in an article";
      case STANCE -> (watch.acts().isEmpty() ? "any act" : either(watch.acts().stream().map(Enum::name).toList(), UnaryOperator.identity()))
          + (watch.polarity().isEmpty() ? "" : ", " + lower(watch.polarity().stream().map(Polarity::name).toList()));
      case CONDITION -> watch.states().isEmpty() ? "a condition" : "a condition " + lower(watch.states().stream().map(Enum::name).toList());
      case SHIFT -> "a shift" + (watch.from().isEmpty() ? "" : " from " + lower(watch.from().stream().map(Enum::name).toList()))
          + (watch.to().isEmpty() ? "" : " to " + lower(watch.to().stream().map(Enum::name).toList()));
    };
  }

  private static void outlets(Outlets outlets, List<String> parts) {
    UnaryOperator<String> same = UnaryOperator.identity();
    if (!outlets.publishers().isEmpty()) {
      parts.add("published by " + either(outlets.publishers(), same));
    }
    if (!outlets.exceptPublishers().isEmpty()) {
      parts.add("not published by " + either(outlets.exceptPublishers(), same));
    }
    if (!outlets.languages().isEmpty()) {
      parts.add("in " + either(outlets.languages(), same));
    }
    if (!outlets.exceptLanguages().isEmpty()) {
      parts.add("not in " + either(outlets.exceptLanguages(), same));
    }
  }

  private static String trigger(TriggerRule rule) {
    String time = rule.within() == null ? "" : TriggerRule.text(rule.within());
    return switch (rule.kind()) {
      case EVERY -> "every match";
      case COUNT -> rule.least() + " times within " + time;
      case PUBLISHERS -> "told by " + rule.least() + " publishers within " + time;
      case BURST -> "far more than usual within " + time + ", at least " + rule.least();
      case SILENCE -> "none for " + time;
    };
  }

  private static String lower(List<String> words) {
    return either(words, word -> word.toLowerCase(Locale.ROOT));
  }

  private static String either(List<String> ids, UnaryOperator<String> name) {
    List<String> named = ids.stream().limit(ids.size() > NAMED + 1 ? NAMED : NAMED + 1).map(name).toList();
    return named.size() < ids.size() ? String.join(", ", named) + " or " + (ids.size() - named.size()) + " others"
        : named.size() == 1 ? named.get(0) : String.join(", ", named.subList(0, named.size() - 1)) + " or " + named.get(named.size() - 1);
  }
}
