package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Pos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the names of an article: those that the trained model sees and those that the catalogue knows. Of overlapping ones the longer counts,
 * then the one that the model sees. Used by one thread.
 */
public final class MentionFinder {
  /** Less than this sure, what the model sees is wrong more often than right. */
  private static final double LEAST = D("least", 0.4);
  /** How sure the model must be of words among which the parts of speech know no name. */
  private static final double LEAST_COMMON = D("common", 0.6);

  static double D(String k, double d) {
    return Double.parseDouble(System.getProperty(k, "" + d));
  }

  private static final double KNOWN = 0.95;
  private static final double UNSEEN = 0.7;

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

  /** The names, in order of the text, not overlapping. */
  public List<Mention> mentions() {
    List<Candidate> candidates = new ArrayList<>();
    SeenNames seenNames = new SeenNames(document, names);
    for (Named named : seen) {
      Candidate candidate = seenNames.candidate(named);
      if (candidate != null && (!candidate.uses().isEmpty() || likely(candidate))) {
        candidates.add(candidate);
      }
    }
    for (NameIndex.Found found : names.find(document.text())) {
      Candidate candidate = whole(found);
      if (candidate != null) {
        candidates.add(candidate);
      }
    }
    candidates.sort(Comparator.comparingInt((Candidate c) -> -c.size()).thenComparing(c -> c.seen() == null)
        .thenComparingInt(Candidate::from));
    boolean[] taken = new boolean[document.tokens().size()];
    List<Mention> mentions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (free(candidate, taken) && (candidate.seen() != null || certain(candidate))) {
        Arrays.fill(taken, candidate.from(), candidate.to(), true);
        mentions.add(candidate.mention(confidence(candidate)));
      }
    }
    mentions.sort(Comparator.comparingInt(Mention::from));
    return mentions;
  }

  private Candidate whole(NameIndex.Found found) {
    int from = document.tokenAt(found.begin());
    int to = document.tokenAt(found.end() - 1) + 1;
    boolean whole = from < to && document.token(from).begin() == found.begin() && document.token(to - 1).end() == found.end();
    return whole ? new Candidate(from, to, null, found.uses()) : null;
  }

  private static boolean free(Candidate candidate, boolean[] taken) {
    for (int i = candidate.from(); i < candidate.to(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean likely(Candidate candidate) {
    return candidate.seen().confidence() >= (proper(candidate) ? LEAST : LEAST_COMMON);
  }

  /** Whether a name that the model does not see is one all the same: not a surname, nor a word that is none to the parts of speech. */
  private boolean certain(Candidate candidate) {
    Way way = candidate.uses().get(0).way();
    return way == Way.DEMONYM || candidate.size() > 1 || (D("sur", 0) > 0 || way != Way.SURNAME) && proper(candidate);
  }

  private boolean proper(Candidate candidate) {
    for (int i = candidate.from(); i < candidate.to(); i++) {
      if (document.token(i).pos() == Pos.PROPN) {
        return true;
      }
    }
    return false;
  }

  private static double confidence(Candidate candidate) {
    if (candidate.uses().isEmpty()) {
      return candidate.seen().confidence();
    }
    boolean sure = candidate.seen() != null || candidate.uses().get(0).way() == Way.DEMONYM;
    return sure ? KNOWN : UNSEEN;
  }
}
