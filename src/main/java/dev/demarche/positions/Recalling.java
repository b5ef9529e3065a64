package dev.demarche.positions;

import dev.demarche.domain.Span;
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
  /** The words name an earlier time; it may be the time of something else: "accepted the plan that it rejected in January". */
  PERHAPS,
  /**
   * The article tells it as of an earlier time: in the pluperfect ("Hungary had rejected the plan"; within reported speech this is the tense of
   * what is new), or with an earlier date where none of these days stands beside it ("In January, Hungary rejected the plan").
   */
  YES;

  private static final String MONTHS = Arrays.stream(Month.values())
      .map(month -> month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining("|"));
  private static final Pattern CLAUSE_END = Pattern.compile(
      "(?i),|\\b(?:that|which|who|whom|whose|when|after|before|because|although|while|but|if|unless"
      + "|drawn|drafted|proposed|presented|tabled|signed|reached|brokered|offered|negotiated|unveiled|adopted|agreed on|put forward)\\b");
  private static final Pattern PLUPERFECT = Pattern.compile(
      "(?i)\\bhad\\b(?!\\s+(?:to|a|an|the|no|its|his|her|their)\\b)|\\b(?:previously|formerly)\\b");
  private static final Pattern EARLIER = Pattern.compile("(?i)\\b(?:last (?:year|month|spring|summer|autumn|fall|winter)"
      + "|(?:weeks|months|years|a (?:month|year)) (?:ago|earlier|before)|earlier (?:this|that) (?:month|year))\\b");
  private static final Pattern DATE = Pattern.compile("(?i)\\b(?:in|on|early|late)\\s+(?:\\d{1,2}\\s+)?(" + MONTHS
      + ")\\b(?:\\s+\\d{1,2}\\b)?(?:,?\\s+((?:19|20)\\d\\d))?|\\bin\\s+((?:19|20)\\d\\d)\\b");
  private static final Pattern THESE_DAYS = Pattern.compile("(?i)\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|now|this week)\\b");
  private static final Pattern OPENING = Pattern.compile("(?i)^(?:back )?(?:in|on|last|early|late|earlier|weeks|months|years|a)\\b[^,]{0,40},\\s*$");
  private static final Pattern SAID_THEN = Pattern.compile(
      "(?i)\\b(?:said|told (?:\\w+ ){0,2}\\w+|declared|announced|stated|wrote|vowed|insisted)\\s+(?:back )?(?:"
      + DATE + "|" + EARLIER + ")");
  private static final int YEAR = 12;
  private static final int WEEK = 7;

  /** Whether {@code stance}, in {@code sentence} of an article of {@code at}, is one of an earlier time. */
  static Recalling of(Stance stance, Span sentence, Instant at) {
    String words = stance.evidence().text();
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    String before = sentence.text().substring(0, Math.max(0, stance.evidence().begin() - sentence.begin()));
    Matcher end = CLAUSE_END.matcher(words);
    String clause = (OPENING.matcher(before).matches() ? before : "") + (end.find() ? words.substring(0, end.start()) : words);
    boolean told = stance.statement() == null;
    if (told && PLUPERFECT.matcher(clause).find() || told && namesEarlierTime(clause, day) && !THESE_DAYS.matcher(clause).find()
        || saidEarlier(sentence.text().replace(words, " "), day)) {
      return YES;
    }
    return namesEarlierTime(words, day) ? PERHAPS : NO;
  }

  /** Whether right behind a cue an earlier time stands: "he said in January". */
  private static boolean saidEarlier(String rest, LocalDate day) {
    return SAID_THEN.matcher(rest).results().anyMatch(said -> namesEarlierTime(rest.substring(said.start(), said.end()), day));
  }

  /** The month before counts as earlier from the article's second week on. */
  private static boolean namesEarlierTime(String words, LocalDate day) {
    if (EARLIER.matcher(words).find()) {
      return true;
    }
    Matcher date = DATE.matcher(words);
    while (date.find()) {
      String year = date.group(2) != null ? date.group(2) : date.group(3);
      if (year != null && Integer.parseInt(year) != day.getYear()) {
        return Integer.parseInt(year) < day.getYear();
      }
      int ago = date.group(1) == null ? 0
          : Math.floorMod(day.getMonthValue() - Month.valueOf(date.group(1).toUpperCase(Locale.ROOT)).getValue(), YEAR);
      if (ago > 1 && ago <= YEAR / 2 || ago == 1 && day.getDayOfMonth() > WEEK) {
        return true;
      }
    }
    return false;
  }
}
