package dev.demarche.delivery.text;

import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.SyndFeedOutput;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Notification;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The newest alerts as an Atom feed. An alert's id is its entry's, so an alert that comes again changes nothing. */
public final class AtomFeed {
  private static final String URN = "urn:demarche:alert:";

  private AtomFeed() {}

  /**
   * The feed {@code before} with the alerts of {@code notifications} before its entries, the newest first.
   *
   * @param before  the text of a feed that this method has made, or null
   * @param entries how many it may have; the oldest go
   * @throws IllegalArgumentException if {@code before} is no feed
   */
  public static String with(String before, List<Notification> notifications, String title, int entries) {
    List<Alert> alerts = notifications.stream().flatMap(told -> told.alerts().stream()).toList();
    Map<String, SyndEntry> all = new LinkedHashMap<>();
    for (int i = alerts.size() - 1; i >= 0; i--) {
      SyndEntry entry = entry(alerts.get(i));
      all.putIfAbsent(entry.getUri(), entry);
    }
    try {
      if (before != null) {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        for (SyndEntry entry : input.build(new StringReader(before)).getEntries()) {
          all.merge(entry.getUri(), entry, (added, known) -> known);
        }
      }
      SyndFeed feed = new SyndFeedImpl();
      feed.setFeedType("atom_1.0");
      feed.setTitle(title);
      feed.setUri("urn:demarche:alerts");
      List<SyndEntry> newest = new ArrayList<>(all.values()).subList(0, Math.min(entries, all.size()));
      feed.setPublishedDate(newest.stream().map(SyndEntry::getUpdatedDate).filter(Objects::nonNull).max(Date::compareTo).orElse(new Date(0)));
      feed.setEntries(newest);
      return new SyndFeedOutput().outputString(feed, true);
    } catch (FeedException e) {
      throw new IllegalArgumentException("no Atom feed: " + e.getMessage(), e);
    }
  }

  private static SyndEntry entry(Alert alert) {
    Story story = Story.of(alert);
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(URN + story.id());
    entry.setTitle(story.subject());
    entry.setAuthor(story.source());
    if (story.url() != null) {
      entry.setLink(story.url());
    }
    Instant fired = alert.firedAt() == null ? alert.eventTime() : alert.firedAt();
    entry.setUpdatedDate(Date.from(fired == null ? Instant.EPOCH : fired));
    SyndCategoryImpl category = new SyndCategoryImpl();
    category.setName(story.severity().name().toLowerCase(Locale.ROOT));
    entry.setCategories(new ArrayList<>(List.of(category)));
    SyndContentImpl content = new SyndContentImpl();
    content.setType("html");
    content.setValue(MailText.html(story));
    entry.setContents(new ArrayList<>(List.of(content)));
    return entry;
  }
}
