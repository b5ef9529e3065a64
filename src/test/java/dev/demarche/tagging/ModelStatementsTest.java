package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Span;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.tagging.encoder.Encoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the trained model and the rules find together, in made articles of many layouts. */
class ModelStatementsTest extends TaggerContract {

  /** The model reads about 15,000 pieces a second and core where it has the newest instructions, and the longest text has 60,000. */
  @Override
  Duration limit() {
    return Duration.ofSeconds(60);
  }

  @Override
  Tagger tagger() {
    return NewsTagger.of(Encoder.standard(), Fixture.ACTORS, Fixture.ISSUES);
  }

  /** A text, then for each statement that must be found "speaker: words / words", the words standing in its content. */
  static Stream<Arguments> layouts() {
    return Stream.of(
        made("quotation before its cue", "\u201cWe will keep the harbour open,\u201d Lars Moe said on Friday.", "Lars Moe: We will keep the harbour open"),
        made("cue before a quotation", "Lars Moe told reporters: \u201cThe harbour will stay open this winter.\u201d",
            "Lars Moe: The harbour will stay open this winter"),
        made("quotation around its cue", "\"The ferries are late,\" said Anna Lahti, the president, \"but they will come.\"",
            "Anna Lahti: The ferries are late / but they will come"),
        made("quotation in the next sentence", "\"The ferries are late,\" Anna Lahti said on Monday. \"We will buy new ones next year.\"",
            "Anna Lahti: The ferries are late / We will buy new ones next year"),
        made("quotation over paragraphs", "Anna Lahti said: \u201cThe ferries are late again and nobody knows why.\n\n\u201cWe will buy new ones next year.\n\n"
            + "\u201cThat is all I can promise today.\u201d\n\nThe ferries were built in Turku.",
            "Anna Lahti: The ferries are late again / We will buy new ones next year / That is all I can promise today"),
        made("paragraph in quotation marks", "\u201cThe ice is too thin for the big ships,\u201d Lars Moe told reporters in Oslo.\n\n"
            + "\u201cWe have asked Finland for two icebreakers.\u201d\n\nFinland has nine icebreakers.",
            "Lars Moe: The ice is too thin / We have asked Finland for two icebreakers"),
        made("that-clause", "Lars Moe said that the government would build a new road to the north.", "Lars Moe: the government would build a new road"),
        made("clause without that", "Lars Moe warned on Tuesday the talks could fail within days.", "Lars Moe: the talks could fail within days"),
        made("according to", "The bridge is safe, according to Anna Lahti.", "Anna Lahti: The bridge is safe"),
        made("according to, before", "According to Anna Lahti, the bridge will be closed until spring.", "Anna Lahti: the bridge will be closed until spring"),
        made("cue at the end", "The bridge will be closed until spring, Anna Lahti said.", "Anna Lahti: The bridge will be closed until spring"),
        made("part in quotation marks", "Lars Moe said the plan was \u201ca gift to the coast\u201d and promised more money.",
            "Lars Moe: the plan was \u201ca gift to the coast\u201d"),
        made("two speakers", "\u201cThe offer is fair,\u201d Lars Moe said. Anna Lahti replied that the offer was an insult.",
            "Lars Moe: The offer is fair", "Anna Lahti: the offer was an insult"),
        made("one after another", "Lars Moe said the offer was fair. He added that he would travel to Helsinki.",
            "Lars Moe: the offer was fair", "Lars Moe: he would travel to Helsinki"),
        made("belief", "Anna Lahti believes that the snow will melt before the election.", "Anna Lahti: the snow will melt before the election"),
        made("single quotation marks", "\u2018We won\u2019t pay for the ferries,\u2019 Anna Lahti said.", "Anna Lahti: We won\u2019t pay for the ferries"),
        made("guillemets", "\u00abWe will not pay for the ferries,\u00bb said Anna Lahti.", "Anna Lahti: We will not pay for the ferries"),
        made("transcript", "Transcript of the debate\n\nLars Moe: We will open the harbour in May.\n\nAnna Lahti: Nobody believes that.\n\n"
            + "Lars Moe: You will see.", "Lars Moe: We will open the harbour in May", "Anna Lahti: Nobody believes that", "Lars Moe: You will see"),
        made("question and answer", "We met Anna Lahti in Turku.\n\nQ: Will the port open?\n\nA: It opens in May, I promise.\n\nQ: Who pays?\n\nA: We do.",
            "Anna Lahti: It opens in May", "Anna Lahti: We do"),
        made("statement within a statement", "Anna Lahti said that Norway had promised that the road would open.",
            "Anna Lahti: Norway had promised that the road would open", "Norway: the road would open"),
        made("press release", "OSLO, March 3 \u2014 Norway today opened a new harbour in the north.\n\n\u201cThis harbour will change the lives of many people,\u201d "
            + "said Lars Moe, prime minister of Norway. \u201cWe thank all who built it.\u201d\n\nAbout Norway\nNorway is a country in the north.",
            "Lars Moe: This harbour will change the lives of many people / We thank all who built it"));
  }

  private static Arguments made(String layout, String text, String... said) {
    return Arguments.of(layout, text, List.of(said));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void whoSaidWhatIsFoundInEveryLayout(String layout, String text, List<String> said) {
    List<Statement> found = tagger().tag(article(text)).article().statements();
    for (String one : said) {
      String speaker = one.substring(0, one.indexOf(':'));
      List<String> words = Arrays.asList(one.substring(one.indexOf(':') + 2).split(" / "));
      assertThat(found).as("%s, in %s", one, found).anyMatch(statement -> speaker.equals(statement.speaker())
          && words.stream().allMatch(content(statement)::contains));
    }
    assertThat(found).extracting(Statement::content).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"Norway won the match. Finland closed the road.",
      "The harbour was built in 1912. It has two piers and a crane.", "Photo: Example News\n\nRead more: The road to the north"})
  void whatNobodySaysIsNoStatement(String text) {
    assertThat(tagger().tag(article(text)).article().statements()).isEmpty();
  }

  @Test
  void quotationsAreDirect() {
    assertThat(tagger().tag(article("\u201cWe will keep the harbour open,\u201d Lars Moe said on Friday.")).article().statements())
        .extracting(Statement::kind).containsExactly(StatementKind.DIRECT);
  }

  private static String content(Statement statement) {
    return statement.content().stream().map(Span::text).collect(Collectors.joining(" "));
  }
}
