package dev.demarche.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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

/** A web server on a free port of loopback that answers as it is told, well or badly; its handlers write to the socket themselves. */
public final class LocalWeb implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** Answers a request. */
  public interface Handler {
    void answer(Asked asked, OutputStream out) throws IOException, InterruptedException;
  }

  /** A request: its path with the query, its headers with names in small letters, and when it came. */
  public record Asked(String path, Map<String, String> headers, long nanos) {}

  public LocalWeb() {
    try {
      socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
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
      BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line == null) {
        return;
      }
      Map<String, String> headers = new TreeMap<>();
      for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
        headers.put(header.substring(0, header.indexOf(':')).toLowerCase(), header.substring(header.indexOf(':') + 1).strip());
      }
      Asked request = new Asked(line.split(" ")[1], headers, System.nanoTime());
      asked.add(request);
      handlers.getOrDefault(request.path(), (a, out) -> send(out, 404, "text/plain", "", "no such page")).answer(request, connection.getOutputStream());
    } catch (IOException e) {
      // the other side went away, as it may
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers {@code path} so from now on. */
  public LocalWeb on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  /** Answers {@code path} with 200 and this. */
  public LocalWeb page(String path, String type, String body) {
    return on(path, (a, out) -> send(out, 200, type, "", body));
  }

  /** Writes a whole answer; {@code headers} end with a line break each. */
  public static void send(OutputStream out, int status, String type, String headers, String body) throws IOException {
    send(out, status, type, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  public static void send(OutputStream out, int status, String type, String headers, byte[] body) throws IOException {
    out.write(("HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nConnection: close\r\n" + headers.replace("\n", "\r\n")
        + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What was asked so far. */
  public List<Asked> asked() {
    return asked;
  }

  /** What was asked so far under {@code path}. */
  public List<Asked> asked(String path) {
    return asked.stream().filter(a -> a.path().equals(path)).toList();
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
