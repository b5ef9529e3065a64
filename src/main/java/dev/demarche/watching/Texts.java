package dev.demarche.watching;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of one article's findings. Each is analysed when a watch first asks for it, and once, however many findings share it. For one thread. */
final class Texts {
  private final List<Passage> title;
  private final List<Passage> article;
  private final Map<WordField, AnalysedText> shared = new EnumMap<>(WordField.class);
  private final Map<Span, AnalysedText> sentences = new HashMap<>();

  /**
   * Texts of an article.
   *
   * @param headline its title, or null
   * @param body     its text, in one piece or several
   */
  Texts(String headline, List<Passage> body) {
    title = headline == null ? List.of() : List.of(new Passage(Matched.In.TITLE, 0, headline));
    article = new ArrayList<>(title);
    article.addAll(body);
  }

  /** Those that words are looked for in about {@code finding}. */
  OfFinding of(Finding finding) {
    return new OfFinding(finding);
  }

  /** The texts of one finding. */
  final class OfFinding {
    private final Finding finding;
    private AnalysedText sentence;
    private AnalysedText evidence;

    private OfFinding(Finding finding) {
      this.finding = finding;
    }

    AnalysedText get(WordField field) {
      return switch (field) {
        case SENTENCE -> sentence();
        case EVIDENCE -> evidence();
        case TITLE -> shared(field, title);
        case ARTICLE -> shared(field, article);
      };
    }

    private AnalysedText sentence() {
      if (sentence == null) {
        sentence = sentences.computeIfAbsent(finding.sentence(), Texts::analysed);
      }
      return sentence;
    }

    private AnalysedText evidence() {
      if (evidence == null) {
        evidence = new AnalysedText(WordField.EVIDENCE, finding.evidence().stream().map(Texts::passage).toList());
      }
      return evidence;
    }
  }

  private AnalysedText shared(WordField field, List<Passage> passages) {
    return shared.computeIfAbsent(field, any -> new AnalysedText(field, passages));
  }

  private static AnalysedText analysed(Span span) {
    return new AnalysedText(WordField.SENTENCE, List.of(passage(span)));
  }

  static Passage passage(Span span) {
    return new Passage(Matched.In.TEXT, span.begin(), span.text());
  }
}
