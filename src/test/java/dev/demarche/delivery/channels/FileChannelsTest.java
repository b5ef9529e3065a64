package dev.demarche.delivery.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import dev.demarche.delivery.Alerts;
import dev.demarche.delivery.receivers.Address;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Alert;
import dev.demarche.topics.Json;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChannelsTest {
  @TempDir private Path folder;

  private static List<String> ids(Path lines) throws Exception {
    return Files.readAllLines(lines).stream().map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class).id()).toList();
  }

  @Test
  void linesAreAlertsAsOnTheTopic() throws Exception {
    Path path = folder.resolve("alerts.jsonl");
    LinesChannel channel = new LinesChannel(new Address.Lines(path), null);
    assertThat(channel.deliver(List.of(Alerts.told("a1"), Alerts.told("a2")))).isInstanceOf(Outcome.Delivered.class);
    channel.deliver(List.of(Alerts.told("a3")));
    assertThat(ids(path)).containsExactly("a1", "a2", "a3");
  }

  @Test
  void whatACrashLeftHalfWrittenIsCutOff() throws Exception {
    Path path = folder.resolve("alerts.jsonl");
    LinesChannel channel = new LinesChannel(new Address.Lines(path), null);
    channel.deliver(List.of(Alerts.told("a1")));
    Files.writeString(path, Files.readString(path) + "{\"id\":\"a2\",\"sta");
    channel.deliver(List.of(Alerts.told("a2")));
    assertThat(ids(path)).containsExactly("a1", "a2");
  }

  @Test
  void whatWasWrittenButNotRecordedBeforeACrashIsNotWrittenAgain() throws Exception {
    Path path = folder.resolve("alerts.jsonl");
    new LinesChannel(new Address.Lines(path), null).deliver(List.of(Alerts.told("a1"), Alerts.told("a2")));
    LinesChannel next = new LinesChannel(new Address.Lines(path), null);
    next.deliver(List.of(Alerts.told("a2"), Alerts.told("a3")));
    assertThat(ids(path)).containsExactly("a1", "a2", "a3");
    next.deliver(List.of(Alerts.told("a2")));
    assertThat(ids(path)).as("but an operator may ask for it").containsExactly("a1", "a2", "a3", "a2");
  }

  @Test
  void withoutAPathLinesGoToStandardOutput() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LinesChannel(new Address.Lines(null), out).deliver(List.of(Alerts.told("a1")));
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"id\":\"a1\"").endsWith("}\n");
  }

  @Test
  void aFolderThatIsNotThereIsTriedAgain() {
    Path path = folder.resolve("none/alerts");
    assertThat(new LinesChannel(new Address.Lines(path), null).deliver(List.of(Alerts.told("a1")))).isInstanceOf(Outcome.Later.class);
    assertThat(new AtomChannel(new Address.Atom(path, "t", 3)).deliver(List.of(Alerts.told("a1")))).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void aFeedHoldsTheNewestAlertsEachOnce() throws Exception {
    Path path = folder.resolve("alerts.atom");
    AtomChannel channel = new AtomChannel(new Address.Atom(path, "What Russia says", 3));
    channel.deliver(IntStream.range(0, 5).mapToObj(i -> Alerts.told("a" + i)).toList());
    channel.deliver(List.of(Alerts.told("a4"), Alerts.told("a5")));
    var feed = new SyndFeedInput().build(new StringReader(Files.readString(path)));
    assertThat(feed.getTitle()).isEqualTo("What Russia says");
    assertThat(feed.getEntries()).extracting(SyndEntry::getUri).containsExactly("urn:demarche:alert:a5", "urn:demarche:alert:a4", "urn:demarche:alert:a3");
    assertThat(feed.getEntries().get(0).getLink()).isEqualTo("https://example.org/a?b=1&c=2");
    assertThat(feed.getEntries().get(2).getContents().get(0).getValue()).contains("<mark>Moscow re</mark>jected");
    assertThat(feed.getEntries().get(2).getUpdatedDate().toInstant()).isEqualTo(Alerts.NOON);
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aFeedEscapesWhatIsHostile() throws Exception {
    Path path = folder.resolve("alerts.atom");
    AtomChannel channel = new AtomChannel(new Address.Atom(path, "t", 3));
    channel.deliver(List.of(Notification.of(Alerts.saying("]]><script>\u0000\uFFFE\uD800", "<script>alert(1)</script>", "<b>", "javascript:alert(1)", "<i>"))));
    SyndEntry entry = new SyndFeedInput().build(new StringReader(Files.readString(path))).getEntries().get(0);
    assertThat(entry.getLink()).isNull();
    assertThat(entry.getContents().get(0).getValue()).doesNotContain("<script", "<i>", "javascript:");
    assertThat(channel.deliver(List.of(Alerts.told("a2")))).isInstanceOf(Outcome.Delivered.class);
  }
}
