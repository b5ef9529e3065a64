package dev.demarche.tagging.actors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarche.catalogue.PackReader;
import dev.demarche.domain.Actor;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.ModelFacts;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.MentionFinder;
import dev.demarche.tagging.mentions.NameIndex;
import dev.demarche.tagging.mentions.Named;
import dev.demarche.tagging.statements.Linker;
import dev.demarche.tagging.statements.Report;
import dev.demarche.tagging.statements.ReportReader;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.TextReader;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes what {@code training/pronouns.py} learns from: the pronouns of GAP files ({@code .tsv}) and of articles with coreference chains
 * ({@code corenlp.jsonl}, the texts in {@code text/} beside it; {@code corenlp.jsonl:pieces}: four sentences at a time), each with its candidates' {@link Feature}s and which of them is right.
 *
 * <p>{@code PronounExamples OUT gold|own FILE...}: with {@code gold} the pronouns before have their right readings, with {@code own} those of the
 * weights that come along. Three files, numbers big-endian: OUT.examples (5 ints each: file, text, {@link Pronoun.Asks}, rows, whether a
 * right one is missing), OUT.labels (a byte a row), OUT.rows (floats). OUT.words says the same for people, a line an example.
 */
final class PronounExamples implements AutoCloseable {
  private static final int BEFORE = 120;
  private static final int PIECE = 4;
  private static final String PIECES = ":pieces";

  private final ModelFacts facts;
  private final Function<Words, Iterable<Scores>> model;
  private final boolean own;
  private final NameIndex index;
  private final Offices offices;
  private final DataOutputStream examples;
  private final DataOutputStream labels;
  private final DataOutputStream rows;
  private final PrintWriter words;
  private int file = -1;
  private int text;

  /** What is known of a pronoun: which row is right. Null where nothing is known. */
  private interface Gold {
    boolean[] right(Pronoun pronoun, List<Candidate> candidates, Document document, Map<Mention, Who> names);
  }

  PronounExamples(ModelFacts facts, Function<Words, Iterable<Scores>> model, List<Actor> actors, boolean own, String out) throws IOException {
    this.facts = facts;
    this.model = model;
    this.own = own;
    this.index = new NameIndex(actors);
    this.offices = new Offices(index);
    this.examples = open(out + ".examples");
    this.labels = open(out + ".labels");
    this.rows = open(out + ".rows");
    this.words = new PrintWriter(Files.newBufferedWriter(Path.of(out + ".words")));
  }

  public static void main(String[] args) throws IOException {
    Encoder encoder = Encoder.standard();
    List<Actor> actors = new ArrayList<>();
    try (Stream<Path> packs = Files.list(Path.of("seeds/actors"))) {
      for (Path pack : packs.sorted().toList()) {
        actors.addAll(PackReader.actors(pack.toString(), Files.readString(pack)).plain());
      }
    }
    try (PronounExamples out = new PronounExamples(encoder.facts(), encoder::encode, actors, args[1].equals("own"), args[0])) {
      for (int i = 2; i < args.length; i++) {
        out.read(Path.of(args[i]));
      }
    }
  }

  void read(Path corpus) throws IOException {
    file++;
    text = 0;
    if (corpus.toString().endsWith(".tsv")) {
      List<String> lines = Files.readAllLines(corpus);
      for (String line : lines.subList(1, lines.size())) {
        gap(line.split("\t", -1));
        text++;
      }
    } else {
      ObjectMapper json = new ObjectMapper();
      boolean pieces = corpus.toString().endsWith(PIECES);
      Path file = pieces ? corpus.resolveSibling(corpus.getFileName().toString().replace(PIECES, "")) : corpus;
      for (String line : Files.readAllLines(file)) {
        JsonNode article = json.readTree(line);
        String words = Files.readString(file.resolveSibling("text").resolve(article.get("id").asText() + ".txt"));
        List<List<int[]>> chains = chains(words, article.get("coreference"));
        if (pieces) {
          pieces(words, chains);
        } else {
          chains(words, chains);
        }
        text++;
      }
    }
  }

  private void gap(String[] row) {
    int offset = row[1].offsetByCodePoints(0, Integer.parseInt(row[3]));
    int a = row[1].offsetByCodePoints(0, Integer.parseInt(row[5]));
    int b = row[1].offsetByCodePoints(0, Integer.parseInt(row[8]));
    int endA = a + row[4].length();
    int endB = b + row[7].length();
    boolean isA = row[6].equals("TRUE");
    boolean isB = row[9].equals("TRUE");
    cast(row[1], (pronoun, candidates, document, names) -> {
      if (document.token(pronoun.token()).begin() != offset) {
        return null;
      }
      boolean[] right = new boolean[candidates.size() + 1];
      for (int c = 0; c < candidates.size(); c++) {
        boolean asA = meant(candidates.get(c), a, endA, document, names);
        boolean asB = meant(candidates.get(c), b, endB, document, names);
        right[c] = isA ? asA : isB ? asB : !asA && !asB;
      }
      right[candidates.size()] = !isA && !isB;
      return right;
    });
  }

  /** Whether the candidate is one whom a name that touches the characters means, as {@code demarche eval pronouns} counts it. */
  private static boolean meant(Candidate candidate, int begin, int end, Document document, Map<Mention, Who> names) {
    return names.entrySet().stream().anyMatch(name -> document.token(name.getKey().from()).begin() < end
        && begin < document.token(name.getKey().to() - 1).end() && name.getValue().name().equals(candidate.who().name()));
  }

  private static List<Seen> seen(Candidate candidate) {
    List<Seen> all = new ArrayList<>(candidate.before());
    if (candidate.ahead() != null) {
      all.add(candidate.ahead());
    }
    return all.stream().filter(seen -> !seen.pronoun()).toList();
  }

  /** The article as texts of a few sentences each, such as GAP's are. */
  private void pieces(String words, List<List<int[]>> chains) {
    Document document = TextReader.read(words);
    List<Sentence> sentences = document.sentences();
    for (int s = 0; s + PIECE <= sentences.size(); s += PIECE - 1) {
      int begin = document.token(sentences.get(s).from()).begin();
      int end = document.token(sentences.get(s + PIECE - 1).to() - 1).end();
      List<List<int[]>> inside = chains.stream().map(chain -> chain.stream().filter(range -> range[0] >= begin && range[1] <= end)
          .map(range -> new int[] {range[0] - begin, range[1] - begin}).toList()).toList();
      chains(words.substring(begin, end), inside);
    }
  }

  private static List<List<int[]>> chains(String words, JsonNode chains) {
    List<List<int[]>> all = new ArrayList<>();
    for (JsonNode chain : chains) {
      List<int[]> ranges = new ArrayList<>();
      chain.forEach(range -> ranges.add(new int[] {words.offsetByCodePoints(0, range.get(0).asInt()), words.offsetByCodePoints(0, range.get(1).asInt())}));
      all.add(ranges);
    }
    return all;
  }

  private void chains(String words, List<List<int[]>> all) {
    cast(words, (pronoun, candidates, document, names) -> {
      int begin = document.token(pronoun.token()).begin();
      int end = document.token(pronoun.token()).end();
      List<int[]> own = all.stream().filter(chain -> chain.stream().anyMatch(range -> range[0] == begin && range[1] == end)).findFirst()
          .orElse(null);
      boolean[] right = new boolean[candidates.size() + 1];
      boolean some = false;
      for (int c = 0; own != null && c < candidates.size(); c++) {
        right[c] = seen(candidates.get(c)).stream().anyMatch(seen -> own.stream().anyMatch(range -> same(seen, range, document)));
        some |= right[c];
      }
      right[candidates.size()] = !some;
      return !some && (pronoun.asks() == Pronoun.Asks.PERSON || own == null && pronoun.asks() == Pronoun.Asks.SEVERAL) ? null : right;
    });
  }

  private static boolean same(Seen seen, int[] range, Document document) {
    int begin = document.token(seen.from()).begin();
    int end = document.token(seen.token()).end();
    return range[0] <= begin && end <= range[1] && (range[0] == begin || range[1] - end <= 2) && range[1] - range[0] < 80;
  }

  private void cast(String article, Gold gold) {
    Document document = TextReader.read(article);
    Phrases phrases = Phrases.of(document);
    Clauses clauses = new Clauses(document, phrases);
    Words words = Words.of(article);
    Linker linker = new Linker(facts);
    List<LabelledSpan> spans = new ArrayList<>();
    for (Scores window : model.apply(words)) {
      linker.see(window);
      facts.mentions().spans(window.mentions(), window.from()).stream().filter(span -> window.owns(span.from())).forEach(spans::add);
    }
    List<Mention> mentions = new MentionFinder(document, index, spans.stream().map(span -> Named.of(span, words)).toList(), null).mentions();
    List<Who> resolved = new NameResolver(document, phrases, mentions).resolved();
    Map<Mention, Who> names = new HashMap<>();
    for (int m = 0; m < mentions.size(); m++) {
      if (resolved.get(m) != null) {
        names.put(mentions.get(m), resolved.get(m));
      }
    }
    List<Subject> sources = new ReportReader(document, phrases, clauses).reports(words, linker.linked(), spans).stream().map(Report::source)
        .filter(Objects::nonNull).toList();
    new Cast(document, phrases, clauses, mentions, sources, offices, null, (pronoun, candidates, rows) -> {
      boolean[] right = gold.right(pronoun, candidates, document, names);
      if (right != null) {
        write(pronoun, rows, right);
        words(pronoun, candidates, document);
      }
      return right == null || own ? LearnedRanker.standard().probabilities(pronoun, candidates, rows) : first(right);
    }, 0);
  }

  private static double[] first(boolean[] right) {
    double[] probabilities = new double[right.length];
    for (int r = 0; r < right.length; r++) {
      if (right[r]) {
        probabilities[r] = 1;
        return probabilities;
      }
    }
    probabilities[right.length - 1] = 1;
    return probabilities;
  }

  private void write(Pronoun pronoun, float[][] found, boolean[] right) {
    try {
      int known = 0;
      for (boolean one : right) {
        known += one ? 1 : 0;
        labels.writeByte(one ? 1 : 0);
      }
      for (int value : new int[] {file, text, pronoun.asks().ordinal(), found.length, known == 0 ? 1 : 0}) {
        examples.writeInt(value);
      }
      for (float[] row : found) {
        for (float value : row) {
          rows.writeFloat(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void words(Pronoun pronoun, List<Candidate> candidates, Document document) {
    Sentence sentence = document.sentenceAt(pronoun.token());
    String before = document.span(Math.max(0, pronoun.token() - BEFORE), pronoun.token() + 1).text();
    String behind = document.span(pronoun.token(), Math.max(sentence.to(), pronoun.token() + 1)).text();
    List<String> names = candidates.stream().map(candidate -> candidate.who().name() + "/" + candidate.nearest().role()).toList();
    words.println((before + "<<" + behind + "\t" + String.join("\t", names)).replaceAll("[\\n\\r]+", " "));
  }

  private static DataOutputStream open(String file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(file)), 1 << 16));
  }

  @Override
  public void close() throws IOException {
    examples.close();
    labels.close();
    rows.close();
    words.close();
  }
}
