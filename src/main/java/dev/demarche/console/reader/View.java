package dev.demarche.console.reader;

import dev.demarche.console.web.Links;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import dev.demarche.domain.Statement;
import dev.demarche.tagging.text.TextReader;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An article as its page shows it.
 *
 * @param facts      what is known
 * @param paragraphs the text with its marks
 * @param layers     which are switched on, of {@link #LAYERS}
 */
public record View(Facts facts, List<List<Piece>> paragraphs, Set<String> layers) {
  /** All that can be switched. */
  public static final List<String> LAYERS = List.of("actors", "statements", "stances", "conditions");

  private static final int EXCERPT = 150;

  /** With the layers named in {@code asked}, or all where it is null. */
  static View of(Facts facts, String asked) {
    Set<String> layers = new TreeSet<>(asked == null ? LAYERS : List.of(asked.split("[,.]", LAYERS.size() + 1)));
    layers.retainAll(LAYERS);
    String text = facts.article().text();
    return new View(facts, Flattening.of(text, TextReader.paragraphs(text), Marks.of(facts)), layers);
  }

  /** Classes of the text. */
  public String switches() {
    return layers.stream().map(layer -> " on-" + layer).collect(Collectors.joining());
  }

  /** What the page is called. */
  public String title() {
    String title = facts.article().title();
    return title == null || title.isBlank() ? "Article without a title" : title;
  }

  /** Where the original is, or null. */
  public String original() {
    return Links.web(facts.article().url());
  }

  /** Id of the element that tells of the actor at {@code index}. */
  public String actorCard(int index) {
    return Marks.actorCard(index);
  }

  /** Id of the element that tells of a finding. */
  public String card(String finding) {
    return Marks.card(finding);
  }

  /** What was said, in short. */
  public String words(Statement statement) {
    return cut(statement.content().stream().map(Span::text).collect(Collectors.joining(" … ")));
  }

  /** The words by which an alert was raised, in short; null where they have no place of their own in the text. */
  public String words(AlertLife life) {
    Finding finding = life.alert().finding();
    return finding == null || Links.anchor(finding.id()) == null ? null : cut(finding.evidence().get(0).text());
  }

  /** Both parts of a condition in the order of the text, with the marker where it stands. */
  public String words(Condition condition) {
    return cut(List.of(condition.marker(), condition.antecedent(), condition.consequence()).stream().sorted(Comparator.comparing(Span::begin))
        .map(Span::text).collect(Collectors.joining(" ")));
  }

  /** {@code text}, shortened where it is long. */
  public String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= EXCERPT) {
      return line;
    }
    int space = line.lastIndexOf(' ', EXCERPT);
    int at = space > EXCERPT / 2 ? space : Character.isHighSurrogate(line.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
    return line.substring(0, at) + " …";
  }

  /** A constant's name as people write it. */
  public String plain(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A confidence in hundredths. */
  public String percent(double confidence) {
    return Math.round(100 * confidence) + " %";
  }

  /** Class of a polarity. */
  public String tone(int polarity) {
    return polarity > 0 ? "pro" : polarity < 0 ? "contra" : "";
  }
}
