package dev.demarche.pipeline;

import dev.demarche.domain.Article;
import java.time.Instant;
import java.util.List;

/**
 * A made-up story of half a year: Norway makes its support for a ceasefire depend on a withdrawal, and later does without; Poland's refusal of peace talks gets a
 * way out; Japan drops its condition, which an article in between leaves out; Spain's support stays as it is.
 */
final class TermsStory {
  static final List<Article> ARTICLES = List.of(
      article("t01", "2025-10-06", "dailyledger.example", """
          OSLO - Norway supports the ceasefire plan, Prime Minister Jonas Gahr Store said on Monday.

          "It is a good plan," Store told reporters in Oslo."""),
      article("t02", "2025-10-13", "northpost.example", """
          WARSAW - Poland rejected peace talks with Russia on Monday.

          The government in Warsaw gave no reason."""),
      article("t03", "2025-10-20", "ledgertimes.example", """
          TOKYO - Japan would accept the ceasefire plan if North Korea pulled out its soldiers, Foreign Minister Toshimitsu Motegi said on Monday.

          Diplomats in Tokyo called that a high price."""),
      article("t04", "2025-11-03", "harbourview.example", """
          MADRID - Spain supports the ceasefire plan, Prime Minister Pedro Sanchez said on Monday.

          He was speaking after a meeting with farmers."""),
      article("t05", "2025-11-17", "northpost.example", """
          OSLO - Norway will support the ceasefire plan only if Russia withdraws its troops, Prime Minister Jonas Gahr Store told parliament on Monday.

          Lawmakers had asked him about the plan for weeks."""),
      article("t06", "2025-11-24", "dailyledger.example", """
          TOKYO - Japan accepts the ceasefire plan, Foreign Minister Toshimitsu Motegi said on Monday.

          The minister was on his way to Seoul."""),
      article("t07", "2025-12-08", "harbourview.example", """
          OSLO - Norway supports the ceasefire plan, Prime Minister Jonas Gahr Store said on Monday in a speech about fisheries.

          The speech was mostly about cod."""),
      article("t08", "2026-01-12", "ledgertimes.example", """
          WARSAW - Poland will not accept peace talks with Russia unless Ukraine sits at the table, Prime Minister Donald Tusk said on Monday.

          It was his first remark on the matter in months."""),
      article("t09", "2026-02-09", "dailyledger.example", """
          OSLO - Norway now supports the ceasefire plan without preconditions, Prime Minister Jonas Gahr Store said on Monday.

          He did not say what had changed his mind."""),
      article("t10", "2026-02-16", "northpost.example", """
          MADRID - Spain backs the ceasefire plan, Prime Minister Pedro Sanchez said on Monday.

          Hungary had voiced doubts on Sunday."""),
      article("t11", "2026-02-23", "harbourview.example", """
          TOKYO - Japan dropped its demand that North Korea pull out its soldiers before the ceasefire plan takes effect, Foreign Minister Toshimitsu Motegi said \
          on Monday.

          Officials in Seoul did not comment."""));

  /** Those who have to be in the catalogue of actors for their office. */
  static final List<String> ACTORS = List.of("norway", "poland", "japan", "spain", "russia", "ukraine", "jonas-gahr-store", "donald-tusk", "pedro-sanchez");

  /** The shifts that it has: {@code actor issue KIND day-before day-after}, sorted. */
  static final List<String> SHIFTS = List.of("japan ceasefire CONDITION_WITHDRAWN 2025-10-20 2026-02-23", "norway ceasefire CONDITION_ADDED 2025-10-06 2025-11-17", "norway ceasefire CONDITION_WITHDRAWN 2025-11-17 2026-02-09",
      "poland peace-talks CONDITION_ADDED 2025-10-13 2026-01-12");

  private TermsStory() {}

  private static Article article(String id, String day, String publisher, String text) {
    return new Article(id, 1, "https://" + publisher + "/" + id, publisher, null, text, null, Instant.parse(day + "T09:00:00Z"), null, null);
  }
}
