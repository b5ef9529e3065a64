package dev.demarche.console.index;

import dev.demarche.domain.Role;
import dev.demarche.topics.Sha256;
import dev.demarche.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How the fields of the index are called, and in which form values stand in them. */
final class Fields {
  /** What a document is. */
  static final String DOCUMENT = "document";
  static final String FINDING = "finding";
  static final String ARTICLE = "article";
  /** Topic of a shelf, on each of its records. */
  static final String SHELF = "shelf";
  static final String SHELF_KEY = "shelf.key";
  /** The key to be read, and not to be asked for. */
  static final String SHELF_NAME = "shelf.name";
  static final String SHELF_TERM = "shelf.term";
  /** Offset of the record of a shelf. */
  static final String VERSION = "version";

  static final String ARTICLE_ID = "article.id";
  static final String SENTENCE = "sentence";
  static final String TITLE = "title";
  static final String EVIDENCE = "evidence";
  /** Event time, in milliseconds. */
  static final String AT = "at";
  /** Time of the topic's record, in milliseconds. */
  static final String SEEN = "seen";
  /** Settles the order of what has the same time. */
  static final String TIE = "tie";
  static final String JSON = "json";

  private static final String ANY_ROLE = "who.ANY";
  private static final int LONGEST = 500;
  private static final int LONGEST_KEY = 4_000;

  private Fields() {}

  /** Where ids and names of those in {@code role} stand; of those in any, where that is null. */
  static String who(Role role) {
    return role == null ? ANY_ROLE : "who." + role;
  }

  /** Where the values of {@code facet} stand on findings, to be asked for and counted. */
  static String of(Facet facet) {
    return "facet." + facet;
  }

  /** Where they stand on documents of one sort: on articles, which have several, apart, so that findings are counted faster. */
  static String of(Facet facet, String document) {
    return document.equals(FINDING) ? of(facet) : document + "." + facet;
  }

  /** A name as it is compared: white space at the ends and case do not count. */
  static String plain(String name) {
    return bounded(name.strip().toLowerCase(Locale.ROOT));
  }

  /** A value that is no longer than Lucene takes. */
  static String bounded(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }

  /** An id, which stays different from all others however long it is. */
  static String id(String id) {
    return id.length() <= LONGEST_KEY ? id : Sha256.of(id.getBytes(StandardCharsets.UTF_8));
  }

  static String key(Topic<?, ?> topic, String key) {
    return topic.name() + " " + id(key);
  }

  static String term(Topic<?, ?> topic, String field, String value) {
    return topic.name() + " " + field + " " + bounded(value);
  }
}
