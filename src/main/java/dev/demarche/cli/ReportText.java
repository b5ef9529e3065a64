package dev.demarche.cli;

import dev.demarche.evaluation.Accuracy;
import dev.demarche.evaluation.Figure;
import dev.demarche.evaluation.PronounReport;
import dev.demarche.evaluation.Report;
import dev.demarche.evaluation.Score;
import dev.demarche.evaluation.StanceReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation's report for people. */
final class ReportText {
  private static final int DIGITS = 3;
  private static final int NAME = 16;

  private ReportText() {}

  /** The errors, then a line for each score; with a line end behind each. */
  static String of(Report report) {
    StringBuilder out = new StringBuilder(missed(report.missed()));
    out.append(String.format(Locale.ROOT, "%ss %d (tagged %d), gold %ss %d, found %d%n", report.unit(), report.units(), report.tagged(), report.thing(),
        report.gold(), report.found()));
    report.scores().forEach(score -> out.append(line(score)).append(System.lineSeparator()));
    return out.toString();
  }

  /** The errors, then a line for each part of the rows. */
  static String of(PronounReport report) {
    StringBuilder out = new StringBuilder(missed(report.missed()));
    out.append(String.format(Locale.ROOT, "rows %d (tagged %d)%n", report.rows(), report.tagged()));
    for (Accuracy accuracy : report.accuracies()) {
      out.append(String.format(Locale.ROOT, "%-16saccuracy %s  %s  (%d of %d)%n", accuracy.name(), value(accuracy.figure().value()),
          interval(accuracy.figure()), accuracy.right(), accuracy.of()));
    }
    if (report.bias() != null) {
      out.append(String.format(Locale.ROOT, "%-16sratio    %s  [%s, %s]%n", "bias F/M", value(report.bias().value()), value(report.bias().low()),
          value(report.bias().high())));
    }
    return out.toString();
  }

  /** The errors, then a line for each class, and the figures over all. */
  static String of(StanceReport report) {
    StringBuilder out = new StringBuilder(missed(report.missed()));
    out.append(String.format(Locale.ROOT, "sentences %d (tagged %d)%n", report.sentences(), report.tagged()));
    report.classes().forEach(score -> out.append(line(score)).append(System.lineSeparator()));
    out.append(String.format(Locale.ROOT, "%-16saccuracy %s  %s%n%-16smacro-F1 %s  %s%n", "all", value(report.accuracy().value()),
        interval(report.accuracy()), "", value(report.macroF1().value()), interval(report.macroF1())));
    return out.toString();
  }

  private static String missed(List<String> missed) {
    return missed.stream().map(error -> error.lines().map(line -> indent(line) + Paint.clean(line.strip())).collect(Collectors.joining("\n")) + "\n")
        .collect(Collectors.joining());
  }

  private static String indent(String line) {
    return line.startsWith(" ") ? "   " : "";
  }

  private static String line(Score score) {
    String name = score.name() + " ".repeat(Math.max(1, NAME - score.name().length()));
    return score.f1() == null
        ? name + "         R " + value(score.recall().value()) + "            " + interval(score.recall()) + "  (" + score.counts().gold() + " gold)"
        : name + "P " + value(score.precision().value()) + "  R " + value(score.recall().value()) + "  F1 " + value(score.f1().value()) + "  "
            + interval(score.f1()) + "  (" + score.counts().gold() + " gold)";
  }

  private static String interval(Figure figure) {
    return "[" + value(figure.low()) + ", " + value(figure.high()) + "]";
  }

  /** Rounded from the exact binary value, half to even, as C and Python print it: {@code %.3f} of Java rounds half up. */
  static String value(double figure) {
    return new BigDecimal(figure).setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
