package dev.demarche.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Scores what was found in a corpus against what people annotated. For example
 *
 * <pre>{@code
 * List<AnnotatedArticle> corpus = StatementCorpus.read(Path.of("polnear/dev"));
 * Report report = Evaluation.statements(corpus, TaggedFile.statements(Path.of("tagged.jsonl")), Bootstrap.STANDARD, 10);
 * double f1 = report.score("statement").f1().value();
 * }</pre>
 */
public final class Evaluation {
  private Evaluation() {}

  /**
   * How well statements were found. Intervals are made by article.
   *
   * @param corpus    one article or more
   * @param found     the outer statements by the article's name; an article that is not there has none, one of no corpus is passed over
   * @param bootstrap how to make the intervals
   * @param errors    how many missed statements to tell, 0 or more
   */
  public static Report statements(List<AnnotatedArticle> corpus, Map<String, List<Attribution>> found, Bootstrap bootstrap, int errors) {
    List<Tally<StatementMeasure>> tallies = corpus.stream()
        .map(article -> StatementScorer.score(article, found.getOrDefault(article.name(), List.of()))).toList();
    List<Score> scores = Arrays.stream(StatementMeasure.values()).map(measure -> {
      List<Counts> units = units(tallies, measure);
      return measure.recallAlone() ? Score.recall(measure.label(), units, bootstrap)
          : Score.of(measure.label(), units, bootstrap, Counts::meanOfPrecisionAndRecall);
    }).toList();
    Counts all = sum(units(tallies, StatementMeasure.STATEMENT));
    return new Report("article", corpus.size(), (int) corpus.stream().filter(article -> found.containsKey(article.name())).count(), "statement",
        all.gold(), all.found(), bootstrap, scores, missed(tallies, errors));
  }

  /**
   * How well names were found, by type and all together. Intervals are made by sentence.
   *
   * @param corpus    one sentence or more
   * @param found     the names by the sentence's id; a sentence that is not there has none, one of no corpus is passed over
   * @param bootstrap how to make the intervals
   * @param errors    how many sentences with an error to tell, 0 or more
   */
  public static Report mentions(List<IobSentence> corpus, Map<String, List<FoundMention>> found, Bootstrap bootstrap, int errors) {
    List<Tally<MentionType>> tallies = corpus.stream()
        .map(sentence -> MentionScorer.score(sentence, found.getOrDefault(sentence.id(), List.of()))).toList();
    List<Score> scores = new ArrayList<>();
    for (MentionType type : MentionType.values()) {
      scores.add(Score.of(type.name(), units(tallies, type), bootstrap, Counts::f1));
    }
    List<Counts> units = tallies.stream().map(tally -> sum(List.copyOf(tally.counts().values()))).toList();
    scores.add(Score.of("all", units, bootstrap, Counts::f1));
    Counts all = sum(units);
    return new Report("sentence", corpus.size(), (int) corpus.stream().filter(sentence -> found.containsKey(sentence.id())).count(), "mention",
        all.gold(), all.found(), bootstrap, scores, missed(tallies, errors));
  }

  /**
   * How well names were linked to the actors of a catalogue. Only labels whose entity the catalogue holds count; {@code held} is their share. Intervals
   * are made by article.
   *
   * @param corpus    one article or more
   * @param holdings  the catalogue that the tagger had
   * @param found     the links by the article's id; an article that is not there has none
   * @param bootstrap how to make the intervals
   * @param errors    how many wrong and missed links to tell, 0 or more
   */
  public static Report linking(List<LinkedArticle> corpus, Holdings holdings, Map<String, List<FoundLink>> found, Bootstrap bootstrap, int errors) {
    List<Tally<LinkMeasure>> tallies = corpus.stream()
        .map(article -> LinkingScorer.score(article, holdings, found.getOrDefault(article.id(), List.of()))).toList();
    List<Score> scores = List.of(Score.recall("held", units(tallies, LinkMeasure.HELD), bootstrap),
        Score.of("name", units(tallies, LinkMeasure.NAME), bootstrap, Counts::f1),
        Score.recall("coreference", units(tallies, LinkMeasure.COREFERENCE), bootstrap));
    Counts names = scores.get(1).counts();
    return new Report("article", corpus.size(), (int) corpus.stream().filter(article -> found.containsKey(article.id())).count(), "link",
        names.gold(), names.found(), bootstrap, scores, missed(tallies, errors));
  }

  /**
   * How well actors, statements, stances and conditions were found. Intervals are made by article.
   *
   * @param corpus    one article or more
   * @param found     tagged articles by the article's name; one that is not there counts as one in which nothing was found
   * @param bootstrap how to make the intervals
   * @param errors    how many of what was missed or found wrongly to tell, 0 or more
   */
  public static Report gold(List<GoldArticle> corpus, Map<String, JsonNode> found, Bootstrap bootstrap, int errors) {
    List<GoldScorer> scorers = corpus.stream().map(article -> new GoldScorer(article, found.get(article.name()))).toList();
    List<Tally<GoldMeasure>> tallies = scorers.stream().map(GoldScorer::score).toList();
    List<Score> scores = Arrays.stream(GoldMeasure.values()).map(measure -> {
      List<Counts> units = units(tallies, measure);
      return measure.recallAlone() ? Score.recall(measure.label(), units, bootstrap)
          : Score.of(measure.label(), units, bootstrap, Counts::meanOfPrecisionAndRecall);
    }).toList();
    Counts stances = sum(units(tallies, GoldMeasure.STANCE));
    int dropped = scorers.stream().mapToInt(GoldScorer::dropped).sum();
    List<String> told = new ArrayList<>(missed(tallies, errors));
    if (dropped > 0) {
      told.add("dropped: " + dropped + " items whose span's text is not what stands at its offsets");
    }
    return new Report("article", corpus.size(), (int) corpus.stream().filter(article -> found.containsKey(article.name())).count(), "stance",
        stances.gold(), stances.found(), bootstrap, scores, told);
  }

  private static <M extends Enum<M>> List<Counts> units(List<Tally<M>> tallies, M measure) {
    return tallies.stream().map(tally -> tally.of(measure)).toList();
  }

  private static Counts sum(List<Counts> units) {
    return units.stream().reduce(Counts.NONE, Counts::plus);
  }

  private static <M extends Enum<M>> List<String> missed(List<Tally<M>> tallies, int errors) {
    return tallies.stream().flatMap(tally -> tally.missed().stream()).limit(errors).toList();
  }
}
