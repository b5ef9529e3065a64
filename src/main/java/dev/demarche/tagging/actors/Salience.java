package dev.demarche.tagging.actors;

import dev.demarche.domain.EntityType;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who stands in the foreground: what a pronoun means is the most recent fitting one, subjects before others. Used by one thread. */
final class Salience {
  private static final int MEMORY = 60;
  private static final int REACH = 6;
  private static final Map<String, Integer> GENDERS = Map.ofEntries(Map.entry("he", -1), Map.entry("him", -1), Map.entry("his", -1),
      Map.entry("himself", -1), Map.entry("she", 1), Map.entry("her", 1), Map.entry("hers", 1), Map.entry("herself", 1));

  private record Seen(int token, int sentence, Who who, boolean subject, boolean quoted) {}

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final List<Seen> seen = new ArrayList<>();
  private final Set<Integer> speakers = new HashSet<>();
  private final Map<String, Integer> genders = new HashMap<>();

  Salience(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  void gender(Who who, int gender) {
    if (gender != 0 && who.type() == EntityType.PERSON) {
      genders.putIfAbsent(who.name(), gender);
    }
  }

  /** The token heads the source of a statement. */
  void speaker(int token) {
    speakers.add(token);
  }

  void seen(int token, Who who, boolean subject) {
    seen.add(new Seen(token, document.sentenceIndex(token), who, subject, document.quoteIndex(token) >= 0));
  }

  /** A subject without a name that "they" may mean. */
  void group(int token, String words) {
    seen.add(new Seen(token, document.sentenceIndex(token), new Who(words, null, null, SpeakerKind.GROUP), true,
        document.quoteIndex(token) >= 0));
  }

  /** Whether {@code word}, in lower case, is a pronoun that may be resolved. */
  static boolean isPronoun(String word) {
    return GENDERS.containsKey(word) || Set.of("it", "its", "they", "their", "them").contains(word);
  }

  /** Whom the pronoun at {@code token} means, or null. */
  Who resolve(int token) {
    String word = document.lower(token);
    boolean it = word.equals("it") || word.equals("its");
    boolean they = word.equals("they") || word.equals("their") || word.equals("them");
    Integer gender = GENDERS.get(word);
    if (gender == null && !it && !they) {
      return null;
    }
    boolean object = word.equals("him") || word.equals("them");
    VerbGroup verb = object ? phrases.verbBefore(token) : null;
    Subject own = verb == null ? null : clauses.subject(verb);
    Who best = null;
    double bestScore = Double.NEGATIVE_INFINITY;
    int sentence = document.sentenceIndex(token);
    boolean quoted = document.quoteIndex(token) >= 0;
    for (int k = seen.size() - 1; k >= 0 && seen.size() - k < MEMORY; k--) {
      Seen candidate = seen.get(k);
      int distance = sentence - candidate.sentence();
      if (distance > REACH) {
        break;
      }
      if (!fits(candidate, gender, it) || own != null && own.head().head() == candidate.token()) {
        continue;
      }
      double score = -3.0 * distance + (candidate.subject() ? 2 : 0) + (candidate.quoted() && !quoted ? -3 : 0)
          + (speakers.contains(candidate.token()) ? 1 : 0) - (they ? singular(candidate.who()) : 0);
      if (score > bestScore) {
        bestScore = score;
        best = candidate.who();
      }
    }
    if (best != null && gender != null && best.actor() == null) {
      genders.putIfAbsent(best.name(), gender);
    }
    return best;
  }

  /** How ill "they" fits: a body may be "they", a country hardly. */
  private static double singular(Who who) {
    return who.type() == EntityType.COUNTRY ? 5 : who.type() == EntityType.ORGANIZATION ? 2 : 0;
  }

  private boolean fits(Seen candidate, Integer gender, boolean it) {
    Who who = candidate.who();
    if (gender != null) {
      return who.type() == EntityType.PERSON && agrees(who, gender);
    }
    if (it) {
      return (who.type() == EntityType.COUNTRY || who.type() == EntityType.ORGANIZATION) && candidate.subject();
    }
    return who.type() != EntityType.PERSON && who.type() != EntityType.PLACE && candidate.subject();
  }

  private boolean agrees(Who who, int gender) {
    String pronouns = who.actor() == null ? null : who.actor().pronouns();
    if (pronouns != null) {
      return !pronouns.startsWith(gender > 0 ? "he" : "she");
    }
    return genders.getOrDefault(who.name(), gender) == gender;
  }
}
