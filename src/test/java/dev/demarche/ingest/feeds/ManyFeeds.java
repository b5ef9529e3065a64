package dev.demarche.ingest.feeds;

import static dev.demarche.ingest.LocalWeb.send;

import dev.demarche.ingest.LocalWeb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Two hundred feeds of fifty entries, a third of them bad in some way, and what must come of each. */
final class ManyFeeds {
  static final int FEEDS = 200;
  static final int ENTRIES = 50;

  private static final String TEXT = "The minister told reporters that her government would not accept offer %s of feed %s, whatever its terms were to be. "
      .repeat(7);

  private final LocalWeb web;
  private final List<Feed> feeds = new ArrayList<>();

  /** How a feed is bad. */
  enum Fault {
    NOT_WELL_FORMED, CUT_OFF, WRONG_ENCODING, NO_IDS, BROKEN_DATES, RELATIVE_LINKS, ONE_ID_FOR_ALL, EACH_TWICE, MOVED, SOME_EMPTY, SOME_PAGES_MISSING,
    PAGES_FORBIDDEN, DOWN_AT_FIRST, XXE, BILLION_LAUGHS, ENDLESS, DRIPPING, MISSING, FAILING, LOOP, LEADS_TO_A_FILE, PAGE_OF_HTML, BREAKS_OFF, BOMB
  }

  /**
   * A feed.
   *
   * @param path     where it is
   * @param fault    null for a good one
   * @param articles how many must come of it
   * @param letters  how many dead letters
   * @param seconds  the pace: shortest time between two polls
   * @param yaml     its entry in the list
   */
  record Feed(String path, Fault fault, int articles, int letters, int seconds, String yaml) {}

  ManyFeeds(LocalWeb web) throws IOException {
    this.web = web;
    web.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n");
    int faulty = 0;
    for (int i = 0; i < FEEDS; i++) {
      feeds.add(i % 3 == 0 ? bad(i, Fault.values()[faulty++ % Fault.values().length]) : good(i));
    }
  }

  List<Feed> feeds() {
    return feeds;
  }

  String list() {
    StringBuilder yaml = new StringBuilder("feeds:\n");
    feeds.forEach(feed -> yaml.append(feed.yaml()));
    return yaml.toString();
  }

  Map<Fault, Integer> faults() {
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    feeds.stream().filter(feed -> feed.fault() != null).forEach(feed -> counts.merge(feed.fault(), 1, Integer::sum));
    return counts;
  }

  private Feed good(int i) {
    String path = "/feed/" + i;
    // some come again every two seconds, the rest once an hour
    int seconds = i % 10 == 1 ? 2 : 3_600;
    String headers = "ETag: \"" + i + "\"\nCache-Control: max-age=" + seconds + "\n";
    boolean pages = i % 20 == 2;
    String body = i % 3 == 1 && !pages ? json(i) : rss(i, pages ? "page" : "text");
    web.on(path, (a, out) -> {
      boolean same = ("\"" + i + "\"").equals(a.headers().get("if-none-match"));
      send(out, same ? 304 : 200, i % 3 == 1 ? "application/json" : "application/rss+xml", headers, same ? "" : body);
    });
    return feed(path, null, ENTRIES, 0, seconds, null);
  }

  private Feed bad(int i, Fault fault) throws IOException {
    String path = "/feed/" + i;
    String hour = "Cache-Control: max-age=3600\n";
    String rss = rss(i, "text");
    switch (fault) {
      case NOT_WELL_FORMED -> serve(path, hour, rss.replace("<title>Offer", "<title>Tom & Jerry&nbsp;on offer <br>"));
      case CUT_OFF -> serve(path, hour, rss.substring(0, rss.length() - 22));
      case WRONG_ENCODING -> serve(path, hour, rss.replace("version='1.0'", "version='1.0' encoding='us-ascii'").replace("Offer", "Öffer"));
      case NO_IDS -> serve(path, hour, rss.replaceAll("<guid>[^<]*</guid><link>[^<]*</link>", ""));
      case BROKEN_DATES -> serve(path, hour, rss.replace("Tue, 13 May 2025", "Someday, 13 Maio 25"));
      case RELATIVE_LINKS -> serve(path, hour, rss.replace(web.url("/"), "../"));
      case ONE_ID_FOR_ALL -> serve(path, hour, rss.replaceAll("<guid>[^<]*</guid>", "<guid isPermaLink='false'>1</guid>"));
      case EACH_TWICE -> serve(path, hour, rss.replaceAll("(<item>.*?</item>)", "$1$1"));
      case MOVED -> {
        serve("/moved" + path, hour, rss);
        web.on(path, (a, out) -> send(out, 301, "text/plain", "Location: /moved" + path + "\n", ""));
      }
      case SOME_EMPTY -> serve(path, hour, rss.replaceAll("<item><guid>[^<]*[05]</guid>.*?</item>", "<item><title>$0</title></item>")
          .replaceAll("<item><title><item><guid>([^<]*)</guid>.*?</title></item>", "<item><title>$1</title></item>"));
      case SOME_PAGES_MISSING -> {
        serve(path, hour, rss(i, "page"));
        for (int n = 0; n < ENTRIES; n += 2) {
          web.on("/page/" + i + "/" + n, (a, out) -> send(out, 404, "text/plain", "", ""));
        }
      }
      case PAGES_FORBIDDEN -> serve(path, hour, rss(i, "private"));
      case DOWN_AT_FIRST -> {
        // twice, so that it is down for the one who tells it even where the first one was killed before telling
        AtomicInteger polls = new AtomicInteger();
        web.on(path, (a, out) -> send(out, polls.getAndIncrement() < 2 ? 500 : 200, "application/xml", hour, rss));
      }
      case XXE -> serve(path, hour, rss.replace("<rss", "<!DOCTYPE rss [<!ENTITY x SYSTEM '" + web.url("/secret") + "'>]><rss").replace("Offer", "&x;"));
      case BILLION_LAUGHS -> serve(path, hour, rss.replace("<rss", laughs() + "<rss").replace("Offer", "&e9;"));
      case ENDLESS -> web.on(path, (a, out) -> {
        out.write("HTTP/1.1 200 X\r\nContent-Length: 10000000000\r\n\r\n<rss>".getBytes(StandardCharsets.US_ASCII));
        for (byte[] block = new byte[65_536]; ; ) {
          out.write(block);
        }
      });
      case DRIPPING -> web.on(path, (a, out) -> {
        out.write("HTTP/1.1 200 X\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int n = 0; n < 600; n++) {
          out.write('<');
          out.flush();
          Thread.sleep(100);
        }
      });
      case FAILING -> web.on(path, (a, out) -> send(out, 503, "text/plain", "Retry-After: 3600\n", ""));
      case LOOP -> web.on(path, (a, out) -> send(out, 302, "text/plain", "Location: " + path + "?\n", ""))
          .on(path + "?", (a, out) -> send(out, 302, "text/plain", "Location: " + path + "\n", ""));
      case LEADS_TO_A_FILE -> web.on(path, (a, out) -> send(out, 302, "text/plain", "Location: file:///etc/passwd\n", ""));
      case PAGE_OF_HTML -> web.page(path, "text/html", "<!doctype html><html><head><title>x</title></head></html>");
      case BREAKS_OFF -> web.on(path, (a, out) -> out.write("HTTP/1.1 200 X\r\nContent-Length: 5000\r\n\r\n<rss>".getBytes(StandardCharsets.US_ASCII)));
      case BOMB -> {
        byte[] bomb = bomb();
        web.on(path, (a, out) -> send(out, 200, "application/xml", "Content-Encoding: gzip\n", bomb));
      }
      default -> web.on(path, (a, out) -> send(out, 404, "text/plain", "", ""));
    }
    int articles = switch (fault) {
      case NOT_WELL_FORMED, CUT_OFF, WRONG_ENCODING, NO_IDS, BROKEN_DATES, RELATIVE_LINKS, ONE_ID_FOR_ALL, EACH_TWICE, MOVED, DOWN_AT_FIRST -> ENTRIES;
      case SOME_EMPTY -> 40;
      case SOME_PAGES_MISSING -> 25;
      default -> 0;
    };
    int letters = switch (fault) {
      case PAGES_FORBIDDEN -> ENTRIES;
      case SOME_EMPTY, SOME_PAGES_MISSING -> ENTRIES - articles;
      default -> articles == ENTRIES && fault != Fault.DOWN_AT_FIRST ? 0 : 1;
    };
    return fault == Fault.DOWN_AT_FIRST ? feed(path, fault, articles, letters, 2, "2s") : feed(path, fault, articles, letters, 600, null);
  }

  private Feed feed(String path, Fault fault, int articles, int letters, int seconds, String max) {
    return new Feed(path, fault, articles, letters, seconds, "  - url: " + web.url(path) + "\n" + (max == null ? "" : "    max: " + max + "\n"));
  }

  private void serve(String path, String headers, String body) {
    web.on(path, (a, out) -> send(out, 200, "application/xml", headers, body));
  }

  private String rss(int i, String kind) {
    StringBuilder out = new StringBuilder("<?xml version='1.0'?><rss version='2.0'><channel><title>Feed ").append(i)
        .append("</title><link>").append(web.url("/")).append("</link><description>d</description>");
    for (int n = 0; n < ENTRIES; n++) {
      String link = web.url("/" + kind + "/" + i + "/" + n);
      String text = TEXT.formatted(n, i, n, i, n, i, n, i, n, i, n, i, n, i);
      if (kind.equals("page")) {
        web.page("/page/" + i + "/" + n, "text/html", "<html lang=en><head><title>Offer</title></head><body><nav>Home</nav><article><p>" + text.strip()
            + "</p></article></body></html>");
      }
      out.append("<item><guid>").append(link).append("</guid><link>").append(link).append("</link><title>Offer ").append(n)
          .append("</title><pubDate>Tue, 13 May 2025 12:00:00 GMT</pubDate><description>").append(kind.equals("text") ? text : "Short")
          .append("</description></item>");
    }
    return out.append("</channel></rss>").toString();
  }

  private String json(int i) {
    StringBuilder out = new StringBuilder("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Feed\",\"items\":[");
    for (int n = 0; n < ENTRIES; n++) {
      out.append(n == 0 ? "" : ",").append("{\"id\":\"").append(n).append("\",\"url\":\"").append(web.url("/text/" + i + "/" + n)).append("\",\"content_text\":\"")
          .append(TEXT.formatted(n, i, n, i, n, i, n, i, n, i, n, i, n, i)).append("\"}");
    }
    return out.append("]}").toString();
  }

  private static String laughs() {
    StringBuilder out = new StringBuilder("<!DOCTYPE rss [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 10; i++) {
      out.append("<!ENTITY e").append(i).append(" '").append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
    }
    return out.append("]>").toString();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[20_000_000]);
    }
    return packed.toByteArray();
  }
}
