package dev.demarche.tagging;

import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.actors.Cast.Reading;
import dev.demarche.tagging.actors.Reason;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Why the mentions and speakers of an article have the names that they have. Mentions of one actor form a chain; chains are counted from 1, in order of
 * their first mention.
 *
 * @param article  what was tagged
 * @param mentions in order of the text
 * @param speakers in order of the article's statements, one for each
 */
public record Explanation(TaggedArticle article, List<Mention> mentions, List<Speaker> speakers) {

  public Explanation {
    Objects.requireNonNull(article, "article");
    mentions = List.copyOf(mentions);
    speakers = List.copyOf(speakers);
  }

  /**
   * A mention.
   *
   * @param span   where it stands
   * @param kind   how it refers
   * @param type   what it is, or null where it has no name
   * @param name   the canonical name, the words of whom a pronoun means, or null where nobody is likely enough
   * @param actor  the catalogue's id, or null
   * @param chain  the chain that it is in, 0 where nobody is likely enough
   * @param reason why
   */
  public record Mention(Span span, EntityKind kind, EntityType type, String name, String actor, int chain, Reason reason) {}

  /**
   * A statement's speaker.
   *
   * @param statement the statement's id
   * @param source    who, as the text names them, or null
   * @param name      the canonical name, or the source's words, or null
   * @param actor     the catalogue's id, or null
   * @param kind      what the speaker is
   * @param chain     the chain that the speaker is in, 0 where nobody is
   * @param reason    why
   */
  public record Speaker(String statement, Span source, String name, String actor, SpeakerKind kind, int chain, Reason reason) {}

  /** Explains {@code article}: its readings, and its statements, of which {@code speaking} holds those found, in the article's order. */
  static Explanation of(TaggedArticle article, List<Reading> readings, List<Attributed> speaking) {
    List<Who> chains = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    for (Reading one : readings) {
      Who who = one.who();
      mentions.add(who == null ? new Mention(one.span(), one.kind(), null, null, null, 0, new Reason(Reason.Ground.NOBODY, null, 1))
          : new Mention(one.span(), one.kind(), who.type(), who.name(), who.id(), chain(chains, who), who.reason()));
    }
    List<Speaker> speakers = new ArrayList<>();
    for (int i = 0; i < speaking.size(); i++) {
      var statement = article.statements().get(i);
      Who who = speaking.get(i).who();
      speakers.add(new Speaker(statement.id(), statement.source(), statement.speaker(), statement.speakerActor(), statement.speakerKind(),
          who == null ? 0 : chain(chains, who), speaking.get(i).reason()));
    }
    return new Explanation(article, mentions, speakers);
  }

  private static int chain(List<Who> chains, Who who) {
    for (int i = 0; i < chains.size(); i++) {
      if (chains.get(i).same(who) && chains.get(i).type() == who.type()) {
        return i + 1;
      }
    }
    chains.add(who);
    return chains.size();
  }
}
