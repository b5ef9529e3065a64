package dev.demarche.console.index;

import java.util.List;

/**
 * Some of what was asked for.
 *
 * @param items in the order that was asked for
 * @param total how many there are in all
 */
public record Slice<T>(List<T> items, long total) {
  public Slice {
    items = List.copyOf(items);
  }
}
