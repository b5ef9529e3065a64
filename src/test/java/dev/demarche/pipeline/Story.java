package dev.demarche.pipeline;

import dev.demarche.domain.Article;
import java.time.Instant;
import java.util.List;

/**
 * A made-up story of four months: Hungary comes round to a ceasefire plan, Turkey drops a demand, Germany turns against military aid; Poland
 * says no in ever other words; a condition of Japan's is met, one of South Korea's is breached.
 */
final class Story {
  static final List<Article> ARTICLES = List.of(
      article("s01", "2025-10-13", "dailyledger.example", """
          BUDAPEST - Hungary rejected a ceasefire plan for Ukraine that was drafted by European diplomats on Monday.

          "We cannot accept this ceasefire plan," Foreign Minister Peter Szijjarto told reporters in Budapest. He said the draft ignored the \
          interests of his country."""),
      article("s02", "2025-10-20", "northpost.example", """
          ANKARA - Turkey demanded on Monday that Sweden extradite a group of exiled journalists before it can join NATO.

          "Sweden must hand over these people," President Recep Tayyip Erdogan said at a news conference in Ankara. Swedish officials did not \
          comment."""),
      article("s03", "2025-10-29", "ledgertimes.example", """
          BERLIN - Germany supports further military aid for Ukraine, Chancellor Friedrich Merz said on Wednesday.

          "We support the delivery of more weapons to Kyiv," Merz told lawmakers. He promised that Berlin would keep up its support through the \
          winter."""),
      article("s04", "2025-11-05", "dailyledger.example", """
          WARSAW - Poland ruled out peace talks with Russia on Wednesday.

          "There will be no peace talks with Moscow at this point," Prime Minister Donald Tusk said. He was speaking after a meeting with army \
          commanders."""),
      article("s05", "2025-11-11", "harbourview.example", """
          TOKYO - Japan will lift its sanctions on Iran if Tehran allows inspectors into its nuclear sites, Foreign Minister Toshimitsu Motegi \
          said on Tuesday.

          Diplomats in Vienna called the statement a careful step."""),
      article("s06", "2025-11-20", "northpost.example", """
          BUDAPEST - Hungary opposes the ceasefire plan for Ukraine, Prime Minister Viktor Orban said on Thursday, adding that nobody had asked \
          Hungarians for their opinion.

          European diplomats drafted the plan in October."""),
      article("s07", "2025-11-27", "ledgertimes.example", """
          SEOUL - South Korea said on Thursday that it would hold talks with North Korea unless Pyongyang tests another missile.

          The unification ministry in Seoul did not name a date."""),
      article("s08", "2025-12-04", "harbourview.example", """
          WARSAW - Poland turned down a new proposal for peace talks with Russia on Thursday.

          The Polish government dismissed the idea of peace talks as naive. Donald Tusk had ruled out such talks in November."""),
      article("s09", "2025-12-16", "dailyledger.example", """
          BUDAPEST - Hungary on Tuesday accepted the ceasefire plan for Ukraine that it had rejected in October.

          "Hungary agrees to the ceasefire plan," Foreign Minister Peter Szijjarto said. The foreign minister gave no reason for the change of \
          mind."""),
      article("s10", "2026-01-08", "northpost.example", """
          ANKARA - Turkey dropped its demand that Sweden extradite the exiled journalists before it joins NATO.

          Turkish President Recep Tayyip Erdogan announced the decision on Thursday after a telephone call with the Swedish prime minister."""),
      article("s11", "2026-01-15", "ledgertimes.example", """
          BERLIN - Germany rejected further military aid for Ukraine on Thursday, a reversal that surprised its allies.

          "We oppose the delivery of more weapons," Chancellor Friedrich Merz said. His government had backed such deliveries for years."""),
      article("s12", "2026-01-26", "harbourview.example", """
          VIENNA - Iran let inspectors into its nuclear sites on Monday, the United Nations nuclear watchdog said.

          North Korea tested another missile on the same day, South Korea's military said. Poland again refused to join peace talks with \
          Russia."""));

  /** Those who have to be in the catalogue of actors for their office. */
  static final List<String> ACTORS = List.of("hungary", "turkey", "germany", "poland", "sweden", "japan", "south-korea", "iran", "viktor-orban",
      "peter-szijjarto", "friedrich-merz", "donald-tusk", "recep-tayyip-erdogan");

  /** The shifts that it has: {@code actor issue KIND day-before day-after}, sorted. */
  static final List<String> SHIFTS = List.of("germany military-aid CLOSED 2025-10-29 2026-01-15", "hungary ceasefire OPENED 2025-11-20 2025-12-16",
      "turkey nato-membership DEMAND_DROPPED 2025-10-20 2026-01-08");

  private Story() {}

  private static Article article(String id, String day, String publisher, String text) {
    return new Article(id, 1, "https://" + publisher + "/" + id, publisher, null, text, null, Instant.parse(day + "T09:00:00Z"), null, null);
  }
}
