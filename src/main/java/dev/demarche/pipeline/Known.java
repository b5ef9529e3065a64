package dev.demarche.pipeline;

import dev.demarche.topics.Json;
import dev.demarche.topics.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * What is remembered of an article that was tagged: its newest revision and the hash of that revision's text. Kept in a window store by
 * time of receipt, which forgets whole segments once they are past retention; no publisher's date moves it.
 *
 * @param revision of the text, from 1
 * @param sha256   of the text, in hexadecimal
 */
record Known(int revision, String sha256) {
  static final String STORE = "known";
  private static final Serde<Known> SERDE = Json.serde(Known.class);

  static StoreBuilder<WindowStore<String, Known>> store(Duration retention) {
    return Stores.windowStoreBuilder(Stores.persistentWindowStore(STORE, retention, retention, false), Serdes.String(), SERDE);
  }

  /** The newest revision that is known of {@code id}, or null; by number, for what took the longer way was received before what overtook it. */
  static Known newest(WindowStore<String, Known> store, String id) {
    Known newest = null;
    try (WindowStoreIterator<Known> all = store.fetch(id, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE))) {
      while (all.hasNext()) {
        Known known = all.next().value;
        newest = newest == null || known.revision >= newest.revision ? known : newest;
      }
    }
    return newest;
  }

  /** Forgets all of {@code id}; whether anything was known. */
  static boolean forget(WindowStore<String, Known> store, String id) {
    boolean any = false;
    try (WindowStoreIterator<Known> all = store.fetch(id, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE))) {
      while (all.hasNext()) {
        store.put(id, null, all.next().key);
        any = true;
      }
    }
    return any;
  }

  static String sha256(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
