package dev.demarche.bench;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;

/** Three Kafka nodes on this machine, set up as docker-compose.yml does, broker and controller each, every one a JVM that can be killed; records on all three, two in sync. */
final class ThreeBrokers implements AutoCloseable {
  private static final String CLUSTER = "ZGVtYXJjaGUtY2x1c3Rlcg";
  private static final int NODES = 3;

  private final Path folder;
  private final int[] ports = new int[NODES * 2];
  private final ChildJvm[] nodes = new ChildJvm[NODES];

  ThreeBrokers(Path folder) {
    this.folder = folder;
  }

  /** Formats the folders and starts all nodes; returns when they know each other. */
  void start() throws IOException, InterruptedException {
    List<ServerSocket> taken = new ArrayList<>();
    for (int i = 0; i < ports.length; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      taken.add(socket);
      ports[i] = socket.getLocalPort();
    }
    for (ServerSocket socket : taken) {
      socket.close();
    }
    for (int node = 0; node < NODES; node++) {
      Files.createDirectories(folder.resolve("data-" + node));
      Files.write(file(node), properties(node).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
      int code = StorageTool.execute(new String[] {"format", "-t", CLUSTER, "-c", file(node).toString()},
          new PrintStream(OutputStream.nullOutputStream()));
      if (code != 0) {
        throw new IOException("the folder of node " + node + " could not be formatted: code " + code);
      }
    }
    for (int node = 0; node < NODES; node++) {
      start(node);
    }
    try (Admin admin = admin()) {
      while (admin.describeCluster().nodes().get().size() < NODES) {
        Thread.sleep(100);
      }
    } catch (ExecutionException e) {
      throw new IOException("the brokers do not answer", e.getCause());
    }
  }

  private Path file(int node) {
    return folder.resolve("server-" + node + ".properties");
  }

  private Map<String, String> properties(int node) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "" + (node + 1));
    properties.put("log.dirs", folder.resolve("data-" + node).toString());
    properties.put("listeners", "BROKER://127.0.0.1:" + ports[node] + ",CONTROLLER://127.0.0.1:" + ports[NODES + node]);
    properties.put("advertised.listeners", "BROKER://127.0.0.1:" + ports[node]);
    properties.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("inter.broker.listener.name", "BROKER");
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("controller.quorum.voters", IntStream.range(0, NODES).mapToObj(i -> (i + 1) + "@127.0.0.1:" + ports[NODES + i])
        .collect(Collectors.joining(",")));
    for (String topic : List.of("offsets.topic.", "transaction.state.log.")) {
      properties.put(topic + "replication.factor", "3");
      properties.put(topic + "num.partitions", "12");
    }
    properties.put("transaction.state.log.min.isr", "2");
    properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    properties.put("default.replication.factor", "3");
    properties.put("min.insync.replicas", "2");
    properties.put("broker.session.timeout.ms", "5000");
    properties.put("broker.heartbeat.interval.ms", "1000");
    properties.put("auto.create.topics.enable", "false");
    return properties;
  }

  private void start(int node) throws IOException {
    nodes[node] = ChildJvm.start("broker " + (node + 1), ChildJvm.kafka(file(node)), Map.of("DEMARCHE_LOG_LIBRARIES", "WARN"),
        folder.resolve("broker-" + node + ".log"));
  }

  /** Kills node number {@code node}, from 0, without warning. */
  void kill(int node) throws InterruptedException {
    nodes[node].kill();
  }

  /** Starts node number {@code node} again on what it has left. */
  void restart(int node) throws IOException {
    start(node);
  }

  /** All nodes, as clients name them. */
  String bootstrap() {
    return Arrays.stream(ports, 0, NODES).mapToObj(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  private Admin admin() {
    return Admin.create(KafkaProperties.admin(Settings.of(Map.of(Setting.BOOTSTRAP.key(), bootstrap()))));
  }

  /** Waits until partitions of these topics miss a replica, as they do once the cluster has noticed, and then until none does. */
  void awaitLossAndRecovery(Admin admin, List<String> topics) throws InterruptedException {
    await(() -> !inSync(admin, topics));
    await(() -> inSync(admin, topics));
  }

  private static void await(Callable<Boolean> condition) throws InterruptedException {
    while (true) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        // A node that is just being killed may have been asked; the next one is asked.
      }
      Thread.sleep(50);
    }
  }

  private static boolean inSync(Admin admin, List<String> topics) throws InterruptedException, ExecutionException {
    return admin.describeTopics(topics).allTopicNames().get().values().stream().flatMap(topic -> topic.partitions().stream())
        .allMatch(partition -> partition.isr().size() == NODES);
  }

  @Override
  public void close() throws InterruptedException {
    for (ChildJvm node : nodes) {
      if (node != null) {
        node.kill();
      }
    }
  }
}
