package dev.demarche.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** PLOVER's primary sector codes, read from offices and from the names of bodies. What neither tells has none. */
final class Sectors {
  static final String GOVERNMENT = "GOV";

  private record Sign(String code, Pattern words) {
    Sign(String code, String words) {
      this(code, Pattern.compile("\\b(?:" + words + ")\\b", Pattern.UNICODE_CHARACTER_CLASS));
    }
  }

  private static final Map<String, List<String>> OFFICES = Map.of(
      "LEG", List.of("senator", "representative", "member", "deputy", "lawmaker", "councillor", "speaker", "speaker of parliament", "majority leader",
          "minority leader"),
      "MIL", List.of("commander", "commander-in-chief", "army chief", "chief of the general staff", "chairman of the joint chiefs of staff"),
      "JUD", List.of("judge", "chief justice", "justice", "chief prosecutor"));

  private static final List<Sign> NAMES = List.of(
      new Sign("LEG", "parliament|senate|congress|house of (?:representatives|commons|lords)|state duma|verkhovna rada|knesset|bundestag|assembly"),
      new Sign("PTY", "party|democrats"), new Sign("JUD", "court|tribunal"),
      new Sign("SPY", "intelligence|security service|spy agency"), new Sign("COP", "police"),
      new Sign("GOV", "ministry|department|government|treasury|foreign office|security council|commission"),
      new Sign("MIL", "army|armed forces|defense forces|defence forces|navy|air force|marine corps|coast guard|national guard|bundeswehr|pentagon"));

  private Sectors() {}

  /** The sector of who holds the office {@code title}, or null where the title alone does not tell. */
  static String ofOffice(String title) {
    return OFFICES.entrySet().stream().filter(entry -> entry.getValue().contains(title.toLowerCase(Locale.ROOT))).map(Map.Entry::getKey).findFirst()
        .orElse(null);
  }

  /** The sector of a body with this name, or null. */
  static String ofBody(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.stream().filter(sign -> sign.words().matcher(lower).find()).map(Sign::code).findFirst().orElse(null);
  }
}
