package dev.demarche.console.web;

import dev.demarche.network.LocalRequest;
import io.javalin.http.Context;
import java.util.Objects;

/** Lets in whoever sits at this machine, as an editor; {@link LocalRequest} tells who does. Immutable. */
public final class ThisMachine implements Entrance {
  private final String name;
  private final LocalRequest local;

  /**
   * An entrance.
   *
   * @param name    what is done from here is signed with it
   * @param listens host at which this instance listens; a {@code Host} of this name is admitted, too
   */
  public ThisMachine(String name, String listens) {
    this.name = Objects.requireNonNull(name, "name");
    this.local = new LocalRequest(listens);
  }

  @Override
  public Answer admit(Context context) {
    return local.refuse(context.req().getRemoteAddr(), context::header)
        .<Answer>map(why -> new Refused(401, why, "Open it at http://localhost on that machine, or set console.tokens or console.oidc.issuer.", 0))
        .orElseGet(() -> new Admitted(new Visitor(name, Visitor.Role.EDITOR), false));
  }
}
