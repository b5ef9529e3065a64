package dev.demarche.ingest.web;

import java.util.Locale;

/** Names of languages as the web writes them. */
public final class Languages {
  private Languages() {}

  /** The BCP 47 tag that {@code text} means ({@code en_GB} means en-GB), or null. */
  public static String tag(String text) {
    if (text == null) {
      return null;
    }
    String first = text.strip().split("[,;\\s]", 2)[0].replace('_', '-');
    String tag = Locale.forLanguageTag(first).toLanguageTag();
    return tag.equals("und") ? null : tag;
  }
}
