package dev.demarche.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The services of the compose file, as far as the tests need them. */
final class ComposeFile {
  static final Path PATH = Path.of("docker-compose.yml");

  private final Map<String, Service> services = new LinkedHashMap<>();

  /** A port of the machine that leads to a port of a container. */
  record Published(String address, int port, int container) {}

  /** What is mounted where; {@code from} is null for a volume without a name. */
  record Mount(String from, String to, boolean readOnly) {}

  /** A service. */
  record Service(String name, Map<String, Object> fields) {
    String image() {
      return (String) fields.get("image");
    }

    List<String> list(String field) {
      return fields.get(field) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    Map<String, String> environment() {
      Map<String, String> environment = new LinkedHashMap<>();
      map("environment").forEach((name, value) -> environment.put(name, String.valueOf(value)));
      return environment;
    }

    List<String> dependsOn() {
      return fields.get("depends_on") instanceof List<?> ? list("depends_on") : List.copyOf(map("depends_on").keySet());
    }

    List<Published> ports() {
      List<Published> ports = new ArrayList<>();
      for (String port : list("ports")) {
        String[] parts = port.split(":");
        ports.add(new Published(parts[0], Integer.parseInt(parts[1].split("-")[0]), Integer.parseInt(parts[2])));
      }
      return ports;
    }

    List<Mount> mounts() {
      List<Mount> mounts = new ArrayList<>();
      for (String volume : list("volumes")) {
        String[] parts = volume.split(":");
        mounts.add(parts.length == 1 ? new Mount(null, parts[0], false) : new Mount(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro")));
      }
      list("tmpfs").forEach(tmpfs -> mounts.add(new Mount(null, tmpfs.split(":")[0], false)));
      return mounts;
    }

    private Map<String, Object> map(String field) {
      Map<String, Object> map = new LinkedHashMap<>();
      if (fields.get(field) instanceof Map<?, ?> found) {
        found.forEach((name, value) -> map.put(String.valueOf(name), value));
      }
      return map;
    }
  }

  ComposeFile() throws IOException {
    Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(PATH));
    ((Map<?, ?>) root.get("services")).forEach((name, service) -> {
      Map<String, Object> fields = new LinkedHashMap<>();
      ((Map<?, ?>) service).forEach((field, value) -> fields.put(String.valueOf(field), value));
      services.put(String.valueOf(name), new Service(String.valueOf(name), fields));
    });
  }

  List<Service> services() {
    return List.copyOf(services.values());
  }

  Service service(String name) {
    return services.get(name);
  }

  /** The services that start with {@code profile}, each after those that it needs. */
  List<Service> services(String profile) {
    Map<String, Service> ordered = new LinkedHashMap<>();
    services.values().stream().filter(service -> service.list("profiles").contains(profile)).forEach(service -> visit(service, ordered));
    return List.copyOf(ordered.values());
  }

  private void visit(Service service, Map<String, Service> ordered) {
    service.dependsOn().forEach(needed -> visit(services.get(needed), ordered));
    ordered.put(service.name(), service);
  }
}
