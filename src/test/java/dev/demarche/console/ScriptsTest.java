package dev.demarche.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What modules of the console do with text. */
class ScriptsTest {
  /** Makes elements, or runs words, of text. */
  private static final Pattern MAKES = Pattern.compile("(inner|outer)HTML\\s*[+]?=[^=]|insertAdjacentHTML|document\\.write|createContextualFragment|parseFromString|"
      + "setHTML|\\beval\\b|new Function|srcdoc|javascript:|set(Timeout|Interval)\\(['\"`]|\\.(href|src|action)\\s*=[^=]");
  /** A page's own part, which the server has made of a template that escapes. */
  private static final String PART = "body.innerHTML = await answer.text();";

  private static String read(String name) throws IOException {
    try (InputStream in = ScriptsTest.class.getResourceAsStream("/console/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void noModuleMakesElementsOrAddressesOfTextFromOutside() throws IOException {
    List<String> modules = read("assets.txt").lines().filter(name -> name.endsWith(".js")).toList();
    assertThat(modules).contains("live.js", "search.js", "combobox.js", "watches.js");
    for (String module : modules) {
      String script = read(module);
      assertThat(MAKES.matcher(module.equals("positions.js") ? script.replace(PART, "") : script).results().map(each -> each.group()).toList()).as(module).isEmpty();
    }
    assertThat(read("positions.js")).contains(PART).contains("fetch(link.href, { headers: { 'HX-Request': 'true' } })");
  }

  @Test
  void theLiveStreamLinksToPathsOfThisConsoleAlone() throws IOException {
    String script = read("live.js");
    assertThat(Pattern.compile("setAttribute\\('href'").matcher(script).results()).hasSize(1);
    assertThat(script).contains("element.setAttribute('href', isOurs(path) ? path : '#')")
        .contains("path.startsWith('/') && URL.canParse(path, location.href) && new URL(path, location.href).origin === location.origin");
  }
}
