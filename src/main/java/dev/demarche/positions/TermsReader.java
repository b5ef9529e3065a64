package dev.demarche.positions;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Offices;
import dev.demarche.domain.ReportedDeed;
import dev.demarche.domain.ReportedDeed.Manner;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Terms;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * On which terms a stance is held, as its article tells it. It is held on condition where the evidence says the consequence of a condition which the holder sets, or
 * who speaks for the holder, or somebody whom the catalogue does not know. A condition is waived where the words say that there is none, or where the holder drops a demand in them. A threat has no
 * terms: "sanctions unless" sets none for what is rejected. Pure.
 */
final class TermsReader {
  private static final Set<Act> FOR = EnumSet.of(Act.AGREE, Act.SUPPORT, Act.CONCEDE);
  private static final Pattern WAIVED = Pattern.compile("(?i)\\bunconditionally\\b"
      + "|\\bunconditional (?:support|backing|acceptance|agreement|approval|endorsement|consent|yes)\\b"
      + "|\\bwithout (?:any |further |prior |other )?(?:pre-?)?conditions?\\b|\\bno strings attached\\b"
      + "|\\bno longer (?:insist|demand|require|tie|link|make)s?\\b");
  private static final Pattern OUTRIGHT = Pattern.compile("(?i)\\bunder (?:any|no|whatever) (?:conditions?|circumstances?|terms)\\b|\\bno matter what\\b");
  private static final Pattern DENIED = Pattern.compile("(?i)(?:\\bnot|n['\u2019]t|\\bnever|\\bhardly)(?:\\W+\\w+){0,2}\\W+$");

  private final Tagging tagging;
  private final Offices offices;
  private final LocalDate day;

  TermsReader(Tagging tagging, Offices offices, LocalDate day) {
    this.tagging = tagging;
    this.offices = offices;
    this.day = day;
  }

  /** The terms of {@code stance}, whose holder speaks for {@code bodies}; null where nothing is said of them. */
  Terms of(Stance stance, List<Actor> bodies) {
    boolean agrees = FOR.contains(stance.act());
    if (!agrees && stance.act() != Act.REJECT) {
      return null;
    }
    Set<String> holders = new HashSet<>();
    Stream.of(stance.holderActor(), stance.holder()).filter(Objects::nonNull).forEach(holders::add);
    bodies.forEach(body -> holders.add(body.id()));
    return waived(stance, agrees, holders).or(() -> condition(stance, holders)).orElse(null);
  }

  private Optional<Terms> waived(Stance stance, boolean agrees, Set<String> holders) {
    Span evidence = stance.evidence();
    Matcher words = (agrees ? WAIVED : OUTRIGHT).matcher(evidence.text());
    if (words.find() && !DENIED.matcher(evidence.text().substring(0, words.start())).find()) {
      return Optional.of(new Terms(Terms.Kind.WAIVED,
          new Span(evidence.begin() + words.start(), evidence.begin() + words.end(), words.group())));
    }
    return !agrees ? Optional.empty() : tagging.deeds().stream().filter(deed -> deed.manner() == Manner.DROPPED && mostly(deed.evidence(), evidence))
        .filter(deed -> Stream.of(deed.deed().actorId(), deed.deed().actor()).anyMatch(holders::contains)).map(ReportedDeed::evidence)
        .map(span -> new Terms(Terms.Kind.WAIVED, span.around(span, Stands.MAX_SENTENCE))).findFirst();
  }

  private Optional<Terms> condition(Stance stance, Set<String> holders) {
    return tagging.article().conditions().stream()
        .filter(condition -> mostly(condition.consequence(), stance.evidence()) && sets(condition, holders)).map(this::words)
        .map(words -> new Terms(Terms.Kind.ON_CONDITION, words)).findFirst();
  }

  /** Where the catalogue does not know who speaks, whoever would do what follows sets the condition: the holder. */
  private boolean sets(Condition condition, Set<String> holders) {
    return condition.byActor() == null || holders.contains(condition.byActor())
        || offices.spokenForBy(condition.byActor(), day).stream().anyMatch(body -> holders.contains(body.id()));
  }

  private Span words(Condition condition) {
    int begin = Math.min(condition.marker().begin(), condition.antecedent().begin());
    int end = Math.max(condition.marker().end(), condition.antecedent().end());
    Span whole = Span.of(tagging.article().text(), begin, end);
    return whole.around(condition.antecedent().length() > whole.length() ? whole : condition.antecedent(), Stands.MAX_SENTENCE);
  }

  /** Whether the two share at least half of the shorter one. */
  private static boolean mostly(Span one, Span other) {
    int shared = Math.min(one.end(), other.end()) - Math.max(one.begin(), other.begin());
    return shared > 0 && 2 * shared >= Math.min(one.length(), other.length());
  }
}
