package dev.demarche.console.web;

/** The rooms of the console, in the order of its navigation. */
public enum Room {
  LIVE("Live", "/live", "l"),
  ALERTS("Alerts", "/alerts", "a"),
  POSITIONS("Positions", "/positions", "p"),
  ISSUES("Issues", "/issues", "i"),
  ACTORS("Actors", "/actors", "c"),
  WATCHES("Watches", "/watches", "w"),
  SEARCH("Search", "/search", "s"),
  SYSTEM("System", "/system", "y");

  private final String title;
  private final String path;
  private final String key;

  Room(String title, String path, String key) {
    this.title = title;
    this.path = path;
    this.key = key;
  }

  /** What the navigation calls it. */
  public String title() {
    return title;
  }

  /** Where it is. */
  public String path() {
    return path;
  }

  /** The key that, after {@code g}, goes there. */
  public String key() {
    return key;
  }
}
