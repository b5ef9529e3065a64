package dev.demarche.ingest.feeds;

import dev.demarche.ingest.feeds.FeedParser.Unreadable;
import dev.demarche.ingest.web.LooseDate;
import dev.demarche.ingest.web.WebAddress;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jsoup.Jsoup;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * A feed's XML. No document type is ever processed and nothing outside is read: one that only names its type, as RSS 0.91 did, is taken
 * without; one that declares entities is refused. What is not well-formed is read again the way browsers read, which takes cut-off
 * documents, bare ampersands and entities of HTML. Dates are written anew, so that broken ones count.
 */
final class FeedXml {
  private static final Pattern UNDECLARED = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final Set<String> DATES = Set.of("pubdate", "lastbuilddate", "published", "updated", "date", "issued", "modified", "created");
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");
  private static final int MAX_DEPTH = 200;
  private static final int HEAD = 200_000;

  private FeedXml() {}

  static Document read(URI base, String contentType, byte[] bytes) throws IOException, Unreadable {
    String text = FeedText.of(contentType, bytes);
    text = text.substring(Math.max(0, text.indexOf('<')));
    int type = indexOf(text, "<!doctype", 0);
    if (type >= 0) {
      if (indexOf(text, "html", type) == type + 10) {
        throw page(base, text);
      }
      int end = type;
      while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '[') {
        end++;
      }
      if (end < text.length() && text.charAt(end) == '[') {
        throw new Unreadable("the document declares entities of its own (<!DOCTYPE ... [), which no feed needs", "tell the publisher");
      }
      text = text.substring(0, type) + text.substring(Math.min(text.length(), end + 1));
    }
    Document document = parse(UNDECLARED.matcher(text).replaceAll(" "));
    if (document == null || !ROOTS.contains(document.getRootElement().getName().toLowerCase(Locale.ROOT))) {
      throw indexOf(text, "<html", 0) >= 0 ? page(base, text) : new Unreadable("the document is none of RSS, Atom and JSON Feed"
          + (document == null ? "" : " but <" + document.getRootElement().getName() + ">"), "is it the address of a feed?");
    }
    dates(document);
    return document;
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
      builder.setXMLFilter(new Depth());
      return builder.build(new StringReader(text));
    } catch (JDOMException e) {
      return LooseXml.read(text, MAX_DEPTH).orElse(null);
    }
  }

  /** Ends what is nested too deeply while it is read: a tree of it takes time that grows with the square of its depth. */
  private static final class Depth extends XMLFilterImpl {
    private int depth;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
      if (++depth > MAX_DEPTH) {
        throw new SAXException("nested deeper than " + MAX_DEPTH + " levels");
      }
      super.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
      depth--;
      super.endElement(uri, name, qualified);
    }
  }

  private static void dates(Document document) {
    List<Element> all = new ArrayList<>();
    document.getDescendants(Filters.element()).forEach(all::add);
    for (Element element : all) {
      if (DATES.contains(element.getName().toLowerCase(Locale.ROOT)) && element.getChildren().isEmpty()) {
        Optional<Instant> date = LooseDate.read(element.getTextTrim());
        element.setText(date.map(d -> d.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(""));
      }
    }
  }

  /** Where {@code what} begins in {@code text} from {@code from} on, whatever its case; -1 where it does not within the head. */
  private static int indexOf(String text, String what, int from) {
    for (int i = from; i <= Math.min(HEAD, text.length() - what.length()); i++) {
      if (text.regionMatches(true, i, what, 0, what.length())) {
        return i;
      }
    }
    return -1;
  }

  /** Somebody named the page instead of its feed: say which feed it names. */
  private static Unreadable page(URI base, String html) {
    org.jsoup.nodes.Element link = Jsoup.parse(html.substring(0, Math.min(HEAD, html.length())))
        .selectFirst("link[type~=(?i)application/(rss|atom|feed)\\+(xml|json)][href]");
    Optional<URI> feed = link == null ? Optional.empty() : WebAddress.resolve(base, link.attr("href"));
    return new Unreadable("this is a page of HTML, no feed", feed.isPresent() ? "it names the feed " + feed.get() + ": name that"
        : "name the address of its feed");
  }
}
