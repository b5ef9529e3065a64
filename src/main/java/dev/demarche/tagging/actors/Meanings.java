package dev.demarche.tagging.actors;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameUse.Way;
import java.util.Arrays;
import java.util.List;

/** Whom the tokens of an article mean, as far as it was read: the name that stands there, and who it is. Used by one thread. */
final class Meanings {
  private final Mention[] mentionAt;
  private final Who[] whoAt;

  /** An article of so many {@code tokens} with its names, of which nobody knows yet whom they mean. */
  Meanings(int tokens, List<Mention> mentions) {
    this.mentionAt = new Mention[tokens];
    this.whoAt = new Who[tokens];
    for (Mention mention : mentions) {
      Arrays.fill(mentionAt, mention.from(), mention.to(), mention);
    }
  }

  int tokens() {
    return whoAt.length;
  }

  /** The name that holds the token, or null. */
  Mention mention(int token) {
    return token < 0 || token >= mentionAt.length ? null : mentionAt[token];
  }

  /** The names of all tokens, null where there is none. */
  Mention[] mentions() {
    return mentionAt.clone();
  }

  /** Whom the token's phrase means; null where it means nobody, or was not read yet. */
  Who who(int token) {
    return token < 0 || token >= whoAt.length ? null : whoAt[token];
  }

  void mean(int from, int to, Who who) {
    Arrays.fill(whoAt, from, to, who);
  }

  /** Whether a name stands between the tokens: "Zelensky's inner circle". */
  boolean named(int from, int to) {
    for (int i = from; i < to; i++) {
      if (mentionAt[i] != null) {
        return true;
      }
    }
    return false;
  }

  /** The person, body or country named first between the two tokens, or null; adjectives like "Russian" count where {@code adjectives}. */
  Cast.Named first(int from, int to, boolean adjectives) {
    for (int i = from; i < to; i++) {
      if (whoAt[i] != null && whoAt[i].named() && whoAt[i].type() != EntityType.PLACE) {
        int end = i + 1;
        while (end < to && whoAt[end] == whoAt[i] && mentionAt[end] == mentionAt[i] && mentionAt[i] != null) {
          end++;
        }
        return new Cast.Named(i, end, whoAt[i]);
      }
      Mention mention = mentionAt[i];
      if (adjectives && mention != null && mention.known() && mention.uses().get(0).way() == Way.DEMONYM && mention.from() == i) {
        return new Cast.Named(i, mention.to(), Who.of(mention.uses().get(0).actor(), Reason.of(Ground.PEOPLE)));
      }
    }
    return null;
  }
}
