package dev.demarche.evaluation;

import dev.demarche.evaluation.SpeakerReport.Case;
import dev.demarche.evaluation.SpeakerReport.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Counts the statements whose source is one person and whose speaker has no name. */
public final class SpeakerScorer {
  /** Of the drawing where no other is asked for. */
  public static final long SEED = 20_161_108;

  private static final List<SourceClass> ONE_PERSON = List.of(SourceClass.NAME, SourceClass.PRONOUN, SourceClass.TITLE);

  private record Found(SourceClass source, boolean named, Case told) {}

  private SpeakerScorer() {}

  /**
   * Reports on {@code corpus}. An annotated statement is found where a statement of the tagger has a content with Dice's coefficient of 0.5 or more
   * of its words, paired one to one, best first; others do not count.
   *
   * @param corpus one article or more
   * @param found  the outer statements' speakers by the article's name
   * @param errors how many statements without a name to tell, 0 or more
   * @param sample how many resolved ones to draw, 0 or more: always the same for the same corpus, tagger and seed
   * @param seed   of the drawing
   */
  public static SpeakerReport report(List<AnnotatedArticle> corpus, Map<String, List<FoundSpeaker>> found, int errors, int sample, long seed) {
    List<Found> all = new ArrayList<>();
    int statements = 0;
    int matched = 0;
    for (AnnotatedArticle article : corpus) {
      List<Found> here = found(article, found.getOrDefault(article.name(), List.of()));
      statements += worded(article).size();
      matched += here.size();
      here.stream().filter(one -> ONE_PERSON.contains(one.source())).forEach(all::add);
    }
    List<Line> lines = new ArrayList<>();
    ONE_PERSON.forEach(source -> lines.add(line(source.name().toLowerCase(Locale.ROOT), all.stream().filter(one -> one.source() == source).toList())));
    lines.add(line("all", all));
    List<Case> resolved = new ArrayList<>(all.stream().filter(Found::named).map(Found::told).toList());
    Collections.shuffle(resolved, new Random(seed));
    return new SpeakerReport(corpus.size(), (int) corpus.stream().filter(article -> found.containsKey(article.name())).count(), statements, matched,
        lines, all.stream().filter(one -> !one.named()).map(Found::told).limit(errors).toList(),
        resolved.subList(0, Math.min(sample, resolved.size())));
  }

  private static Line line(String source, List<Found> found) {
    return new Line(source, found.size(), (int) found.stream().filter(one -> !one.named()).count());
  }

  private static List<Found> found(AnnotatedArticle article, List<FoundSpeaker> speakers) {
    WordIndex words = new WordIndex(article.text());
    Set<String> surnames = SourceClass.surnames(article.text());
    List<Attribution> gold = worded(article);
    List<BitSet> contents = gold.stream().map(one -> words.touchedBy(one.content())).toList();
    List<FoundSpeaker> ours = speakers.stream().filter(one -> !words.touchedBy(one.content()).isEmpty()).toList();
    int[] partners = Alignment.partners(contents, ours.stream().map(one -> words.touchedBy(one.content())).toList(), StatementScorer::dice);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        FoundSpeaker speaker = ours.get(partners[i]);
        String source = text(article, gold.get(i).source());
        SourceClass kind = SourceClass.of(source, surnames);
        found.add(new Found(kind, speaker.named(), new Case(article.name(), kind.name().toLowerCase(Locale.ROOT), source, begin(gold.get(i).source()),
            speaker.speaker(), passage(article.text(), gold.get(i)))));
      }
    }
    return found;
  }

  /** The annotated statements that have a word of content. */
  private static List<Attribution> worded(AnnotatedArticle article) {
    WordIndex words = new WordIndex(article.text());
    return article.statements().stream().filter(one -> !words.touchedBy(one.content()).isEmpty()).toList();
  }

  private static String text(AnnotatedArticle article, List<Range> ranges) {
    return String.join(" ", ranges.stream().map(range -> article.text().substring(Math.min(range.begin(), article.text().length()),
        Math.min(range.end(), article.text().length()))).toList());
  }

  private static int begin(List<Range> ranges) {
    return ranges.stream().mapToInt(Range::begin).min().orElse(0);
  }

  /** The lines that hold the statement's source, cue and content. */
  private static String passage(String text, Attribution statement) {
    int begin = text.length();
    int end = 0;
    for (List<Range> part : List.of(statement.source(), statement.cue(), statement.content())) {
      for (Range range : part) {
        begin = Math.min(begin, range.begin());
        end = Math.max(end, Math.min(range.end(), text.length()));
      }
    }
    int line = text.lastIndexOf('\n', begin) + 1;
    int behind = text.indexOf('\n', end);
    return text.substring(line, behind < 0 ? text.length() : behind).replaceAll("\\s+", " ").strip();
  }
}
