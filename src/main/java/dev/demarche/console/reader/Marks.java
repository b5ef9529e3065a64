package dev.demarche.console.reader;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.watching.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What was found in an article as ranges of its text. */
final class Marks {
  private final Facts facts;
  private final Map<String, String> cards = new HashMap<>();
  private final Set<String> anchors = new HashSet<>();
  private final List<Mark> marks = new ArrayList<>();

  private Marks(Facts facts) {
    this.facts = facts;
    for (int i = 0; i < facts.actors().size(); i++) {
      Facts.Named who = facts.actors().get(i);
      cards.put(who.actor() != null ? who.actor() : "name:" + who.name(), actorCard(i));
    }
  }

  /** All of them, in no order; anchors are those of the findings' ids, each given once. */
  static List<Mark> of(Facts facts) {
    Marks marks = new Marks(facts);
    TaggedArticle article = facts.article();
    article.statements().forEach(marks::add);
    article.stances().forEach(marks::add);
    for (int i = 0; i < article.conditions().size(); i++) {
      marks.add(article.conditions().get(i), i + 1);
    }
    marks.addEntities();
    return marks.marks;
  }

  /** Id of the element that tells of the actor at {@code index} of the article's. */
  static String actorCard(int index) {
    return "who-" + index;
  }

  /** Id of the element that tells of a finding. */
  static String card(String finding) {
    return "on-" + Links.anchor(finding);
  }

  private void add(Statement one) {
    String of = anchor(one.id());
    String label = "Statement of " + (one.speaker() == null ? "somebody unnamed" : one.speaker());
    if (one.source() != null) {
      add(one.source(), Layer.SOURCE, of, false, null, null, null, null);
    }
    if (one.cue() != null) {
      add(one.cue(), Layer.CUE, of, false, "#" + of, null, label, null);
    }
    for (int i = 0; i < one.content().size(); i++) {
      add(one.content().get(i), Layer.CONTENT, of, i == 0, null, null, i == 0 && one.cue() == null ? label : null, null);
    }
  }

  private void add(Stance one) {
    String tone = one.polarity() > 0 ? "t-pro" : one.polarity() < 0 ? "t-contra" : "t-neither";
    String label = "Stance: " + one.holder() + ", " + one.act().name().toLowerCase(Locale.ROOT) + (one.target() == null ? "" : ", towards " + one.target())
        + (one.polarity() > 0 ? ", for" : one.polarity() < 0 ? ", against" : "");
    add(one.evidence(), Layer.STANCE, anchor(one.id()), true, null, tone, label, null);
  }

  private void add(Condition one, int number) {
    String of = anchor(one.id());
    String note = String.valueOf(number);
    add(one.antecedent(), Layer.ANTECEDENT, of, true, null, null, "Condition " + note + ": what must come first", note);
    add(one.marker(), Layer.MARKER, of, false, "#" + of, null, null, note);
    add(one.consequence(), Layer.CONSEQUENCE, of, false, null, null, "Condition " + note + ": what then follows", note);
  }

  private void addEntities() {
    Map<Span, String> named = mentions();
    for (Entity one : facts.article().entities()) {
      String finding = named.get(one.span());
      String of = finding == null ? null : anchor(finding);
      String link = Links.actor(one.actor(), one.name());
      String note = one.kind().name().toLowerCase(Locale.ROOT) + ", " + Math.round(100 * one.confidence()) + " % sure";
      marks.add(new Mark(one.begin(), one.end(), Layer.ENTITY, of, of != null, link, cards.get(one.actor() != null ? one.actor() : "name:" + one.name()),
          "k-" + one.kind().name().toLowerCase(Locale.ROOT), null, note));
    }
  }

  /** Where each mention that a watch can ask for stands, and its id; none where a foreign record's ranges do not fit its text. */
  private Map<Span, String> mentions() {
    Map<Span, String> ids = new HashMap<>();
    try {
      Findings.of(new Tagging(facts.article(), List.of())).stream().filter(one -> one.kind() == Finding.Kind.MENTION)
          .forEach(one -> ids.putIfAbsent(one.evidence().get(0), one.id()));
    } catch (IndexOutOfBoundsException e) {
      return Map.of();
    }
    return ids;
  }

  private void add(Span span, Layer layer, String of, boolean id, String link, String tone, String label, String note) {
    marks.add(new Mark(span.begin(), span.end(), layer, of, id && of != null, of == null ? null : link, of == null ? null : "on-" + of, tone, label, note));
  }

  /** The anchor of a finding; null where it has none, or another finding has it already. */
  private String anchor(String finding) {
    String anchor = Links.anchor(finding);
    return anchor != null && anchors.add(anchor) ? anchor : null;
  }
}
