package dev.demarche.console.live;

import dev.demarche.console.ListenAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One who listens to the stream. */
final class Listening implements AutoCloseable {
  /** What came up to an empty line; what was not among it is null. */
  record Block(String id, String event, String data, String comment) {}

  private final Socket socket;
  private final BufferedReader in;
  private final BlockingQueue<Block> blocks = new LinkedBlockingQueue<>();

  Listening(ListenAddress at, String query, String lastEventId) throws IOException {
    socket = new Socket(at.host(), at.port());
    // By HTTP/1.0 the answer comes as it is, not in chunks.
    String request = "GET /api/v1/stream" + query + " HTTP/1.0\r\nHost: localhost\r\n" + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String head = "";
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head += line + "\n";
    }
    if (!head.contains(" 200 ")) {
      socket.close();
      throw new IOException("refused: " + head);
    }
    Thread thread = new Thread(this::read);
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    try {
      String[] block = new String[4];
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          blocks.add(new Block(block[0], block[1], block[2], block[3]));
          block = new String[4];
        } else {
          int field = line.startsWith("id: ") ? 0 : line.startsWith("event: ") ? 1 : line.startsWith("data: ") ? 2 : 3;
          block[field] = line.substring(line.indexOf(": ") + 2);
        }
      }
    } catch (IOException e) {
      // It was closed, here or there.
    }
  }

  /** The next block, or null where none comes within five seconds. */
  Block next() throws InterruptedException {
    return blocks.poll(5, TimeUnit.SECONDS);
  }

  /** The next events, so many, without what holds no data. */
  List<Block> events(int count) throws InterruptedException {
    List<Block> events = new ArrayList<>();
    while (events.size() < count) {
      Block block = next();
      if (block == null) {
        throw new AssertionError("only " + events.size() + " of " + count + " events came");
      }
      if (block.data() != null) {
        events.add(block);
      }
    }
    return events;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
