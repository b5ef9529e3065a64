package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.cli.Cli.Ran;
import dev.demarche.domain.Act;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import dev.demarche.topics.Schemas;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code tag} finds in the article that comes with Demarche. */
class TagCliIT {
  private static final String SEEDS = "seeds/articles/000_2ae558d726844ad4.txt";

  private static byte[] line;
  private static TaggedArticle article;

  @BeforeAll
  static void tag() throws Exception {
    Ran ran = Cli.run("tag", "--json", SEEDS);
    assertThat(ran.code()).isZero();
    line = ran.out().strip().getBytes(StandardCharsets.UTF_8);
    article = Json.read(line, TaggedArticle.class);
  }

  @Test
  void russiaRejectsTheOffer() {
    assertThat(article.stances()).anySatisfy(stance -> {
      assertThat(stance.holder()).isEqualTo("Russia");
      assertThat(stance.holderActor()).isEqualTo("russia");
      assertThat(stance.act()).isEqualTo(Act.REJECT);
      assertThat(stance.evidence().text()).contains("rejected the offer");
    });
  }

  @Test
  void yermakSetsACondition() {
    assertThat(article.conditions()).anySatisfy(condition -> {
      assertThat(condition.by()).isEqualTo("Andriy Yermak");
      assertThat(condition.marker().text()).isEqualToIgnoringCase("if");
      assertThat(condition.antecedent().text()).contains("Putin refuses to come to Turkey");
      assertThat(condition.consequence().text()).contains("final signal");
    });
  }

  @Test
  void ukrainesEuropeanPartnersMakeTalksDependOnSomethingOrThreaten() {
    assertThat(Stream.concat(article.conditions().stream().map(Condition::by),
        article.stances().stream().filter(stance -> stance.act() == Act.THREATEN).map(Stance::holder)))
        .contains("Ukraine's European partners");
  }

  @Test
  void zelenskySpeaks() {
    assertThat(article.statements()).anySatisfy(statement -> {
      assertThat(statement.speaker()).isEqualTo("Volodymyr Zelensky");
      assertThat(statement.speakerActor()).isEqualTo("volodymyr-zelensky");
      assertThat(statement.content()).extracting(Span::text).anySatisfy(text -> assertThat(text).contains("I am ready for the meeting"));
    });
  }

  @Test
  void everySpanIsThatPieceOfTheText() {
    Stream<Span> spans = Stream.of(
        article.entities().stream().map(entity -> entity.span()),
        article.statements().stream().flatMap(s -> Stream.concat(Stream.of(s.source(), s.cue()), s.content().stream())),
        article.stances().stream().flatMap(s -> Stream.of(s.holderSpan(), s.targetSpan(), s.evidence())),
        article.conditions().stream().flatMap(c -> Stream.of(c.marker(), c.antecedent(), c.consequence()))).flatMap(all -> all);
    assertThat(spans.filter(span -> span != null)).hasSizeGreaterThan(50)
        .allSatisfy(span -> assertThat(article.text().substring(span.begin(), span.end())).isEqualTo(span.text()));
  }

  @Test
  void theJsonConformsToTheSchemaOfTagged() {
    assertThat(Schemas.faults(Topics.TAGGED, line)).isEmpty();
    assertThat(article.taggerVersion()).isNotBlank().isNotEqualTo("nothing");
  }

  @Test
  void theTextForPeopleSaysWhoSaidWhatAndWhoStandsWhere() throws Exception {
    Ran ran = Cli.run("tag", SEEDS);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("What is known about the Russian-Ukrainian negotiations?", "2025-05-13");
    assertThat(ran.out()).containsPattern("Volodymyr Zelensky .*:").containsPattern("Russia --REJECT-->").contains("Andriy Yermak");
    assertThat(ran.out()).doesNotContain("\u001b");
  }

  @Test
  void pronounsKeepNoNameThatIsLessSureThanTheSettingAsks() throws Exception {
    assertThat(pronouns("0.9")).isNotEmpty().hasSizeLessThan(pronouns("0").size()).allMatch(pronoun -> pronoun.confidence() >= 0.9);
    assertThat(pronouns("0.4")).isEqualTo(article.entities().stream().filter(entity -> entity.kind() == EntityKind.PRONOUN).toList());
  }

  private static List<Entity> pronouns(String least) throws Exception {
    Ran ran = Cli.run("tag", "--json", "--set", "pronouns.confidence.least=" + least, SEEDS);
    assertThat(ran.code()).as(ran.err()).isZero();
    return Json.read(ran.out().strip().getBytes(StandardCharsets.UTF_8), TaggedArticle.class).entities().stream()
        .filter(entity -> entity.kind() == EntityKind.PRONOUN).toList();
  }

  @Test
  void aConfidenceThatIsNoneIsRefusedByTheNameOfItsSetting() throws Exception {
    Ran ran = Cli.run("tag", "--set", "pronouns.confidence.least=40%", SEEDS);
    assertThat(ran.code()).isNotZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("pronouns.confidence.least cannot be \"40%\"; write a number from 0 to 1, such as 0.5");
  }
}
