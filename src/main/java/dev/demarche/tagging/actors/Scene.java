package dev.demarche.tagging.actors;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A pronoun with all its candidates, and what of them is looked at. */
final class Scene {
  static final Set<String> SUBORDINATORS = Set.of("when", "while", "after", "before", "as", "because", "since", "if", "until", "although",
      "though", "where", "whether", "once", "unless", "despite", "upon", "by", "in", "with");
  private static final Set<String> BE = Set.of("is", "was", "'s", "would", "will", "has", "had", "might", "may", "seems", "seemed", "became");

  private static final int SHORT = 8;

  private final Document document;
  private final Phrases phrases;
  private final Grammar grammar;
  private final Pronoun pronoun;
  private final List<Candidate> candidates;
  private final Candidate lastPronoun;
  private final Binding binding;
  private final int sentence;
  private final VerbGroup verb;
  private final int lastUnquoted;
  private final int lastSubject;
  private final int lastSpeaker;

  /**
   * A pronoun's place.
   *
   * @param lastPronoun the candidate that the last pronoun of the same kind meant, or null
   */
  Scene(Document document, Phrases phrases, Grammar grammar, Pronoun pronoun, List<Candidate> candidates, Candidate lastPronoun) {
    this.document = document;
    this.phrases = phrases;
    this.grammar = grammar;
    this.pronoun = pronoun;
    this.candidates = candidates;
    this.lastPronoun = lastPronoun;
    this.sentence = document.sentenceIndex(pronoun.token());
    this.verb = grammar.verb(pronoun.token());
    this.binding = new Binding(document, phrases, grammar, pronoun, candidates);
    this.lastUnquoted = latest(seen -> true);
    this.lastSubject = latest(seen -> seen.role() == Role.SUBJECT);
    this.lastSpeaker = latest(seen -> grammar.source(seen.token()));
  }

  /** A row for each candidate, the last one for nobody. {@code gender} holds what is known of each one's gender: see {@link Salience}. */
  float[][] rows(int[] genders) {
    float[][] rows = new float[candidates.size() + 1][];
    float[] common = new float[Feature.values().length];
    common(common);
    int first = earliest(sentence);
    int firstBack = earliest(sentence - 1);
    int most = 0;
    int all = 0;
    int everywhere = 0;
    int opening = Integer.MAX_VALUE;
    for (Candidate candidate : candidates) {
      most = Math.max(most, candidate.before().size());
      all += candidate.before().size();
      everywhere += candidate.before().size() + candidate.later();
      opening = Math.min(opening, earliest(candidate));
    }
    for (int c = 0; c < candidates.size(); c++) {
      Candidate candidate = candidates.get(c);
      float[] row = common.clone();
      place(row, candidate);
      role(row, candidate);
      history(row, candidate, first, firstBack);
      int mentions = candidate.before().size();
      row[Feature.MENTIONS.ordinal()] = (float) Math.log(1 + mentions) / 2;
      row[Feature.SHARE.ordinal()] = all == 0 ? 0 : (float) mentions / all;
      row[Feature.LATER_MENTIONS.ordinal()] = (float) Math.log(1 + candidate.later()) / 2;
      row[Feature.SHARE_OF_ALL.ordinal()] = everywhere == 0 ? 0 : (float) (mentions + candidate.later()) / everywhere;
      set(row, Feature.MOST_MENTIONED, mentions == most && mentions > 1);
      set(row, Feature.FIRST_OF_ALL, earliest(candidate) == opening);
      kind(row, candidate, genders[c]);
      together(row);
      quotes(row, candidate);
      binding.mark(row, candidate);
      among(row, candidate, genders, c);
      rows[c] = row;
    }
    new Rivals(document, candidates, rows).rank();
    float[] nobody = common.clone();
    set(nobody, Feature.NOBODY, true);
    set(nobody, Feature.NO_OTHER, candidates.isEmpty());
    set(nobody, Feature.ONE_OTHER, candidates.size() == 1);
    set(nobody, Feature.FEW_OTHERS, candidates.size() == 2 || candidates.size() == 3);
    rows[candidates.size()] = nobody;
    return rows;
  }

  /** How many sentences back the words are; those within a quotation do not count for a pronoun that stands outside of it. */
  private int back(Seen seen) {
    int first = document.sentenceIndex(seen.token());
    if (document.quoteIndex(pronoun.token()) >= 0) {
      return sentence - first;
    }
    int back = 0;
    for (int s = first + 1; s <= sentence && back < 4; s++) {
      int from = document.sentences().get(s).from();
      back += document.quoteIndex(from) < 0 || document.quoteAt(from).open() == from ? 1 : 0;
    }
    return back;
  }

  static void set(float[] row, Feature feature, boolean value) {
    row[feature.ordinal()] = value ? 1 : 0;
  }

  private void common(float[] row) {
    int token = pronoun.token();
    set(row, Feature.values()[pronoun.form().ordinal()], true);
    set(row, Feature.HE, pronoun.gender() < 0);
    set(row, Feature.PRONOUN_QUOTED, document.quoteIndex(token) >= 0);
    Sentence own = document.sentenceAt(token);
    set(row, Feature.OPENS_SENTENCE, token == own.from() || token == own.from() + 1 && !document.token(own.from()).word());
    String before = token > own.from() ? document.lower(token - 1) : "";
    set(row, Feature.BEHIND_AND, before.equals("and") || before.equals("but") || before.equals("or"));
    set(row, Feature.BEHIND_SUBORDINATOR, SUBORDINATORS.contains(before));
    VerbGroup earlier = phrases.verbBefore(token);
    boolean that = before.equals("that") || before.equals(",");
    set(row, Feature.BEHIND_REPORTING_VERB, earlier != null && earlier.to() >= token - (that ? 2 : 0)
        && Verbs.reporting(document.lower(earlier.main())));
    set(row, Feature.IN_FIRST_SENTENCE, sentence == 0);
    set(row, Feature.IN_SECOND_SENTENCE, sentence == 1);
    set(row, Feature.SPEAKS, grammar.source(token));
    set(row, Feature.BEFORE_BE, BE.contains(document.lower(token + 1)));
    set(row, Feature.SUBORDINATE_OPENS, SUBORDINATORS.contains(document.lower(own.from())));
  }

  private void place(float[] row, Candidate candidate) {
    Seen nearest = candidate.nearest();
    int token = pronoun.token();
    if (candidate.before().isEmpty()) {
      set(row, Feature.AHEAD_ALONE, true);
    } else {
      int back = back(nearest);
      row[Feature.SAME_SENTENCE.ordinal() + Math.min(back, 4)] = 1;
      set(row, Feature.ALSO_AHEAD, candidate.ahead() != null);
      set(row, Feature.OTHER_PARAGRAPH, document.sentenceAt(nearest.token()).paragraph() != document.sentenceAt(token).paragraph());
      int nearer = 0;
      for (Candidate other : candidates) {
        nearer += !other.before().isEmpty() && other.nearest().token() > nearest.token() ? 1 : 0;
      }
      if (nearer < 3) {
        row[Feature.NEAREST.ordinal() + nearer] = 1;
      }
    }
    int low = Math.min(token, nearest.token());
    int high = Math.max(token, nearest.from());
    row[Feature.TOKENS.ordinal()] = (float) Math.log(1 + high - low) / 4;
    int verbs = 0;
    boolean comma = false;
    VerbGroup last = null;
    for (int i = low + 1; i < high && verbs < 4; i++) {
      VerbGroup at = phrases.verbAt(i);
      verbs += at != null && at != last ? 1 : 0;
      last = at == null ? last : at;
      comma |= document.lower(i).equals(",");
    }
    row[Feature.VERBS_BETWEEN.ordinal()] = verbs / 4f;
    set(row, Feature.COMMA_BETWEEN, comma);
  }

  private void role(float[] row, Candidate candidate) {
    Seen nearest = candidate.nearest();
    row[Feature.AS_SUBJECT.ordinal() + nearest.role().ordinal()] = 1;
    boolean object = nearest.role() == Role.OBJECT || nearest.role() == Role.PREPOSITIONAL;
    set(row, Feature.SAME_ROLE, switch (pronoun.form()) {
      case SUBJECT -> nearest.role() == Role.SUBJECT;
      case OBJECT -> object;
      case POSSESSIVE -> nearest.role() == Role.POSSESSOR;
      case REFLEXIVE -> false;
    });
    int own = grammar.subjectOf(verb);
    VerbGroup earlier = verb == null ? null : phrases.verbBefore(verb.from());
    int before = grammar.subjectOf(earlier);
    for (Seen seen : candidate.before()) {
      if (document.sentenceIndex(seen.token()) != sentence) {
        break;
      }
      set(row, Feature.OWN_SUBJECT, row[Feature.OWN_SUBJECT.ordinal()] > 0 || seen.token() == own);
      set(row, Feature.SUBJECT_OF_VERB_BEFORE, row[Feature.SUBJECT_OF_VERB_BEFORE.ordinal()] > 0 || seen.token() == before && before != own);
    }
    NounPhrase noun = phrases.nounAt(nearest.token());
    int start = noun == null ? nearest.from() : Math.min(noun.from(), nearest.from());
    set(row, Feature.BEHIND_BY, document.lower(start - 1).equals("by"));
    set(row, Feature.JOINED, document.lower(nearest.token() + 1).equals("and") && document.token(
        Math.min(nearest.token() + 2, document.tokens().size() - 1)).pos() == Pos.PROPN
        || document.lower(start - 1).equals("and") && start > 1 && document.token(start - 2).pos() == Pos.PROPN);
    set(row, Feature.OPENS_ITS_SENTENCE, start == document.sentenceAt(nearest.token()).from());
    set(row, Feature.IN_BRACKETS, document.lower(start - 1).equals("("));
    NounPhrase phrase = phrases.nounAt(pronoun.token());
    Seen ahead = candidate.ahead();
    set(row, Feature.IN_OWN_PHRASE, ahead != null && phrase != null && (ahead.from() <= phrase.to()
        || ahead.from() == phrase.to() + 1 && document.lower(phrase.to()).equals(",")));
    set(row, Feature.AHEAD_AS_SUBJECT, ahead != null && ahead.role() == Role.SUBJECT);
  }

  private void history(float[] row, Candidate candidate, int first, int firstBack) {
    int names = 0;
    for (Seen seen : candidate.before()) {
      int back = back(seen);
      if (seen.role() == Role.SUBJECT && back < 2) {
        set(row, back == 0 ? Feature.SUBJECT_IN_SENTENCE : Feature.SUBJECT_ONE_BACK, true);
      }
      names += seen.pronoun() ? 0 : 1;
      set(row, Feature.FIRST_OF_SENTENCE, row[Feature.FIRST_OF_SENTENCE.ordinal()] > 0 || seen.token() == first);
      set(row, Feature.FIRST_ONE_BACK, row[Feature.FIRST_ONE_BACK.ordinal()] > 0 || seen.token() == firstBack);
      set(row, Feature.IN_OPENING, row[Feature.IN_OPENING.ordinal()] > 0 || document.sentenceIndex(seen.token()) == 0);
    }
    set(row, Feature.NAMED_ONCE, names == 1);
    if (candidate == lastPronoun) {
      set(row, Feature.LAST_PRONOUN, true);
      for (Seen seen : candidate.before()) {
        if (seen.pronoun()) {
          int back = back(seen);
          set(row, Feature.LAST_PRONOUN_SAME_SENTENCE, back == 0);
          set(row, Feature.LAST_PRONOUN_ONE_BACK, back == 1);
          break;
        }
      }
    }
    set(row, Feature.NEAREST_IS_PRONOUN, !candidate.before().isEmpty() && candidate.nearest().pronoun());
  }

  /** What means more together than each alone. */
  private void together(float[] row) {
    boolean subject = pronoun.form() == Pronoun.Form.SUBJECT;
    boolean possessive = pronoun.form() == Pronoun.Form.POSSESSIVE;
    boolean opens = is(row, Feature.OPENS_SENTENCE);
    set(row, Feature.OBJECT_OF_OWN_SUBJECT, pronoun.form() == Pronoun.Form.OBJECT && is(row, Feature.OWN_SUBJECT));
    set(row, Feature.POSSESSION_OF_OWN_SUBJECT, possessive && is(row, Feature.OWN_SUBJECT));
    set(row, Feature.POSSESSION_OF_NEAREST, possessive && is(row, Feature.NEAREST));
    set(row, Feature.SUBJECT_AFTER_SUBJECT, subject && is(row, Feature.SUBJECT_IN_SENTENCE));
    set(row, Feature.SUBJECT_AFTER_SUBJECT_ONE_BACK, subject && is(row, Feature.SUBJECT_ONE_BACK));
    set(row, Feature.OPENS_AFTER_SUBJECT, opens && is(row, Feature.SUBJECT_ONE_BACK));
    set(row, Feature.OPENS_AFTER_FIRST, opens && is(row, Feature.FIRST_ONE_BACK));
    set(row, Feature.OPENS_AFTER_NEAREST, opens && is(row, Feature.NEAREST));
  }

  static boolean is(float[] row, Feature feature) {
    return row[feature.ordinal()] > 0;
  }

  private void kind(float[] row, Candidate candidate, int gender) {
    set(row, Feature.GENDER_SURE, gender == 2);
    set(row, Feature.GENDER_LIKELY, gender == 1);
    set(row, Feature.GENDER_UNLIKELY, gender < 0);
    Seen nearest = candidate.nearest();
    for (Seen seen : candidate.before()) {
      if (!seen.pronoun()) {
        nearest = seen;
        break;
      }
    }
    set(row, Feature.FULL_NAME, nearest.token() > nearest.from());
    set(row, Feature.TITLED, NameWords.is("title", document.lower(nearest.from() - 1)));
    EntityType type = candidate.who().type();
    set(row, Feature.NOUN, type == null && pronoun.asks() == Pronoun.Asks.PERSON);
    set(row, Feature.PERSON, type == EntityType.PERSON);
    set(row, Feature.PLACE, type == EntityType.PLACE);
    set(row, Feature.COUNTRY, type == EntityType.COUNTRY);
    set(row, Feature.ORGANIZATION, type == EntityType.ORGANIZATION);
    set(row, Feature.GROUP, type == null && pronoun.asks() != Pronoun.Asks.PERSON);
  }

  static void raise(float[] row, Feature feature, boolean value) {
    if (value) {
      row[feature.ordinal()] = 1;
    }
  }

  private void among(float[] row, Candidate candidate, int[] genders, int c) {
    int subjects = 0;
    int all = 0;
    int last = -1;
    int first = Integer.MAX_VALUE;
    int firstBack = Integer.MAX_VALUE;
    int best = -2;
    int agreeing = 0;
    for (int k = 0; k < candidates.size(); k++) {
      best = Math.max(best, genders[k]);
      agreeing += genders[k] > 0 ? 1 : 0;
      for (Seen seen : candidates.get(k).before()) {
        if (seen.role() == Role.SUBJECT) {
          all++;
          subjects += k == c ? 1 : 0;
          last = Math.max(last, seen.token());
          int index = document.sentenceIndex(seen.token());
          first = index == sentence ? Math.min(first, seen.token()) : first;
          firstBack = index == sentence - 1 ? Math.min(firstBack, seen.token()) : firstBack;
        }
      }
    }
    row[Feature.SUBJECT_SHARE.ordinal()] = all == 0 ? 0 : (float) subjects / all;
    int longest = 0;
    int latest = 0;
    for (Seen seen : candidate.before()) {
      if (seen.role() == Role.SUBJECT) {
        raise(row, Feature.LAST_SUBJECT, seen.token() == last);
        raise(row, Feature.FIRST_SUBJECT_OF_SENTENCE, seen.token() == first);
        raise(row, Feature.FIRST_SUBJECT_ONE_BACK, seen.token() == firstBack);
        raise(row, Feature.SUBJECT_TWO_BACK, back(seen) == 2);
      }
      if (!seen.pronoun()) {
        longest = Math.max(longest, seen.token() - seen.from());
        latest = latest == 0 ? seen.token() - seen.from() + 1 : latest;
      }
    }
    set(row, Feature.SHORTENED, latest > 0 && longest >= latest);
    set(row, Feature.ONE_WORD_NEW, latest == 1 && longest == 0);
    set(row, Feature.ONLY_AGREEING, agreeing == 1 && genders[c] > 0);
    set(row, Feature.BEST_AGREEING, genders[c] == best && candidate.who().type() != EntityType.PLACE);
    boolean nearest = !candidate.before().isEmpty() && genders[c] == best;
    for (int k = 0; nearest && k < candidates.size(); k++) {
      nearest = genders[k] < best || candidates.get(k).before().isEmpty() || candidates.get(k).nearest().token() <= candidate.nearest().token();
    }
    set(row, Feature.NEAREST_BEST_AGREEING, nearest);
    Sentence its = document.sentenceAt(candidate.nearest().token());
    row[Feature.LATE_IN_SENTENCE.ordinal()] = (float) (candidate.nearest().token() - its.from()) / (its.to() - its.from());
    set(row, Feature.SHORT_TEXT, document.sentences().size() < SHORT);
  }

  private void quotes(float[] row, Candidate candidate) {
    int nearest = candidate.nearest().token();
    int own = document.quoteIndex(pronoun.token());
    int other = document.quoteIndex(nearest);
    set(row, Feature.SAME_QUOTE, own >= 0 && own == other);
    set(row, Feature.OUTSIDE_OF_QUOTE, own >= 0 && other < 0);
    set(row, Feature.INSIDE_OTHER_QUOTE, other >= 0 && own != other);
    set(row, Feature.SPEAKER, grammar.source(nearest));
    if (own < 0) {
      set(row, Feature.NEAREST_UNQUOTED, latest(candidate, seen -> true) >= 0 && latest(candidate, seen -> true) == lastUnquoted);
      set(row, Feature.LAST_SUBJECT_UNQUOTED, lastSubject >= 0 && latest(candidate, seen -> seen.role() == Role.SUBJECT) == lastSubject);
    }
    boolean last = lastSpeaker >= 0 && latest(candidate, seen -> grammar.source(seen.token())) == lastSpeaker;
    boolean speaks = grammar.source(pronoun.token());
    set(row, Feature.LAST_SPEAKER, last);
    set(row, Feature.SPEAKS_AFTER_HIM, speaks && last);
    set(row, Feature.SPEAKS_AFTER_OTHER, speaks && !last && lastSpeaker >= 0);
    boolean near = false;
    for (Seen seen : candidate.before()) {
      near |= grammar.source(seen.token()) && sentence - document.sentenceIndex(seen.token()) <= 1;
    }
    near |= candidate.ahead() != null && grammar.source(candidate.ahead().token());
    set(row, Feature.SPEAKER_NEAR, own >= 0 && near);
  }

  /** The candidate's latest such mention outside quotations, or -1. */
  private int latest(Candidate candidate, Predicate<Seen> which) {
    for (Seen seen : candidate.before()) {
      if (document.quoteIndex(seen.token()) < 0 && which.test(seen)) {
        return seen.token();
      }
    }
    return -1;
  }

  private int latest(Predicate<Seen> which) {
    return candidates.stream().mapToInt(candidate -> latest(candidate, which)).max().orElse(-1);
  }

  private int earliest(int index) {
    int earliest = Integer.MAX_VALUE;
    for (Candidate candidate : candidates) {
      for (Seen seen : candidate.before()) {
        if (document.sentenceIndex(seen.token()) == index) {
          earliest = Math.min(earliest, seen.token());
        }
      }
    }
    return earliest;
  }

  private static int earliest(Candidate candidate) {
    return candidate.before().isEmpty() ? Integer.MAX_VALUE - 1 : candidate.before().get(candidate.before().size() - 1).token();
  }
}
