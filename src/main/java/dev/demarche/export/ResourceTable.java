package dev.demarche.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads resources of this package with a key and a value a line, parted by a space; # starts a comment. */
final class ResourceTable {
  private ResourceTable() {}

  static Map<String, String> read(String name) {
    Map<String, String> table = new HashMap<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(ResourceTable.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).forEach(cells -> table.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }
}
