package dev.demarche.alerting;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Hit;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The utterances of one watch, kind, actor and act that are still open, at most {@value #MAX_OPEN}: what a store holds behind
 * {@link #keyOf}. Immutable.
 */
public final class Utterances {

  /** Nothing known yet. */
  public static final Utterances NONE = new Utterances(List.of());

  /** How many stay open under one key, where they are not too large together; the one not seen for longest is forgotten first. */
  public static final int MAX_OPEN = 500;

  /** How many characters the utterances under one key hold together, which bounds what a hit has to be compared with. */
  public static final int MAX_SIZE = 1_000_000;

  /** How long an utterance stays open after it was last seen. */
  public static final Duration KEPT = Duration.ofDays(30);

  private final List<Utterance> open;
  private volatile Reprints reprints;

  /** @param open in an order that is the same whenever they are read */
  public Utterances(List<Utterance> open) {
    this(open, null);
  }

  private Utterances(List<Utterance> open, Reprints reprints) {
    this.open = List.copyOf(open);
    this.reprints = reprints;
  }

  /** Each of them, in the order in which they were given. */
  public List<Utterance> open() {
    return open;
  }

  /**
   * Where a hit's utterances are kept: watch id, kind, who and act, joined by {@code |}. Who is the catalogue's id, or the name in
   * the same form: lower case, hyphens; so that an actor keeps the key when the catalogue learns of it. Independent of the watch's version.
   */
  public static String keyOf(Hit hit) {
    return hit.watch().id() + "|" + occasion(hit.finding());
  }

  /** These in the order of their ids, in which a store gives them back. */
  public Utterances byId() {
    return new Utterances(open.stream().sorted(Comparator.comparing(Utterance::id)).toList(), reprints);
  }

  /** These without what was not seen for {@link #KEPT} before {@code now}; itself where that is nothing. */
  public Utterances prune(Instant now) {
    Instant oldest = now.minus(KEPT);
    List<Utterance> kept = open.stream().filter(utterance -> !utterance.lastSeen().isBefore(oldest)).toList();
    return kept.size() == open.size() ? this : new Utterances(kept, reprints);
  }

  /** The ids of those that were reported in a text which the text with this fingerprint copies, cut or whole. */
  Set<String> copiedBy(String fingerprint) {
    Reprints known = reprints;
    if (known == null || known.isStale(open)) {
      known = new Reprints(open);
      reprints = known;
    }
    return known.copiedBy(fingerprint, open);
  }

  /** These with one more, bounded. */
  Utterances with(Utterance utterance) {
    List<Utterance> next = new ArrayList<>(open);
    next.add(utterance);
    return bounded(next, utterance);
  }

  /** These with {@code after} in the place of {@code before}, bounded. */
  Utterances replace(Utterance before, Utterance after) {
    return bounded(new ArrayList<>(open.stream().map(utterance -> utterance == before ? after : utterance).toList()), after);
  }

  private Utterances bounded(List<Utterance> next, Utterance changed) {
    int size = next.stream().mapToInt(Utterance::size).sum();
    while (next.size() > MAX_OPEN || next.size() > 1 && size > MAX_SIZE) {
      Utterance oldest = next.stream().min(Comparator.comparing(Utterance::lastSeen)).orElseThrow();
      next.remove(oldest);
      size -= oldest.size();
    }
    if (reprints != null) {
      reprints.add(changed);
    }
    return new Utterances(next, reprints);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Utterances that && open.equals(that.open);
  }

  @Override
  public int hashCode() {
    return open.hashCode();
  }

  @Override
  public String toString() {
    return open.toString();
  }

  /** Kind, who and act of a finding, joined by {@code |}; a shift may be told with one act, then with another. */
  static String occasion(Finding finding) {
    String who = finding.whoActor() != null ? finding.whoActor() : finding.who() == null ? "" : plain(finding.who());
    boolean act = finding.act() != null && finding.shift() == null;
    return finding.kind() + "|" + who + "|" + (act ? finding.act() : "");
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
  }
}
