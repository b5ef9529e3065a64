package dev.demarche.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Corpora of single sentences with a holder and a target. */
public final class StanceCorpus {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Set<String> CLASSES = Set.of("0", "1", "2", "3", "4");

  private StanceCorpus() {}

  /**
   * Sentences with PLOVER's act of one actor towards another: a heading that names the columns sentence, source, target and act, then a row a line,
   * parted by tabs; a cell in double quotation marks holds them twice.
   *
   * @throws EvaluationException naming file and line, if the file is no such corpus
   */
  public static List<StanceQuestion> plover(Path file) {
    List<String> lines = TextFile.lines(file);
    List<String> heading = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t"));
    if (!heading.containsAll(List.of("sentence", "source", "target", "act"))) {
      throw new EvaluationException(file + ":1: the line names no columns; write sentence, source, target and act, parted by tabs");
    }
    List<StanceQuestion> questions = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != heading.size()) {
        throw new EvaluationException(file + ":" + (i + 1) + ": the line has " + cells.length + " cells; write " + heading.size() + ", parted by tabs");
      }
      questions.add(new StanceQuestion("plover-" + (i - 1), cell(cells, heading, "sentence"), cell(cells, heading, "source"),
          cell(cells, heading, "target"), cell(cells, heading, "act")));
    }
    return some(file, questions);
  }

  private static String cell(String[] cells, List<String> heading, String name) {
    String cell = cells[heading.indexOf(name)];
    return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  /**
   * Sentences with who is for or against whom (K. Park et al., Directed sentiment, 2021): the sentence with two actors in square brackets, p, q and the
   * class, parted by tabs: 0 neither, 1 and 2 for, 3 and 4 against, from p to q and from q to p. Lines with other cells are passed over.
   *
   * @throws EvaluationException naming file and line, if the file is no such corpus
   */
  public static List<StanceQuestion> directed(Path file) {
    List<StanceQuestion> questions = new ArrayList<>();
    List<String> lines = TextFile.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != 4) {
        continue;
      }
      if (!CLASSES.contains(cells[3].strip())) {
        throw new EvaluationException(file + ":" + (i + 1) + ": the class is \"" + cells[3] + "\"; write 0 to 4");
      }
      questions.add(new StanceQuestion("directed-" + i, BRACKETS.matcher(cells[0]).replaceAll("$1"), bare(cells[1]), bare(cells[2]), cells[3].strip()));
    }
    return some(file, questions);
  }

  private static String bare(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && "' ".indexOf(name.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "' ".indexOf(name.charAt(to - 1)) >= 0) {
      to--;
    }
    return name.substring(from, to);
  }

  private static List<StanceQuestion> some(Path file, List<StanceQuestion> questions) {
    if (questions.isEmpty()) {
      throw new EvaluationException(file + ": the file holds no sentence; write one a line");
    }
    return questions;
  }
}
