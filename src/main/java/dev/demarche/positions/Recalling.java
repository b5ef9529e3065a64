package dev.demarche.positions;

import dev.demarche.domain.Stance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether an article recalls an earlier stance rather than reports one. */
enum Recalling {
  /** Nothing shows that it does. */
  NO,
  /** The words name an earlier time: "in January" in an article of March, "last year". It may be the time of something else. */
  PERHAPS,
  /** The article itself tells it in the pluperfect ("Hungary had rejected the plan"), which in reported speech is the tense of what is new. */
  YES;

  private static final Pattern CLAUSE_END = Pattern.compile("(?i),|\\b(?:that|which|who|whom|whose|when|after|before|because|although|while|but|if|unless)\\b");
  private static final Pattern PLUPERFECT = Pattern.compile("(?i)\\bhad\\b(?!\\s+(?:to|a|an|the|no|its|his|her|their)\\b)|\\b(?:previously|formerly)\\b");
  private static final Pattern EARLIER = Pattern.compile("(?i)\\b(?:last (?:year|month|spring|summer|autumn|fall|winter)"
      + "|(?:weeks|months|years|a (?:month|year)) (?:ago|earlier|before)|earlier (?:this|that) (?:month|year))\\b");
  private static final Pattern DATE = Pattern.compile("\\b(?:in|on|early|late)\\s+(?:\\d{1,2}\\s+)?("
      + Arrays.stream(Month.values()).map(month -> month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT))
      .collect(Collectors.joining("|")) + ")\\b(?:\\s+\\d{1,2}\\b)?(?:,?\\s+((?:19|20)\\d\\d))?|\\bin\\s+((?:19|20)\\d\\d)\\b");
  private static final int MONTHS = 12;
  private static final int WEEK = 7;

  /** Whether {@code stance}, in an article of {@code at}, is one of an earlier time. */
  static Recalling of(Stance stance, Instant at) {
    String words = stance.evidence().text();
    Matcher end = CLAUSE_END.matcher(words);
    if (stance.statement() == null && PLUPERFECT.matcher(end.find() ? words.substring(0, end.start()) : words).find()) {
      return YES;
    }
    return EARLIER.matcher(words).find() || namesEarlierDate(words, at.atZone(ZoneOffset.UTC).toLocalDate()) ? PERHAPS : NO;
  }

  /** The month before counts as earlier from the article's second week on. */
  private static boolean namesEarlierDate(String words, LocalDate day) {
    Matcher date = DATE.matcher(words);
    while (date.find()) {
      String year = date.group(2) != null ? date.group(2) : date.group(3);
      if (year != null && Integer.parseInt(year) != day.getYear()) {
        return Integer.parseInt(year) < day.getYear();
      }
      int ago = date.group(1) == null ? 0
          : Math.floorMod(day.getMonthValue() - Month.valueOf(date.group(1).toUpperCase(Locale.ROOT)).getValue(), MONTHS);
      if (ago > 1 && ago <= MONTHS / 2 || ago == 1 && day.getDayOfMonth() > WEEK) {
        return true;
      }
    }
    return false;
  }
}
