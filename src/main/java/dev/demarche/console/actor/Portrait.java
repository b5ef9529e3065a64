package dev.demarche.console.actor;

import dev.demarche.console.index.Found;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * An actor and what is known of him, her or it.
 *
 * @param who        who it is
 * @param actor      the catalogue's entry, or null
 * @param groups     to which the actor belongs
 * @param speaksFor  bodies that the actor speaks for now
 * @param speakers   who speaks for this body now
 * @param parts      of this body
 * @param members    of this group
 * @param statements what was said lately, the newest first
 * @param stances    taken lately, the newest first
 * @param positions  the newest first
 * @param shifts     the newest first
 * @param ties       with others, the strongest first
 * @param mentions   articles that name the actor, day by day without gaps; empty where there is none
 */
public record Portrait(Named who, Actor actor, List<Named> groups, List<Named> speaksFor, List<Named> speakers, List<Named> parts, List<Named> members,
                       List<Found> statements, List<Found> stances, List<Position> positions, List<Shift> shifts, List<Tie> ties, List<Day> mentions) {

  /**
   * Who is for and against whom.
   *
   * @param other   the other actor
   * @param forIt   how many stances of the actor are for the other
   * @param against how many are against the other
   * @param neither how many are neither
   * @param forUs   how many of the other's are for the actor
   * @param onUs    how many of the other's are against the actor
   * @param toUs    how many of the other's are neither
   */
  public record Tie(Named other, long forIt, long against, long neither, long forUs, long onUs, long toUs) {
    /** All together. */
    public long all() {
      return signed() + neither + toUs;
    }

    /** Those that are for or against. */
    public long signed() {
      return forIt + against + forUs + onUs;
    }
  }

  /**
   * A day.
   *
   * @param day      in UTC
   * @param articles how many there are
   */
  public record Day(LocalDate day, long articles) {}

  public Portrait {
    Objects.requireNonNull(who, "who");
    groups = List.copyOf(groups);
    speaksFor = List.copyOf(speaksFor);
    speakers = List.copyOf(speakers);
    parts = List.copyOf(parts);
    members = List.copyOf(members);
    statements = List.copyOf(statements);
    stances = List.copyOf(stances);
    positions = List.copyOf(positions);
    shifts = List.copyOf(shifts);
    ties = List.copyOf(ties);
    mentions = List.copyOf(mentions);
  }
}
