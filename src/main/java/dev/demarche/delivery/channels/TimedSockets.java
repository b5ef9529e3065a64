package dev.demarche.delivery.channels;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/** Makes sockets that are closed when a time is up, however much or little comes through them: time limits for single reads do not bound the whole. */
final class TimedSockets extends SocketFactory implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Future<?> alarm;
  private volatile boolean late;

  TimedSockets(Duration time) {
    alarm = WATCHDOG.schedule(() -> {
      late = true;
      shut();
    }, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static ScheduledThreadPoolExecutor watchdog() {
    ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "mail-watchdog");
      thread.setDaemon(true);
      return thread;
    });
    watchdog.setRemoveOnCancelPolicy(true);
    return watchdog;
  }

  /** Whether the time was up before this was closed. */
  boolean late() {
    return late;
  }

  private <S extends Socket> S keep(S socket) throws IOException {
    open.add(socket);
    if (late) {
      shut();
    }
    return socket;
  }

  private void shut() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // Nothing more can be done with it.
      }
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return keep(new Socket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return keep(new Socket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
    return keep(new Socket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return keep(new Socket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
    return keep(new Socket(host, port, local, localPort));
  }

  @Override
  public void close() {
    alarm.cancel(false);
    shut();
  }
}
