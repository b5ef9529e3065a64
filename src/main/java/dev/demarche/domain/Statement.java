package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * Somebody's speech, writing or thought that an article reports.
 *
 * @param id           article id, revision, "s" and index
 * @param speaker      canonical name, or null where nobody is named
 * @param speakerActor the catalogue's id of the speaker, or null
 * @param speakerKind  what the speaker is
 * @param source       who, as the text names them, or null
 * @param cue          the words that introduce it, or null
 * @param content      what was said: one or more pieces, in order of the text
 * @param kind         direct, indirect or mixed
 * @param nested       whether it stands within another statement's content
 * @param issues       ids of the issues it is about
 * @param confidence   0 to 1
 */
public record Statement(String id, String speaker, String speakerActor, SpeakerKind speakerKind, Span source, Span cue, List<Span> content,
                        StatementKind kind, boolean nested, List<String> issues, double confidence) {

  public Statement {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(speakerKind, "speakerKind");
    Objects.requireNonNull(kind, "kind");
    content = List.copyOf(content);
    issues = List.copyOf(issues);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("statement " + id + " has no content");
    }
    Confidence.check(confidence);
  }
}
