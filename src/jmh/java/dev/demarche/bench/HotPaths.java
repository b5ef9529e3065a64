package dev.demarche.bench;

import dev.demarche.app.Engine;
import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Article;
import dev.demarche.domain.Tagging;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.mentions.NameIndex;
import dev.demarche.tagging.statements.Linked;
import dev.demarche.tagging.statements.Linker;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.TextReader;
import dev.demarche.topics.ArticleCodec;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hot paths of tagging, each on the whole of the article that comes with Demarche. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseParallelGC")
public class HotPaths {
  private Article article;
  private Encoder encoder;
  private List<Scores> windows;
  private NameIndex names;
  private NewsTagger tagger;

  @Setup
  public void load() {
    List<Article> seeds = new ArrayList<>();
    new ArticleFiles(new ArticleCodec(), InputStream.nullInputStream()).read(List.of("seeds/articles"), loaded -> {
      if (loaded instanceof Loaded.Good good) {
        seeds.add(good.article().accepted(1, Instant.EPOCH));
      }
    });
    article = seeds.get(0);
    encoder = Encoder.standard();
    windows = new ArrayList<>();
    encoder.encode(article.text()).forEach(windows::add);
    names = new NameIndex(Packs.bundled().actors().plain());
    tagger = Engine.tagger(Packs.bundled().actors().plain(), Packs.bundled().issues().plain());
  }

  /** Sentences, tokens, parts of speech. */
  @Benchmark
  public Document text() {
    return TextReader.read(article.text());
  }

  /** Words and their pieces, without the model. */
  @Benchmark
  public int pieces() {
    return encoder.pieces(Words.of(article.text()));
  }

  /** The best labels of both heads in all windows. */
  @Benchmark
  public List<LabelledSpan> viterbi() {
    List<LabelledSpan> spans = new ArrayList<>();
    for (Scores window : windows) {
      spans.addAll(encoder.facts().roles().spans(window.roles(), window.from()));
      spans.addAll(encoder.facts().mentions().spans(window.mentions(), window.from()));
    }
    return spans;
  }

  /** From the model's answer to source, cue and contents, the best labels of roles included. */
  @Benchmark
  public List<Linked> linking() {
    Linker linker = new Linker(encoder.facts());
    windows.forEach(linker::see);
    return linker.linked();
  }

  /** Names of the catalogue. */
  @Benchmark
  public List<NameIndex.Found> names() {
    return names.find(article.text());
  }

  /** All of it, the model included. */
  @Benchmark
  public Tagging tagger() {
    return tagger.tag(article);
  }
}
