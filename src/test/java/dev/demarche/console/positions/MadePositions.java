package dev.demarche.console.positions;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Deed;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Position;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stand;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Terms;
import dev.demarche.positions.Line;
import dev.demarche.positions.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reports made by hand, the lines that they come to, and what the topics then hold. Ids of actors are their names in lower case. */
public final class MadePositions {
  public static final Rules RULES = new Rules(0.5, 1, Duration.ofDays(7), Duration.ofHours(24), 100);

  private final FilledIndex index = new FilledIndex();
  private final Archive archive = index.archive();
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private int articles;

  public Archive archive() {
    return archive;
  }

  public Map<String, Line> lines() {
    return lines;
  }

  /** An issue of the catalogue. */
  public MadePositions issue(String id, String name) {
    index.put(Shelves.ISSUES, id, new Issue(id, name, id));
    return this;
  }

  /** An actor of the catalogue; a group where there are members. */
  public MadePositions actor(String name, String... members) {
    index.put(Shelves.ACTORS, id(name), new Actor(id(name), name, EntityType.ORGANIZATION, List.of(), List.of(), null, List.of(), null, null,
        List.of(members), List.of(), null, null));
    return this;
  }

  /** A report at noon of a day; {@code target} and {@code condition} may be null. */
  public MadePositions report(String day, String who, Act act, String target, String issue, String words, String condition) {
    String text = who + " " + words + (target == null ? "" : " towards " + target) + (condition == null ? "." : " if " + condition + ".");
    Span sentence = Span.of(text, 0, text.length());
    Span evidence = Span.of(text, who.length() + 1, who.length() + 1 + words.length());
    Terms terms = condition == null ? null
        : new Terms(Terms.Kind.ON_CONDITION, Span.of(text, text.length() - condition.length() - 4, text.length() - 1));
    Receipt receipt = new Receipt(article(day).id() + ":1:a0", who, id(who), List.of(), act, act.polarity(), target, target == null ? null : id(target),
        List.of(issue), evidence, sentence, 0.9, false, article(day), "made-1", terms);
    articles++;
    Stand stand = new Stand(id(who), who, issue, List.of(receipt));
    Line line = lines.getOrDefault(stand.key(), Line.first(stand));
    Line.Outcome outcome = line.take(stand, RULES);
    lines.put(stand.key(), outcome.next());
    outcome.positions().forEach((key, position) -> index.put(Shelves.POSITIONS, key, position));
    outcome.shifts().forEach(shift -> index.put(Shelves.SHIFTS, stand.key() + "|" + shift.id(), shift));
    ArticleRef article = receipt.article();
    index.put(new TaggedArticle(article.id(), 1, article.url(), article.publisher(), article.title(), text, "en", article.publishedAt(), article.publishedAt(), null,
        1, "made-1", List.of(), List.of(new Statement(article.id() + ":1:s0", who, id(who), SpeakerKind.PERSON, null, null, List.of(evidence),
            StatementKind.INDIRECT, false, List.of(issue), 0.9)), List.of(), List.of()));
    return this;
  }

  /** The receipts of one more report that agrees. */
  public static List<Receipt> lone(String day, String who, String issue) {
    MadePositions made = new MadePositions();
    made.articles = 1_000;
    return made.report(day, who, Act.AGREE, null, issue, "agrees to it", null).lines.values().iterator().next().receipts();
  }

  /** A condition that was set on a day and, where {@code met} is not null, met on that one. */
  public MadePositions condition(String id, String by, String actor, String antecedent, String consequence, String issue, String day, String met) {
    String text = by + " said: if " + antecedent + ", " + consequence + ".";
    ConditionReceipt set = new ConditionReceipt(article(day).id() + ":1:c0", Span.of(text, by.length() + 7, text.length() - 1), Span.of(text, 0, text.length()),
        article(day), "made-1");
    articles++;
    List<ConditionState.Change> changes = new ArrayList<>(List.of(new ConditionState.Change(ConditionState.State.OPEN, set.at(), set, 1, "it is set")));
    if (met != null) {
      String told = antecedent + ", it was told.";
      changes.add(new ConditionState.Change(ConditionState.State.MET, article(met).publishedAt(), new ConditionReceipt(article(met).id() + ":1:a0",
          Span.of(told, 0, antecedent.length()), Span.of(told, 0, told.length()), article(met), "made-1"), 2, "the antecedent is reported as done"));
    }
    index.put(Shelves.CONDITIONS, id, new ConditionState(id, changes.get(changes.size() - 1).state(), by, id(by), "if", antecedent, consequence,
        new Deed(actor, actor == null ? null : id(actor), Act.CONCEDE, null, null, false, false, "free", List.of("crew")), List.of(issue), set.at(), 1, 1,
        List.of(set), changes));
    return this;
  }

  private ArticleRef article(String day) {
    Instant at = Instant.parse(day + "T12:00:00Z");
    return new ArticleRef("n" + articles, 1, "https://p" + articles + ".example/1", "p" + articles + ".example", "News of " + day, "en", at, at, null);
  }

  public static String id(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** The position of an actor on an issue as a whole. */
  public Position position(String who, String issue) {
    return archive.shelf(Shelves.POSITIONS).get(Stand.keyOf(id(who), who, issue) + "|").orElseThrow();
  }

  /** All shifts, the newest first. */
  public List<Shift> shifts() {
    return archive.shelf(Shelves.SHIFTS).find(dev.demarche.console.index.Shelf.Filter.ALL, 0, 100).items();
  }

  /** Each actor on each issue, now for and now against it. */
  public static MadePositions many(int actors, int issues) {
    MadePositions made = new MadePositions();
    Act[] acts = {Act.AGREE, Act.REJECT, Act.REQUEST, Act.SUPPORT, Act.ACCUSE, Act.STATE, Act.THREATEN, Act.CONCEDE, Act.CONSULT};
    String[] topics = {"Ceasefire", "Grain exports", "Sanctions", "Prisoner exchange", "Arms deliveries to the front", "Nuclear safety", "Border crossings",
        "Reparations", "Elections", "Membership of the union"};
    for (int j = 0; j < issues; j++) {
      made.issue("issue-" + j, topics[j % topics.length]);
    }
    String[] names = {"Russia", "Ukraine", "Vladimir Putin", "European Commission", "United States", "Turkey", "Foreign Minister of the Republic of Northern Sudria"};
    for (int i = 0; i < actors; i++) {
      made.actor(names[i % names.length] + (i < names.length ? "" : " " + i));
    }
    made.actor("G7", id(names[0]), id(names[1]));
    for (int i = 0; i < actors; i++) {
      String who = names[i % names.length] + (i < names.length ? "" : " " + i);
      for (int j = 0; j < issues; j++) {
        if ((i * 7 + j * 3) % 5 == 0) {
          continue;
        }
        int reports = 1 + (i * j + actors - i) % 5;
        for (int k = 0; k < reports; k++) {
          Act act = acts[(i + 2 * j + (k > 2 ? 1 : 0)) % acts.length];
          String day = String.format("2026-%02d-%02d", 8 + (i + k) % 3, 1 + (i * 3 + j * 2 + k * 4) % 28);
          made.report(day, who, act, k == 1 ? "Turkey" : null, "issue-" + j, "would \"" + act.name().toLowerCase(Locale.ROOT) + "\" on the matter of " + topics[j
              % topics.length].toLowerCase(Locale.ROOT), act.polarity() != 0 && (i + j) % 6 == 0 ? "the other side withdraws its troops" : null);
        }
      }
    }
    made.condition("c1", "Russia", "Ukraine", "Ukraine frees the crew", "exports of grain will go on", "issue-1", "2026-10-02", null);
    made.condition("c2", "Turkey", "Russia", "Russia opens the harbours", "it will host the talks", "issue-1", "2026-10-03", "2026-10-20");
    return made;
  }
}
