package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeedsCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  @Test
  void checksAListWithoutABroker() throws IOException {
    Path list = Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n  - https://example.org/rss\n");
    assertThat(run("feeds", "--feeds", list.toString(), "--check")).isZero();
    assertThat(out.toString()).startsWith("1 feeds, nothing wrong");
  }

  @Test
  void namesWhatIsWrongInAList() throws IOException {
    Path list = Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n  - example.org\n");
    assertThat(run("feeds", "--feeds", list.toString(), "--check")).isEqualTo(2);
    assertThat(err.toString()).contains("feeds.yaml:2: a feed's url is no address of http or https: example.org");
  }

  @Test
  void needsAList() {
    assertThat(run("feeds", "--check")).isEqualTo(2);
    assertThat(err.toString()).contains("feeds is not set");
  }
}
