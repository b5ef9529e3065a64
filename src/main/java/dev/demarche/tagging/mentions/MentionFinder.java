package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Pos;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the names of an article: those that the trained model sees and those that the catalogue knows. Of overlapping ones the longer counts,
 * then the one that the model sees. Used by one thread.
 */
public final class MentionFinder {
  /** Less sure than this, the model is wrong about a name more often than right. */
  private static final double LEAST = 0.4;
  /** How sure the model must be of words among which the parts of speech know no name. */
  private static final double LEAST_COMMON = 0.6;
  private static final double KNOWN = 0.95;
  private static final double UNSEEN = 0.7;

  private final Document document;
  private final List<Named> seen;
  private final List<NameIndex.Found> found;
  private final Surroundings surroundings;
  private final SeenNames seenNames;
  private final Namesakes namesakes;
  private final Regions regions;
  private final Clubs clubs;

  /**
   * @param document the article
   * @param names    the catalogue
   * @param seen     what the trained model sees, in any order
   * @param day      of the article, or null where it is not known
   * @throws IllegalArgumentException if something seen lies behind the article's end
   */
  public MentionFinder(Document document, NameIndex names, List<Named> seen, LocalDate day) {
    Objects.requireNonNull(document, "document");
    this.document = document;
    this.seen = List.copyOf(seen);
    for (Named named : this.seen) {
      if (named.end() > document.text().length()) {
        throw new IllegalArgumentException("seen: " + named + " lies behind the " + document.text().length() + " code units of the text");
      }
    }
    this.found = names.find(document.text());
    this.surroundings = new Surroundings(document, this.seen, found);
    this.seenNames = new SeenNames(document, names, surroundings, this.seen);
    this.namesakes = new Namesakes(document, found, day);
    this.regions = new Regions(document, names, found);
    this.clubs = new Clubs(document);
  }

  /** The names, in order of the text, not overlapping. */
  public List<Mention> mentions() {
    List<Candidate> candidates = new ArrayList<>();
    seen.stream().map(seenNames::candidate).filter(one -> one != null && (one.known() || likely(one))).forEach(candidates::add);
    Map<String, EntityType> types = Surroundings.types(document, candidates.stream().filter(one -> !one.known()).toList());
    found.stream().map(this::whole).filter(Objects::nonNull).forEach(candidates::add);
    candidates.sort(Comparator.comparingInt((Candidate one) -> -one.size()).thenComparing(one -> one.seen() == null)
        .thenComparingInt(Candidate::from));
    boolean[] taken = new boolean[document.tokens().size()];
    List<Mention> mentions = new ArrayList<>();
    for (Candidate one : candidates) {
      if (free(one, taken) && (one.seen() != null || certain(one))) {
        Arrays.fill(taken, one.from(), one.to(), true);
        mentions.add(mention(one, types));
      }
    }
    mentions.sort(Comparator.comparingInt(Mention::from));
    return mentions;
  }

  private Candidate whole(NameIndex.Found one) {
    int from = document.tokenAt(one.begin());
    int to = document.tokenAt(one.end() - 1) + 1;
    boolean whole = from < to && document.token(from).begin() == one.begin() && document.token(to - 1).end() == one.end();
    return whole ? new Candidate(from, to, null, one.uses()) : null;
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

  /**
   * Whether a name that the model does not see is one all the same. A lone word is if somebody is named so in full elsewhere in the article, for
   * parts of speech know surnames badly ("Trump charges that"); else it must be a name to the parts of speech, and no surname, nor a piece of
   * a longer name that nobody knows ("Tour de France") or of a person's whom the catalogue does not know.
   */
  private boolean certain(Candidate candidate) {
    Way way = candidate.uses().get(0).way();
    EntityType type = candidate.uses().get(0).actor().type();
    if (way == Way.DEMONYM || candidate.size() > 1 && type != EntityType.PLACE) {
      return true;
    }
    boolean acronym = document.token(candidate.to() - 1).text().chars().noneMatch(Character::isLowerCase);
    if (!acronym && surroundings.pieceOfName(candidate.from(), candidate.to())) {
      return false;
    }
    if (candidate.size() > 1) {
      return true;
    }
    boolean somebodyElse = type != EntityType.PERSON && surroundings.partOfSomebody(candidate.from());
    return surroundings.namedInFull(candidate.uses()) && document.token(candidate.from()).pos() != Pos.AUX
        || proper(candidate) && way != Way.SURNAME && !somebodyElse;
  }

  private boolean proper(Candidate candidate) {
    for (int i = candidate.from(); i < candidate.to(); i++) {
      if (document.token(i).pos() == Pos.PROPN) {
        return true;
      }
    }
    return false;
  }

  private Mention mention(Candidate one, Map<String, EntityType> types) {
    List<NameUse> uses = namesakes.ordered(one.from(), one.to(), regions.meant(one.from(), one.to(), one.uses()));
    if (!uses.isEmpty() && uses.get(0).actor().type() == EntityType.PLACE && clubs.plays(one.from(), one.to())) {
      return new Mention(one.from(), one.to(), EntityType.ORGANIZATION, List.of(), UNSEEN);
    }
    if (uses.isEmpty()) {
      EntityType type = one.known() ? one.uses().get(0).actor().type() : types.get(one.text(document));
      return new Mention(one.from(), one.to(), type == EntityType.COUNTRY ? EntityType.PLACE : type, List.of(), one.seen() == null ? UNSEEN : one.seen().confidence());
    }
    boolean sure = one.seen() != null || one.uses().get(0).way() == Way.DEMONYM;
    return new Mention(one.from(), one.to(), uses.get(0).actor().type(), uses, sure ? KNOWN : UNSEEN);
  }
}
