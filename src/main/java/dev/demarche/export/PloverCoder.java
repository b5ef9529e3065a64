package dev.demarche.export;

import dev.demarche.domain.Actor;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.TextReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes events of stances. For example
 *
 * <pre>{@code
 * PloverCoder coder = new PloverCoder(packs.actors().plain(), false);
 * coder.events(tagged, stance -> true).forEach(event -> table.row(PloverColumns.values(event)));
 * }</pre>
 *
 * Immutable.
 */
public final class PloverCoder {
  private static final Map<String, String> CONTEXTS = ResourceTable.read("contexts.txt");

  private final ActorCodes codes;
  private final boolean all;

  /**
   * @param catalogue of actors, by which countries and sectors are told
   * @param all       whether to make events of stances, too, whose act PLOVER does not have
   */
  public PloverCoder(Collection<Actor> catalogue, boolean all) {
    this.codes = new ActorCodes(catalogue);
    this.all = all;
  }

  /** The events of those of an article's stances that are wanted, in their order; sentences are read from its text. */
  public List<PloverEvent> events(TaggedArticle article, Predicate<Stance> wanted) {
    List<Stance> stances = article.stances().stream().filter(this::coded).filter(wanted).toList();
    if (stances.isEmpty()) {
      return List.of();
    }
    Document document = TextReader.read(article.text());
    return stances.stream().map(stance -> event(stance, sentence(document, stance.evidence()), article.ref())).toList();
  }

  /** The event of a stance that stands alone: one, or none where it is not wanted. */
  public List<PloverEvent> events(StanceRecord record, Predicate<Stance> wanted) {
    return coded(record.stance()) && wanted.test(record.stance()) ? List.of(event(record.stance(), record.sentence().text(), record.article())) : List.of();
  }

  private boolean coded(Stance stance) {
    return all || PloverCategory.of(stance.act()).isPresent();
  }

  private PloverEvent event(Stance stance, String sentence, ArticleRef article) {
    Instant time = article.eventTime();
    LocalDate day = time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    String contexts = stance.issues().stream().map(CONTEXTS::get).filter(Objects::nonNull).distinct().collect(Collectors.joining(";"));
    return new PloverEvent(stance, sentence, article, codes.party(stance.holder(), stance.holderActor(), stance.holderSpan(), day),
        codes.party(stance.target(), stance.targetActor(), stance.targetSpan(), day), contexts.isEmpty() ? null : contexts);
  }

  /** The sentences that {@code evidence} touches; the evidence alone where it does not lie in the text. */
  private static String sentence(Document document, Span evidence) {
    int begin = Integer.MAX_VALUE;
    int end = -1;
    for (Sentence sentence : document.sentences()) {
      int from = document.token(sentence.from()).begin();
      int to = document.token(sentence.to() - 1).end();
      if (from < evidence.end() && evidence.begin() < to) {
        begin = Math.min(begin, from);
        end = Math.max(end, to);
      }
    }
    return end < 0 ? evidence.text() : document.text().substring(begin, end);
  }
}
