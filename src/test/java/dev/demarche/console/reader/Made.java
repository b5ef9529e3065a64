package dev.demarche.console.reader;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Deed;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Position;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.WatchRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What tests of pages show: an article in which one speaker says something hostile on a condition, and what the stream would make of it. */
public final class Made {
  public static final Instant AT = Instant.parse("2025-05-13T12:00:00Z");
  public static final String SENTENCE = "Mara Lind said \"we reject <script>alert(1)</script> & Oslo\" unless Oslo pays.";
  public static final String TEXT = SENTENCE + "\n\nThat was 😀 all.";
  public static final Actor MARA = new Actor("mara-lind", "Mara Lind", EntityType.PERSON, List.of("M. \"Lind\" <b>"), List.of(), null, List.of(), "norway",
      List.of(new Actor.Role("foreign minister", "norway", LocalDate.of(2020, 1, 1), null)), "she", "Q42");
  public static final Actor NORWAY = new Actor("norway", "Norway", EntityType.COUNTRY, List.of(), List.of("Norwegian"), "Oslo", List.of(), null, List.of(),
      null, "javascript:alert(1)");
  public static final Actor NORDICS = new Actor("nordics", "Nordic states", EntityType.ORGANIZATION, List.of(), List.of(), null, List.of(), null, null,
      List.of("norway"), List.of(), null, null);

  private Made() {}

  public static Span span(String words) {
    int begin = TEXT.indexOf(words);
    return Span.of(TEXT, begin, begin + words.length());
  }

  private static Entity entity(String words, EntityType type, String name, String actor) {
    Span at = span(words);
    return new Entity(at.begin(), at.end(), at.text(), type, EntityKind.NAME, name, actor, 0.95);
  }

  /** The article under another id, publisher and URL. */
  public static TaggedArticle article(String id, String publisher, String url) {
    String key = id + ":1:";
    Article plain = new Article(id, 1, url, publisher, "Lind <img src=x onerror=alert(1)> \"refuses\"", TEXT, "en", AT, null, null).accepted(1, AT.plusSeconds(60));
    return TaggedArticle.of(plain, "test-1", List.of(entity("Mara Lind", EntityType.PERSON, "Mara Lind", "mara-lind"),
            entity("Oslo\"", EntityType.COUNTRY, "Norway", "norway"), entity("Oslo pays", EntityType.ORGANIZATION, "The \"Oslo\" & <Co>", null)),
        List.of(new Statement(key + "s0", "Mara Lind", "mara-lind", SpeakerKind.PERSON, span("Mara Lind"), span("said"),
            List.of(span("we reject <script>alert(1)</script> & Oslo")), StatementKind.DIRECT, false, List.of("ceasefire"), 0.9)),
        List.of(new Stance(key + "a0", "Mara Lind", "mara-lind", span("Mara Lind"), Act.REJECT, -1, "Norway", "norway", null, List.of("ceasefire"),
            span("said \"we reject <script>alert(1)</script> & Oslo\" unless"), key + "s0", 0.8)),
        List.of(new Condition(key + "c0", "Mara Lind", "mara-lind", span("unless"), span("Oslo pays"), span("we reject <script>alert(1)</script> & Oslo"), null,
            null, List.of(), null, 0.7)));
  }

  public static Receipt receipt(TaggedArticle article, Act act, int polarity) {
    return new Receipt(article.id() + ":1:a0", "Mara Lind", "mara-lind", List.of(), act, polarity, "Norway", "norway", List.of("ceasefire"),
        span("we reject <script>alert(1)</script>"), span(SENTENCE), 0.8, false, article.ref(), "test-1");
  }

  public static Shift shift(TaggedArticle article) {
    return new Shift("shift1", Shift.Kind.CLOSED, Shift.State.TOLD, "mara-lind", "Mara Lind", "ceasefire", "Norway", "norway", Side.FOR, Side.AGAINST,
        receipt(article, Act.SUPPORT, 1), receipt(article, Act.REJECT, -1), "was for, is now against");
  }

  public static Position position(TaggedArticle article) {
    return new Position("mara-lind", "Mara Lind", "ceasefire", "Norway", "norway",
        new Position.Stood(Side.AGAINST, Act.REJECT, -1, AT, AT, 2, 3, receipt(article, Act.REJECT, -1)), 3, List.of());
  }

  public static ConditionState condition(TaggedArticle article) {
    ConditionReceipt receipt = new ConditionReceipt(article.id() + ":1:c0", span("Oslo pays"), span(SENTENCE), article.ref(), "test-1");
    return new ConditionState("cond1", ConditionState.State.BREACHED, "Mara Lind", "mara-lind", "unless", "Oslo pays", "we reject",
        new Deed(null, null, null, null, null, false, false, "pay", List.of()), List.of(), AT, 1, 1, List.of(receipt),
        List.of(new ConditionState.Change(ConditionState.State.OPEN, AT, receipt, 1, "set"),
            new ConditionState.Change(ConditionState.State.BREACHED, AT, receipt, 1, "Norway <refuses>")));
  }

  public static AlertLife alert(TaggedArticle article) {
    Finding finding = new Finding(Finding.Kind.STANCE, article.id() + ":1:a0", "Mara Lind", "mara-lind", Act.REJECT, "Norway", "norway", Set.of("norway"),
        List.of("ceasefire"), List.of(span("we reject")), span(SENTENCE), 0.8);
    return AlertLife.of(new Alert("alert1", Alert.State.FIRING, "e1", "u1", new WatchRef("refusals", 0, "Who <refuses>", Severity.WARNING), "because", finding,
        article.ref(), AT, "publishedAt", "test-1", AT), "because", AT);
  }
}
