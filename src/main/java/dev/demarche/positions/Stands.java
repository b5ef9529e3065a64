package dev.demarche.positions;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Offices;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Stand;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Terms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an article reports of each actor on each issue. A stance on several issues counts for each; one on none counts for its target, if it
 * has one. Nobody is his own target: what a text names so is left out. What somebody holds who speaks for a body on
 * the article's day also counts for the body.
 *
 * <p>One article does not report a change and the change back. Of stances that contradict each other the one that is new counts: not the
 * one that recalls an earlier time ({@link Recalling}), not a mere threat, else the one that stands first, for news tells the new first. The
 * others are background: they are counted, and move nothing. Pure and safe for use by several threads.
 */
public final class Stands {
  static final int MAX_SENTENCE = 600;
  private static final int MAX_NAME = 200;
  private static final int MAX_TITLE = 300;
  private static final int MAX_URL = 2_000;

  private Stands() {}

  /** What {@code tagging}'s article reports, in the order in which actors first appear with a stance. */
  public static List<Stand> of(Tagging tagging, Offices offices) {
    Map<String, Line> lines = new LinkedHashMap<>();
    TaggedArticle article = tagging.article();
    ArticleRef ref = bounded(article.ref());
    if (ref.eventTime() == null) {
      throw new IllegalArgumentException("article " + ref.id() + " has neither publishedAt nor receivedAt");
    }
    LocalDate day = ref.eventTime().atZone(ZoneOffset.UTC).toLocalDate();
    TermsReader terms = new TermsReader(tagging, offices, day);
    for (Stance stance : article.stances()) {
      if (stance.act() == Act.STATE) {
        continue;
      }
      List<Actor> bodies = offices.spokenForBy(stance.holderActor(), day);
      boolean itself = isItself(stance, bodies, offices.spokenForBy(stance.targetActor(), day));
      Found found = new Found(receipt(stance, tagging, ref, bodies, itself).on(terms.of(stance, bodies)),
          Recalling.of(stance, tagging.sentencesOf(stance.evidence()), ref.eventTime()));
      for (String issue : stance.issues()) {
        add(lines, stance, bodies, issue, found);
      }
      if (stance.issues().isEmpty() && found.receipt.target() != null) {
        add(lines, stance, bodies, null, found);
      }
    }
    return lines.values().stream().map(Line::stand).toList();
  }

  private static void add(Map<String, Line> lines, Stance stance, List<Actor> bodies, String issue, Found found) {
    add(lines, stance.holderActor(), stance.holder(), issue, found);
    bodies.forEach(body -> add(lines, body.id(), body.name(), issue, found));
  }

  private static void add(Map<String, Line> lines, String actor, String name, String issue, Found found) {
    lines.computeIfAbsent(Stand.keyOf(actor, name, issue), key -> new Line(actor, name, issue, new ArrayList<>())).found.add(found);
  }

  /** Whether the target is the holder, a body that the holder speaks for, or somebody who speaks for the holder: then there is none. */
  private static boolean isItself(Stance stance, List<Actor> bodies, List<Actor> targetsBodies) {
    return stance.target() != null && (stance.target().equals(stance.holder())
        || bodies.stream().anyMatch(body -> body.id().equals(stance.targetActor()))
        || targetsBodies.stream().anyMatch(body -> body.id().equals(stance.holderActor())));
  }

  private static Receipt receipt(Stance stance, Tagging tagging, ArticleRef ref, List<Actor> bodies, boolean itself) {
    return new Receipt(stance.id(), stance.holder(), stance.holderActor(), bodies.stream().map(Actor::id).toList(), stance.act(),
        stance.polarity(), itself ? null : stance.target(), itself ? null : stance.targetActor(), stance.issues(),
        cut(stance.evidence(), stance.evidence()),
        cut(tagging.sentencesOf(stance.evidence()), stance.evidence()), stance.confidence(), false, ref, tagging.article().taggerVersion());
  }

  /** Receipts are kept by the hundred: a headline that is no headline does not belong there. */
  private static ArticleRef bounded(ArticleRef ref) {
    String url = ref.url() == null || ref.url().length() > MAX_URL ? null : ref.url();
    return new ArticleRef(ref.id(), ref.revision(), url, bounded(ref.publisher(), MAX_NAME), bounded(ref.title(), MAX_TITLE), ref.language(),
        ref.publishedAt(), ref.receivedAt(), ref.fingerprint());
  }

  private static String bounded(String text, int most) {
    return text == null || text.length() <= most ? text
        : text.substring(0, Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most);
  }

  /** {@code whole}, or where that is very long the part of it from a little before {@code around} on. */
  private static Span cut(Span whole, Span around) {
    if (whole.length() <= MAX_SENTENCE) {
      return whole;
    }
    int from = Math.max(0, Math.min(around.begin() - whole.begin() - MAX_SENTENCE / 4, whole.length() - MAX_SENTENCE));
    int to = from + MAX_SENTENCE;
    from += from > 0 && Character.isLowSurrogate(whole.text().charAt(from)) ? 1 : 0;
    to -= to < whole.length() && Character.isLowSurrogate(whole.text().charAt(to)) ? 1 : 0;
    return new Span(whole.begin() + from, whole.begin() + to, whole.text().substring(from, to));
  }

  private record Found(Receipt receipt, Recalling recalled) {
    static final Comparator<Found> NEWS_FIRST = Comparator.comparing(Found::recalled).thenComparing(one -> Track.soft(one.receipt))
        .thenComparing(one -> one.receipt.evidence().begin());
  }

  private record Line(String actor, String name, String issue, List<Found> found) {

    Stand stand() {
      List<Receipt> news = new ArrayList<>();
      List<Receipt> all = new ArrayList<>();
      List<Receipt> onTerms = new ArrayList<>();
      found.stream().sorted(Found.NEWS_FIRST).forEach(one -> {
        Receipt receipt = one.receipt;
        boolean background = one.recalled == Recalling.YES || news.stream().anyMatch(known -> Track.contradict(known, receipt));
        if (!background && receipt.terms() != null) {
          onTerms.add(receipt);
        }
        if (!background && news.stream().noneMatch(known -> says(known, receipt))) {
          news.add(receipt);
          all.add(receipt);
        } else if (background && all.stream().noneMatch(known -> known.background() && says(known, receipt))) {
          all.add(receipt.asBackground());
        }
      });
      all.replaceAll(receipt -> receipt.background() ? receipt.on(null) : onTerms(receipt, onTerms));
      all.sort(Comparator.comparing(receipt -> receipt.evidence().begin()));
      return new Stand(actor, name, issue, all);
    }

    /** An article that tells a condition once tells it for all that it says on that side; one that says both that there is one and that there is none says nothing. */
    private static Receipt onTerms(Receipt receipt, List<Receipt> others) {
      List<Terms> terms = others.stream().filter(other -> Track.WORDS.answer(other) * Track.WORDS.answer(receipt) > 0
          && Track.sameTarget(other.targetKey(), receipt.targetKey())).map(Receipt::terms).toList();
      boolean one = terms.stream().map(Terms::kind).distinct().count() == 1;
      return !one ? receipt.on(null) : receipt.terms() != null ? receipt : receipt.on(terms.get(0));
    }

    /** Whether the two are the same act of the same holder towards the same target. */
    private static boolean says(Receipt one, Receipt other) {
      return one.act() == other.act() && one.holder().equals(other.holder())
          && Objects.equals(one.targetKey(), other.targetKey());
    }
  }
}
