package dev.demarche.console.system;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelf.Filter;
import dev.demarche.console.index.Shelves;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Delivery.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who was told of what, and who was not. Safe for use by several threads. */
public final class Receivers {
  private static final int LOOKED_AT = 500;

  private final Archive archive;
  private final Deliverer deliverer;

  /**
   * Deliveries to one receiver.
   *
   * @param pending   to be tried, those that failed before among them
   * @param failing   of those pending, tried before; of the newest {@value #LOOKED_AT}
   * @param failed    given up
   * @param disabled  not tried, for the receiver wants no more
   * @param last      the newest that did not go well, or null
   */
  public record Receiver(String name, long delivered, long pending, long failing, long failed, long disabled, Delivery last) {

    /** Whether there is anything that can be tried again. */
    public boolean canRetry() {
      return failed + disabled > 0;
    }
  }

  public Receivers(Archive archive, Deliverer deliverer) {
    this.archive = Objects.requireNonNull(archive, "archive");
    this.deliverer = Objects.requireNonNull(deliverer, "deliverer");
  }

  /** All receivers, by name: those that are set and those that deliveries name. */
  public List<Receiver> all() {
    Shelf<Delivery> shelf = archive.shelf(Shelves.DELIVERIES);
    SortedSet<String> names = new TreeSet<>(deliverer.receivers());
    for (Status status : Status.values()) {
      shelf.find(of(null, status), 0, LOOKED_AT).items().forEach(delivery -> names.add(delivery.receiver()));
    }
    return names.stream().map(name -> receiver(shelf, name)).toList();
  }

  private static Receiver receiver(Shelf<Delivery> shelf, String name) {
    List<Delivery> pending = shelf.find(of(name, Status.PENDING), 0, LOOKED_AT).items();
    List<Delivery> failing = pending.stream().filter(delivery -> delivery.attempts() > 0).toList();
    List<Delivery> failed = shelf.find(of(name, Status.FAILED), 0, 1).items();
    Delivery last = !failing.isEmpty() ? failing.get(0) : failed.isEmpty() ? null : failed.get(0);
    return new Receiver(name, count(shelf, name, Status.DELIVERED), count(shelf, name, Status.PENDING), failing.size(), count(shelf, name, Status.FAILED),
        count(shelf, name, Status.DISABLED), last);
  }

  private static long count(Shelf<Delivery> shelf, String name, Status status) {
    return shelf.find(of(name, status), 0, 1).total();
  }

  private static Filter of(String receiver, Status status) {
    return Filter.ALL.with("receiver", receiver).with("status", status == null ? null : status.name());
  }

  /** Deliveries, the newest first. Null asks for any. */
  dev.demarche.console.index.Slice<Delivery> list(String receiver, Status status, Range range) {
    return archive.shelf(Shelves.DELIVERIES).find(of(receiver, status), range.skip(), range.limit());
  }

  /**
   * Has what was given up or not tried at {@code receiver} tried again.
   *
   * @param notification its id, or null for all; then one that is pending is tried at once, too
   * @return how many
   */
  int retry(String receiver, String notification) {
    Shelf<Delivery> shelf = archive.shelf(Shelves.DELIVERIES);
    List<Delivery> again = new ArrayList<>();
    for (Status status : List.of(Status.FAILED, Status.DISABLED, Status.PENDING)) {
      if (status == Status.PENDING && notification == null) {
        continue;
      }
      Filter filter = of(receiver, status).with("notification", notification);
      int taken = 0;
      for (List<Delivery> some; !(some = shelf.find(filter, taken, LOOKED_AT).items()).isEmpty(); taken += some.size()) {
        again.addAll(some);
      }
    }
    deliverer.again(again);
    return again.size();
  }
}
