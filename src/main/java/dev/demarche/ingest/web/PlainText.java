package dev.demarche.ingest.web;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML to text as people read it: a paragraph a block, an empty line between blocks, one line for each line break. Pure. */
public final class PlainText {
  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template", "iframe", "object", "svg", "math", "form", "button",
      "select", "textarea", "video", "audio", "canvas", "head", "figure", "figcaption");

  private PlainText() {}

  /** The text of a fragment of HTML, or of text without any markup; empty for null. */
  public static String of(String html) {
    return html == null ? "" : of(Jsoup.parseBodyFragment(html).body());
  }

  /** The text of an element. */
  static String of(Element root) {
    Writer writer = new Writer();
    NodeTraversor.traverse(writer, root);
    return writer.text();
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private Element silent;
    private int breaks;
    private boolean space;

    @Override
    public void head(Node node, int depth) {
      if (silent != null) {
        return;
      }
      if (node instanceof TextNode text) {
        write(text.getWholeText());
      } else if (node instanceof Element element) {
        String name = element.normalName();
        if (SILENT.contains(name) || element.hasAttr("hidden")) {
          silent = element;
        } else if (name.equals("br") || name.equals("li") || name.equals("tr") || name.equals("dt") || name.equals("dd")) {
          breaks = Math.max(breaks, 1);
        } else if (element.isBlock()) {
          breaks = 2;
        } else if (name.equals("td") || name.equals("th")) {
          space = true;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node == silent) {
        silent = null;
        breaks = Math.max(breaks, node instanceof Element element && element.isBlock() ? 2 : 0);
      } else if (silent == null && node instanceof Element element && element.isBlock()) {
        breaks = Math.max(breaks, element.normalName().matches("li|tr|dt|dd") ? 1 : 2);
      }
    }

    private void write(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0' || c == '\u200b' || c == '\ufeff') {
          space |= c != '\u200b' && c != '\ufeff';
          continue;
        }
        if (Character.isISOControl(c)) {
          continue;
        }
        if (out.length() > 0) {
          out.append(breaks >= 2 ? "\n\n" : breaks == 1 ? "\n" : space ? " " : "");
        }
        breaks = 0;
        space = false;
        out.append(c);
      }
    }

    private String text() {
      return out.toString();
    }
  }
}
