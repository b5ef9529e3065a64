package dev.demarche.console.live;

import dev.demarche.topics.Json;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One who is told what comes: where it stands in the ring, and its connection, which is written to only when it takes more. Holds no thread and no queue. Safe
 * for use by several threads.
 */
final class Viewer implements WriteListener {
  /** How long a browser waits before it comes back, in milliseconds. */
  private static final int RETRY = 2_000;

  private final Ring ring;
  private final Chunks chunks;
  private final LiveFilter filter;
  private final Duration heartbeat;
  private final ServletOutputStream out;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private byte[] first;
  private long cursor;
  private Marks skip;
  private long seconds;
  private long lastWrite;
  private boolean writable;
  private boolean unflushed;
  private boolean done;

  /**
   * One who begins.
   *
   * @param start     where
   * @param heartbeat after how long without anything it is told that the connection stands
   */
  Viewer(Ring ring, Chunks chunks, LiveFilter filter, Ring.Start start, Duration heartbeat, ServletOutputStream out) {
    this.ring = ring;
    this.chunks = chunks;
    this.filter = filter;
    this.heartbeat = heartbeat;
    this.out = out;
    this.cursor = start.cursor();
    this.skip = start.skip();
    Marks at = skip == null ? ring.marks() : skip;
    this.seconds = at.seconds();
    String id = "id: " + at.write() + "\n";
    first = ("retry: " + RETRY + "\n" + id + "\n" + (start.gap() == null ? "" : gap(id, start.gap()))).getBytes(StandardCharsets.UTF_8);
  }

  private static String gap(String id, Ring.Gap gap) {
    return id + "event: gap\ndata: " + new String(Json.write(gap), StandardCharsets.UTF_8) + "\n\n";
  }

  /** Ends when this viewer has gone, or was let go. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Writes what there is for it, as far as the connection takes it without waiting. */
  void go() {
    try {
      synchronized (this) {
        if (writable && !done && (first != null || cursor < ring.head() || heartbeatDue())) {
          write();
        }
      }
    } catch (IOException | RuntimeException e) {
      end();
    }
  }

  private boolean heartbeatDue() {
    return System.nanoTime() - lastWrite > heartbeat.toNanos();
  }

  private void write() throws IOException {
    while (true) {
      if (!out.isReady()) {
        writable = false;
        return;
      }
      byte[] next = next();
      if (next != null) {
        out.write(next);
        unflushed = true;
        lastWrite = System.nanoTime();
      } else if (unflushed) {
        unflushed = false;
        out.flush();
      } else {
        return;
      }
    }
  }

  private byte[] next() {
    if (first != null) {
      byte[] hello = first;
      first = null;
      return hello;
    }
    while (cursor < ring.head()) {
      Ring.Chunk chunk = chunks.take(cursor, filter, skip);
      if (chunk == null) {
        Ring.Start behind = ring.behind(cursor, skip, seconds);
        cursor = behind.cursor();
        return gap("id: " + behind.skip().write() + "\n", behind.gap()).getBytes(StandardCharsets.UTF_8);
      }
      cursor = chunk.next();
      seconds = Math.max(seconds, chunk.seconds());
      if (chunk.bytes().length > 0) {
        return chunk.bytes();
      }
    }
    if (!unflushed && heartbeatDue()) {
      Marks at = ring.marks();
      return (": still here\nid: " + (skip == null ? at : at.or(skip)).write() + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
    if (skip != null && ring.marks().covers(skip)) {
      skip = null;
    }
    return null;
  }

  @Override
  public void onWritePossible() throws IOException {
    synchronized (this) {
      writable = true;
      if (!done) {
        write();
      }
    }
  }

  @Override
  public void onError(Throwable e) {
    end();
  }

  /** Lets it go. */
  void end() {
    synchronized (this) {
      if (done) {
        return;
      }
      done = true;
    }
    ended.complete(null);
  }
}
