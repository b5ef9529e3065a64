package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the names of an article: those that the trained model sees, and those of the catalogue. Where they overlap the longer one counts; where
 * they are the same words, the catalogue says whom they mean, if that is the kind of thing that the model sees. Used by one thread.
 */
public final class MentionFinder {
  private final Document document;
  private final NameIndex names;
  private final List<Named> seen;

  /**
   * @param document the article
   * @param names    the catalogue
   * @param seen     what the trained model sees, in any order
   */
  public MentionFinder(Document document, NameIndex names, List<Named> seen) {
    this.document = document;
    this.names = names;
    this.seen = List.copyOf(seen);
  }

  /** Tokens that the model sees as a name, or the catalogue knows as one, or both. */
  private record Candidate(int from, int to, Named named, List<NameUse> uses) {
    int size() {
      return to - from;
    }
  }

  /** The names, in order of the text, not overlapping. */
  public List<Mention> mentions() {
    Map<Long, Candidate> byRange = new HashMap<>();
    for (Named named : seen) {
      Candidate candidate = seen(named);
      if (candidate != null) {
        byRange.putIfAbsent(key(candidate), candidate);
      }
    }
    for (NameIndex.Found found : names.find(document.text())) {
      Candidate known = known(found);
      if (known != null) {
        byRange.merge(key(known), known, (one, other) -> new Candidate(one.from, one.to, one.named, other.uses));
      }
    }
    List<Candidate> candidates = new ArrayList<>(byRange.values());
    candidates.sort(Comparator.comparingInt((Candidate c) -> -c.size()).thenComparing(c -> c.named == null).thenComparingInt(c -> c.from));
    boolean[] taken = new boolean[document.tokens().size()];
    List<Mention> mentions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Mention mention = free(candidate, taken) ? mention(candidate) : null;
      if (mention != null) {
        java.util.Arrays.fill(taken, candidate.from, candidate.to, true);
        mentions.add(mention);
      }
    }
    mentions.sort(Comparator.comparingInt(Mention::from));
    return mentions;
  }

  private static long key(Candidate candidate) {
    return (long) candidate.from << 32 | candidate.to;
  }

  private static boolean free(Candidate candidate, boolean[] taken) {
    for (int i = candidate.from; i < candidate.to; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  private Candidate seen(Named named) {
    int from = document.tokenAt(named.begin());
    int to = Math.min(document.tokenAt(named.end() - 1) + 1, document.tokens().size());
    while (from < to && !document.token(from).word() || from + 1 < to && document.lower(from).equals("the")) {
      from++;
    }
    while (to > from && (!document.token(to - 1).word() || document.token(to - 1).possessive())) {
      to--;
    }
    return from < to && whole(from, to, named.begin(), named.end()) ? new Candidate(from, to, named, List.of()) : null;
  }

  /** Whether no letter or digit of the tokens stands outside the code units: "U.S" is "U.S.", "Russia" is not "Russia-backed". */
  private boolean whole(int from, int to, int begin, int end) {
    String text = document.text();
    for (int i = document.token(from).begin(); i < begin; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    for (int i = end; i < document.token(to - 1).end(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private Candidate known(NameIndex.Found found) {
    int from = document.tokenAt(found.begin());
    int to = document.tokenAt(found.end() - 1) + 1;
    return from < to && document.token(from).begin() == found.begin() && document.token(to - 1).end() == found.end()
        ? new Candidate(from, to, null, found.uses()) : null;
  }

  private Mention mention(Candidate c) {
    if (c.named == null) {
      return unseen(c);
    }
    if (c.uses.isEmpty() || !agree(c.named.type(), c.uses.get(0), c.size())) {
      return new Mention(c.from, c.to, c.named.type(), List.of(), c.named.confidence());
    }
    return new Mention(c.from, c.to, c.uses.get(0).actor().type(), c.uses, Math.max(0.95, c.named.confidence()));
  }

  /** What the model does not see is a name where its words leave little doubt. */
  private Mention unseen(Candidate c) {
    Way way = c.uses.get(0).way();
    if (c.size() == 1 && way != Way.DEMONYM) {
      Token token = document.token(c.from);
      if (way == Way.SURNAME || token.pos() != Pos.PROPN) {
        return null;
      }
    }
    return new Mention(c.from, c.to, c.uses.get(0).actor().type(), c.uses, way == Way.DEMONYM ? 0.95 : 0.7);
  }

  /** Whether what the model sees can be what the catalogue knows by the same words. */
  private static boolean agree(EntityType seen, NameUse use, int size) {
    boolean person = use.actor().type() == EntityType.PERSON;
    return use.way() == Way.DEMONYM || size > 1 || person == (seen == EntityType.PERSON);
  }
}
