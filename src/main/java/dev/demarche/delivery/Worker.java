package dev.demarche.delivery;

import dev.demarche.delivery.DeliveryCounts.Name;
import dev.demarche.delivery.channels.Channel;
import dev.demarche.delivery.channels.Outcome;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Notification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is due for one receiver, makes the attempt, and records what came of it; until its backlog is closed. */
final class Worker implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final Backlog backlog;
  private final Channel channel;
  private final NotificationShelf shelf;
  private final DeliveryLog log;
  private final DeliveryCounts counts;
  private final Clock clock;

  Worker(Backlog backlog, Channel channel, NotificationShelf shelf, DeliveryLog log, DeliveryCounts counts, Clock clock) {
    this.backlog = backlog;
    this.channel = channel;
    this.shelf = shelf;
    this.log = log;
    this.counts = counts;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      for (List<Open> taken = backlog.take(); !taken.isEmpty(); taken = backlog.take()) {
        try {
          attempt(taken);
        } catch (InterruptException e) {
          throw e;
        } catch (KafkaException e) {
          LOG.warn("{}: the notifications cannot be read and are tried again: {}", name(), e.getMessage());
          taken.forEach(open -> backlog.done(open, null, 0));
          Thread.sleep(PAUSE_MILLIS);
        } catch (RuntimeException e) {
          if (backlog.closed()) {
            return; // What was under way when everything closed is tried again by who goes on.
          }
          LOG.error("{}: a fault of this program; what was under way is tried again", name(), e);
          taken.forEach(open -> backlog.done(open, null, 0));
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String name() {
    return backlog.receiver().name();
  }

  private void attempt(List<Open> taken) throws InterruptedException {
    String gone = backlog.gone();
    if (gone != null) {
      finish(taken, taken.stream().map(open -> open.delivery().disabled(gone, clock.instant())).toList());
      return;
    }
    List<Open> there = new ArrayList<>();
    List<Notification> notifications = new ArrayList<>();
    List<Open> lost = new ArrayList<>();
    for (Open open : taken) {
      Optional<Notification> notification = shelf.get(open.delivery());
      notification.ifPresent(notifications::add);
      (notification.isPresent() ? there : lost).add(open);
    }
    Outcome missing = new Outcome.Refused("the notification is not on the topic any more");
    finish(lost, lost.stream().map(open -> after(open, missing)).toList());
    if (!there.isEmpty()) {
      counts.add(name(), Name.ATTEMPTS);
      Outcome outcome = deliver(notifications);
      backlog.tell(outcome);
      List<Delivery> next = there.stream().map(open -> after(open, outcome)).toList();
      tell(there, next, outcome);
      finish(there, next);
    }
  }

  private Outcome deliver(List<Notification> notifications) {
    try {
      return channel.deliver(notifications);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{}: the attempt failed by a fault of this program", name(), e);
      return new Outcome.Later("a fault of this program: " + e.getClass().getSimpleName(), null);
    }
  }

  private Delivery after(Open open, Outcome outcome) {
    return Progress.after(open.delivery(), outcome, backlog.receiver().retry(), clock.instant(), ThreadLocalRandom.current().nextDouble());
  }

  private void tell(List<Open> taken, List<Delivery> next, Outcome outcome) {
    Delivery first = next.get(0);
    String more = taken.size() == 1 ? "" : " and " + (taken.size() - 1) + " more";
    if (outcome instanceof Outcome.Delivered) {
      LOG.info("{}: delivered alert {}{} at attempt {}: {}", name(), first.alert(), more, first.attempts(), outcome.answer());
    } else if (outcome instanceof Outcome.Gone) {
      LOG.warn("{}: disabled, for it wants no more ({}); mend it, then: demarche deliveries retry --receiver {} --status disabled", name(),
          outcome.answer(), name());
    } else if (first.open()) {
      LOG.warn("{}: attempt {} with alert {}{} failed: {}; next at {}", name(), first.attempts(), first.alert(), more, outcome.answer(),
          first.nextAttempt());
    } else {
      LOG.error("{}: alert {}{} is given up after {} attempts: {}", name(), first.alert(), more, first.attempts(), outcome.answer());
    }
  }

  /** Records; what belongs to another instance by now is recorded only where it was delivered, for that stays true. */
  private void finish(List<Open> taken, List<Delivery> next) throws InterruptedException {
    List<Open> recorded = new ArrayList<>();
    List<Delivery> records = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      if (backlog.owns(taken.get(i)) || next.get(i).status() == Delivery.Status.DELIVERED) {
        recorded.add(taken.get(i));
        records.add(next.get(i));
      }
    }
    if (records.isEmpty()) {
      return;
    }
    List<Long> at = write(records);
    for (int i = 0; i < records.size(); i++) {
      count(records.get(i));
      backlog.done(recorded.get(i), records.get(i), at.get(i));
    }
  }

  private void count(Delivery delivery) {
    switch (delivery.status()) {
      case DELIVERED -> counts.add(name(), Name.DELIVERED);
      case FAILED -> counts.add(name(), Name.FAILED);
      case DISABLED -> counts.add(name(), Name.DISABLED);
      case PENDING -> { }
    }
  }

  /** What came of an attempt is recorded however long the brokers are away: forgetting it would repeat it. */
  private List<Long> write(List<Delivery> records) throws InterruptedException {
    while (true) {
      try {
        return log.write(records);
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        LOG.warn("{}: what came of {} deliveries could not be recorded and is tried again: {}", name(), records.size(), e.getMessage());
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
