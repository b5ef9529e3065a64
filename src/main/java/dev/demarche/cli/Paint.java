package dev.demarche.cli;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Side;
import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Text for a terminal: colours where they are wanted, and none of the control characters that a hostile article may hold.
 *
 * @param colours whether to write colours; without them, what is marked stands between guillemets
 */
record Paint(boolean colours) {
  private static final int WIDTH = 100;
  private static final int LABEL = 9;

  /** Colours on a terminal that has them, unless NO_COLOR is set. */
  static Paint auto() {
    return new Paint(Ansi.AUTO.enabled());
  }

  String bold(String text) {
    return code("1", text);
  }

  String dim(String text) {
    return code("2", text);
  }

  /** A dimmed label, filled up to the width at which what it labels begins. */
  String label(String name) {
    return dim(name) + " ".repeat(Math.max(1, LABEL - name.length()));
  }

  String red(String text) {
    return code("31", text);
  }

  String green(String text) {
    return code("32", text);
  }

  String yellow(String text) {
    return code("33", text);
  }

  String cyan(String text) {
    return code("36", text);
  }

  String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> red("CRITICAL");
      case WARNING -> yellow("WARNING");
      case INFO -> cyan("INFO");
    };
  }

  /** An act, red where it is against, green where it is for. */
  String act(Act act, int polarity) {
    return switch (polarity) {
      case -1 -> red(act.name());
      case 1 -> green(act.name());
      default -> cyan(act.name());
    };
  }

  /** A state of a condition: green where it is met, red where it is breached. */
  String state(ConditionState.State state) {
    return switch (state) {
      case OPEN -> cyan("open");
      case MET -> green("met");
      case BREACHED -> red("breached");
      case WITHDRAWN -> dim("withdrawn");
    };
  }

  /** A side, red where it is against, green where it is for. */
  String side(Side side) {
    return switch (side) {
      case AGAINST -> red("against");
      case FOR -> green("for");
      case DEMAND -> cyan("demand");
      case NEITHER -> dim("neither");
      case CONDITIONAL -> yellow("conditional");
    };
  }

  /** What an alert tells in a few words, without the evidence. */
  String whoDidWhat(Alert alert) {
    if (alert.tellsSilence()) {
      return alert.who() == null ? "silence" : bold(alert.who()) + " is silent";
    }
    return whoDidWhat(alert.finding());
  }

  /** A finding in a few words, without its evidence. */
  String whoDidWhat(Finding finding) {
    String who = bold(finding.who() == null ? "somebody" : finding.who());
    return switch (finding.kind()) {
      case STANCE -> who + " " + act(finding.act(), finding.act().polarity())
          + (finding.target() == null ? "" : " -> " + bold(finding.target()));
      case STATEMENT -> who + " says";
      case CONDITION -> finding.condition() == null ? who + " sets a condition" : "the condition of " + who + " is "
          + state(finding.condition().state());
      case MENTION -> who + " is mentioned";
      case SHIFT -> who + " shifts from " + side(finding.shift().from()) + " to " + side(finding.shift().to());
    };
  }

  private String code(String code, String text) {
    return colours ? "\u001b[" + code + "m" + clean(text) + "\u001b[0m" : clean(text);
  }

  /** {@code text} on one line, without control characters. */
  static String clean(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
  }

  /** {@code text} on one line of at most {@code length} characters: cut behind a word, with an ellipsis, where it is longer. */
  static String excerpt(String text, int length) {
    String line = clean(text).strip();
    if (line.length() <= length) {
      return line;
    }
    int space = line.lastIndexOf(' ', length - 1);
    int end = space > length / 2 ? space : Character.isHighSurrogate(line.charAt(length - 2)) ? length - 2 : length - 1;
    return line.substring(0, end).stripTrailing() + "\u2026";
  }

  /** The text of {@code whole}, broken into lines behind {@code indent}, with the pieces of {@code marked} that lie within it marked. */
  List<String> passage(Span whole, List<Span> marked, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    String text = whole.text();
    boolean open = false;
    for (int from = 0; from < text.length(); ) {
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      if (to > from) {
        if (width > 0 && width + to - from > WIDTH - indent.length()) {
          lines.add(indent + (colours ? close(line, open) : line.toString().stripTrailing()));
          line = new StringBuilder(open && colours ? open() : "");
          width = 0;
        }
        for (int i = from; i < to; i++) {
          boolean inside = within(marked, whole.begin() + i);
          if (inside != open) {
            line.append(inside ? open() : closing());
            open = inside;
          }
          line.append(clean(text.substring(i, i + 1)));
        }
        width += to - from;
      }
      from = to;
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      if (from < text.length() && width > 0) {
        if (open && !within(marked, whole.begin() + from)) {
          line.append(closing());
          open = false;
        }
        line.append(' ');
        width++;
      }
    }
    lines.add(indent + close(line, open));
    return lines;
  }

  private static boolean within(List<Span> spans, int offset) {
    return spans.stream().anyMatch(s -> s.begin() <= offset && offset < s.end());
  }

  private String open() {
    return colours ? "\u001b[1;33m" : "«";
  }

  private String closing() {
    return colours ? "\u001b[0m" : "»";
  }

  private String close(StringBuilder line, boolean open) {
    return line.toString().stripTrailing() + (open ? closing() : "");
  }
}
