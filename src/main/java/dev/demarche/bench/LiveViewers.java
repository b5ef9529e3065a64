package dev.demarche.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** Viewers of the live stream on one thread, some of whom go in the middle of an event and come back by the id of the last whole one. Not for use by several threads. */
final class LiveViewers implements AutoCloseable {
  private static final byte[] ID = "id: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NUMBER = ("data: {\"id\":\"" + LiveBench.PREFIX).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GAP = "event: gap".getBytes(StandardCharsets.US_ASCII);
  private static final int BUCKETS = 100_000;

  private static final class Viewer {
    private final BitSet seen = new BitSet();
    private final ByteBuffer read = ByteBuffer.allocate(16_384);
    private SelectionKey key;
    private String last;
    private String id;
    private int number = -1;
    private boolean hello;
    private long back;
    private long since;
  }

  private final InetSocketAddress at;
  private final AtomicLongArray sent;
  private final Selector selector = Selector.open();
  private final List<Viewer> viewers = new ArrayList<>();
  private final long[] tenths = new long[BUCKETS];
  private final Random random = new Random(1);
  private long events;
  private long there;
  private long bytes;
  private long doubled;
  private long gaps;
  private long resumed;
  private int greeted;

  /** @param sent when each event was sent, by its number, in nanoseconds */
  LiveViewers(int port, AtomicLongArray sent) throws IOException {
    at = new InetSocketAddress("127.0.0.1", port);
    this.sent = sent;
  }

  /** Connects so many more, and waits until all are told where they begin. */
  void connect(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Viewer viewer = new Viewer();
      viewers.add(viewer);
      open(viewer);
      if (i % 50 == 0) {
        look(1);
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (greeted < viewers.size()) {
      look(20);
      if (System.nanoTime() > end) {
        throw new IOException("only " + greeted + " of " + viewers.size() + " viewers were let in");
      }
    }
  }

  private void open(Viewer viewer) throws IOException {
    SocketChannel channel = SocketChannel.open(at);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String request = "GET /api/v1/stream HTTP/1.0\r\nHost: x\r\n" + (viewer.last == null ? "" : "Last-Event-ID: " + viewer.last + "\r\n") + "\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    viewer.read.clear();
    viewer.number = -1;
    viewer.back = 0;
    viewer.since = System.nanoTime();
    viewer.key = channel.register(selector, SelectionKey.OP_READ, viewer);
  }

  /** Lets {@code count} of them go, to come back within two seconds. */
  void drop(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Viewer viewer = viewers.get(random.nextInt(viewers.size()));
      if (viewer.back == 0) {
        viewer.key.channel().close();
        viewer.back = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(2_000));
      }
    }
  }

  /** Reads what comes within {@code millis}, and brings back whose time has come. */
  void look(long millis) throws IOException {
    selector.select(this::read, millis);
    long now = System.nanoTime();
    for (Viewer viewer : viewers) {
      if (viewer.back != 0 && viewer.back < now) {
        resumed++;
        open(viewer);
      }
    }
  }

  private void read(SelectionKey key) {
    Viewer viewer = (Viewer) key.attachment();
    try {
      int count = ((SocketChannel) key.channel()).read(viewer.read);
      if (count < 0) {
        throw new IOException("the instance let a viewer go");
      }
      bytes += count;
      lines(viewer);
    } catch (IOException e) {
      key.cancel();
      viewer.back = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    }
  }

  private void lines(Viewer viewer) throws IOException {
    byte[] array = viewer.read.array();
    int begin = 0;
    int end = viewer.read.position();
    for (int i = 0; i < end; i++) {
      if (array[i] == '\n') {
        line(viewer, array, begin, i);
        begin = i + 1;
      }
    }
    viewer.read.limit(end).position(begin);
    viewer.read.compact();
    if (!viewer.read.hasRemaining()) {
      throw new IOException("a line is longer than " + viewer.read.capacity() + " bytes");
    }
  }

  private void line(Viewer viewer, byte[] array, int begin, int end) {
    if (begin == end) {
      whole(viewer);
    } else if (starts(array, begin, end, ID)) {
      viewer.id = new String(array, begin + ID.length, end - begin - ID.length, StandardCharsets.US_ASCII);
    } else if (starts(array, begin, end, GAP)) {
      gaps++;
    } else if (starts(array, begin, end, NUMBER)) {
      viewer.number = 0;
      for (int i = begin + NUMBER.length; array[i] != '"'; i++) {
        viewer.number = viewer.number * 10 + array[i] - '0';
      }
    }
  }

  private void whole(Viewer viewer) {
    viewer.last = viewer.id;
    if (!viewer.hello && viewer.id != null) {
      viewer.hello = true;
      greeted++;
    }
    if (viewer.number >= 0) {
      events++;
      if (viewer.seen.get(viewer.number)) {
        doubled++;
      }
      viewer.seen.set(viewer.number);
      long at = sent.get(viewer.number);
      if (at > viewer.since) {
        there++;
        tenths[(int) Math.min(BUCKETS - 1, (System.nanoTime() - at) / 100_000)]++;
      }
      viewer.number = -1;
    }
  }

  private static boolean starts(byte[] array, int begin, int end, byte[] with) {
    if (end - begin < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if (array[begin + i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** How many events of the first {@code count} are missing, over all viewers. */
  long missed(int count) {
    return viewers.stream().mapToLong(viewer -> count - viewer.seen.cardinality()).sum();
  }

  /** Of the time from sending an event to its having been read by a viewer who was there, in milliseconds: that below which {@code share} lie. */
  double millis(double share) {
    long rest = (long) Math.ceil(there * share);
    for (int i = 0; i < BUCKETS; i++) {
      rest -= tenths[i];
      if (rest <= 0) {
        return (i + 1) / 10.0;
      }
    }
    return BUCKETS / 10.0;
  }

  long events() {
    return events;
  }

  long bytes() {
    return bytes;
  }

  long doubled() {
    return doubled;
  }

  long gaps() {
    return gaps;
  }

  long resumed() {
    return resumed;
  }

  @Override
  public void close() throws IOException {
    for (Viewer viewer : viewers) {
      viewer.key.channel().close();
    }
    selector.close();
  }
}
