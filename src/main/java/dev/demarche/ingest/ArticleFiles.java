package dev.demarche.ingest;

import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Articles from files. A {@code .txt} file is the text of one article, its id the file's name without the ending, with what else is known of it
 * in a sidecar {@code NAME.yaml} ({@link Sidecar}); a {@code .json} file is one article; a {@code .jsonl} or {@code .ndjson} file holds one article a
 * line. A folder is read with all its folders, in order of names. {@code -} is standard input: JSON lines where it starts with a brace, else the
 * text of one article. What is wrong with one stops none of the others.
 */
public final class ArticleFiles {
  private final ArticleCodec codec;
  private final InputStream input;

  /**
   * A reader of files.
   *
   * @param codec reads articles, with its limits
   * @param input what {@code -} stands for
   */
  public ArticleFiles(ArticleCodec codec, InputStream input) {
    this.codec = codec;
    this.input = input;
  }

  /** Reads {@code paths}, in their order, and hands over each article or what is wrong as it is read. */
  public void read(List<String> paths, Consumer<Loaded> each) {
    for (String path : paths) {
      try {
        if (path.equals("-")) {
          readInput(each);
        } else if (Files.isDirectory(Path.of(path))) {
          readFolder(Path.of(path), each);
        } else {
          readFile(Path.of(path), each);
        }
      } catch (InvalidPathException e) {
        each.accept(new Loaded.Bad(path.replaceAll("\\p{Cntrl}", "\uFFFD"), "no file can have this name", "name one that exists"));
      }
    }
  }

  private void readFolder(Path folder, Consumer<Loaded> each) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).filter(ArticleFiles::isArticle).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      each.accept(unreadable(folder.toString(), e));
      return;
    }
    if (files.isEmpty()) {
      each.accept(new Loaded.Bad(folder.toString(), "the folder holds no article", "name a folder with .txt, .json or .jsonl files"));
    }
    files.forEach(file -> readFile(file, each));
  }

  private static boolean isArticle(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".txt") || name.endsWith(".json") || isLines(name);
  }

  private static boolean isLines(String name) {
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  private void readFile(Path file, Consumer<Loaded> each) {
    String name = file.getFileName().toString();
    try {
      if (isLines(name)) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          readLines(file.toString(), 1, in, each);
        }
      } else if (name.endsWith(".json")) {
        each.accept(decode(file.toString(), Files.readAllBytes(file)));
      } else {
        Path sidecar = file.resolveSibling(stem(name) + ".yaml");
        byte[] about = Files.exists(sidecar) ? Files.readAllBytes(sidecar) : null;
        each.accept(text(file.toString(), stem(name), Files.readAllBytes(file), sidecar.toString(), about));
      }
    } catch (IOException e) {
      each.accept(unreadable(file.toString(), e));
    }
  }

  private void readInput(Consumer<Loaded> each) {
    BufferedInputStream in = new BufferedInputStream(input);
    try {
      in.mark(64);
      int first = in.read();
      int line = 1;
      while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
        line += first == '\n' ? 1 : 0;
        in.mark(64);
        first = in.read();
      }
      if (first >= 0) {
        in.reset();
      }
      if (first == '{') {
        readLines("standard input", line, in, each);
      } else {
        each.accept(text("standard input", "stdin", in.readAllBytes(), "", null));
      }
    } catch (IOException e) {
      each.accept(unreadable("standard input", e));
    }
  }

  private void readLines(String where, int firstLine, InputStream in, Consumer<Loaded> each) throws IOException {
    int number = firstLine - 1;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = 0; b >= 0; ) {
      b = in.read();
      if (b >= 0 && b != '\n') {
        line.write(b);
        continue;
      }
      number++;
      if (!line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
        each.accept(decode(where + ":" + number, line.toByteArray()));
      }
      line.reset();
    }
  }

  private Loaded decode(String where, byte[] json) {
    ArticleCodec.Read read = codec.read(json);
    if (read instanceof ArticleCodec.Read.Refused refused) {
      return new Loaded.Bad(where, refused.message(), refused.mend());
    }
    return new Loaded.Good(((ArticleCodec.Read.Accepted) read).article());
  }

  /**
   * The article made of a text and its sidecar.
   *
   * @param where     the text's file, for messages
   * @param id        the article's id
   * @param text      in UTF-8
   * @param aboutName the sidecar's file, for messages
   * @param about     the sidecar, or null where there is none
   */
  public Loaded text(String where, String id, byte[] text, String aboutName, byte[] about) {
    String at = about == null ? where : aboutName;
    try {
      Sidecar sidecar = about == null ? Sidecar.NONE : Sidecar.read(aboutName, decoded(about));
      at = where;
      Article draft = new Article(id, 1, sidecar.url(), sidecar.publisher(), sidecar.title(), decoded(text), sidecar.language(),
          sidecar.publishedAt(), null, null);
      return decode(where, codec.write(draft));
    } catch (CharacterCodingException e) {
      return new Loaded.Bad(at, "the file is not UTF-8", "save it in UTF-8");
    } catch (IllegalArgumentException e) {
      return new Loaded.Bad(aboutName.isEmpty() ? where : aboutName, e.getMessage(), "mend the sidecar or remove it");
    }
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static String stem(String name) {
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static Loaded.Bad unreadable(String where, Exception e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? new Loaded.Bad(where, "there is no such file or folder", "name one that exists, or - for standard input")
        : new Loaded.Bad(where, "cannot be read (" + e.getMessage() + ")", "look at its permissions");
  }
}
