package dev.demarche.ingest.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads the article of a page: what is told of it from JSON-LD, else OpenGraph, else other meta elements, else the page itself; the text by
 * Readability4J, a port of Mozilla's Readability, and where that finds little, the page's own article element. Safe for use by several
 * threads.
 */
final class PageReader {
  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final int MAX_ELEMENTS = 20_000;
  private static final int LITTLE = 200;
  private static final List<String> NAMING = List.of("property", "name", "http-equiv", "itemprop");
  private static final Set<String> PARAGRAPHS = Set.of("p", "blockquote", "li", "h2", "h3", "h4");

  /** The article of a page, or empty where it holds no text. */
  Optional<PageArticle> read(URI uri, String contentType, byte[] bytes) throws IOException {
    Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset(contentType), uri.toString());
    LinkedData data = LinkedData.of(page);
    Map<String, String> metas = metas(page);
    String title = first(data.text("headline"), metas.get("og:title"), metas.get("twitter:title"), heading(page), page.title());
    String publisher = first(data.text("publisher"), metas.get("og:site_name"), metas.get("application-name"));
    String author = first(data.text("author"), metas.get("article:author"), metas.get("author"), metas.get("byl"), metas.get("dc.creator"));
    String language = language(first(data.text("inLanguage"), page.selectFirst("html") == null ? null : page.selectFirst("html").attr("lang"),
        metas.get("og:locale"), metas.get("content-language")));
    Instant date = date(data.text("datePublished"), metas.get("article:published_time"), metas.get("og:article:published_time"),
        metas.get("datepublished"), metas.get("date"), metas.get("dc.date"), metas.get("dc.date.issued"), metas.get("pubdate"),
        metas.get("parsely-pub-date"), time(page));
    URI url = canonical(uri, page, data, metas);
    if (heading(page) != null) {
      page.select("h1").remove();
    }
    String text = text(uri, page, data.text("articleBody"));
    return text.isBlank() ? Optional.empty()
        : Optional.of(new PageArticle(url, clean(publisher), clean(author), clean(title), text, language, date));
  }

  private static String charset(String contentType) {
    Matcher matcher = contentType == null ? null : CHARSET.matcher(contentType);
    try {
      return matcher != null && matcher.find() && Charset.isSupported(matcher.group(1)) ? matcher.group(1) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A page may give itself another address of its own site only: else anybody could write over another publisher's article. */
  private static URI canonical(URI uri, Document page, LinkedData data, Map<String, String> metas) {
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    for (String candidate : new String[] {link == null ? null : link.attr("href"), data.text("mainEntityOfPage"), metas.get("og:url")}) {
      Optional<URI> other = WebAddress.resolve(uri, candidate);
      if (other.isPresent() && WebAddress.sameSite(uri, other.get()) && !isFront(other.get(), uri)) {
        return other.get();
      }
    }
    return uri;
  }

  /** Some sites name their front page as the canonical address of everything. */
  private static boolean isFront(URI other, URI uri) {
    return other.getPath().equals("/") && other.getQuery() == null && !uri.getPath().equals("/");
  }

  private static String text(URI uri, Document page, String body) {
    Element own = Optional.ofNullable(page.selectFirst("[itemprop=articleBody]")).or(() -> Optional.ofNullable(page.selectFirst("article")))
        .or(() -> Optional.ofNullable(page.selectFirst("main"))).orElse(page.body()).clone();
    own.select("nav, aside, header, footer").remove();
    String text = "";
    if (page.stream().limit(MAX_ELEMENTS + 1L).count() <= MAX_ELEMENTS) {
      try {
        Element content = new Readability4J(uri.toString(), page).parse().getArticleContent();
        text = content == null ? "" : PlainText.of(content);
      } catch (RuntimeException | StackOverflowError e) {
        text = "";
      }
    }
    if (text.length() < LITTLE) {
      String other = paragraphs(own);
      text = other.length() > text.length() ? other : text;
    }
    String given = body == null ? "" : body.contains("<") ? PlainText.of(body) : body.strip();
    return given.length() > 2 * text.length() ? given : text;
  }

  private static String paragraphs(Element own) {
    StringBuilder out = new StringBuilder();
    NodeTraversor.filter((node, depth) -> {
      if (!(node instanceof Element element) || !PARAGRAPHS.contains(element.normalName())) {
        return NodeFilter.FilterResult.CONTINUE;
      }
      String text = PlainText.of(element);
      out.append(out.length() == 0 || text.isEmpty() ? "" : "\n\n").append(text);
      return NodeFilter.FilterResult.SKIP_CHILDREN;
    }, own);
    return out.toString();
  }

  private static String heading(Document page) {
    return page.select("h1").size() == 1 ? page.selectFirst("h1").text() : null;
  }

  private static String time(Document page) {
    Element time = page.selectFirst("time[datetime][pubdate], [itemprop=datePublished][datetime], article time[datetime]");
    if (time != null) {
      return time.attr("datetime");
    }
    Element item = page.selectFirst("[itemprop=datePublished][content]");
    return item == null ? null : item.attr("content");
  }

  /** What meta elements say, by the names they give it in small letters; the first says it. */
  private static Map<String, String> metas(Document page) {
    Map<String, String> metas = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String content = meta.attr("content").strip();
      for (String attribute : content.isEmpty() ? List.<String>of() : NAMING) {
        String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          metas.putIfAbsent(name, content);
        }
      }
    }
    return metas;
  }

  private static Instant date(String... candidates) {
    for (String candidate : candidates) {
      Optional<Instant> date = LooseDate.read(candidate);
      if (date.isPresent()) {
        return date.get();
      }
    }
    return null;
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate;
      }
    }
    return null;
  }

  private static String clean(String text) {
    return text == null ? null : PlainText.of(text).replace('\n', ' ');
  }

  private static String language(String text) {
    return text == null ? null : Languages.tag(text);
  }
}
