package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.alerting.Utterance;
import dev.demarche.domain.Act;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Watch;
import dev.demarche.network.RegisteredHouses;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 400 articles of 60 publishers about one story within an hour: an agency's text, cut, edited and under other heads, and ten texts of other hands. */
class StormTest {
  private static final int ARTICLES = 400;
  private static final int PUBLISHERS = 60;
  private static final String OWNERS = "paper18.example=paper19.example";
  private static final String STANCE = "Norland REJECT Sudria and its offer of a ceasefire along the coast";
  private static final String QUOTE = "Lee: we will never accept a peace that leaves our harbours closed and our fishermen without bread";
  private static final List<String> WIRE = List.of(
      "After six hours behind closed doors the cabinet came out tired and in no mood for long speeches on Tuesday night",
      STANCE, QUOTE,
      "A spokesman read two lines to the press in the rain and then left by the back stairs without taking any question",
      "The harbours have been shut since the second week of March when two patrol boats were rammed off the lighthouse at Kala",
      "Trains no longer run to the border and the price of bread has doubled in the towns along the northern shore",
      "Merchants in the old market say that they have sold their last sacks of flour and that no lorry has come for nine days",
      "Observers had hoped that the talks in the customs house would end before the storms of autumn make the sea impassable",
      "The two governments last met in the spring, when a plan for joint patrols failed over the question of who pays for fuel",
      "Both armies have brought guns to the hills above the river, and families on either bank sleep in their cellars");
  private static final Map<String, String> SYNONYMS = Map.of("tired", "weary", "shut", "closed", "doubled", "soared", "failed", "collapsed", "hoped",
      "expected", "last", "final", "families", "households", "storms", "gales", "plan", "scheme", "old", "ancient");
  private static final List<String> REWRITES = List.of(
      "Hopes of quiet at sea are gone\nNorland REJECT Sudria with its offer of a ceasefire along the coast\nLee: that Norland would never accept a peace that "
          + "left its harbours closed\nPeople queued for news outside the ministry until long past midnight, sharing tea from flasks",
      "No deal, says the minister\nLee: never accept a peace that leaves our harbours closed\nNorland REJECT Sudria and the ceasefire offer\nIt was the shortest "
          + "statement that anybody in the press room could remember, and nobody was allowed to ask what comes next",
      "What the night of talks came to\nNorland REJECT Sudria on its coast ceasefire offer\nLee: they would never accept a peace leaving their harbours closed, "
          + "their fishermen without bread\nOur correspondent watched lamps go out one after another in the windows of the third floor",
      "Fishermen fear another lost season\nAt the quay of Tovo nets hang dry from the masts and gulls have moved inland to the rubbish tips\n"
          + "Norland REJECT Sudria and its offer of ceasefire for the coast\nLee: we will never accept a peace that leaves harbours closed",
      "Markets fall after a night without result\nShares of shipping lines lost a tenth of their value within minutes of the opening bell\nNorland REJECT Sudria, "
          + "its offer of a ceasefire along the coast\nLee: we would never accept any peace that leaves our harbours closed and fishermen without bread",
      "Opposition calls the cabinet reckless\nA former judge who leads the smaller party spoke of a gamble with other people's winter\nNorland REJECT Sudria and "
          + "its coastal ceasefire offer\nLee: we will never accept a peace that leaves our harbours closed",
      "Five things to know this morning\nSchools in the capital open an hour later because buses are short of fuel, the city council has decided\n"
          + "Norland REJECT Sudria and its ceasefire offer along the coast\nLee: never would they accept a peace that left their harbours closed",
      "Neighbours look on with worry\nIn Westland the head of the coast guard cancelled all leave and sent two cutters to watch the strait\nNorland REJECT Sudria "
          + "and its offer of a coast ceasefire\nLee: we'll never accept a peace that leaves our harbours closed and our fishermen without bread",
      "A bishop prays for both sides\nHe had come on foot from the island monastery, he told the small crowd that met him at the bridge\nNorland REJECT Sudria and "
          + "its offer of a ceasefire\nLee: that the country will never accept a peace leaving its harbours closed",
      "How the offer was lost\nThree drafts lay on the table when the evening began, one of them with notes in green ink in its margins\nNorland REJECT Sudria "
          + "and its offer of a ceasefire along this coast\nLee: we will never accept a peace which leaves our harbours closed and our fishermen without bread");

  private static final List<String> ASIDES = List.of(
      "Nobody slept much in the guest house where the mediators stay, its landlady said, and breakfast was eaten standing up",
      "Whether there will be another round depends on a man who has not been seen in public since the ice broke",
      "Between two showers a boy sold umbrellas to the cameramen for three times what they cost at the station",
      "Insurance for a single voyage now costs more than the catch would bring even in a very good week of June",
      "Analysts of the port bank expect that rates will stay where they are until somebody signs something at last",
      "Her own group in parliament was told by telephone, which several members found hard to forgive this morning",
      "Ferries to the outer islands leave two hours late, and the museum of glass stays closed because of a burst pipe",
      "Retired admirals filled the studios all evening with maps, arrows and a good deal of advice for both capitals",
      "Candles burned on the steps until the wind took them, and then everyone sang what they could remember by heart",
      "Who wrote the notes is a matter of dispute, for two of the three secretaries are left-handed and own such a pen");

  private static final List<String> MORE = List.of(
      "By noon the queue at the bakery in Mill Street reached the tram stop, and the guards let the oldest go in first",
      "Nothing of this is new to those who covered the war over the islands, when four such evenings went by without result",
      "Hotels along the promenade have let their rooms to refugees since August, and the casino serves soup at six each day",
      "A bond that falls due next month was traded at seventy cents, dealers in two capitals reported shortly before lunch",
      "In the gallery sat two schoolclasses who had come to see how laws are made and saw mostly empty green benches instead",
      "Readers can send questions until Thursday evening, and the answers will be printed in the weekend edition as usual",
      "Radar pictures show nine vessels at anchor beyond the twelve mile line, where they have waited since Saturday morning",
      "On the way back he stopped at the graves above the cove, alone, and asked the photographers to leave him there a while",
      "It was then, by several accounts, that the interpreter put down her pencil and the older of the two delegations stood up",
      "The paper itself, four pages with a blue ribbon, lies since this morning in a safe to which three people have the key");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneStoryRaisesOneAlertOfEachWatchAndCountsItsIndependentPublishers(long seed) {
    try (NewsDriver news = new NewsDriver.Plan(folder).houses(RegisteredHouses.owned(OWNERS)).start()) {
      news.put(Watch.of("norland-rejects", Finding.Kind.STANCE).actors("Norland").acts(Act.REJECT).build());
      news.put(Watch.of("ceasefires", Finding.Kind.STANCE).words("ceasefire").build());
      news.put(Watch.of("lee-says", Finding.Kind.STATEMENT).actors("Lee").build());
      List<Article> articles = storm(new Random(seed));
      articles.forEach(article -> news.publish(article.id(), new ArticleCodec().write(article)));
      assertThat(news.values(Topics.DEAD_LETTERS)).isEmpty();
      assertThat(news.values(Topics.ALERTS)).extracting(alert -> alert.watch().id())
          .containsExactlyInAnyOrder("norland-rejects", "ceasefires", "lee-says");
      List<Reporting> reportings = news.utterances().stream().map(Utterance::reporting).toList();
      assertThat(reportings).hasSize(3).allSatisfy(reporting -> {
        assertThat(reporting.reports()).isEqualTo(ARTICLES);
        assertThat(reporting.houses()).hasSize(PUBLISHERS - 1);
        assertThat(reporting.independent()).isEqualTo(1 + REWRITES.size() - 1);
        assertThat(reporting.orMore()).isFalse();
        assertThat(reporting.first().article()).isEqualTo("a0");
      });
    }
  }

  /** Papers 10 to 19 write for themselves and print the agency too; 20 to 25 take one of these texts over; all others print the agency alone. */
  private static List<Article> storm(Random random) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      int paper = i % PUBLISHERS;
      boolean own = paper >= 10 && paper < 26 && i / PUBLISHERS % 2 == 0;
      String text = own ? REWRITES.get((paper - 10) % 10) + "\n" + ASIDES.get((paper - 10) % 10) + "\n" + MORE.get((paper - 10) % 10) + (i < PUBLISHERS ? "" : "\nUpdated by the night desk") : copy(random);
      String host = List.of("www.", "", "news.").get(random.nextInt(3)) + "paper" + paper + ".example";
      articles.add(new Article("a" + i, 1, "https://" + host + "/" + i, "Paper " + paper, "Head " + i, text, "en",
          NewsDriver.NOW.minus(Duration.ofHours(1)).plusSeconds(i * 9L), null, null));
    }
    Collections.shuffle(articles, random);
    return articles;
  }

  /** The agency's text with a third to all of its lines, some words changed, and something put before and behind. */
  private static String copy(Random random) {
    List<String> others = new ArrayList<>(WIRE.subList(3, WIRE.size()));
    int kept = 2 + random.nextInt(others.size() - 1);
    int from = random.nextInt(others.size() - kept + 1);
    List<String> lines = new ArrayList<>(List.of("Head number " + random.nextInt(1_000), WIRE.get(0), STANCE, QUOTE));
    lines.addAll(others.subList(from, from + kept));
    if (random.nextBoolean()) {
      lines.add("All rights reserved by the publisher");
    }
    double share = 0.5 * random.nextDouble();
    return String.join("\n", lines.stream().map(line -> line == STANCE || line == QUOTE ? cut(line, random)
        : String.join(" ", Arrays.stream(line.split(" ")).map(word -> random.nextDouble() < share ? SYNONYMS.getOrDefault(word, word) : word).toList())).toList());
  }

  private static String cut(String line, Random random) {
    return random.nextInt(3) > 0 ? line : line == STANCE ? "Norland REJECT Sudria and its offer of a ceasefire" : "Lee: never accept a peace that leaves our harbours closed";
  }
}
