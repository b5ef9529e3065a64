package dev.demarche.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of webhooks on a free port of loopback, which answers well or badly as it is told; its handlers write to the socket themselves. */
public final class LocalHooks implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();

  /** Answers a request. */
  public interface Handler {
    void answer(Posted posted, OutputStream out) throws IOException, InterruptedException;
  }

  /** A request: its path, its headers with names in small letters, its body, when it came. */
  public record Posted(String path, Map<String, String> headers, byte[] body, long nanos) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The alert's id, where it came by {@code webhook-id}. */
    public String id() {
      return headers.get("webhook-id");
    }
  }

  public LocalHooks() {
    this(0);
  }

  public LocalHooks(int port) {
    try {
      socket = new ServerSocket(port, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      String line = line(in);
      if (line.isEmpty()) {
        return;
      }
      Map<String, String> headers = new TreeMap<>();
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        headers.put(header.substring(0, header.indexOf(':')).toLowerCase(), header.substring(header.indexOf(':') + 1).strip());
      }
      byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
      Posted request = new Posted(line.split(" ")[1], headers, body, System.nanoTime());
      posted.add(request);
      handlers.getOrDefault(request.path(), (p, out) -> answer(out, 404, "", "no such hook")).answer(request, connection.getOutputStream());
    } catch (IOException e) {
      // the other side went away, as it may
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  /** Answers {@code path} so from now on. */
  public LocalHooks on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  /** Answers {@code path} with this status from now on. */
  public LocalHooks on(String path, int status) {
    return on(path, (p, out) -> answer(out, status, "", ""));
  }

  /** Writes a whole answer; {@code headers} end with a line break each. */
  public static void answer(OutputStream out, int status, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    out.write(("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write(bytes);
    out.flush();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What was posted to {@code path} so far. */
  public List<Posted> posted(String path) {
    return posted.stream().filter(p -> p.path().equals(path)).toList();
  }

  /** Ids of the alerts that were posted to {@code path} so far, each as often as it came. */
  public List<String> ids(String path) {
    return posted(path).stream().map(Posted::id).toList();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
