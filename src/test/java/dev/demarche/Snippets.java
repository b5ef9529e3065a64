package dev.demarche;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of a document. Behind the language, the info string holds attributes: {@code ```sh id=tail lines=2}. */
public final class Snippets {
  private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)([^\\n]*)\\n(.*?)^```$", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=(\\S+)");

  /**
   * One block.
   *
   * @param language   first word of the info string
   * @param info       the rest of the info string
   * @param attributes in it, by name
   * @param text       with a line end behind each line
   */
  public record Snippet(String language, String info, Map<String, String> attributes, String text) {}

  private Snippets() {}

  public static List<Snippet> of(Path document) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(document));
    while (block.find()) {
      Map<String, String> attributes = new HashMap<>();
      Matcher attribute = ATTRIBUTE.matcher(block.group(2));
      while (attribute.find()) {
        attributes.put(attribute.group(1), attribute.group(2));
      }
      snippets.add(new Snippet(block.group(1), block.group(2).strip(), attributes, block.group(3)));
    }
    return snippets;
  }
}
