package dev.demarche.console.names;

import dev.demarche.console.index.Archive;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** The catalogues as they were a moment ago, one for all rooms: thousands of actors are not read anew for each page. Safe for use by several threads. */
public final class Rolls {
  private final Lately<Roll> roll;

  /** The catalogues that {@code archive} holds. */
  public Rolls(Archive archive) {
    Objects.requireNonNull(archive, "archive");
    this.roll = new Lately<>(() -> Roll.of(archive));
  }

  /** Not older than a second, or than ten times what reading took. */
  public Roll now() {
    return roll.get();
  }

  /** What {@code making} makes of {@link #now()}, made anew only when that is another one. */
  public <T> Supplier<T> made(Function<Roll, T> making) {
    return new Supplier<>() {
      private record Made<T>(Roll of, T value) {}

      private volatile Made<T> last;

      @Override
      public T get() {
        Roll now = now();
        Made<T> made = last;
        if (made == null || made.of != now) {
          made = new Made<>(now, making.apply(now));
          last = made;
        }
        return made.value;
      }
    };
  }
}
