package dev.demarche.delivery.channels;

import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.text.AtomFeed;
import dev.demarche.domain.Notification;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Puts alerts into a feed file, which is always whole: the new one takes the place of the old one in one step. */
final class AtomChannel implements Channel {
  private final Address.Atom address;

  AtomChannel(Address.Atom address) {
    this.address = address;
  }

  @Override
  public Outcome deliver(List<Notification> notifications) {
    Path path = address.path();
    try {
      String before = Files.exists(path) ? Files.readString(path) : null;
      String feed = AtomFeed.with(before, notifications, address.title(), address.entries());
      Path fresh = path.resolveSibling(path.getFileName() + ".new");
      try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(feed.getBytes(StandardCharsets.UTF_8));
        while (buffer.hasRemaining()) {
          file.write(buffer);
        }
        file.force(false);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Outcome.Delivered("written");
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.Later("cannot be written: " + e.getMessage(), null);
    }
  }
}
