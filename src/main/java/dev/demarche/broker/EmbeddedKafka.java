package dev.demarche.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.BrokerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller at once, on loopback. Construction does no I/O; {@link #start()} formats the folder
 * where it is new and starts the node, in about two seconds.
 *
 * <p>A fatal fault of the broker ends the JVM: never delete its folder while it lives. Not for use by several threads.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final String LISTENER = "PLAINTEXT";
  private static final String CONTROLLER = "CONTROLLER";

  private final Path folder;
  private final int port;
  private final Map<String, String> overrides;
  private KafkaRaftServer server;
  private int boundPort;

  /**
   * A broker that is not started yet.
   *
   * @param folder    where it keeps its data; made if missing, used on if it was formatted before
   * @param port      to listen on, or 0 for any free one
   * @param overrides broker properties that replace the defaults here
   */
  public EmbeddedKafka(Path folder, int port, Map<String, String> overrides) {
    this.folder = folder;
    this.port = port;
    this.overrides = Map.copyOf(overrides);
  }

  /** A broker with the defaults on any free port. */
  public EmbeddedKafka(Path folder) {
    this(folder, 0, Map.of());
  }

  /**
   * Formats the folder if needed and starts the node.
   *
   * @return this
   * @throws IOException if the folder cannot be written or the port cannot be had
   */
  public EmbeddedKafka start() throws IOException {
    if (port != 0) {
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        // Kafka's own account of a port in use is a page long.
      } catch (IOException e) {
        throw new IOException("port " + port + " cannot be had (" + e.getMessage() + "); choose another, or 0 for any free one", e);
      }
    }
    Path data = folder.resolve("data");
    boolean formatted = Files.exists(data.resolve("meta.properties"));
    Files.createDirectories(data);
    try {
      if (!formatted) {
        format(data);
      }
      server = new KafkaRaftServer(new KafkaConfig(properties(data), false), Time.SYSTEM);
      server.startup();
      boundPort = port != 0 ? port : portOf(server);
    } catch (Exception e) {
      close();
      throw new IOException("the embedded Kafka did not start in " + folder + ": " + e.getMessage()
          + "; look whether the folder can be written and the disk has room", e);
    }
    return this;
  }

  private void format(Path data) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName(CONTROLLER)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setHasDynamicQuorum(true)
        .setInitialControllers(DynamicVoters.parse("1@localhost:0:" + Uuid.randomUuid()))
        .run();
  }

  private Map<String, String> properties(Path data) {
    Map<String, String> properties = new HashMap<>();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("log.dirs", data.toString());
    properties.put("listeners", LISTENER + "://localhost:" + port + "," + CONTROLLER + "://localhost:0");
    properties.put("advertised.listeners", LISTENER + "://localhost:" + port);
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("controller.quorum.bootstrap.servers", "localhost:0");
    properties.put("listener.security.protocol.map", LISTENER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    properties.put("inter.broker.listener.name", LISTENER);
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "4");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("transaction.state.log.num.partitions", "4");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("default.replication.factor", "1");
    properties.put("min.insync.replicas", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("auto.create.topics.enable", "false");
    properties.put("log.segment.delete.delay.ms", "1000");
    properties.putAll(overrides);
    return properties;
  }

  /** Kafka does not tell the port that it was given where it asked for any, and the node keeps its broker to itself. */
  private static int portOf(KafkaRaftServer server) throws ReflectiveOperationException {
    Field field = KafkaRaftServer.class.getDeclaredField("broker");
    field.setAccessible(true);
    BrokerServer broker = (BrokerServer) ((scala.Option<?>) field.get(server)).get();
    return broker.boundPort(ListenerName.normalised(LISTENER));
  }

  /** {@code localhost:PORT}. */
  public String bootstrap() {
    if (server == null) {
      throw new IllegalStateException("the embedded Kafka is not started");
    }
    return "localhost:" + boundPort;
  }

  /** Stops the node and waits until it has ended. Its folder stays. */
  @Override
  public void close() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }
}
