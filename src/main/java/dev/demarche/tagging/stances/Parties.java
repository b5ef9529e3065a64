package dev.demarche.tagging.stances;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds the phrases of a sentence that may name a holder or a target: noun phrases, and names within them. Used by one thread. */
final class Parties {
  private static final Set<String> FIRST = Set.of("i", "we", "me", "us", "my", "our", "myself", "ourselves");

  private final Document document;
  private final Phrases phrases;
  private final Cast cast;
  private final Speakers speakers;
  private final BitSet sources = new BitSet();

  Parties(Document document, Phrases phrases, Cast cast, Speakers speakers) {
    this.document = document;
    this.phrases = phrases;
    this.cast = cast;
    this.speakers = speakers;
    speakers.attributed().stream().map(one -> one.report().source()).filter(Objects::nonNull)
        .forEach(source -> sources.set(source.from(), source.to()));
  }

  List<Party> of(Sentence sentence) {
    List<Party> parties = new ArrayList<>();
    int i = sentence.from();
    while (i < sentence.to()) {
      NounPhrase noun = phrases.nounAt(i);
      if (noun == null || noun.from() != i) {
        i++;
        continue;
      }
      inner(noun, sentence, parties);
      if (!phrases.temporal(noun)) {
        Who who = speakers.who(noun);
        parties.add(new Party(noun.from(), noun.to(), noun.head(), who, features(noun.from(), noun.to(), noun.head(), who, sentence, false)));
      }
      i = noun.to();
    }
    return parties;
  }

  private void inner(NounPhrase noun, Sentence sentence, List<Party> parties) {
    int i = noun.from();
    while (i < noun.head()) {
      Cast.Named named = cast.first(i, i + 1, true);
      Who who = named != null ? named.who() : cast.at(i);
      if (who == null || who.same(cast.at(noun.head()))) {
        i++;
        continue;
      }
      int to = named != null ? Math.max(named.to(), i + 1) : i + 1;
      while (to < noun.head() && cast.at(to) != null && cast.at(to) == cast.at(i)) {
        to++;
      }
      parties.add(new Party(i, to, to - 1, who, features(i, to, to - 1, who, sentence, true)));
      i = to;
    }
  }

  private long features(int from, int to, int head, Who who, Sentence sentence, boolean inner) {
    String word = document.lower(head);
    long features = 0;
    if (who.named()) {
      features |= bit(PartyFeature.NAMED) | bit(switch (who.type()) {
        case PERSON -> PartyFeature.PERSON;
        case ORGANIZATION -> PartyFeature.ORGANIZATION;
        case COUNTRY -> PartyFeature.COUNTRY;
        case PLACE -> PartyFeature.PLACE;
      });
    } else {
      features |= NameWords.isOne("person", word) ? bit(PartyFeature.COMMON_PERSON) : 0;
      features |= NameWords.isOne("people", word) ? bit(PartyFeature.COMMON_PEOPLE) : 0;
      features |= NameWords.isOne("body", word) ? bit(PartyFeature.COMMON_BODY) : 0;
    }
    boolean quoted = document.quoteIndex(head) >= 0;
    features |= document.token(head).pos() == Pos.PRON ? bit(PartyFeature.PRONOUN) : 0;
    features |= FIRST.contains(word) ? bit(PartyFeature.FIRST_PERSON) : 0;
    features |= inner ? bit(PartyFeature.INNER) : 0;
    features |= inner && document.token(to).possessive() || Set.of("his", "her", "its", "their", "our", "my").contains(word) ? bit(PartyFeature.OWNS) : 0;
    features |= sources.get(head) ? bit(PartyFeature.SOURCE) : 0;
    features |= quoted ? bit(PartyFeature.QUOTED) : 0;
    features |= from == sentence.from() ? bit(PartyFeature.FIRST_OF_SENTENCE) : 0;
    features |= word.endsWith("s") ? bit(PartyFeature.PLURAL) : 0;
    features |= Set.of("a", "an").contains(document.lower(from)) ? bit(PartyFeature.INDEFINITE) : 0;
    return features | (!who.named() && names(from, to) ? bit(PartyFeature.HAS_NAME_INSIDE) : 0);
  }

  private boolean names(int from, int to) {
    for (int i = from; i < to; i++) {
      if (cast.at(i) != null && cast.at(i).named() && cast.at(i).type() != EntityType.PLACE || document.token(i).pos() == Pos.PROPN) {
        return true;
      }
    }
    return false;
  }

  private static long bit(PartyFeature feature) {
    return 1L << feature.ordinal();
  }
}
