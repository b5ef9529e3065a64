package dev.demarche.tagging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarche.catalogue.PackReader;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.Issue;
import dev.demarche.tagging.encoder.Encoder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tags text files with the packs under seeds/, for measuring: {@code TagFiles OUT.jsonl DATE FILE_OR_FOLDER}. Says its speed on stderr. */
final class TagFiles {
  private TagFiles() {}

  public static void main(String[] args) throws IOException {
    NewsTagger tagger = seeded(Encoder.standard());
    Instant day = Instant.parse(args[1] + "T12:00:00Z");
    List<Path> files = files(Path.of(args[2]), ".txt");
    ObjectMapper json = new ObjectMapper();
    long words = 0;
    long began = 0;
    try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(args[0])), false, StandardCharsets.UTF_8)) {
      for (Path file : files) {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        Article article = new Article(name.substring(0, name.length() - 4), 1, null, null, null, text, "en", day, null, null);
        if (began == 0) {
          tagger.tag(article);
          began = System.nanoTime();
        }
        var tagged = tagger.tag(article).article();
        words += text.split("\\s+").length;
        var tree = json.createObjectNode();
        tree.put("id", tagged.id());
        tree.set("entities", json.valueToTree(tagged.entities()));
        tree.set("statements", json.valueToTree(tagged.statements()));
        tree.set("stances", json.valueToTree(tagged.stances()));
        tree.set("conditions", json.valueToTree(tagged.conditions()));
        out.println(json.writeValueAsString(tree));
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.err.printf("%d articles, %.1f articles/s, %.0f words/s%n", files.size(), files.size() / seconds, words / seconds);
  }

  static NewsTagger seeded(Encoder encoder) throws IOException {
    List<Actor> actors = new ArrayList<>();
    for (Path file : files(Path.of("seeds/actors"), ".yaml")) {
      actors.addAll(PackReader.actors(file.toString(), Files.readString(file)).plain());
    }
    List<Issue> issues = new ArrayList<>();
    for (Path file : files(Path.of("seeds/issues"), ".yaml")) {
      issues.addAll(PackReader.issues(file.toString(), Files.readString(file)).plain());
    }
    return NewsTagger.of(encoder, actors, issues);
  }

  private static List<Path> files(Path path, String ending) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var list = Files.list(path)) {
      return list.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
