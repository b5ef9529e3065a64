package dev.demarche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {
  @TempDir Path folder;

  private String write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  private static List<Loaded> read(String input, String... paths) {
    List<Loaded> loaded = new ArrayList<>();
    new ArticleFiles(new ArticleCodec(100), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))).read(List.of(paths), loaded::add);
    return loaded;
  }

  private static Article article(Loaded loaded) {
    assertThat(loaded).isInstanceOf(Loaded.Good.class);
    return ((Loaded.Good) loaded).article();
  }

  /** One line for each: the id of an article, or what is wrong without the folder's name. */
  private List<String> lines(List<Loaded> loaded) {
    return loaded.stream().map(one -> one instanceof Loaded.Good good ? good.article().id() : one.toString().replace(folder + "/", "")).toList();
  }

  @Test
  void aTextFileIsOneArticleNamedAfterItsFile() throws IOException {
    Article article = article(read("", write("offer.v2.txt", "Norland rejects.\nAgain.\n")).get(0));
    assertThat(article.id()).isEqualTo("offer.v2");
    assertThat(article.text()).isEqualTo("Norland rejects.\nAgain.\n");
    assertThat(article.publishedAt()).isNull();
  }

  @Test
  void aTextFilesSidecarSaysWhatElseIsKnown() throws IOException {
    write("offer.yaml", "url: https://x.example/1\npublisher: x.example\ntitle: T\nlanguage: en\npublishedAt: 2025-05-13\n");
    Article article = article(read("", write("offer.txt", "x")).get(0));
    assertThat(article).isEqualTo(new Article("offer", 1, "https://x.example/1", "x.example", "T", "x", "en",
        Instant.parse("2025-05-13T00:00:00Z"), null, null));
  }

  @Test
  void tellsOfABadSidecarByItsName() throws IOException {
    write("offer.yaml", "headline: T\n");
    assertThat(lines(read("", write("offer.txt", "x")))).containsExactly("offer.yaml: there is no field headline; the fields are "
        + "[language, publishedAt, publisher, title, url]; mend the sidecar or remove it");
  }

  @Test
  void tellsWhichOfTextAndSidecarIsNoUtf8() throws IOException {
    String text = write("offer.txt", "x");
    Files.write(folder.resolve("offer.yaml"), new byte[] {(byte) 0xFF});
    assertThat(lines(read("", text))).containsExactly("offer.yaml: the file is not UTF-8; save it in UTF-8");
    Files.write(folder.resolve("bad.txt"), new byte[] {'a', (byte) 0xFF});
    assertThat(lines(read("", folder + "/bad.txt"))).containsExactly("bad.txt: the file is not UTF-8; save it in UTF-8");
  }

  @Test
  void aJsonFileIsOneArticle() throws IOException {
    assertThat(lines(read("", write("a.json", "{\n \"id\": \"a1\",\n \"text\": \"x\"\n}\n")))).containsExactly("a1");
  }

  @Test
  void aFileOfLinesHoldsOneArticleALineAndTellsBadOnesByLine() throws IOException {
    String lines = "{\"id\":\"a1\",\"text\":\"x\"}\r\n\n{\"id\":\"a2\"}\n{\"id\":\"a3\",\"text\":\"y\"}";
    for (String name : List.of("a.jsonl", "a.ndjson")) {
      assertThat(lines(read("", write(name, lines)))).containsExactly("a1",
          name + ":3: field \"text\" is missing; put the article's body into the field \"text\"", "a3");
    }
  }

  @Test
  void aFolderIsReadWithAllItsFoldersInOrderOfNames() throws IOException {
    write("b.txt", "x");
    write("a/z.json", "{\"id\":\"z\",\"text\":\"x\"}");
    write("a/y.jsonl", "{\"id\":\"y1\",\"text\":\"x\"}\n{\"id\":\"y2\",\"text\":\"x\"}\n");
    write("b.yaml", "title: T\n");
    write("notes.md", "no article");
    assertThat(lines(read("", folder.toString()))).containsExactly("y1", "y2", "z", "b");
  }

  @Test
  void tellsOfAFolderWithoutArticles() throws IOException {
    write("sub/notes.md", "x");
    assertThat(lines(read("", folder + "/sub"))).containsExactly("sub: the folder holds no article; name a folder with .txt, .json or .jsonl files");
  }

  @Test
  void whatIsMissingStopsNothingElse() throws IOException {
    String good = write("good.txt", "x");
    assertThat(lines(read("", folder + "/none.txt", good)))
        .containsExactly("none.txt: there is no such file or folder; name one that exists, or - for standard input", "good");
  }

  @Test
  void tellsOfAPathThatNoFileCanHave() throws IOException {
    String good = write("good.txt", "x");
    assertThat(read("", "a\0b.txt", good)).hasSize(2).first().isInstanceOf(Loaded.Bad.class);
  }

  @Test
  void tellsOfATextThatIsTooLargeOrEmpty() throws IOException {
    assertThat(lines(read("", write("large.txt", "x".repeat(101)), write("empty.txt", " \n")))).satisfiesExactly(
        large -> assertThat(large).startsWith("large.txt: field \"text\" has 101 bytes of UTF-8, the limit is 100"),
        empty -> assertThat(empty).startsWith("empty.txt: field \"text\" holds no text"));
  }

  @Test
  void standardInputIsJsonLinesWhereItStartsWithABrace() {
    assertThat(lines(read(" \n\n{\"id\":\"a1\",\"text\":\"x\"}\n{\"text\":1}\n", "-"))).satisfiesExactly(
        good -> assertThat(good).isEqualTo("a1"),
        bad -> assertThat(bad).startsWith("standard input:4: field \"text\" is the number 1, not a string"));
  }

  @Test
  void standardInputIsElseTheTextOfOneArticle() {
    assertThat(article(read("Norland rejects.", "-").get(0))).extracting(Article::id, Article::text).containsExactly("stdin", "Norland rejects.");
  }

  @Test
  void standardInputMayBeEmpty() {
    assertThat(lines(read("", "-"))).singleElement().asString().startsWith("standard input: field \"text\" holds no text");
  }

  @Test
  void readsTheArticlesThatComeWithDemarche() {
    List<Loaded> loaded = new ArrayList<>();
    new ArticleFiles(new ArticleCodec(), InputStream.nullInputStream()).read(List.of("seeds/articles"), loaded::add);
    assertThat(loaded).extracting(one -> article(one).publishedAt()).contains(Instant.parse("2025-05-13T12:00:00Z"));
  }
}
