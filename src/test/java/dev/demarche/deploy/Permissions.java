package dev.demarche.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The table of permissions in docs/deploy.md. */
final class Permissions {
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private final List<Line> lines = new ArrayList<>();

  /** A line of the table. */
  record Line(String role, ResourceType resource, List<String> names, PatternType pattern, List<AclOperation> operations) {

    /** What grants this line to {@code user}; names that begin with demarche begin with {@code application} instead. */
    List<AclBinding> grant(String user, String application) {
      List<AclBinding> bindings = new ArrayList<>();
      for (String name : names) {
        ResourcePattern what = new ResourcePattern(resource, name.replaceAll("^demarche", application), pattern);
        operations.forEach(operation -> bindings.add(new AclBinding(what,
            new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW))));
      }
      return bindings;
    }
  }

  Permissions() throws IOException {
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("docs", "deploy.md"))) {
      if (line.startsWith("| role | resource | names |")) {
        inside = true;
      } else if (inside && !line.startsWith("|")) {
        break;
      } else if (inside && !line.startsWith("| ---")) {
        lines.add(read(Arrays.stream(line.split("\\|")).map(String::strip).toList()));
      }
    }
  }

  private static Line read(List<String> cells) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(cells.get(3));
    while (name.find()) {
      names.add(name.group(1));
    }
    List<AclOperation> operations = Arrays.stream(cells.get(5).split(",")).map(String::strip)
        .map(operation -> AclOperation.fromString(operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT))).toList();
    return new Line(cells.get(1), ResourceType.fromString(cells.get(2).replace(' ', '_')), names,
        PatternType.fromString(cells.get(4).toUpperCase(Locale.ROOT)), operations);
  }

  List<Line> of(String role) {
    return lines.stream().filter(line -> line.role().equals(role)).toList();
  }
}
