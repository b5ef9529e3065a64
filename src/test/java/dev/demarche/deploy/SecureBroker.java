package dev.demarche.deploy;

import dev.demarche.app.Setting;
import dev.demarche.bench.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;

/** A broker in a JVM of its own that talks SASL_SSL with SCRAM only, and lets nobody but its admin do what no ACL grants. */
final class SecureBroker implements AutoCloseable {
  private static final String PASSWORD = "not-a-secret-but-a-test";

  private final Path folder;
  private int port;
  private ChildJvm node;
  private Admin admin;

  SecureBroker(Path folder) {
    this.folder = folder;
  }

  void start() throws Exception {
    port = free();
    int controller = free();
    keytool("-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-validity", "2");
    keytool("-exportcert", "-alias", "broker", "-rfc", "-file", certificate().toString());
    Path properties = folder.resolve("server.properties");
    Files.write(properties, List.of("process.roles=broker,controller", "node.id=1", "log.dirs=" + folder.resolve("data"),
        "listeners=SASL_SSL://localhost:" + port + ",CONTROLLER://localhost:" + controller, "advertised.listeners=SASL_SSL://localhost:" + port,
        "listener.security.protocol.map=SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT", "inter.broker.listener.name=SASL_SSL",
        "controller.listener.names=CONTROLLER", "controller.quorum.voters=1@localhost:" + controller,
        "sasl.enabled.mechanisms=SCRAM-SHA-512", "sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512",
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=" + jaas("admin"),
        "ssl.keystore.location=" + folder.resolve("broker.p12"), "ssl.keystore.password=" + PASSWORD, "ssl.keystore.type=PKCS12",
        "ssl.truststore.location=" + certificate(), "ssl.truststore.type=PEM",
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer", "allow.everyone.if.no.acl.found=false",
        // ANONYMOUS is the node itself at its controller's door, which is shut to all others.
        "super.users=User:admin;User:ANONYMOUS", "offsets.topic.replication.factor=1", "offsets.topic.num.partitions=3",
        "transaction.state.log.replication.factor=1", "transaction.state.log.min.isr=1", "transaction.state.log.num.partitions=3",
        "group.initial.rebalance.delay.ms=0", "auto.create.topics.enable=false"));
    int code = StorageTool.execute(new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString(), "--add-scram",
        "SCRAM-SHA-512=[name=admin,password=" + PASSWORD + "]"}, new PrintStream(OutputStream.nullOutputStream()));
    if (code != 0) {
      throw new IOException("the broker's folder could not be formatted: code " + code);
    }
    node = ChildJvm.start("secure broker", ChildJvm.kafka(properties), Map.of("DEMARCHE_LOG_LIBRARIES", "WARN"), folder.resolve("broker.log"));
    admin = Admin.create(client("admin").entrySet().stream().filter(e -> e.getKey().startsWith("kafka."))
        .collect(Collectors.toMap(e -> e.getKey().substring("kafka.".length()), e -> (Object) e.getValue(), (a, b) -> a,
            () -> new HashMap<>(Map.of("bootstrap.servers", bootstrap())))));
    admin.describeCluster().nodes().get();
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", folder.resolve("broker.p12").toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private Path certificate() {
    return folder.resolve("ca.crt");
  }

  String bootstrap() {
    return "localhost:" + port;
  }

  private static String jaas(String user) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\"" + PASSWORD + "\";";
  }

  /** Makes a user who may do what {@code grants} say. */
  void addUser(String user, Collection<AclBinding> grants) throws Exception {
    ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
    admin.alterUserScramCredentials(List.<UserScramCredentialAlteration>of(new UserScramCredentialUpsertion(user, scram, PASSWORD))).all().get();
    admin.createAcls(grants).all().get();
  }

  /** The settings of a user's programs, as docs/deploy.md has them. */
  Map<String, String> client(String user) {
    Map<String, String> settings = new HashMap<>();
    settings.put(Setting.BOOTSTRAP.key(), bootstrap());
    settings.put("kafka.security.protocol", "SASL_SSL");
    settings.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
    settings.put("kafka.sasl.jaas.config", jaas(user));
    settings.put("kafka.ssl.truststore.type", "PEM");
    settings.put("kafka.ssl.truststore.location", certificate().toString());
    return settings;
  }

  @Override
  public void close() throws InterruptedException {
    if (admin != null) {
      admin.close();
    }
    if (node != null) {
      node.kill();
    }
  }
}
