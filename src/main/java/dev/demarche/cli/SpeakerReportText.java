package dev.demarche.cli;

import dev.demarche.evaluation.SpeakerReport;
import java.util.Locale;

/** A report on speakers for people. */
final class SpeakerReportText {
  private SpeakerReportText() {}

  /** The statements without a name, the sample, then a line for each kind of source; with a line end behind each. */
  static String of(SpeakerReport report) {
    StringBuilder out = new StringBuilder();
    report.unnamed().forEach(one -> out.append("unnamed ").append(told(one)));
    report.sample().forEach(one -> out.append("named ").append(told(one)));
    out.append(String.format(Locale.ROOT, "articles %d (tagged %d), gold statements %d, of them found %d%n", report.articles(), report.tagged(),
        report.statements(), report.matched()));
    for (SpeakerReport.Line line : report.lines()) {
      out.append(String.format(Locale.ROOT, "%-8s found %5d  without a name %4d  %s%n", line.source(), line.matched(), line.unnamed(),
          ReportText.value(line.share())));
    }
    return out.toString();
  }

  private static String told(SpeakerReport.Case one) {
    return Paint.clean(one.article()) + ":" + one.begin() + " [" + one.kind() + "]\n   source: " + Paint.clean(one.source()) + "\n   speaker: "
        + (one.speaker() == null ? "nobody" : Paint.clean(one.speaker())) + "\n   in: " + Paint.clean(one.passage()) + "\n";
  }
}
