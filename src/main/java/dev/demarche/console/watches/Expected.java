package dev.demarche.console.watches;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of a watch an editor saw before changing it, so that nobody overwrites unseen what another has written.
 *
 * @param version offset of the record; {@link #NONE}: no watch stands; {@link #ANY}: whatever does
 */
public record Expected(long version) {
  private static final long NO_WATCH = -1;
  private static final long WHATEVER = -2;
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

  /** No watch of the id stands. */
  public static final Expected NONE = new Expected(NO_WATCH);
  /** Whatever stands, or nothing. */
  public static final Expected ANY = new Expected(WHATEVER);

  /** Whether it may be that {@code standing} stands, or nothing where that is null. */
  public boolean admits(Long standing) {
    return version == WHATEVER || (standing == null ? version == NO_WATCH : version == standing);
  }

  /**
   * What {@code If-Match} or a form's field says: {@code "12"} with or without quotation marks, or {@code *}; nothing, or what is no version, says that none stands.
   */
  static Expected of(String tag) {
    if (tag == null || tag.isBlank()) {
      return NONE;
    }
    Matcher matcher = TAG.matcher(tag.strip());
    return tag.strip().equals("*") ? ANY : matcher.matches() ? new Expected(Long.parseLong(matcher.group(1))) : NONE;
  }
}
