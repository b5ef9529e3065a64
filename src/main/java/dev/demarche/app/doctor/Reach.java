package dev.demarche.app.doctor;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.console.ListenAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthenticationException;

/** Whether the brokers can be reached, and where not, why. */
final class Reach {
  private static final int CONNECT_MILLIS = 3_000;
  private static final String CODE = "unreachable";

  private Reach() {}

  /** A client of a cluster that has answered, with its brokers; null where it has not, which then stands in {@code chart}. */
  static Reached reach(Settings settings, Chart chart) {
    String bootstrap = settings.required(Setting.BOOTSTRAP);
    List<String> faults = new ArrayList<>();
    boolean any = false;
    for (String address : bootstrap.split(",")) {
      String fault = connect(address.trim());
      any |= fault == null;
      if (fault != null) {
        faults.add(address.trim() + ": " + fault);
      }
    }
    if (!any) {
      chart.error(CODE, "nothing answers at " + String.join("; ", faults),
          "start the brokers, or give the address at which they listen: --bootstrap HOST:PORT; a firewall may stand between");
      return null;
    }
    faults.forEach(fault -> chart.warning("bootstrap", "one of the brokers to start from cannot be reached: " + fault,
        "take it out of bootstrap, or start it"));
    return ask(settings, bootstrap, chart);
  }

  private static Reached ask(Settings settings, String bootstrap, Chart chart) {
    Map<String, Object> properties = KafkaProperties.admin(settings);
    properties.putIfAbsent("default.api.timeout.ms", "10000");
    properties.putIfAbsent("request.timeout.ms", "5000");
    String protocol = settings.kafka().getOrDefault("security.protocol", "PLAINTEXT");
    Admin admin = null;
    try {
      admin = Admin.create(properties);
      return new Reached(admin, Patient.await(admin.describeCluster().nodes()));
    } catch (AuthenticationException e) {
      chart.error("authentication", "the brokers at " + bootstrap + " do not let this client in: " + e.getMessage(),
          "check user and password in kafka.sasl.jaas.config, kafka.sasl.mechanism, and kafka.ssl.truststore.* for TLS");
    } catch (KafkaException e) {
      String cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      chart.error(CODE, "something listens at " + bootstrap + " but does not answer as a broker to " + protocol + ": " + cause,
          "set kafka.security.protocol to what the listener there speaks (PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL), or give the port of "
              + "another listener");
    }
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
    return null;
  }

  /** Whether any broker can be reached at the address that it gives out; those that cannot stand in {@code chart}. */
  static boolean brokers(Collection<Node> nodes, Chart chart) {
    boolean any = false;
    for (Node node : nodes) {
      String address = new ListenAddress(node.host(), node.port()).toString();
      String fault = connect(address);
      any |= fault == null;
      if (fault != null) {
        chart.error("advertised", "broker " + node.id() + " says that it is reached at " + address + ", but from here it is not: " + fault,
            "set advertised.listeners of that broker to an address that this machine can reach, or run Demarche where it can");
      }
    }
    return any;
  }

  private static String connect(String address) {
    try (Socket socket = new Socket()) {
      ListenAddress at = ListenAddress.of(address);
      InetSocketAddress target = new InetSocketAddress(at.host(), at.port());
      if (target.isUnresolved()) {
        return "no machine has the name " + at.host();
      }
      socket.connect(target, CONNECT_MILLIS);
      return null;
    } catch (IOException | IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** A client and the brokers that it was told of. */
  record Reached(Admin admin, Collection<Node> nodes) {}
}
