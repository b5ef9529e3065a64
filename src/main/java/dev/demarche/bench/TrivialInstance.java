package dev.demarche.bench;

import dev.demarche.app.Settings;
import dev.demarche.app.StreamApp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The program of a JVM that runs an instance of the stream with {@link FirstSentence}. Serves no health: it is there to be killed. */
final class TrivialInstance {
  private TrivialInstance() {}

  /** @param arguments settings, each as {@code --set NAME=VALUE}; others come from the environment */
  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> flags = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i += 2) {
      int equals = arguments[i].indexOf('=');
      flags.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
    }
    try (StreamApp app = new StreamApp(Settings.load(null, System.getenv(), flags), (actors, issues) -> new FirstSentence(1), Clock.systemUTC())) {
      app.start();
      while (!app.awaitRunning(Duration.ofSeconds(1)) && !app.hasEnded()) {
        System.out.println("waiting for partitions and state ...");
      }
      System.out.println(app.hasEnded() ? "ended" : "running: the trivial tagger");
      app.awaitEnd();
    }
  }
}
