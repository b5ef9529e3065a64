package dev.demarche.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Routes;
import dev.demarche.console.live.Live;
import dev.demarche.console.live.LiveApi;
import dev.demarche.console.live.LiveSource;
import dev.demarche.topics.Json;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program of a JVM that serves the live stream and nothing else, and at {@code /figures} what that has cost. */
final class LiveInstance {
  private LiveInstance() {}

  /**
   * What it has cost so far.
   *
   * @param cpuSeconds of the process, on all cores
   * @param heap       bytes that live, after a collection
   * @param threads    at the moment
   */
  record Figures(double cpuSeconds, long heap, int threads) {

    static Figures now() {
      System.gc();
      return new Figures(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9,
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), ManagementFactory.getThreadMXBean().getThreadCount());
    }
  }

  /** @param arguments the brokers, and how many viewers there may be */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(Map.of(Setting.BOOTSTRAP.key(), arguments[0]));
    Live live = new Live(new LiveSource(KafkaProperties.consumer(settings), KafkaProperties.admin(settings), settings.text(Setting.TOPIC_PREFIX)),
        Integer.parseInt(arguments[1]), Clock.systemUTC());
    Routes figures = routes -> routes.get("/figures", context -> context.result(Json.write(Figures.now())));
    try (HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(new LiveApi(live), figures)); live) {
      live.start();
      while (!live.warm()) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      System.out.println("listening: " + endpoint.start().port() + " .");
      new CountDownLatch(1).await();
    }
  }
}
