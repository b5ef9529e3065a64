package dev.demarche.tagging.actors;

import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import java.util.Locale;

/** What the words at a person's name say of the gender: 2 and -2 surely she and he, 1 and -1 likely, 0 nothing. Stateless. */
final class GenderSigns {
  private final Document document;
  private final Phrases phrases;

  GenderSigns(Document document, Phrases phrases) {
    this.document = document;
    this.phrases = phrases;
  }

  /** Of the words for a person: the nouns before them ("his wife"), those in apposition, and the first name. */
  int of(Seen name) {
    int from = name.from();
    int to = name.token() + 1;
    int noun = Genders.ofNoun(document.lower(from - 1));
    noun = noun != 0 ? noun : Genders.ofNoun(document.lower(from));
    if (noun == 0 && document.lower(from - 1).equals(",")) {
      NounPhrase before = phrases.nounAt(from - 2);
      noun = before == null || before.to() != from - 1 ? 0 : Genders.ofNoun(document.lower(before.head()));
    }
    if (noun == 0 && document.lower(to).equals(",")) {
      NounPhrase behind = phrases.nounAt(to + 1);
      noun = behind == null || behind.from() != to + 1 ? 0 : Genders.ofNoun(document.lower(behind.head()));
    }
    return noun != 0 ? 2 * noun : firstName(name.who().name().toLowerCase(Locale.ROOT).split("[ -]", 2)[0], name);
  }

  private int firstName(String canonical, Seen name) {
    int gender = Genders.ofName(canonical);
    return gender != 0 || name.token() == name.from() ? gender : Genders.ofName(document.lower(name.from()));
  }
}
