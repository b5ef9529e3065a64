package dev.demarche.evaluation;

import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.TaggedArticle;
import java.util.List;
import java.util.Objects;

/**
 * Whose a tagger says that a statement is.
 *
 * @param content what is said
 * @param speaker whose it is, or null
 * @param kind    what the speaker is
 */
public record FoundSpeaker(List<Range> content, String speaker, SpeakerKind kind) {

  public FoundSpeaker {
    content = List.copyOf(content);
    Objects.requireNonNull(kind, "kind");
  }

  /** The speakers of the outer statements of {@code article}. */
  public static List<FoundSpeaker> outer(TaggedArticle article) {
    return article.statements().stream().filter(statement -> !statement.nested())
        .map(statement -> new FoundSpeaker(statement.content().stream().map(span -> new Range(span.begin(), span.end())).toList(),
            statement.speaker(), statement.speakerKind()))
        .toList();
  }

  /** Whether the speaker has a canonical name: not the words of a pronoun, a title or a group. */
  boolean named() {
    return speaker != null && (kind == SpeakerKind.PERSON || kind == SpeakerKind.ORGANIZATION || kind == SpeakerKind.COUNTRY);
  }
}
