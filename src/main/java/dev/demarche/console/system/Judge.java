package dev.demarche.console.system;

import dev.demarche.console.Readiness;
import dev.demarche.console.system.Overview.TopicLag;
import dev.demarche.console.system.Trouble.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says what is not well, and how to mend it. */
final class Judge {
  private static final long MANY = 1_000;
  private static final double FULL = 0.9;
  private static final int FEED_FAILURES = 3;
  private static final Duration STALE = Duration.ofSeconds(90);

  private final List<Trouble> troubles = new ArrayList<>();

  private Judge() {}

  /** What is not well, the worst first. */
  static List<Trouble> of(Instant now, Readiness readiness, Instance.About about, List<TopicLag> lags, Cluster.Sight sight, Progress progress,
                          Map<String, Long> letters, List<Receivers.Receiver> receivers) {
    Judge judge = new Judge();
    judge.instance(readiness, about);
    judge.brokers(now, sight);
    judge.lags(lags);
    judge.letters(letters);
    judge.receivers(receivers);
    if (progress != null && !progress.caughtUp()) {
      judge.add(Grade.NOTE, "the console has not read all topics yet, " + Quantity.of(progress.behind(), "record") + " are to come",
          "wait; what it shows until then is not all", null);
    }
    judge.troubles.sort(Comparator.comparing(Trouble::grade));
    return List.copyOf(judge.troubles);
  }

  /** All of it in one sentence. */
  static String sentence(List<Trouble> troubles, List<TopicLag> lags, Cluster.Sight sight) {
    List<Trouble> bad = troubles.stream().filter(trouble -> trouble.grade() != Grade.NOTE).toList();
    if (bad.size() == 1) {
      return "One thing is not well: " + bad.get(0).what() + ".";
    }
    if (!bad.isEmpty()) {
      return Quantity.count(bad.size()) + " things are not well; the first: " + bad.get(0).what() + ".";
    }
    long waiting = lags.stream().mapToLong(TopicLag::waiting).sum();
    String brokers = sight == null ? "the brokers are being asked" : waiting == 0 ? "nothing waits" : Quantity.of(waiting, "record")
        + (waiting == 1 ? " is" : " are") + " on the way";
    return "All is well: articles are read, " + brokers + ".";
  }

  private void add(Grade grade, String what, String mend, String link) {
    troubles.add(new Trouble(grade, what, mend, link));
  }

  private void instance(Readiness readiness, Instance.About about) {
    if (!readiness.live()) {
      add(Grade.ERROR, "this instance has failed: " + readiness.reason(), "look into its log, then restart it", null);
    } else if (!readiness.ready()) {
      add(Grade.WARNING, "this instance does not read articles now: " + readiness.reason(), "wait a minute; where it stays so, run demarche doctor", null);
    }
    if (readiness.ready() && readiness.catalogues().getOrDefault("watches", 0) == 0) {
      add(Grade.WARNING, "no watch stands, so nothing raises an alert", "make one in the room Watches, or run demarche topics apply --packs", "/watches");
    }
    if (about.heapMax() > 0 && about.heapUsed() > FULL * about.heapMax()) {
      add(Grade.WARNING, "the heap is nearly full: " + Quantity.bytes(about.heapUsed()) + " of " + Quantity.bytes(about.heapMax()),
          "where it stays so, give it more by -Xmx, or set threads lower", null);
    }
  }

  private void brokers(Instant now, Cluster.Sight sight) {
    if (sight == null) {
      return;
    }
    if (sight.at().plus(STALE).isBefore(now)) {
      add(Grade.WARNING, "the brokers have not answered since " + Quantity.time(sight.at()), "look whether they run; demarche doctor tells more", null);
    }
    if (!sight.missing().isEmpty()) {
      add(Grade.ERROR, "topics are missing: " + String.join(", ", sight.missing()), "run demarche topics apply", null);
    }
    sight.groups().stream().filter(group -> group.members().isEmpty()).forEach(group -> add(Grade.WARNING, "nobody is in the group " + group.id()
        + " of the " + group.purpose(), group.purpose().equals("delivery") ? "run demarche deliver, or set receivers" : "run demarche run", null));
    sight.feeds().stream().filter(feed -> feed.failures() >= FEED_FAILURES).forEach(feed -> add(Grade.WARNING, "the feed " + feed.url() + " failed "
        + feed.failures() + " times" + (feed.problem() == null ? "" : ": " + feed.problem()), "mend its address in the list of feeds, or take it out", null));
    sight.unseen().forEach(unseen -> add(Grade.NOTE, unseen.what(), unseen.mend(), null));
  }

  private void lags(List<TopicLag> lags) {
    lags.stream().filter(lag -> lag.waiting() > MANY).forEach(lag -> add(Grade.WARNING, Quantity.of(lag.waiting(), "record") + " wait on " + lag.topic()
        + " for " + lag.group(), "if they become more, run more instances or threads, " + lag.partitions().size() + " in all at most", null));
  }

  private void letters(Map<String, Long> letters) {
    long all = letters.values().stream().mapToLong(Long::longValue).sum();
    if (all > 0) {
      add(Grade.WARNING, Quantity.of(all, "record") + " of the last 24 hours became dead letters, the most by "
          + letters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey(), "look into them; each tells its mend", "/system/dead-letters");
    }
  }

  private void receivers(List<Receivers.Receiver> receivers) {
    receivers.stream().filter(receiver -> receiver.failed() + receiver.disabled() > 0).forEach(receiver -> add(Grade.WARNING,
        Quantity.of(receiver.failed() + receiver.disabled(), "notification") + " did not reach " + receiver.name(),
        "look at the last answer, mend the receiver, then try again", "/system/deliveries"));
    receivers.stream().filter(receiver -> receiver.failing() > 0).forEach(receiver -> add(Grade.WARNING, receiver.name() + " refuses, and "
        + Quantity.of(receiver.failing(), "notification") + " will be tried again", "look at the last answer", "/system/deliveries"));
  }
}
