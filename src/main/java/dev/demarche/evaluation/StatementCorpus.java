package dev.demarche.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A corpus in the form of PolNeAR (E. Newell, D. Margolin, D. Ruths, An Attribution Relations Corpus for Political News, LREC 2018): {@code text/NAME.txt}
 * and {@code attributions/NAME_xxxx.ann}, where xxxx tells annotators apart and the first by name counts.
 */
public final class StatementCorpus {
  private static final String TEXT = ".txt";
  private static final String ANNOTATION = ".ann";
  private static final int ANNOTATOR = 4;

  private StatementCorpus() {}

  /**
   * The annotated articles in {@code folder}, in order of their names; at least one. Texts without annotation are left out.
   *
   * @throws EvaluationException if the folder is no such corpus or a file of it cannot be read
   */
  public static List<AnnotatedArticle> read(Path folder) {
    List<Path> texts = files(folder, "text", TEXT);
    Map<String, Path> annotations = new TreeMap<>();
    for (Path file : files(folder, "attributions", ANNOTATION)) {
      String name = annotated(file.getFileName().toString());
      if (name != null) {
        annotations.putIfAbsent(name, file);
      }
    }
    List<AnnotatedArticle> articles = new ArrayList<>();
    for (Path file : texts) {
      String name = stem(file.getFileName().toString(), TEXT);
      if (annotations.containsKey(name)) {
        String text = TextFile.read(file);
        articles.add(new AnnotatedArticle(name, text, BratAnnotations.read(annotations.get(name), text)));
      }
    }
    if (articles.isEmpty()) {
      throw new EvaluationException(folder + ": no article is annotated; text/NAME.txt needs an attributions/NAME_xxxx.ann beside it");
    }
    return articles;
  }

  private static List<Path> files(Path folder, String part, String ending) {
    Path in = folder.resolve(part);
    if (!Files.isDirectory(in)) {
      throw new EvaluationException(Files.isDirectory(folder)
          ? folder + ": the folder holds no folder " + part + "; name one in PolNeAR's form, with text/NAME.txt and attributions/NAME_xxxx.ann"
          : folder + ": there is no such folder; name one that exists, with text/NAME.txt and attributions/NAME_xxxx.ann");
    }
    try (Stream<Path> list = Files.list(in)) {
      return list.filter(file -> file.getFileName().toString().endsWith(ending) && !file.getFileName().toString().startsWith(".")).sorted()
          .toList();
    } catch (IOException e) {
      throw new EvaluationException(in + ": cannot be read (" + e.getMessage() + "); name a folder that this user may read", e);
    }
  }

  /** The name of the article that {@code file} annotates, or null if the name has another form. */
  private static String annotated(String file) {
    String stem = stem(file, ANNOTATION);
    int end = stem.codePointCount(0, stem.length()) <= ANNOTATOR ? -1 : stem.offsetByCodePoints(stem.length(), -ANNOTATOR) - 1;
    return end >= 0 && stem.charAt(end) == '_' ? stem.substring(0, end) : null;
  }

  private static String stem(String file, String ending) {
    return file.substring(0, file.length() - ending.length());
  }
}
