package dev.demarche.delivery.channels;

import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.domain.Notification;
import dev.demarche.topics.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Appends lines of JSON: an alert as on the topic of alerts, several that go out together, or again, as on that of notifications. What a crash left half-written behind the last line is cut off before more is written, and
 * lines that it left whole, but not recorded, are not written again.
 */
final class LinesChannel implements Channel {
  private static final int TAIL = 1 << 22;

  private final Path path;
  private final OutputStream out;
  private Set<String> leftByACrash;

  /** What a line is known by. */
  private record Named(String id) {}

  /** @param out standard output, for an address without a path */
  LinesChannel(Address.Lines address, OutputStream out) {
    this.path = address.path();
    this.out = out;
  }

  @Override
  public synchronized Outcome deliver(List<Notification> notifications) {
    try {
      if (path == null) {
        out.write(lines(notifications));
        out.flush();
      } else {
        append(notifications);
      }
      return new Outcome.Delivered("written");
    } catch (IOException e) {
      return new Outcome.Later("cannot be written: " + e.getMessage(), null);
    }
  }

  private static byte[] lines(List<Notification> notifications) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Notification notification : notifications) {
      lines.writeBytes(Json.write(notification.plain() ? notification.newest() : notification));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private void append(List<Notification> notifications) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      file.position(endOfLines(file));
      file.truncate(file.position());
      if (leftByACrash == null) {
        leftByACrash = lastIds(file);
      }
      ByteBuffer buffer = ByteBuffer.wrap(lines(notifications.stream().filter(one -> !leftByACrash.remove(one.id())).toList()));
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(false);
    }
  }

  /** The ids in the last lines, of which at most one message's worth may not be recorded. */
  private static Set<String> lastIds(FileChannel file) throws IOException {
    ByteBuffer tail = ByteBuffer.allocate((int) Math.min(file.size(), TAIL));
    while (tail.hasRemaining() && file.read(tail, file.size() - tail.capacity() + tail.position()) >= 0) {
      // until it is full
    }
    List<String> lines = new String(tail.array(), StandardCharsets.UTF_8).lines().toList();
    Set<String> ids = new HashSet<>();
    for (String line : lines.subList(Math.max(0, lines.size() - Receiver.FILE_BATCH), lines.size())) {
      try {
        ids.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Named.class).id());
      } catch (SerializationException e) {
        // Somebody else's line, or the end of one that began before the tail.
      }
    }
    return ids;
  }

  private static long endOfLines(FileChannel file) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = file.size(); end > 0; end--) {
      one.clear();
      file.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }
}
