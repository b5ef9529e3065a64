package dev.demarche.ingest.feeds;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * XML that is none, read the way browsers read: bare ampersands, entities of HTML, elements that never end, prefixes that nobody declared.
 * No entity of the document's own is ever looked up. Pure.
 */
final class LooseXml {
  private static final Map<String, String> USUAL = Map.of("content", "http://purl.org/rss/1.0/modules/content/", "dc", "http://purl.org/dc/elements/1.1/",
      "sy", "http://purl.org/rss/1.0/modules/syndication/", "atom", "http://www.w3.org/2005/Atom", "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
      "dcterms", "http://purl.org/dc/terms/");

  private LooseXml() {}

  /** The document, or empty where there is no element or they are nested deeper than {@code maxDepth}. */
  static Optional<Document> read(String text, int maxDepth) {
    org.jsoup.nodes.Document loose = Jsoup.parse(text, "", Parser.xmlParser());
    boolean deep = NodeTraversor.filter((node, depth) -> depth > maxDepth ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE, loose)
        == NodeFilter.FilterResult.STOP;
    if (deep || loose.childrenSize() == 0) {
      return Optional.empty();
    }
    Element root = element(loose.child(0), USUAL);
    return root == null ? Optional.empty() : Optional.of(new Document(root));
  }

  /** Null where the name is none of XML. */
  private static Element element(org.jsoup.nodes.Element loose, Map<String, String> outer) {
    Map<String, String> names = outer;
    for (Attribute attribute : loose.attributes()) {
      if (attribute.getKey().equals("xmlns") || attribute.getKey().startsWith("xmlns:")) {
        names = names == outer ? new HashMap<>(outer) : names;
        names.put(attribute.getKey().equals("xmlns") ? "" : attribute.getKey().substring(6), attribute.getValue());
      }
    }
    Element element;
    try {
      element = named(loose.tagName(), names);
      for (Attribute attribute : loose.attributes()) {
        String key = attribute.getKey();
        if (Verifier.checkAttributeName(key) == null && !key.equals("xmlns")) {
          element.setAttribute(key, clean(attribute.getValue()));
        } else if (key.equals("xml:base") || key.equals("xml:lang")) {
          element.setAttribute(key.substring(4), clean(attribute.getValue()), Namespace.XML_NAMESPACE);
        }
      }
    } catch (IllegalArgumentException e) {
      return null;
    }
    for (Node child : loose.childNodes()) {
      if (child instanceof TextNode text) {
        element.addContent(clean(text.getWholeText()));
      } else if (child instanceof org.jsoup.nodes.Element inner) {
        Element made = element(inner, names);
        if (made != null) {
          element.addContent(made);
        }
      }
    }
    return element;
  }

  private static Element named(String name, Map<String, String> names) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String uri = names.get(prefix);
    return uri == null || uri.isEmpty() || prefix.equals("xml") ? new Element(name.substring(colon + 1))
        : new Element(name.substring(colon + 1), Namespace.getNamespace(prefix, uri));
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(Verifier::isXMLCharacter).forEach(out::appendCodePoint);
    return out.toString();
  }
}
