package dev.demarche.ingest.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import dev.demarche.ingest.web.Languages;
import dev.demarche.ingest.web.PlainText;
import dev.demarche.ingest.web.WebAddress;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Reads documents of RSS, Atom (by ROME) and JSON Feed, as broken as they come. Pure. */
final class FeedParser {
  private static final Map<String, Duration> PERIODS = Map.of("hourly", Duration.ofHours(1), "daily", Duration.ofDays(1), "weekly", Duration.ofDays(7),
      "monthly", Duration.ofDays(30), "yearly", Duration.ofDays(365));
  private static final String SY = "http://purl.org/rss/1.0/modules/syndication/";

  private final int maxEntries;

  /** What is no feed, with what to do about it. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String mend;

    Unreadable(String message, String mend) {
      super(message);
      this.mend = mend;
    }

    String mend() {
      return mend;
    }
  }

  FeedParser(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /** The feed in {@code bytes}, found at {@code base}. */
  ParsedFeed parse(URI base, String contentType, byte[] bytes) throws Unreadable {
    int first = 0;
    while (first < bytes.length && (bytes[first] <= ' ')) {
      first++;
    }
    if (first == bytes.length) {
      throw new Unreadable("the body is empty", "look again later");
    }
    try {
      return bytes[first] == '{' ? new JsonFeed(maxEntries).parse(base, bytes) : xml(base, contentType, bytes);
    } catch (JsonProcessingException e) {
      throw new Unreadable("no JSON: " + e.getOriginalMessage(), "tell the publisher");
    } catch (IOException | FeedException | IllegalArgumentException | StackOverflowError e) {
      throw new Unreadable(e instanceof StackOverflowError ? "nested too deeply" : String.valueOf(e.getMessage()), "is it the address of a feed?");
    }
  }

  private ParsedFeed xml(URI base, String contentType, byte[] bytes) throws IOException, FeedException, Unreadable {
    Document document = FeedXml.read(base, contentType, bytes);
    Duration sy = sy(document.getRootElement());
    WireFeed wire;
    SyndFeed feed;
    try {
      wire = new WireFeedInput(false, Locale.ROOT).build(document);
      feed = new SyndFeedImpl(wire);
    } catch (RuntimeException e) {
      // ROME trusts that what must be there is there
      throw new Unreadable("something that every feed has is missing", "tell the publisher");
    }
    String language = Languages.tag(feed.getLanguage());
    List<FeedEntry> entries = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      if (entries.size() == maxEntries) {
        break;
      }
      entries.add(entry(base, entry, language));
    }
    Duration pace = sy;
    if (wire instanceof Channel channel && channel.getTtl() > 0 && channel.getTtl() < 1_000_000) {
      Duration ttl = Duration.ofMinutes(channel.getTtl());
      pace = pace == null || ttl.compareTo(pace) > 0 ? ttl : pace;
    }
    return new ParsedFeed(text(feed.getTitle()), language, pace, entries, feed.getEntries().size() - entries.size());
  }

  /** After the RSS 1.0 module for syndication: the period, daily by default, divided by the frequency, 1 by default. */
  private static Duration sy(Element root) {
    Namespace namespace = Namespace.getNamespace(SY);
    Element channel = root.getChild("channel") != null ? root.getChild("channel")
        : root.getChildren().stream().filter(child -> child.getName().equals("channel")).findFirst().orElse(root);
    String period = channel.getChildTextTrim("updatePeriod", namespace);
    String frequency = channel.getChildTextTrim("updateFrequency", namespace);
    if (period == null && frequency == null) {
      return null;
    }
    Duration whole = PERIODS.getOrDefault(period == null ? "daily" : period.toLowerCase(Locale.ROOT), Duration.ofDays(1));
    return frequency != null && frequency.matches("[1-9]\\d{0,4}") ? whole.dividedBy(Integer.parseInt(frequency)) : whole;
  }

  private static FeedEntry entry(URI base, SyndEntry entry, String language) {
    String given = entry.getLink() != null ? entry.getLink() : entry.getUri();
    URI link = WebAddress.resolve(base, given != null && entry.getLink() == null && !WebAddress.isOne(given) ? null : given).orElse(null);
    StringBuilder content = new StringBuilder();
    for (SyndContent one : entry.getContents()) {
      String text = text(one);
      content.append(content.length() == 0 || text.isEmpty() ? "" : "\n\n").append(text);
    }
    DCModule dc = (DCModule) entry.getModule(DCModule.URI);
    String own = dc == null || dc.getLanguage() == null ? null : Languages.tag(dc.getLanguage());
    return new FeedEntry(blank(entry.getUri()), link, text(entry.getTitle()), content.toString(), text(entry.getDescription()),
        blank(entry.getAuthor()), own == null ? language : own, instant(entry.getPublishedDate()), instant(entry.getUpdatedDate()));
  }

  private static String text(SyndContent content) {
    if (content == null || content.getValue() == null) {
      return "";
    }
    boolean plain = content.getType() != null && content.getType().matches("text|text/plain") && !content.getValue().contains("</");
    return plain ? content.getValue().strip() : PlainText.of(content.getValue());
  }

  private static String text(String html) {
    return html == null ? null : blank(PlainText.of(html).replace('\n', ' '));
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
