package dev.demarche.ingest.feeds;

import com.rometools.rome.io.XmlReader;
import dev.demarche.ingest.feeds.FeedParser.Unreadable;
import dev.demarche.ingest.web.LooseDate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.DOMBuilder;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * A feed's XML. No document type is ever processed and nothing outside is read: one that only names its type, as RSS 0.91 did, is taken
 * without; one that declares entities is refused. What is not well-formed is read again the way browsers read, which takes cut-off
 * documents, bare ampersands and entities of HTML. Dates are written anew, so that broken ones count.
 */
final class FeedXml {
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>\\[]*(\\[)?[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNDECLARED = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final Pattern FEED_LINK = Pattern.compile("<link[^>]*type=[\"']?application/(?:rss|atom|feed)\\+(?:xml|json)[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern HREF = Pattern.compile("href=[\"']?([^\"' >]+)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> DATES = Set.of("pubdate", "lastbuilddate", "published", "updated", "date", "issued", "modified", "created");
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");
  private static final int MAX_DEPTH = 200;

  private FeedXml() {}

  static Document read(URI base, String contentType, byte[] bytes) throws IOException, Unreadable {
    String text = text(contentType, bytes);
    Matcher type = DOCTYPE.matcher(text);
    if (type.find()) {
      if (type.group(1) != null) {
        throw new Unreadable("the document declares entities of its own (<!DOCTYPE ... [), which no feed needs", "tell the publisher");
      }
      if (type.group().toLowerCase(Locale.ROOT).matches("(?s)<!doctype\\s+html.*")) {
        throw page(base, text);
      }
      text = type.replaceFirst("");
    }
    Document document = parse(UNDECLARED.matcher(text).replaceAll(" "));
    if (document == null || !ROOTS.contains(document.getRootElement().getName().toLowerCase(Locale.ROOT))) {
      throw text.toLowerCase(Locale.ROOT).contains("<html") ? page(base, text) : new Unreadable("the document is none of RSS, Atom and JSON Feed"
          + (document == null ? "" : " but <" + document.getRootElement().getName() + ">"), "is it the address of a feed?");
    }
    dates(document);
    return document;
  }

  private static String text(String contentType, byte[] bytes) throws IOException {
    try (Reader reader = new XmlReader(new ByteArrayInputStream(bytes), contentType, true)) {
      StringBuilder out = new StringBuilder();
      char[] buffer = new char[8_192];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        out.append(buffer, 0, n);
      }
      int start = out.indexOf("<");
      return start <= 0 ? out.toString() : out.substring(start);
    }
  }

  private static Document parse(String text) throws IOException {
    try {
      SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
      builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
      builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      builder.setExpandEntities(false);
      return checked(builder.build(new StringReader(text)));
    } catch (JDOMException e) {
      org.jsoup.nodes.Document loose = Jsoup.parse(text, "", Parser.xmlParser());
      if (NodeTraversor.filter((node, depth) -> depth > MAX_DEPTH ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE, loose)
          == NodeFilter.FilterResult.STOP) {
        throw new IOException("nested deeper than " + MAX_DEPTH + " levels", e);
      }
      loose.children().stream().skip(1).forEach(org.jsoup.nodes.Node::remove);
      return loose.childrenSize() == 0 ? null : new DOMBuilder().build(new W3CDom().namespaceAware(true).fromJsoup(loose));
    }
  }

  private static Document checked(Document document) throws IOException {
    int depth = 0;
    List<Element> level = List.of(document.getRootElement());
    while (!level.isEmpty()) {
      if (depth++ > MAX_DEPTH) {
        throw new IOException("nested deeper than " + MAX_DEPTH + " levels");
      }
      level = level.stream().flatMap(element -> element.getChildren().stream()).toList();
    }
    return document;
  }

  private static void dates(Document document) {
    for (Element element : document.getDescendants(Filters.element())) {
      if (DATES.contains(element.getName().toLowerCase(Locale.ROOT)) && element.getChildren().isEmpty()) {
        Optional<Instant> date = LooseDate.read(element.getTextTrim());
        element.setText(date.map(d -> d.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(""));
      }
    }
  }

  /** Somebody named the page instead of its feed: say which feed it names. */
  private static Unreadable page(URI base, String html) {
    Matcher link = FEED_LINK.matcher(html);
    Matcher href = link.find() ? HREF.matcher(link.group()) : null;
    String mend = href != null && href.find() ? "it names the feed " + base.resolve(href.group(1).replace(' ', '+')) + ": name that"
        : "name the address of its feed";
    return new Unreadable("this is a page of HTML, no feed", mend);
  }
}
