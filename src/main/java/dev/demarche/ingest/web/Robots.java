package dev.demarche.ingest.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.topics.DeadLetter.Reason;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps to robots.txt as RFC 9309 has it: asked once a day and origin, no rules where there is no such file (4xx), no visit while it cannot
 * be had (5xx or no answer), what is behind its first 500 KB left unread; its crawl delay is waited for, up to 30 s. Safe for use by several threads.
 */
final class Robots implements WebClient.Gate {
  private static final int MAX_BYTES = 512_000;
  private static final int MAX_ORIGINS = 10_000;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration KEPT_FAILURE = Duration.ofMinutes(10);
  private static final long MAX_DELAY = 30_000;

  private final WebClient client;
  private final Clock clock;
  private final Map<String, Rules> origins = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
      return size() > MAX_ORIGINS;
    }
  });

  /** The rules of one origin, or why they could not be had; and when it may be asked next, in milliseconds of the JVM's clock. */
  private static final class Rules {
    private final BaseRobotRules rules;
    private final Failure failure;
    private final Instant until;
    private long turn;

    Rules(BaseRobotRules rules, Failure failure, Instant until) {
      this.rules = rules;
      this.failure = failure;
      this.until = until;
    }
  }

  Robots(WebClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Optional<Failure> refuse(URI uri) {
    Rules rules = rules(uri);
    if (rules.failure != null) {
      Failure failure = rules.failure;
      return Optional.of(failure.reason() != Reason.ADDRESS_REFUSED ? failure : new Failure(failure.reason(),
          failure.message().replace(origin(uri) + "/robots.txt", uri.toString()), failure.mend(), false, null));
    }
    if (!rules.rules.isAllowed(uri.toString())) {
      return Optional.of(new Failure(Reason.ROBOTS_DISALLOW, uri + " may not be fetched: " + origin(uri) + "/robots.txt forbids it",
          "ask the publisher, or take the text from the feed", false, null));
    }
    awaitTurn(rules);
    return Optional.empty();
  }

  private Rules rules(URI uri) {
    String origin = origin(uri);
    Rules kept = origins.get(origin);
    if (kept == null || kept.until.isBefore(clock.instant())) {
      kept = fetch(origin);
      origins.put(origin, kept);
    }
    return kept;
  }

  private Rules fetch(String origin) {
    Answer answer = client.get(new WebClient.Request(URI.create(origin + "/robots.txt"), "text/plain, */*;q=0.1", null, null, MAX_BYTES,
        true, WebClient.Gate.OPEN));
    Instant now = clock.instant();
    if (answer instanceof Answer.Body body) {
      String name = client.limits().agent().split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
      return new Rules(new SimpleRobotRulesParser(MAX_DELAY, 0).parseContent(origin + "/robots.txt", body.bytes(), "text/plain", List.of(name)),
          null, now.plus(KEPT));
    }
    Failure failure = (Failure) answer;
    if (failure.reason() == Reason.ADDRESS_REFUSED) {
      return new Rules(null, failure, now.plus(KEPT_FAILURE));
    }
    if (failure.passing()) {
      return new Rules(null, new Failure(Reason.ROBOTS_DISALLOW, "the rules of " + origin + " cannot be had: " + failure.message(),
          "look again later", true, null), now.plus(KEPT_FAILURE));
    }
    return new Rules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL), null, now.plus(KEPT));
  }

  private void awaitTurn(Rules rules) {
    long delay = Math.min(MAX_DELAY, rules.rules.getCrawlDelay());
    if (delay <= 0) {
      return;
    }
    long wait;
    synchronized (rules) {
      long now = System.nanoTime() / 1_000_000;
      wait = rules.turn == 0 ? 0 : Math.max(0, rules.turn - now);
      rules.turn = now + wait + delay;
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
