package dev.demarche.tagging.actors;

import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who stands in the foreground of an article, and thereby whom a pronoun means. Told of all mentions in order of the text; used by one thread. */
final class Salience {
  /** What counts of "nobody" for they: the chains that the ranker learned from leave out most groups, so it takes them for nobody too often. */
  private static final double NOBODY_OF_SEVERAL = 0.5;
  private static final double SHOWS_GENDER = 0.85;
  private static final int MEMORY = 80;
  private static final int REACH = 8;
  private static final int SURE = 2;
  private static final int[] NOWHERE = {};

  private final Document document;
  private final Phrases phrases;
  private final Grammar grammar;
  private final PronounRanker ranker;
  private final double least;
  private final List<Seen> names;
  private final Map<String, int[]> placesByKey = new HashMap<>();
  private final List<Seen> seen = new ArrayList<>();
  private final Map<String, Integer> genders = new HashMap<>();
  private final Map<String, String> lastPronouns = new HashMap<>();

  /**
   * Knows, of what comes, the {@code names}, in order of the text: a pronoun may stand before the name it means.
   *
   * @param least how sure a resolution must be, 0 to 1
   */
  Salience(Document document, Phrases phrases, Grammar grammar, PronounRanker ranker, double least, List<Seen> names) {
    this.document = document;
    this.phrases = phrases;
    this.grammar = grammar;
    this.ranker = ranker;
    this.least = least;
    this.names = names;
    Map<String, List<Integer>> places = new HashMap<>();
    names.forEach(name -> places.computeIfAbsent(key(name), key -> new ArrayList<>()).add(name.from()));
    places.forEach((key, tokens) -> placesByKey.put(key, tokens.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The person seems to be she (more than 0) or he (less than 0); 2 and -2 are sure. */
  void gender(Who who, int gender) {
    if (gender != 0) {
      genders.merge(who.name(), gender, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
    }
  }

  void seen(Seen words) {
    seen.add(words);
  }

  /** Whom the pronoun at {@code token} means, or null: it is none, or nobody is likely enough. */
  Resolution resolve(int token) {
    Pronoun pronoun = Pronoun.at(token, document, phrases, grammar);
    if (pronoun == null) {
      return null;
    }
    Map<String, Candidate> byKey = candidates(pronoun);
    List<Candidate> candidates = List.copyOf(byKey.values());
    String kind = pronoun.asks() + " " + pronoun.gender();
    String last = lastPronouns.get(kind);
    int[] agreement = candidates.stream().mapToInt(candidate -> agreement(candidate.who(), pronoun.gender())).toArray();
    float[][] rows = new Scene(document, phrases, grammar, pronoun, candidates, last == null ? null : byKey.get(last)).rows(agreement);
    double[] probabilities = balanced(ranker.probabilities(pronoun, candidates, rows), pronoun);
    int best = candidates.size();
    for (int c = 0; c < candidates.size(); c++) {
      best = probabilities[c] > probabilities[best] ? c : best;
    }
    if (best == candidates.size() || probabilities[best] < least) {
      return null;
    }
    Candidate chosen = candidates.get(best);
    lastPronouns.put(kind, new ArrayList<>(byKey.keySet()).get(best));
    if (probabilities[best] >= SHOWS_GENDER) {
      gender(chosen.who(), pronoun.gender());
    }
    return new Resolution(chosen.who(), probabilities[best]);
  }

  private static double[] balanced(double[] probabilities, Pronoun pronoun) {
    double nobody = probabilities[probabilities.length - 1];
    double share = pronoun.asks() == Pronoun.Asks.SEVERAL ? NOBODY_OF_SEVERAL : 1;
    double all = 1 - nobody + share * nobody;
    double[] balanced = Arrays.stream(probabilities).map(probability -> probability / all).toArray();
    balanced[balanced.length - 1] *= share;
    return balanced;
  }

  private Map<String, Candidate> candidates(Pronoun pronoun) {
    Map<String, Candidate> byKey = new LinkedHashMap<>();
    int sentence = document.sentenceIndex(pronoun.token());
    for (int k = seen.size() - 1; k >= 0 && seen.size() - k < MEMORY; k--) {
      Seen words = seen.get(k);
      if (sentence - document.sentenceIndex(words.token()) > REACH) {
        break;
      }
      if (fits(words, pronoun)) {
        byKey.computeIfAbsent(key(words), key -> new Candidate(words.who())).before(words);
      }
    }
    if (pronoun.asks() == Pronoun.Asks.PERSON) {
      for (int k = firstBehind(pronoun.token()); k < names.size() && document.sentenceIndex(names.get(k).from()) == sentence; k++) {
        Seen words = names.get(k);
        if (fits(words, pronoun)) {
          byKey.computeIfAbsent(key(words), key -> new Candidate(words.who())).ahead(words);
        }
      }
    }
    byKey.forEach((key, candidate) -> candidate.later(later(key, pronoun.token())));
    return byKey;
  }

  /** How many of the names behind {@code token} mean the one with that key. */
  private int later(String key, int token) {
    int[] places = placesByKey.getOrDefault(key, NOWHERE);
    int before = Arrays.binarySearch(places, token);
    return places.length - (before < 0 ? -before - 1 : before);
  }

  private int firstBehind(int token) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).from() > token) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Nouns are themselves alone: two officials are two. */
  private static String key(Seen words) {
    Who who = words.who();
    return who.type() == null ? who.kind() + " " + who.name() : who.id() != null ? who.id() : who.name();
  }

  private boolean fits(Seen words, Pronoun pronoun) {
    Who who = words.who();
    boolean group = who.kind() == SpeakerKind.GROUP;
    return pronoun.asks().admits(who) && (who.type() != null || group == (pronoun.asks() == Pronoun.Asks.SEVERAL))
        && agreement(who, pronoun.gender()) > (firstName(who) * pronoun.gender() < 0 ? -1 : -SURE);
  }

  /** What the first name of a full name says: 1 she, -1 he, else 0. */
  private static int firstName(Who who) {
    int space = who.type() == null ? -1 : who.name().indexOf(' ');
    return space < 0 ? 0 : Genders.ofName(who.name().substring(0, space).toLowerCase(Locale.ROOT));
  }

  /** Whether the two agree: 2 surely, 1 likely, 0 nothing is known, -1 hardly, -2 not at all. */
  private int agreement(Who who, int gender) {
    if (gender == 0) {
      return 0;
    }
    String pronouns = who.actor() == null ? null : who.actor().pronouns();
    int known = pronouns == null ? genders.getOrDefault(who.name(), 0) : pronouns.startsWith("she") ? SURE : pronouns.startsWith("he") ? -SURE : 0;
    return known * gender;
  }
}
