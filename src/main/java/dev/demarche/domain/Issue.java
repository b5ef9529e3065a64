package dev.demarche.domain;

import java.util.Objects;

/**
 * A matter that stances are about.
 *
 * @param id    stable id, lower case with hyphens: {@code ceasefire}
 * @param name  what people call it
 * @param words a query in Lucene's syntax that finds it in a sentence
 */
public record Issue(String id, String name, String words) {
  public Issue {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(words, "words");
  }
}
