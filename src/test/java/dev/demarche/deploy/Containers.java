package dev.demarche.deploy;

import dev.demarche.bench.ChildJvm;
import dev.demarche.deploy.ComposeFile.Mount;
import dev.demarche.deploy.ComposeFile.Published;
import dev.demarche.deploy.ComposeFile.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;

/**
 * Runs the services of the compose file without containers: each is a JVM of its own with exactly the environment that stands there, but
 * for names of hosts and ports, which become free ports of this machine, and mounts, which become temporary folders. Brokers are
 * made by the class that the image apache/kafka uses to make them from its environment.
 */
final class Containers implements AutoCloseable {
  private static final Path JAR = Path.of(System.getProperty("demarche.jar", "target/demarche.jar")).toAbsolutePath();

  /** A JVM that lives for seconds does without the compiler for the long run. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private final ComposeFile compose = new ComposeFile();
  private final ImageFile image = new ImageFile();
  private final Path folder;
  private final String profile;
  private final Pattern address;
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, ChildJvm> running = new LinkedHashMap<>();

  Containers(Path folder, String profile) throws IOException {
    this.folder = folder;
    this.profile = profile;
    String hosts = String.join("|", compose.services().stream().map(Service::name).toList());
    address = Pattern.compile("(?<![\\w.-])(" + hosts + "|localhost|0\\.0\\.0\\.0|127\\.0\\.0\\.1|(?<=://))([:/])(\\d+)");
  }

  /** Starts all services of the profile, each when those that it needs are there. */
  void up() throws IOException, InterruptedException {
    List<Service> services = compose.services(profile);
    List<Service> brokers = services.stream().filter(service -> service.image().startsWith("apache/kafka")).toList();
    Map<Service, ChildJvm> setups = new LinkedHashMap<>();
    for (Service broker : brokers) {
      setups.put(broker, setUp(broker));
    }
    for (Service broker : brokers) {
      if (setups.get(broker).awaitEnd() != 0) {
        throw new IOException(broker.name() + " was not set up: " + setups.get(broker).log());
      }
      startBroker(broker);
    }
    awaitHealthy(brokers);
    for (Service service : services) {
      if (!brokers.contains(service)) {
        ChildJvm program = start(service);
        if (isOneShot(service)) {
          int code = program.awaitEnd();
          if (code != 0) {
            throw new IOException(service.name() + " ended with " + code + ": " + program.log());
          }
        }
      }
    }
    for (Service service : services) {
      if (!brokers.contains(service) && !isOneShot(service)) {
        running.get(service.name()).awaitPrinted("running:");
      }
    }
  }

  private static boolean isOneShot(Service service) {
    return !service.list("command").isEmpty();
  }

  /** What the image does first: properties from the environment, and a formatted folder. */
  private ChildJvm setUp(Service broker) throws IOException {
    Path empty = Files.createDirectories(folder(broker, "none"));
    Files.createFile(properties(broker));
    return ChildJvm.start(broker.name() + " setup", List.of(QUICK_START, "-cp", System.getProperty("java.class.path"),
        "kafka.docker.KafkaDockerWrapper", "setup", "-D", empty.toString(), "-M", empty.toString(), "-F", properties(broker).getParent().toString()),
        environment(broker, Map.of()), folder(broker, "setup.log"));
  }

  private Path properties(Service broker) throws IOException {
    return Files.createDirectories(folder(broker, "config")).resolve("server.properties");
  }

  private void startBroker(Service broker) throws IOException {
    Map<String, String> environment = environment(broker, Map.of());
    List<String> arguments = new ArrayList<>(List.of(environment.get("KAFKA_HEAP_OPTS").split(" ")));
    arguments.addAll(List.of(QUICK_START, "-cp", System.getProperty("java.class.path"), "kafka.Kafka", properties(broker).toString()));
    environment.put("DEMARCHE_LOG_LIBRARIES", "WARN");
    running.put(broker.name(), ChildJvm.start(broker.name(), arguments, environment, folder(broker, "log")));
  }

  /** What the brokers' health checks wait for: that the cluster knows each of them. */
  private void awaitHealthy(List<Service> brokers) throws IOException, InterruptedException {
    String bootstrap = mapped(brokers.get(0), brokers.get(0).name() + ":9092");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      while (admin.describeCluster().nodes().get().size() < brokers.size()) {
        if (System.nanoTime() > end) {
          throw new IOException("the brokers did not find each other within 60 s");
        }
        Thread.sleep(50);
      }
    } catch (ExecutionException e) {
      throw new IOException("the broker at " + bootstrap + " does not answer", e.getCause());
    }
  }

  /** Starts a service of this project's image; one that ran before is run once more. */
  ChildJvm start(Service service) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(QUICK_START);
    arguments.add("-Djava.io.tmpdir=" + Files.createDirectories(Path.of(mapped(service, "/tmp"))));
    List<String> entry = image.words("ENTRYPOINT");
    for (String word : entry.subList(1, entry.size())) {
      arguments.add(word.equals(copied()) ? JAR.toString() : word);
    }
    arguments.addAll(isOneShot(service) ? service.list("command") : image.words("CMD"));
    ChildJvm program = ChildJvm.start(service.name(), arguments, environment(service, image.environment()), folder(service, "log"));
    running.put(service.name(), program);
    return program;
  }

  /** Where the jar stands in the image. */
  private String copied() {
    return image.all("COPY").get(0).split(" ")[1];
  }

  /** The exit code of the image's health check in the container of {@code service}. */
  int health(String service) throws IOException, InterruptedException {
    List<String> command = image.words("HEALTHCHECK").stream().map(word -> mapped(compose.service(service), word)).toList();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  /** What runs as {@code service}. */
  ChildJvm running(String service) {
    return running.get(service);
  }

  ComposeFile compose() {
    return compose;
  }

  /** Where a program on the machine itself reaches {@code address}, which the compose file publishes. */
  String outside(String address) {
    return mapped(compose.services().get(0), address);
  }

  private Map<String, String> environment(Service service, Map<String, String> fromImage) {
    Map<String, String> environment = new LinkedHashMap<>(fromImage);
    environment.putAll(service.environment());
    environment.replaceAll((name, value) -> mapped(service, value));
    return environment;
  }

  private Path folder(Service service, String name) throws IOException {
    return Files.createDirectories(folder.resolve(service.name())).resolve(name);
  }

  /** The text with folders and addresses of this machine for those in the container. */
  private String mapped(Service service, String text) {
    for (Mount mount : service.mounts()) {
      if (text.startsWith(mount.to())) {
        return folder.resolve(service.name()) + text;
      }
    }
    return address.matcher(text).replaceAll(match -> {
      String host = match.group(1);
      String port = match.group(3);
      String target = switch (host) {
        case "", "0.0.0.0", "127.0.0.1" -> port(service.name(), port);
        case "localhost" -> published(Integer.parseInt(port));
        default -> port(host, port);
      };
      return "127.0.0.1" + match.group(2) + target;
    });
  }

  private String published(int port) {
    for (Service service : compose.services()) {
      for (Published published : service.ports()) {
        if (published.port() == port && service.list("profiles").contains(profile)) {
          return port(service.name(), "" + published.container());
        }
      }
    }
    throw new IllegalArgumentException("no service of the profile " + profile + " publishes port " + port);
  }

  private String port(String service, String port) {
    return String.valueOf(ports.computeIfAbsent(service + ":" + port, key -> free()));
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (ChildJvm jvm : running.values()) {
      jvm.kill();
    }
  }
}
