package dev.demarche.delivery.receivers;

import dev.demarche.catalogue.Entry;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.PackReader;
import dev.demarche.catalogue.SecretSource;
import dev.demarche.delivery.routing.Route;
import dev.demarche.domain.Problem;
import dev.demarche.network.AddressRange;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is told of what, as a file says it.
 *
 * @param receivers by name, in the order of the file
 * @param root      the routing tree
 * @param allowed   addresses that webhooks may have though they are private; see {@code network.AddressGuard}
 */
public record ReceiversFile(Map<String, Receiver> receivers, Route root, List<AddressRange> allowed) {
  private static final List<String> FIELDS = List.of("receivers", "route", "allow");

  public ReceiversFile {
    receivers = Collections.unmodifiableMap(new LinkedHashMap<>(receivers));
    allowed = List.copyOf(allowed);
  }

  /**
   * What was read.
   *
   * @param file     null where there are problems
   * @param problems all that is wrong
   */
  public record Read(ReceiversFile file, List<PackProblem> problems) {}

  /** Reads a file; throws nothing for what it holds. Files that it names lie relative to its folder. */
  public static Read read(Path file, SecretSource secrets) {
    try {
      return read(file.toString(), Files.readString(file), secrets.from(file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      String reason = e instanceof CharacterCodingException ? "is not UTF-8" : "cannot be read (" + e.getMessage() + ")";
      return new Read(null, List.of(new PackProblem(file.toString(), 0, new Problem("", reason, "name a file of receivers in UTF-8"))));
    }
  }

  static Read read(String name, String yaml, SecretSource secrets) {
    List<PackProblem> problems = new ArrayList<>();
    Entry document = PackReader.document(name, yaml, "a list of receivers with their routes", FIELDS, problems);
    if (document == null) {
      return new Read(null, problems);
    }
    List<AddressRange> allowed = allowed(document);
    Map<String, Receiver> receivers = new LinkedHashMap<>();
    List<Entry> entries = document.entries("receivers", "a receiver", ReceiverFields.ALL);
    if (!document.has("receivers")) {
      document.report("receivers", "is missing", "add \"receivers:\" with one receiver or more");
    }
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      Receiver receiver = ReceiverFields.read(entry, secrets);
      String given = entry.text("name");
      if (given != null && names.contains(given)) {
        entry.report("name", "\"" + given + "\" stands twice", "give each receiver a name of its own");
      } else if (receiver != null) {
        receivers.put(given, receiver);
      }
      if (given != null) {
        names.add(given);
      }
    }
    Route root = RouteFields.root(document, names);
    return new Read(problems.isEmpty() ? new ReceiversFile(receivers, root, allowed) : null, problems);
  }

  private static List<AddressRange> allowed(Entry document) {
    List<AddressRange> ranges = new ArrayList<>();
    List<String> texts = document.texts("allow");
    for (int i = 0; i < texts.size(); i++) {
      try {
        ranges.add(AddressRange.of(texts.get(i)));
      } catch (IllegalArgumentException e) {
        document.report("allow[" + i + "]", e.getMessage(), "write one such as 10.1.2.3 or 10.1.0.0/16");
      }
    }
    return ranges;
  }
}
