package dev.demarche.console.actor;

import dev.demarche.console.index.Found;
import dev.demarche.console.names.Roll;
import dev.demarche.console.web.Piece;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Side;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An actor's room as its page shows it.
 *
 * @param portrait what is known
 * @param timeline of the stances
 * @param circle   of the others
 * @param bars     of the articles
 * @param roll     what actors and issues are called
 */
public record ActorView(Portrait portrait, Timeline timeline, Circle circle, Bars bars, Roll roll) {
  private static final Pattern WIKIDATA = Pattern.compile("Q[0-9]{1,12}");

  static ActorView of(Portrait portrait, Roll roll) {
    return new ActorView(portrait, Timeline.of(portrait.stances(), portrait.shifts()), Circle.of(portrait.ties()), Bars.of(portrait.mentions()), roll);
  }

  /** Where Wikidata tells of the actor, or null. */
  public String wikidata() {
    String id = portrait.actor() == null ? null : portrait.actor().wikidata();
    return id != null && WIKIDATA.matcher(id).matches() ? "https://www.wikidata.org/wiki/" + id : null;
  }

  /** Name of the actor {@code id}. */
  public String name(String id) {
    return roll.actor(id);
  }

  /** Name of the issue {@code id}. */
  public String issue(String id) {
    return roll.issue(id);
  }

  /** When an office was held, in words; empty where nothing is known. */
  public String term(Actor.Role role) {
    return role.from() == null ? (role.to() == null ? "" : "until " + role.to()) : role.to() == null ? "since " + role.from() : role.from() + " to " + role.to();
  }

  /** The sentence of a finding with its evidence. */
  public List<Piece> pieces(Found one) {
    return Piece.of(one.finding().sentence(), one.finding().evidence());
  }

  /** The sentence of a report with its evidence. */
  public List<Piece> pieces(Receipt one) {
    return Piece.of(one.sentence(), List.of(one.evidence()));
  }

  /** A constant's name as people write it. */
  public String plain(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Class of a polarity. */
  public String tone(int polarity) {
    return polarity > 0 ? "pro" : polarity < 0 ? "contra" : "";
  }

  /** Class of a side. */
  public String tone(Side side) {
    return tone(side == Side.FOR ? 1 : side == Side.AGAINST ? -1 : 0);
  }

  /** Names, one behind the other. */
  public String list(List<String> some) {
    return some.stream().collect(Collectors.joining(", "));
  }
}
