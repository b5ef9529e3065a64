package dev.demarche.delivery.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.delivery.Alerts;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Alert ALERT = Alerts.alert("a1");
  private static final Alert HOSTILE = Alerts.saying("<!channel> *bold* @channel", "<script>x</script> & <http://evil.example|click> `code` ~s~ _u_ [a](http://evil.example)",
      "</a>\"onmouseover='x' \r\nBcc: all@example.org", "https://example.org/|x>?a=\"", "<img src=x>\u202Egro");

  private static JsonNode slack(Alert alert) throws IOException {
    return Json.mapper().readTree(SlackText.of(Notification.of(alert)));
  }

  @Test
  void slackIsToldWhoDidWhatWithTheEvidenceInBold() throws IOException {
    assertThat(slack(ALERT).get("text").asText()).isEqualTo("*CRITICAL* Russia rejects something\nRussia: REJECT\n> *Moscow re*jected the offer on Monday.\n"
        + "<https://example.org/a?b=1&amp;c=2|A title> \u2014 example.org, 2026-01-05 12:00 UTC");
    assertThat(slack(ALERT).at("/blocks/0/text/verbatim").asBoolean()).isTrue();
  }

  @Test
  void nothingFromAnArticleMentionsLinksOrFormatsInSlack() throws IOException {
    String text = slack(HOSTILE).get("text").asText();
    assertThat(text).doesNotContain("<!", "<http://evil", "@channel", "`", "~", "](").contains("&lt;!channel&gt;", "&lt;script&gt;");
    // One link, to the article, and nothing that ends it early.
    assertThat(text.chars().filter(c -> c == '<').count()).isEqualTo(0);
    assertThat(text.replace("*CRITICAL*", "").chars().filter(c -> c == '*').count()).isEqualTo(2);
  }

  @Test
  void teamsGetsRunsOfTextWithTheEvidenceHighlighted() throws IOException {
    JsonNode card = Json.mapper().readTree(TeamsCard.of(Notification.of(ALERT))).at("/attachments/0/content");
    JsonNode passage = card.at("/body/2/inlines");
    assertThat(passage.get(0).get("text").asText()).isEqualTo("Moscow re");
    assertThat(passage.get(0).get("highlight").asBoolean()).isTrue();
    assertThat(passage.get(1).has("highlight")).isFalse();
    assertThat(card.at("/actions/0/url").asText()).isEqualTo("https://example.org/a?b=1&c=2");
    assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock");
  }

  @Test
  void mailMarksTheEvidenceInBothForms() {
    MailText mail = MailText.of(List.of(Notification.of(ALERT)));
    assertThat(mail.subject()).isEqualTo("CRITICAL: Russia rejects something (Russia: REJECT)");
    assertThat(mail.text()).contains("\u00ABMoscow re\u00BBjected the offer", "https://example.org/a?b=1&c=2");
    assertThat(Jsoup.parse(mail.html()).select("mark").text()).isEqualTo("Moscow re");
    assertThat(Jsoup.parse(mail.html()).select("a").attr("href")).isEqualTo("https://example.org/a?b=1&c=2");
  }

  @Test
  void aMailOfSeveralSaysHowMany() {
    MailText mail = MailText.of(List.of(Notification.of(ALERT), Notification.of(Alerts.alert("a2", "w", Severity.INFO))));
    assertThat(mail.subject()).isEqualTo("2 alerts, up to CRITICAL");
    assertThat(mail.text()).contains("alert    a1", "alert    a2");
  }

  @Test
  void nothingFromAnArticleIsMarkupOrAHeaderInAMail() {
    MailText mail = MailText.of(List.of(Notification.of(HOSTILE)));
    assertThat(mail.subject()).doesNotContain("\r", "\n");
    Document page = Jsoup.parse(mail.html());
    assertThat(page.select("script, img")).isEmpty();
    assertThat(page.select("[onmouseover]")).isEmpty();
    assertThat(page.select("blockquote").text()).startsWith("<script>x</script> & <http://evil");
  }

  @Test
  void whatTurnsTheWritingRoundOrCannotBeSeenIsShownAsSuch() {
    assertThat(Story.of(HOSTILE).source()).startsWith("<img src=x>\uFFFDgro");
    assertThat(Story.clean("a\u0000b\t\n c\uD800\u200Bd")).isEqualTo("a\uFFFDb c\uFFFD\uFFFDd");
  }

  @Test
  void aSentenceWithoutEndIsCutAroundTheEvidence() {
    Story story = Story.of(Alerts.saying("n", "It rained ".repeat(10_000), "t".repeat(5_000), "https://example.org/" + "x".repeat(5_000), "p"));
    assertThat(story.sentence()).hasSizeLessThan(1_600).startsWith("It rained").endsWith("\u2026");
    assertThat(story.title()).hasSize(300);
    assertThat(story.url()).isNull();
  }

  @Test
  void theSameAlertMakesTheSameBytes() {
    assertThat(WebhookBody.of(Notification.of(ALERT))).isEqualTo(WebhookBody.of(Alerts.told("a1")));
    assertThat(SlackText.of(Notification.of(ALERT))).isEqualTo(SlackText.of(Alerts.told("a1")));
  }

  private static Notification several(int repeat) {
    return new Notification("n1", ALERT.watch(), Map.of("actor", "russia"), List.of(ALERT, Alerts.alert("a2")), 5, repeat, "5 new alerts",
        Severity.CRITICAL, Alerts.NOON);
  }

  @Test
  void severalAlertsAreToldWithTheirNumberAndEachEvidence() throws IOException {
    MailText mail = MailText.of(List.of(several(0)));
    assertThat(mail.subject()).isEqualTo("CRITICAL: Russia rejects something (5 alerts, last Russia: REJECT)");
    assertThat(mail.text()).contains("5 alerts, the newest 2 here and 3 more: 5 new alerts", "alert    a1", "alert    a2");
    assertThat(Json.mapper().readTree(SlackText.of(several(0))).get("text").asText()).startsWith("*CRITICAL* Russia rejects something\n5 alerts, the newest 2")
        .containsSubsequence("> *Moscow re*jected", "> *Moscow re*jected");
    assertThat(Json.mapper().readTree(TeamsCard.of(several(0))).findValuesAsText("text")).contains("5 alerts, the newest 2 here and 3 more: 5 new alerts");
    JsonNode event = Json.mapper().readTree(PagerDutyEvent.of(several(0), "R012"));
    assertThat(event.get("dedup_key").asText()).isEqualTo("n1");
    assertThat(event.at("/payload/custom_details/alerts")).hasSize(2);
  }

  @Test
  void aWebhookGetsTheNotificationWhereItIsNotOneNewAlert() throws IOException {
    JsonNode body = Json.mapper().readTree(WebhookBody.of(several(0)));
    assertThat(body.get("type").asText()).isEqualTo("alerts.firing");
    assertThat(body.at("/data/count").asInt()).isEqualTo(5);
    assertThat(Json.mapper().readTree(WebhookBody.of(several(1))).get("type").asText()).isEqualTo("alerts.repeated");
  }

  @Test
  void whatIsToldAgainSaysSo() {
    assertThat(Bulletin.of(several(2)).subject()).startsWith("again: CRITICAL");
    assertThat(Bulletin.of(Alerts.told("a1")).subject()).isEqualTo("CRITICAL: Russia rejects something (Russia: REJECT)");
  }

  @Test
  void aSilenceIsToldWithWhatWasHeardLastOrWithNothing() throws IOException {
    Alert never = Alerts.silence("norland", null);
    assertThat(MailText.of(List.of(Notification.of(never))).subject()).isEqualTo("INFO: Who says no? (norland is silent)");
    assertThat(slack(never).get("text").asText()).contains("norland is silent", "no article yet");
    assertThat(Json.mapper().readTree(TeamsCard.of(Notification.of(never))).at("/attachments/0/content/actions").size()).isZero();
    assertThat(Json.mapper().readTree(PagerDutyEvent.of(Notification.of(never), "key")).at("/payload/class").asText()).isEqualTo("silence");
    Alert last = Alerts.silence("russia", ALERT);
    assertThat(MailText.of(List.of(Notification.of(last))).subject()).isEqualTo("INFO: Who says no? (Russia is silent)");
    assertThat(MailText.of(List.of(Notification.of(last))).text()).contains("Moscow re", "2026-01-05 12:00 UTC");
  }
}
