package dev.demarche.cli;

import dev.demarche.domain.Span;
import dev.demarche.domain.Statement;
import dev.demarche.tagging.Explanation;
import dev.demarche.tagging.Explanation.Mention;
import dev.demarche.tagging.Explanation.Speaker;
import dev.demarche.tagging.actors.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An explanation for people: the speakers, then the chains with their mentions. */
final class ExplanationText {
  private static final int WORDS = 34;
  private static final int CONTENT = 70;

  private final Paint paint;

  ExplanationText(Paint paint) {
    this.paint = paint;
  }

  String of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(paint.bold(explanation.article().title() == null ? explanation.article().id() : explanation.article().title()) + "  "
        + paint.dim(AlertText.time(explanation.article().publishedAt())));
    lines.add("");
    lines.add(paint.cyan("Speakers (" + explanation.speakers().size() + ")"));
    for (int i = 0; i < explanation.speakers().size(); i++) {
      speaker(lines, explanation.speakers().get(i), explanation.article().statements().get(i));
    }
    Map<Integer, List<Mention>> chains = new TreeMap<>();
    explanation.mentions().forEach(mention -> chains.computeIfAbsent(mention.chain(), chain -> new ArrayList<>()).add(mention));
    List<Mention> nobody = chains.remove(0);
    lines.add("");
    lines.add(paint.cyan("Chains (" + chains.size() + ")"));
    chains.forEach((chain, mentions) -> {
      Mention first = mentions.get(0);
      lines.add("  #" + chain + " " + paint.bold(first.name()) + paint.dim("  " + (first.type() == null ? "no name" : first.type().name())
          + (first.actor() == null ? "" : ", in the catalogue as " + first.actor())));
      mentions.forEach(mention -> lines.add(mention(mention)));
    });
    if (nobody != null) {
      lines.add("  " + paint.bold("-") + paint.dim("  unresolved"));
      nobody.forEach(mention -> lines.add(mention(mention)));
    }
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }

  private void speaker(List<String> lines, Speaker speaker, Statement statement) {
    lines.add("  " + (speaker.chain() == 0 ? "-" : "#" + speaker.chain()) + " "
        + paint.bold(speaker.name() == null ? "somebody" : speaker.name()) + paint.dim("  " + speaker.kind()) + "  " + quoted(speaker.source())
        + ": " + Paint.excerpt(statement.content().get(0).text(), CONTENT));
    lines.add("      " + paint.dim(why(speaker.reason())));
  }

  private String mention(Mention mention) {
    String words = quoted(mention.span());
    return "      " + words + " ".repeat(Math.max(1, WORDS - words.length())) + paint.dim("at " + mention.span().begin() + "  " + why(mention.reason()));
  }

  private static String quoted(Span span) {
    return span == null ? "(no source)" : "\"" + Paint.excerpt(span.text(), WORDS - 4) + "\"";
  }

  private static String why(Reason reason) {
    return reason.ground().words() + (reason.from() == null ? "" : ": " + reason.from())
        + (reason.confidence() == 1 ? "" : String.format(Locale.ROOT, " (%.2f)", reason.confidence()));
  }
}
