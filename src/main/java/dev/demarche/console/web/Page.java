package dev.demarche.console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the frame around a page knows of it.
 *
 * @param title   for the tab of the browser, without the program's name
 * @param room    which entry of the navigation is the present one, or null
 * @param scripts names of the page's own modules in {@code console/}, such as {@code live.js}
 * @param styles  names of style sheets besides the common one
 * @param visitor who asks, or null: nobody was let in, and the frame shows no rooms
 * @param notice  what whoever reads the page must know of all that is shown, or empty
 * @param assets  tells the address of a script or style
 */
public record Page(String title, Room room, List<String> scripts, List<String> styles, Visitor visitor, String notice, Assets assets) {
  public Page {
    Objects.requireNonNull(title, "title");
    scripts = List.copyOf(scripts);
    styles = List.copyOf(styles);
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(assets, "assets");
  }

  /** This page, with more style sheets. */
  public Page styled(String... more) {
    return new Page(title, room, scripts, Stream.concat(styles.stream(), Arrays.stream(more)).toList(), visitor, notice, assets);
  }

  /** Where the script or style {@code name} is had. */
  public String asset(String name) {
    return assets.address(name);
  }
}
