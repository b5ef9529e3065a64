package dev.demarche.delivery.channels;

import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.delivery.text.PagerDutyEvent;
import dev.demarche.delivery.text.SlackText;
import dev.demarche.delivery.text.TeamsCard;
import dev.demarche.delivery.text.WebhookBody;
import dev.demarche.domain.Notification;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells by a POST: webhooks, chats, PagerDuty. */
final class WebChannel implements Channel {
  private static final int GONE = 410;

  private final Address.Web address;
  private final Duration timeout;
  private final WebPost web;
  private final Clock clock;

  WebChannel(Receiver receiver, Address.Web address, WebPost web, Clock clock) {
    this.address = address;
    this.timeout = receiver.timeout();
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Outcome deliver(List<Notification> notifications) {
    Notification notification = notifications.get(0);
    byte[] body = body(notification);
    return outcome(web.post(URI.create(address.url().value()), headers(notification, body), body, timeout));
  }

  private byte[] body(Notification notification) {
    if (address instanceof Address.PagerDuty duty) {
      return PagerDutyEvent.of(notification, duty.routingKey().value());
    }
    return address instanceof Address.Slack ? SlackText.of(notification) : address instanceof Address.Teams ? TeamsCard.of(notification)
        : WebhookBody.of(notification);
  }

  private Map<String, String> headers(Notification notification, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (address instanceof Address.Webhook webhook) {
      Instant now = clock.instant();
      headers.put("webhook-id", notification.id());
      headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
      headers.put("webhook-signature", Signature.of(webhook.keys(), notification.id(), now, body));
      if (webhook.bearer() != null) {
        headers.put("Authorization", "Bearer " + webhook.bearer().value());
      }
    }
    return headers;
  }

  /** A webhook's owner may mend what it answers, so all but 410 is tried again; the services refuse what is wrong with a message for good. */
  private Outcome outcome(WebPost.Reply reply) {
    if (reply instanceof WebPost.Reply.Silent silent) {
      return new Outcome.Later(silent.why(), null);
    }
    WebPost.Reply.Answered answer = (WebPost.Reply.Answered) reply;
    int status = answer.status();
    String words = answer.body().isBlank() ? Integer.toString(status) : status + ": " + answer.body();
    if (status >= 200 && status < 300) {
      return new Outcome.Delivered(words);
    }
    if (status == GONE) {
      return new Outcome.Gone(words);
    }
    boolean message = status == 400 || status == 413 || status == 422;
    if (message && !(address instanceof Address.Webhook)) {
      return new Outcome.Refused(words);
    }
    return new Outcome.Later(status >= 300 && status < 400 ? words + " (redirects are not followed)" : words,
        status == 429 || status == 503 ? answer.retryAfter() : null);
  }
}
