package dev.demarche.bench;

import dev.demarche.app.Engine;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.domain.Article;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.topics.ArticleCodec;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program of a JVM that tags a file of articles once and tells how much memory that took. */
final class TaggingChild {
  static final String WORDS = "peak memory of ";
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  private TaggingChild() {}

  /** @param arguments a file of articles, how many threads, a folder of packs or "" */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(Map.of(Setting.PACKS.key(), arguments[2]));
    List<Article> articles = new ArrayList<>();
    new ArticleFiles(new ArticleCodec(Integer.MAX_VALUE), InputStream.nullInputStream()).read(List.of(arguments[0]), loaded -> {
      if (loaded instanceof Loaded.Good good) {
        articles.add(good.article().accepted(1, Instant.now()));
      }
    });
    try (TaggingRounds rounds = new TaggingRounds(Engine.tagger(settings), articles, Integer.parseInt(arguments[1]))) {
      rounds.round();
    }
    System.out.println(WORDS + peak());
  }

  /** What was measured, a colon, and its bytes. */
  private static String peak() throws IOException {
    if (Files.isReadable(STATUS)) {
      Matcher line = PEAK.matcher(Files.readString(STATUS));
      if (line.find()) {
        return "process: " + Long.parseLong(line.group(1)) * 1024;
      }
    }
    return "heap: " + ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed()).sum();
  }
}
