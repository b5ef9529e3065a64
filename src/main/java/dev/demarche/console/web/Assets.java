package dev.demarche.console.web;

import dev.demarche.console.Admit;
import dev.demarche.console.Routes;
import dev.demarche.topics.Sha256;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code GET /assets/HASH/NAME}: scripts, styles and pictures out of the jar, those of libraries among them. Those of our own are named in
 * {@code console/assets.txt}. One hash stands for the content of all, so that a browser may keep them for good, and modules that import each other by
 * {@code ./NAME} meet. Safe for use by several threads.
 */
public final class Assets implements Routes {
  private static final String FOLDER = "console/";
  private static final int HASH = 12;
  private static final Map<String, String> LIBRARIES = Map.of(
      "htmx.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
      "uplot.js", "META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.esm.js",
      "uplot.css", "META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.min.css");
  private static final Map<String, String> TYPES = Map.of("js", "text/javascript", "css", "text/css", "svg", "image/svg+xml", "json", "application/json");

  private final Map<String, byte[]> byName = new TreeMap<>();
  private final String hash;

  /** Reads them all. */
  public Assets() {
    new String(read(FOLDER + "assets.txt"), StandardCharsets.UTF_8).lines().filter(name -> !name.isBlank())
        .forEach(name -> byName.put(name, read(FOLDER + name)));
    LIBRARIES.forEach((name, path) -> byName.put(name, read(path)));
    StringBuilder all = new StringBuilder();
    byName.forEach((name, bytes) -> all.append(name).append(Sha256.of(bytes)));
    hash = Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
  }

  /**
   * Where {@code name} is had.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public String address(String name) {
    if (!byName.containsKey(name)) {
      throw new IllegalArgumentException("there is no asset " + name + "; is it named in console/assets.txt?");
    }
    return "/assets/" + hash + "/" + name;
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/assets/{hash}/{name}", this::answer, Admit.ANYONE);
  }

  private void answer(Context context) {
    String name = context.pathParam("name");
    byte[] bytes = byName.get(name);
    if (bytes == null) {
      context.status(404);
      return;
    }
    // A page from before an update asks by the old hash, and must not keep what it is given.
    boolean current = hash.equals(context.pathParam("hash"));
    context.contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)) + "; charset=utf-8")
        .header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-store").result(bytes);
  }

  private static byte[] read(String path) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
