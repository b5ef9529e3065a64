package dev.demarche.console.web;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param name of the person or program; reactions and silences are signed with it
 * @param role what may be done
 */
public record Visitor(String name, Role role) {

  /** READER: looks. EDITOR: also acknowledges, silences, writes watches, republishes. */
  public enum Role { READER, EDITOR }

  private static final String ATTRIBUTE = "dev.demarche.visitor";

  public Visitor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
  }

  /** Whether changes are admitted. */
  public boolean edits() {
    return role == Role.EDITOR;
  }

  /** Makes this the one who asks in this request. */
  public void enter(Context context) {
    context.attribute(ATTRIBUTE, this);
  }

  /**
   * Who asks in this request.
   *
   * @throws IllegalStateException if nobody was let in
   */
  public static Visitor of(Context context) {
    return maybe(context).orElseThrow(() -> new IllegalStateException("nobody was let in at " + context.path()));
  }

  /** Who asks in this request; empty where nobody was let in. */
  public static Optional<Visitor> maybe(Context context) {
    return Optional.ofNullable(context.attribute(ATTRIBUTE));
  }
}
