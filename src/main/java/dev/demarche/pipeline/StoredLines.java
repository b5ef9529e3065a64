package dev.demarche.pipeline;

import dev.demarche.positions.Line;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Asks the store of lines while the stream runs. Which instance holds a key is known of the group's last rebalancing; safe for use by several threads.
 */
public final class StoredLines {
  /** What the host in {@code application.server} ends with where the instance cannot be asked; a name that never resolves (RFC 2606). */
  public static final String NOWHERE = ".invalid";
  private static final StringSerializer KEYS = new StringSerializer();

  private static final String SILENT = "another instance holds it and does not say where it can be asked; set console.advertise there";

  private final Supplier<KafkaStreams> streams;
  private final Supplier<HostInfo> self;

  /**
   * What is known of a key here.
   *
   * @param line   what the store holds, or null
   * @param server of the instance that holds the key, or null where this one does, or where nobody knows
   * @param lack   why it cannot be said at the moment, or null
   */
  public record Answer(Line line, HostInfo server, String lack) {}

  /**
   * The lines of a stream.
   *
   * @param streams gives null before it is started
   * @param self    {@code application.server} of this instance
   */
  public StoredLines(Supplier<KafkaStreams> streams, Supplier<HostInfo> self) {
    this.streams = Objects.requireNonNull(streams, "streams");
    this.self = Objects.requireNonNull(self, "self");
  }

  /** The line behind {@code key}, or who has it. */
  public Answer find(String key) {
    KafkaStreams running = streams.get();
    if (running == null) {
      return lacking("the stream has not started");
    }
    try {
      KeyQueryMetadata holder = running.queryMetadataForKey(PositionStage.STORE, key, KEYS);
      if (holder == null || holder.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        return lacking("partitions are being shared out");
      }
      HostInfo server = holder.activeHost();
      if (server.equals(HostInfo.unavailable())) {
        return lacking("nobody holds it at the moment: partitions are being shared out");
      }
      if (!server.equals(self.get())) {
        return server.host().endsWith(NOWHERE) ? lacking(SILENT) : new Answer(null, server, null);
      }
      ReadOnlyKeyValueStore<String, Line> store = running.store(StoreQueryParameters
          .fromNameAndType(PositionStage.STORE, QueryableStoreTypes.<String, Line>keyValueStore()).withPartition(holder.partition()));
      return new Answer(store.get(key), null, null);
    } catch (InvalidStateStorePartitionException e) {
      return lacking(SILENT);
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return lacking("partitions or local state are on their way");
    }
  }

  private static Answer lacking(String why) {
    return new Answer(null, null, why);
  }
}
