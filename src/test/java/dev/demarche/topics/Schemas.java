package dev.demarche.topics;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas beside the topics, for tests. */
public final class Schemas {
  private static final Path FOLDER = Path.of("topics/schemas");
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private Schemas() {}

  /** What is wrong with a record of {@code topic} by its schema; empty where nothing is. */
  public static Set<ValidationMessage> faults(Topic<?, ?> topic, byte[] value) {
    try {
      return SCHEMAS.computeIfAbsent(topic.event(), Schemas::schema).validate(Json.mapper().readTree(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema schema(String event) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
        SchemaLocation.of(FOLDER.resolve(event + ".schema.json").toUri().toString()),
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }
}
