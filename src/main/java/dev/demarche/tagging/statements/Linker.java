package dev.demarche.tagging.statements;

import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.ModelFacts;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.statements.Sight.Content;
import dev.demarche.tagging.statements.Sight.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links the contents of a text to their cues and these to their sources, by the model's scores. The windows are shown one after another, in
 * order; of each no more is kept than its spans. A cue counts as the window sees it that owns its first word; a content is linked to the cue
 * that fits it best of all that it meets in a window, so that it may lie anywhere between two windows, and is linked once. Used by one thread.
 */
public final class Linker {
  private final ModelFacts facts;
  private final List<Sight> sights = new ArrayList<>();

  public Linker(ModelFacts facts) {
    this.facts = facts;
  }

  /** Reads the next window. */
  public void see(Scores window) {
    sights.add(Sight.of(window, facts));
  }

  /** The statements of the windows seen: in order of their first content, no content in two of them; cues without content are left out. */
  public List<Linked> linked() {
    TreeMap<Integer, Home> homes = homes();
    List<Whole> wholes = wholes(homes);
    List<Linked> linked = new ArrayList<>();
    Map<Home, List<Whole>> byCue = new IdentityHashMap<>();
    for (Whole whole : wholes) {
      if (whole.home == null) {
        linked.add(linked(null, List.of(whole)));
      } else {
        byCue.computeIfAbsent(whole.home, home -> new ArrayList<>()).add(whole);
      }
    }
    byCue.forEach((home, own) -> linked.add(linked(home.cue, own)));
    linked.sort(Comparator.comparingInt(one -> one.contents().get(0).from()));
    return linked;
  }

  /** A cue that counts. */
  private record Home(Cue cue) {}

  /** A content, put together from what several windows see of it. */
  private static final class Whole {
    private LabelledSpan span;
    private boolean cut;
    private boolean owned;
    private Home home;
    private double score;
    private double probability = 1;

    Whole(Content content, boolean owned) {
      this.span = content.span();
      this.cut = content.cutBehind();
      this.owned = owned;
    }

    /** Takes in another window's view, and says whether it is one of the same content. */
    boolean takes(Content other, boolean owned) {
      if (other.span().from() >= span.to()) {
        return false;
      }
      if (cut || other.cutBefore()) {
        int from = Math.min(span.from(), other.span().from());
        int to = Math.max(span.to(), other.span().to());
        cut = other.span().to() >= span.to() ? other.cutBehind() : cut;
        span = new LabelledSpan(from, to, span.label(), (span.confidence() + other.span().confidence()) / 2);
      } else if (owned && !this.owned) {
        span = other.span();
      }
      this.owned |= owned;
      return true;
    }

    void link(Home home, double score, double probability) {
      if (this.home == null || score > this.score) {
        this.home = home;
        this.score = score;
        this.probability = probability;
      }
    }
  }

  /** The cues that count by their first word. One that lies on the border of two windows counts once, even where neither sees it begin inside. */
  private TreeMap<Integer, Home> homes() {
    TreeMap<Integer, Home> homes = new TreeMap<>();
    for (boolean beginning : new boolean[] {true, false}) {
      for (Sight sight : sights) {
        for (Cue cue : sight.cues()) {
          boolean counts = sight.owns(beginning ? cue.span().from() : cue.span().to() - 1);
          if (counts && at(homes, cue.span()) == null) {
            homes.put(cue.span().from(), new Home(cue));
          }
        }
      }
    }
    return homes;
  }

  /** The cue that counts and shares a word with {@code span}, or null. */
  private static Home at(TreeMap<Integer, Home> homes, LabelledSpan span) {
    var before = homes.lowerEntry(span.to());
    return before != null && before.getValue().cue().span().to() > span.from() ? before.getValue() : null;
  }

  private List<Whole> wholes(TreeMap<Integer, Home> homes) {
    List<Whole> wholes = new ArrayList<>();
    for (Sight sight : sights) {
      for (Content content : sight.contents()) {
        double[] scores = content.scores().clone();
        Home home = null;
        int best = -1;
        for (int tries = 0; tries < scores.length && home == null; tries++) {
          best = Sight.best(scores);
          home = at(homes, sight.cues().get(best).span());
          scores[best] = home == null ? Double.NEGATIVE_INFINITY : scores[best];
        }
        boolean owned = sight.owns(content.span().from());
        boolean counts = owned || content.cutBefore() && content.span().to() > sight.ownedFrom()
            || home != null && sight.owns(home.cue().span().from());
        Whole whole = counts ? whole(wholes, content, owned) : null;
        if (whole != null && home != null) {
          whole.link(home, scores[best], Sight.probability(scores, best));
        }
      }
    }
    return wholes;
  }

  /** Contents come in order of windows, and two windows share but their edges: only the last few can be the same. */
  private static Whole whole(List<Whole> wholes, Content content, boolean owned) {
    for (int i = wholes.size() - 1; i >= 0 && wholes.get(i).span.to() > content.span().from(); i--) {
      if (content.span().to() > wholes.get(i).span.from() && wholes.get(i).takes(content, owned)) {
        return wholes.get(i);
      }
    }
    Whole whole = new Whole(content, owned);
    wholes.add(whole);
    return whole;
  }

  private static Linked linked(Cue cue, List<Whole> wholes) {
    List<LabelledSpan> contents = wholes.stream().map(whole -> whole.span).sorted(Comparator.comparingInt(LabelledSpan::from)).toList();
    double links = wholes.stream().mapToDouble(whole -> whole.probability).average().orElse(1);
    double spans = contents.stream().mapToDouble(LabelledSpan::confidence).average().orElse(1);
    if (cue == null) {
      return new Linked(null, null, contents, Math.min(1, spans / 2));
    }
    LabelledSpan source = cue.source();
    double mean = source == null ? (spans + cue.span().confidence()) / 2 : (spans + cue.span().confidence() + source.confidence()) / 3;
    return new Linked(source, cue.span(), contents, Math.min(1, links * cue.probability() * mean));
  }
}
