package dev.demarche.conditions;

import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Bearing.Seen;
import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.Deed;
import dev.demarche.domain.ReportedDeed;
import dev.demarche.domain.ReportedDeed.Manner;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.util.List;

/**
 * Hand-made reports: an article is a letter, its day a day of January 2026. Deeds are written {@code "actor act verb words..."}, "not" and "promise"
 * before.
 */
final class Reports {
  private Reports() {}

  static Deed deed(String line) {
    boolean negated = line.startsWith("not ");
    boolean promised = line.startsWith("promise ");
    String[] words = line.replaceFirst("^(not|promise) ", "").split(" ");
    String actor = words[0].equals("-") ? null : words[0];
    Act act = words[1].equals("-") ? null : Act.valueOf(words[1]);
    return new Deed(actor, actor, act, null, null, negated, promised, words[2], List.of(words).subList(3, words.length));
  }

  static Told told(String article, int day, String setter, String marker, String asks, String follows) {
    Deed asked = deed(asks);
    Span span = new Span(0, asks.length(), asks);
    Condition condition = new Condition(article + ":1:c0", setter, setter, new Span(0, marker.length(), marker), span, new Span(0, follows.length(),
        follows), asked,
        deed(follows), List.of(), null, 1);
    return new Told(setter, setter, asked.actor(), condition, new ConditionReceipt(article + ":1:c0", span, span, ref(article, day), "t-1"));
  }

  static Seen seen(String article, int day, Manner manner, String line) {
    Deed deed = deed(line);
    Span span = new Span(0, line.length(), line);
    List<String> doers = deed.actor() == null ? List.of() : List.of(deed.actor());
    return new Seen(doers, new ReportedDeed(article + ":1:d0", deed, manner, span, doers),
        new ConditionReceipt(article + ":1:d0", span, span, ref(article, day), "t-1"));
  }

  static ArticleRef ref(String article, int day) {
    return new ArticleRef(article, 1, null, article + ".example", null, Instant.parse(String.format("2026-01-%02dT09:00:00Z", day)), null, null);
  }
}
