package dev.demarche.delivery.text;

import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import java.util.List;

/**
 * What there is to tell of a notification: the stories of its alerts, and what stands around them. One that tells of one alert for the first time
 * is that alert's story and nothing else.
 *
 * @param id       of the notification
 * @param severity the highest
 * @param watch    what the watch asks
 * @param subject  the line that a subject shows
 * @param stories  of its alerts, at least one
 * @param note     how many there are and why they are told of now, on one line; null where it tells of one for the first time
 */
public record Bulletin(String id, Severity severity, String watch, String subject, List<Story> stories, String note) {

  public Bulletin {
    stories = List.copyOf(stories);
  }

  /** The bulletin of {@code notification}. */
  public static Bulletin of(Notification notification) {
    List<Story> stories = notification.alerts().stream().map(Story::of).toList();
    Story last = stories.get(stories.size() - 1);
    int count = notification.count();
    String many = count == 1 ? last.headline() : count + " alerts, last " + last.headline();
    String subject = (notification.repeat() == 0 ? "" : "again: ") + notification.severity() + ": " + last.watch() + " (" + many + ")";
    int more = count - stories.size();
    String note = notification.plain() ? null : (count == 1 ? "1 alert" : count + " alerts") + (more == 0 ? "" : ", the newest " + stories.size() + " here and "
        + more + " more") + ": " + Story.line(notification.reason());
    return new Bulletin(notification.id(), notification.severity(), last.watch(), subject, stories, note);
  }

  /** Whether it is the story of one alert and nothing else. */
  public boolean plain() {
    return note == null;
  }
}
