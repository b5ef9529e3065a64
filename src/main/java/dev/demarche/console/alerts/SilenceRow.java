package dev.demarche.console.alerts;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Silence;
import java.util.List;

/**
 * A silence in a list.
 *
 * @param author  or "" where nobody signed it
 * @param comment or ""
 */
public record SilenceRow(String id, List<String> matchers, When from, When to, String author, String comment) {
  static SilenceRow of(Silence silence) {
    return new SilenceRow(silence.id(), silence.matchers(), When.of(silence.from()), When.of(silence.to()), silence.author() == null ? "" : silence.author(),
        silence.comment() == null ? "" : silence.comment());
  }

  /** Who made it and why, as far as that is known. */
  public String signed() {
    return author + (author.isEmpty() || comment.isEmpty() ? "" : ": ") + comment;
  }

  /** Where it is ended. */
  public String end() {
    return "/silences/" + Links.part(id) + "/end";
  }

  /** Where one like it is made. */
  public String again() {
    StringBuilder address = new StringBuilder("/silences/new?");
    matchers.forEach(matcher -> address.append("matcher=").append(Links.part(matcher)).append('&'));
    return address.substring(0, address.length() - 1);
  }
}
