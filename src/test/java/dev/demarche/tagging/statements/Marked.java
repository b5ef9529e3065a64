package dev.demarche.tagging.statements;

import dev.demarche.tagging.encoder.Head;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Links;
import dev.demarche.tagging.encoder.ModelFacts;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.TextReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which a model's answer is marked: {@code {S Lars Moe} {Q said} {C the harbour would stay open}}. S is a source, Q a cue, C a
 * content, P a person, O an organization, L a place; what belongs together carries the same digit, or none. The scores say so clearly.
 */
public final class Marked {
  private static final Pattern MARK = Pattern.compile("\\{([SQCPOL])(\\d?) ([^}]*)}");
  private static final List<String> ROLES = List.of("SOURCE", "CUE", "CONTENT");
  private static final List<String> TYPES = List.of("PERSON", "ORGANIZATION", "LOCATION");
  private static final int WIDTH = 8;

  private final Words words;
  private final float[][] roles;
  private final float[][] mentions;
  private final float[][] links;

  private Marked(String marked) {
    StringBuilder text = new StringBuilder();
    List<int[]> runs = new ArrayList<>();
    Matcher matcher = MARK.matcher(marked);
    while (matcher.find()) {
      matcher.appendReplacement(text, "");
      int group = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2));
      runs.add(new int[] {"SQCPOL".indexOf(matcher.group(1)), group, text.length(), text.length() + matcher.group(3).length()});
      text.append(matcher.group(3));
    }
    matcher.appendTail(text);
    words = Words.of(text.toString());
    roles = new float[words.size()][facts().roles().labels().size()];
    mentions = new float[words.size()][facts().mentions().labels().size()];
    links = new float[words.size()][4 * WIDTH];
    for (int i = 0; i < words.size(); i++) {
      roles[i][0] = 5;
      mentions[i][0] = 5;
    }
    runs.forEach(this::mark);
  }

  public static Marked text(String marked) {
    return new Marked(marked);
  }

  private void mark(int[] run) {
    int from = 0;
    while (words.end(from) <= run[2]) {
      from++;
    }
    int to = from;
    while (to < words.size() && words.begin(to) < run[3]) {
      to++;
    }
    for (int i = from; i < to; i++) {
      int place = to - from == 1 ? 3 : i == from ? 0 : i == to - 1 ? 2 : 1;
      (run[0] < 3 ? roles : mentions)[i][1 + 4 * (run[0] % 3) + place] = 20;
      if (run[0] >= 3) {
        continue;
      }
      int[] vectors = run[0] == 0 ? new int[] {3} : run[0] == 1 ? new int[] {1, 2} : new int[] {0};
      for (int vector : vectors) {
        links[i][vector * WIDTH + run[1]] = 4;
      }
    }
  }

  /** The text without marks. */
  public String text() {
    return words.text();
  }

  /** Facts of a model whose labels follow each other as they must, and for which distance does not count. */
  public static ModelFacts facts() {
    return new ModelFacts("marked-1", 256, 32, head(ROLES), head(TYPES), new Links(WIDTH, new float[Links.BUCKETS], new float[Links.BUCKETS]));
  }

  private static Head head(List<String> names) {
    List<String> labels = new ArrayList<>(List.of("O"));
    names.forEach(name -> List.of("B-", "I-", "E-", "S-").forEach(place -> labels.add(place + name)));
    int n = labels.size();
    float[][] transitions = new float[n][n];
    float[] start = new float[n];
    float[] end = new float[n];
    for (int i = 0; i < n; i++) {
      boolean open = labels.get(i).startsWith("B-") || labels.get(i).startsWith("I-");
      boolean within = labels.get(i).startsWith("I-") || labels.get(i).startsWith("E-");
      start[i] = within ? Head.IMPOSSIBLE : 0;
      end[i] = open ? Head.IMPOSSIBLE : 0;
      for (int j = 0; j < n; j++) {
        boolean goesOn = labels.get(j).startsWith("I-") || labels.get(j).startsWith("E-");
        boolean same = labels.get(i).substring(1).equals(labels.get(j).substring(1));
        transitions[i][j] = open == goesOn && (!open || same) ? 0 : Head.IMPOSSIBLE;
      }
    }
    return new Head(labels, transitions, start, end);
  }

  /** The text as one window. */
  public List<Scores> window() {
    return List.of(window(0, words.size(), 0, words.size()));
  }

  /** Windows that own {@code size} words each, with {@code context} more on both sides. */
  List<Scores> windows(int size, int context) {
    List<Scores> windows = new ArrayList<>();
    for (int from = 0; from < words.size(); from += size) {
      int to = Math.min(words.size(), from + size);
      windows.add(window(Math.max(0, from - context), Math.min(words.size(), to + context), from, to));
    }
    return windows;
  }

  /** A run that the window's edge cuts is whole to the model, which must begin and end what it sees. */
  private Scores window(int from, int to, int ownedFrom, int ownedTo) {
    float[] none = new float[4 * WIDTH];
    Arrays.fill(none, 3 * WIDTH, 4 * WIDTH, 1);
    return new Scores(words, from, to, ownedFrom, ownedTo, Arrays.copyOfRange(roles, from, to), Arrays.copyOfRange(mentions, from, to),
        Arrays.copyOfRange(links, from, to), none);
  }

  /** What is linked, as "source | cue | content / content". */
  static List<String> linked(List<Scores> windows) {
    Linker linker = new Linker(facts());
    windows.forEach(linker::see);
    Words words = windows.get(0).words();
    return linker.linked().stream().map(one -> text(words, one.source()) + " | " + text(words, one.cue()) + " | "
        + String.join(" / ", one.contents().stream().map(content -> text(words, content)).toList())).toList();
  }

  List<String> linked() {
    return linked(window());
  }

  private static String text(Words words, LabelledSpan span) {
    return span == null ? "-" : words.text().substring(words.begin(span.from()), words.end(span.to() - 1));
  }

  Document document() {
    return TextReader.read(words.text());
  }

  /** What is reported. */
  List<Report> found() {
    Document document = document();
    Phrases phrases = Phrases.of(document);
    Linker linker = new Linker(facts());
    window().forEach(linker::see);
    return new ReportReader(document, phrases, new Clauses(document, phrases)).reports(words, linker.linked(), facts().mentions().spans(mentions, 0));
  }

  /** What is reported, as "source | cue | content / content". */
  List<String> reports() {
    Document document = document();
    return found().stream().map(report -> (report.source() == null ? "-" : text(document, report.source().from(), report.source().to())) + " | "
        + (report.cueFrom() < 0 ? "-" : text(document, report.cueFrom(), report.cueTo())) + " | "
        + String.join(" / ", report.pieces().stream().map(piece -> text(document, piece.from(), piece.to())).toList())).toList();
  }

  /** The noun phrases of the first report's source. */
  List<String> speakers() {
    Document document = document();
    return found().get(0).source().heads().stream().map(head -> text(document, head.from(), head.to())).toList();
  }

  private static String text(Document document, int from, int to) {
    return document.span(from, to).text();
  }
}
