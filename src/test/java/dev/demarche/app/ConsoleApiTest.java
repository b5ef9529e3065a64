package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Raw;
import dev.demarche.ingest.http.ArticleApi;
import dev.demarche.network.LocalRequest;
import dev.demarche.topics.Json;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What {@code console/openapi.yaml} says is what the instance answers. */
class ConsoleApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonNode DOCUMENT = document();

  private static JsonNode document() {
    try (InputStream in = ConsoleApiTest.class.getResourceAsStream("/console/openapi.yaml")) {
      return Json.mapper().valueToTree(new Yaml().load(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Console console() {
    Settings settings = Settings.of(Map.of("bootstrap", "localhost:1", "console.user", "ada"));
    return new Console(settings, new StreamApp(settings, (actors, issues) -> null, Clock.systemUTC()), null);
  }

  private static Set<String> installed() {
    List<Endpoint> endpoints = new ArrayList<>();
    try (Console console = console()) {
      Javalin.create(config -> {
        RoutesConfig routes = config.routes;
        console.routes().forEach(each -> each.install(routes));
        // Only installed: it needs no brokers for that.
        new ArticleApi(null, null, null, new LocalRequest("localhost"), 1).install(routes);
        routes.getCfg$javalin().internalRouter.allHttpHandlers().forEach(each -> endpoints.add(each.endpoint));
      });
    }
    return endpoints.stream().filter(each -> each.method.isHttpMethod() && each.path.startsWith("/api/v1/"))
        .map(each -> each.method.name() + " " + each.path.replaceAll("<([^>]*)>", "{$1}")).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> described() {
    Set<String> described = new TreeSet<>();
    DOCUMENT.get("paths").fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
      if (METHODS.contains(method)) {
        described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }));
    return described;
  }

  @Test
  void whatIsInstalledIsDescribedAndWhatIsDescribedIsInstalled() {
    Set<String> installed = installed();
    assertThat(described()).as("described").containsAll(installed);
    assertThat(installed).as("installed").containsAll(described());
  }

  @Test
  void everyOperationHasItsNameItsTagItsPathParametersAndAnAnswerForFaults() {
    Set<String> tags = StreamSupport.stream(DOCUMENT.get("tags").spliterator(), false).map(tag -> tag.get("name").asText()).collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    DOCUMENT.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(told -> {
      if (!METHODS.contains(told.getKey())) {
        return;
      }
      String where = told.getKey() + " " + path.getKey();
      JsonNode operation = told.getValue();
      assertThat(names.add(operation.path("operationId").asText())).as(where).isTrue();
      assertThat(tags).as(where).contains(operation.path("tags").path(0).asText());
      assertThat(operation.path("summary").asText()).as(where).endsWith(".");
      Set<String> inPath = new TreeSet<>();
      for (JsonNode holder : List.of(path.getValue().path("parameters"), operation.path("parameters"))) {
        holder.forEach(each -> {
          JsonNode parameter = resolved(each);
          assertThat(parameter.path("description").asText()).as(where).isNotBlank();
          if (parameter.path("in").asText().equals("path")) {
            assertThat(parameter.path("required").asBoolean()).as(where).isTrue();
            inPath.add("{" + parameter.path("name").asText() + "}");
          }
        });
      }
      Set<String> varying = Pattern.compile("\\{[^}]*}").matcher(path.getKey()).results().map(MatchResult::group).collect(Collectors.toSet());
      assertThat(varying).as(where).isEqualTo(inPath);
      assertThat(operation.path("responses").has("default") || operation.path("responses").has("400")).as(where).isTrue();
      operation.path("responses").forEach(answer -> assertThat(resolved(answer).path("description").asText()).as(where).isNotBlank());
    }));
  }

  @Test
  void everyReferenceLeadsSomewhereAndEverySchemaIsOne() {
    DOCUMENT.findValues("$ref").forEach(reference -> assertThat(DOCUMENT.at(reference.asText().substring(1)).isMissingNode()).as(reference.asText()).isFalse());
    var meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
    DOCUMENT.findValues("schema").forEach(schema -> assertThat(meta.validate(schema)).as(schema.toString()).isEmpty());
    DOCUMENT.at("/components/schemas").forEach(schema -> assertThat(meta.validate(schema)).as(schema.toString()).isEmpty());
  }

  @Test
  void itIsServedAndFaultsAreAsItSays() throws Exception {
    try (Console console = console(); HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), console.routes())) {
      ListenAddress at = endpoint.start();
      assertThat(Raw.ask(at, "GET", "/api/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
      assertThat(Json.mapper().readTree(Raw.ask(at, "GET", "/api/v1/openapi.json").body())).isEqualTo(DOCUMENT);
      assertThat(Raw.ask(at, "GET", "/api").body()).contains("<h1>API</h1>", "POST</span> <code>/api/v1/articles</code>");
      isA("Problem", Raw.ask(at, "GET", "/api/v1/nothing"));
      isA("Problem", Raw.ask(at, "GET", "/api/v1/openapi.yaml", "Host: evil.example"));
    }
  }

  private static void isA(String schema, Raw.Answer answer) throws Exception {
    JsonNode whole = DOCUMENT.deepCopy();
    ((ObjectNode) whole).put("$ref", "#/components/schemas/" + schema);
    assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(Json.mapper().readTree(answer.body())))
        .as(answer.body()).isEmpty();
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
  }
}
