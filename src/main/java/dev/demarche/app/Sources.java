package dev.demarche.app;

import dev.demarche.ingest.feeds.EntryReader;
import dev.demarche.ingest.feeds.FeedList;
import dev.demarche.ingest.feeds.FeedOutbox;
import dev.demarche.ingest.feeds.FeedPoll;
import dev.demarche.ingest.feeds.FeedService;
import dev.demarche.ingest.feeds.FeedSource;
import dev.demarche.ingest.feeds.Letters;
import dev.demarche.ingest.http.ArticleApi;
import dev.demarche.ingest.http.ArticleIntake;
import dev.demarche.ingest.web.WebClient;
import dev.demarche.ingest.web.WebLimits;
import dev.demarche.ingest.web.WebPages;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/** The sources of articles as the settings make them: feeds, pages and the HTTP API. */
public final class Sources {
  private Sources() {}

  /** What the web may cost by {@code settings}. */
  public static WebLimits limits(Settings settings) {
    String contact = settings.text(Setting.WEB_CONTACT);
    return new WebLimits("Demarche/" + version() + (contact.isBlank() ? "" : " (+" + contact.strip() + ")"), settings.number(Setting.WEB_BODY),
        Duration.ofSeconds(settings.number(Setting.WEB_TIMEOUT)), settings.number(Setting.WEB_REDIRECTS), settings.number(Setting.WEB_PER_HOST),
        settings.on(Setting.WEB_ALLOW_PRIVATE));
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = Sources.class.getResourceAsStream("/demarche-version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** What {@code stage} gives up, for the topic of dead letters. */
  public static Letters letters(Settings settings, String stage, Clock clock) {
    return new Letters(stage, Topics.ARTICLES.name(settings.text(Setting.TOPIC_PREFIX)), clock);
  }

  /**
   * The feeds of the list that the settings name.
   *
   * @throws SettingsException if none is named or something is wrong in it
   */
  public static List<FeedSource> feeds(Settings settings) {
    try {
      return FeedList.read(Path.of(settings.required(Setting.FEEDS)), Duration.ofSeconds(settings.number(Setting.FEEDS_MIN)),
          Duration.ofSeconds(settings.number(Setting.FEEDS_MAX)));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(e.getMessage());
    }
  }

  /** Tells what polling has done, when it has ended. */
  public record Polled(FeedService.Counts counts, int early) {}

  /**
   * Polls the feeds of the settings' list.
   *
   * @param once whether to end when each that is due was polled once
   * @param stop says when to end
   */
  public static Polled poll(Settings settings, boolean once, BooleanSupplier stop) throws InterruptedException {
    List<FeedSource> feeds = feeds(settings);
    Clock clock = Clock.systemUTC();
    WebLimits limits = limits(settings);
    String stage = "feeds";
    ArticleCodec codec = new ArticleCodec(settings.number(Setting.TEXT_LIMIT));
    try (WebClient client = new WebClient(limits, clock);
        FeedOutbox outbox = new FeedOutbox(KafkaProperties.producer(settings), KafkaProperties.consumer(settings),
            settings.text(Setting.APPLICATION_ID) + "-feeds", codec, settings.text(Setting.TOPIC_PREFIX), stage)) {
      Letters letters = letters(settings, stage, clock);
      FeedPoll poll = new FeedPoll(client, new EntryReader(new WebPages(client, clock), codec, letters), letters,
          Duration.ofSeconds(settings.number(Setting.FEEDS_INTERVAL)), clock);
      FeedService service = new FeedService(poll, outbox, settings.number(Setting.FEEDS_THREADS), limits.perHost(), clock);
      int early = service.run(feeds, once, stop);
      return new Polled(service.counts(), early);
    }
  }

  /** The HTTP API for articles; closing it closes its producer. */
  public static ArticleApi api(Settings settings) {
    ArticleCodec codec = new ArticleCodec(settings.number(Setting.TEXT_LIMIT));
    ArticleIntake intake = new ArticleIntake(KafkaProperties.producer(settings), codec, Topics.ARTICLES.name(settings.text(Setting.TOPIC_PREFIX)));
    return new ArticleApi(intake, codec, settings.text(Setting.HTTP_TOKEN), OwnHost.listening(settings), settings.number(Setting.HTTP_BODY));
  }
}
