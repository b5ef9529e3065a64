package dev.demarche.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.demarche.domain.Finding;
import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The one form of JSON that Demarche writes and reads: UTF-8, instants and dates in ISO 8601, enumerations by name, nulls written, the
 * same value always the same bytes. Unknown fields are ignored on reading, so that a newer writer stops no older reader; a field that
 * stands twice, text behind the end and more than {@value #MAX_DEPTH} levels are refused. Safe for use by several threads.
 */
public final class Json {

  /** How deep arrays and objects may be nested in what is read. */
  public static final int MAX_DEPTH = 100;

  private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build())
      .addModule(new JavaTimeModule())
      .addMixIn(Finding.class, SortedMentions.class)
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .build();

  private Json() {}

  /** The configured mapper; shared, so leave its configuration as it is. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * {@code value} in UTF-8. Half a surrogate pair, which UTF-8 has no form for, is written as a JSON escape.
   *
   * @throws SerializationException naming the type, if it cannot be written
   */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new SerializationException("cannot write " + value.getClass().getSimpleName() + " as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The value that {@code bytes} hold.
   *
   * @throws SerializationException naming the type, if they hold none
   */
  public static <T> T read(byte[] bytes, Class<T> type) {
    T value;
    try {
      value = MAPPER.readValue(bytes, type);
    } catch (JsonProcessingException e) {
      throw new SerializationException("cannot read " + type.getSimpleName() + " from JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new SerializationException("cannot read " + type.getSimpleName() + " from JSON: " + e.getMessage(), e);
    }
    if (value == null) {
      throw new SerializationException("cannot read " + type.getSimpleName() + " from JSON: the record says null");
    }
    return value;
  }

  /** A serde for records of {@code type}; null stands for a tombstone both ways. It throws {@link SerializationException} alone. */
  public static <T> Serde<T> serde(Class<T> type) {
    Serializer<T> serializer = (topic, value) -> value == null ? null : write(value);
    Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : read(bytes, type);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  /** Immutable sets have another order in every JVM; sorted, a finding has the same bytes in all of them. */
  private interface SortedMentions {
    @JsonSerialize(converter = Sorted.class)
    Set<String> mentioned();
  }

  private static final class Sorted extends StdConverter<Set<String>, SortedSet<String>> {
    @Override
    public SortedSet<String> convert(Set<String> set) {
      return new TreeSet<>(set);
    }
  }
}
