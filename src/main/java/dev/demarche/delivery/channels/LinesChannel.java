package dev.demarche.delivery.channels;

import dev.demarche.delivery.receivers.Address;
import dev.demarche.domain.Alert;
import dev.demarche.topics.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends alerts as lines of JSON, as on the topic. What a crash left half-written behind the last line is cut off before more is written. */
final class LinesChannel implements Channel {
  private final Path path;
  private final OutputStream out;

  /** @param out standard output, for an address without a path */
  LinesChannel(Address.Lines address, OutputStream out) {
    this.path = address.path();
    this.out = out;
  }

  @Override
  public Outcome deliver(List<Alert> alerts) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Alert alert : alerts) {
      lines.writeBytes(Json.write(alert));
      lines.write('\n');
    }
    try {
      if (path == null) {
        out.write(lines.toByteArray());
        out.flush();
      } else {
        append(lines.toByteArray());
      }
      return new Outcome.Delivered("written");
    } catch (IOException e) {
      return new Outcome.Later("cannot be written: " + e.getMessage(), null);
    }
  }

  private void append(byte[] lines) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      file.position(endOfLines(file));
      file.truncate(file.position());
      ByteBuffer buffer = ByteBuffer.wrap(lines);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(false);
    }
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
