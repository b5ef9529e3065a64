package dev.demarche.pipeline;

import dev.demarche.domain.Article;
import java.time.Instant;
import java.util.List;

/** Two made-up stories of four months each in which conditions are set, met, breached and withdrawn among other news. */
final class ConditionStory {

  /** Three changes of mind, a condition of Norway's that is met, one of Japan's that is breached. */
  static final List<Article> TREATY = List.of(
      article("c01", "2025-10-06", "dailyledger.example", """
          OSLO - Norway will not sign the fisheries treaty unless Iceland withdraws its patrol boats from the disputed waters, the Norwegian foreign \
          ministry said on Monday.

          Talks on the treaty have gone on for two years."""),
      article("c02", "2025-10-08", "northpost.example", """
          OSLO - Norway repeated on Wednesday that it would not sign the fisheries treaty until Iceland pulls its patrol boats out of the disputed \
          waters.

          Fishermen on both sides fear for the spring season."""),
      article("c03", "2025-10-15", "harbourview.example", """
          TOKYO - Japan rejected a plan for a ceasefire in Sudan on Wednesday.

          The foreign ministry said the plan was too vague."""),
      article("c04", "2025-10-27", "dailyledger.example", """
          TOKYO - Japan will resume its loans to Kenya if Kenya releases three detained engineers, Japanese officials said on Monday.

          The engineers were detained in August."""),
      article("c05", "2025-11-10", "ledgertimes.example", """
          REYKJAVIK - Iceland rejected criticism of its coast guard on Monday, saying it was acting within the law.

          The dispute with Norway over fisheries goes back to 2019."""),
      article("c06", "2025-11-19", "northpost.example", """
          NAIROBI - Kenya said on Wednesday that talks with Japan were going well.

          No date was given for a decision on the engineers."""),
      article("c07", "2025-12-02", "harbourview.example", """
          NAIROBI - Kenya has refused to release three detained engineers from Japan, the Kenyan government said on Tuesday.

          It gave no reason."""),
      article("c08", "2025-12-11", "dailyledger.example", """
          TOKYO - Japan backed the plan for a ceasefire in Sudan on Thursday.

          It had rejected an earlier draft."""),
      article("c09", "2026-01-07", "ledgertimes.example", """
          REYKJAVIK - Iceland withdrew its patrol boats from the disputed waters on Wednesday, the Icelandic coast guard said.

          The last of them reached port in the evening."""),
      article("c10", "2026-01-08", "northpost.example", """
          OSLO - Iceland pulled its patrol boats out of the disputed waters this week, Norwegian officials confirmed on Thursday.

          Fishermen welcomed the step."""),
      article("c11", "2026-01-20", "harbourview.example", """
          OSLO - Norway signed the fisheries treaty on Tuesday.

          The ceremony was short."""),
      article("c12", "2026-01-28", "dailyledger.example", """
          NAIROBI - Kenyan farmers demanded lower prices for fertiliser on Wednesday.

          Japan sent a delegation to a trade fair in Nairobi."""));

  static final List<String> TREATY_CHANGES = List.of("Japan | Kenya releases three detained engineers | OPEN 2025-10-27 | BREACHED 2025-12-02",
      "Norway | Iceland withdraws its patrol boats from the disputed waters | OPEN 2025-10-06 | MET 2026-01-07");

  /** Other actors, other words: a demand in quotation marks that is met, one that is dropped, one in exchange for something that is refused. */
  static final List<Article> CORRIDOR = List.of(
      article("k01", "2025-09-01", "dailyledger.example", """
          TBILISI - "There will be no talks before Armenia reopens the railway," Georgian Prime Minister Irakli Kobakhidze said on Monday.

          The railway has been closed since spring."""),
      article("k02", "2025-09-09", "northpost.example", """
          ANKARA - Turkey offered to lift its embargo in exchange for the release of two pilots held by Syria.

          Syria did not comment."""),
      article("k03", "2025-09-18", "harbourview.example", """
          BRASILIA - Brazil insisted on Thursday that it would not join the climate fund until Argentina pays its contribution.

          The fund was set up last year."""),
      article("k04", "2025-09-19", "ledgertimes.example", """
          BRASILIA - Unless Argentina pays its contribution, Brazil will stay out of the climate fund, Brazilian diplomats said.

          Argentina owes forty million dollars."""),
      article("k05", "2025-10-03", "dailyledger.example", """
          TBILISI - Georgia exported more wine than ever this year.

          Armenia was among the buyers."""),
      article("k06", "2025-10-14", "northpost.example", """
          DAMASCUS - Syria rejected on Tuesday the demand for the release of two Turkish pilots.

          "They will stand trial," an official in Damascus said."""),
      article("k07", "2025-10-30", "harbourview.example", """
          YEREVAN - Armenia might reopen the railway next year, officials said on Thursday.

          They asked for patience."""),
      article("k08", "2025-11-12", "ledgertimes.example", """
          BRASILIA - Brazil no longer insists that Argentina pay its contribution to the climate fund, the Brazilian foreign minister said on Wednesday.

          The news surprised Buenos Aires."""),
      article("k09", "2025-11-25", "dailyledger.example", """
          YEREVAN - Armenia reopened the railway to Georgia on Tuesday after eight months.

          The first train carried grain."""),
      article("k10", "2025-12-04", "northpost.example", """
          ANKARA - Turkey held a naval exercise in the Mediterranean on Thursday.

          Syria protested."""),
      article("k11", "2025-12-16", "harbourview.example", """
          TBILISI - Georgia and Armenia held talks on Tuesday for the first time in a year.

          Both sides called them useful."""),
      article("k12", "2025-12-29", "ledgertimes.example", """
          BUENOS AIRES - Argentina cut taxes on exports on Monday.

          Brazil welcomed the decision."""));

  static final List<String> CORRIDOR_CHANGES = List.of("Brazil | Argentina pays its contribution | OPEN 2025-09-18 | WITHDRAWN 2025-11-12",
      "Georgia | Armenia reopens the railway | OPEN 2025-09-01 | MET 2025-11-25",
      "Turkey | the release of two pilots held by Syria | OPEN 2025-09-09 | BREACHED 2025-10-14");

  private ConditionStory() {}

  private static Article article(String id, String day, String publisher, String text) {
    return new Article(id, 1, "https://" + publisher + "/" + id, publisher, null, text, null, Instant.parse(day + "T09:00:00Z"), null, null);
  }
}
