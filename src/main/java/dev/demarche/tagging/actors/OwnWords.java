package dev.demarche.tagging.actors;

import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import java.util.Set;

/** What phrases are called that mean nobody with a name: by their own words. Stateless but for the article. */
final class OwnWords {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  private final Document document;
  private final Meanings meanings;

  OwnWords(Document document, Meanings meanings) {
    this.document = document;
    this.meanings = meanings;
  }

  /** Who the words are, and what kind of speaker by their noun {@code head}. */
  Who who(int from, int to, int head) {
    String noun = document.lower(head);
    String name = words(from, to);
    SpeakerKind kind;
    if (NameWords.isOne("document", noun)) {
      kind = SpeakerKind.DOCUMENT;
    } else if (NameWords.isOne("media", noun)) {
      kind = SpeakerKind.MEDIA;
    } else if (NameWords.is("person", noun)) {
      kind = SpeakerKind.ANONYMOUS;
    } else if (NameWords.isOne("person", noun) || NameWords.isOne("people", noun) || NameWords.isOne("body", noun) || meanings.named(from, to)) {
      kind = SpeakerKind.GROUP;
    } else {
      kind = SpeakerKind.UNKNOWN;
    }
    return new Who(name, null, null, kind);
  }

  /** The words between the tokens, without an article. */
  String words(int from, int to) {
    int start = from;
    while (start < to - 1 && ARTICLES.contains(document.lower(start))) {
      start++;
    }
    return document.span(start, to).text().replaceAll("[\\s\\u00a0]+", " ");
  }
}
