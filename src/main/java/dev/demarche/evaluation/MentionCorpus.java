package dev.demarche.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A corpus with a token and its IOB tag a line: CrossNER's {@code TOKEN<TAB>TAG}, or, if the file's name ends in {@code .iob2}, Universal NER's
 * {@code N<TAB>TOKEN<TAB>TAG}. Empty lines part sentences; lines that start with {@code #} and a space and hold no tab are comments.
 */
public final class MentionCorpus {
  private static final Pattern TAG = Pattern.compile("O|[BI]-.+");

  private MentionCorpus() {}

  /**
   * The sentences of {@code file}, in their order; at least one.
   *
   * @throws EvaluationException naming file and line, if the file is no such corpus
   */
  public static List<IobSentence> read(Path file) {
    int column = file.toString().endsWith(".iob2") ? 1 : 0;
    List<IobSentence> sentences = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    int number = 0;
    for (String line : TextFile.lines(file)) {
      number++;
      if (line.startsWith("# ") && line.indexOf('\t') < 0) {
        continue;
      }
      if (line.codePoints().allMatch(MentionCorpus::isSpace)) {
        end(sentences, tokens, tags);
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length < column + 2 || !TAG.matcher(cells[column + 1]).matches()) {
        throw new EvaluationException(file + ":" + number + ": the line holds no token with its IOB tag; write "
            + (column == 1 ? "NUMBER<TAB>TOKEN<TAB>TAG" : "TOKEN<TAB>TAG (or name the file .iob2, for NUMBER<TAB>TOKEN<TAB>TAG)")
            + ", where a tag is O, B-TYPE or I-TYPE");
      }
      tokens.add(cells[column].replace(' ', '_'));
      tags.add(cells[column + 1]);
    }
    end(sentences, tokens, tags);
    if (sentences.isEmpty()) {
      throw new EvaluationException(file + ": the file holds no sentence; write a token and its IOB tag a line, with an empty line between sentences");
    }
    return sentences;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static void end(List<IobSentence> sentences, List<String> tokens, List<String> tags) {
    if (!tokens.isEmpty()) {
      sentences.add(new IobSentence("sentence-" + sentences.size(), tokens, tags));
    }
    tokens.clear();
    tags.clear();
  }
}
