package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final String root;

  private Browser(ChromeDriver driver, String root) {
    this.driver = driver;
    this.root = root;
  }

  /** Whether this machine has one, with its driver. The gate installs it, and says so. */
  static boolean isThere() {
    boolean there = Stream.of(CHROMIUM, DRIVER).allMatch(Files::isExecutable);
    assertThat(there || System.getenv("BROWSER_TESTS") == null).as("BROWSER_TESTS is set, but %s and %s are missing", CHROMIUM, DRIVER).isTrue();
    return there;
  }

  /** One that has its own profile in {@code folder}; paths are those of {@code root}. */
  static Browser start(Path folder, String root) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run",
        "--hide-scrollbars", "--user-data-dir=" + folder, "--window-size=1280,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.SEVERE);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build();
    return new Browser(new ChromeDriver(service, options), root);
  }

  void open(String path) {
    driver.get(root + path);
  }

  String path() {
    return driver.getCurrentUrl().substring(root.length());
  }

  WebElement one(String css) {
    return await(() -> driver.findElement(By.cssSelector(css)));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  void click(String css) {
    await(() -> {
      WebElement element = driver.findElement(By.cssSelector(css));
      script("arguments[0].scrollIntoView({block: 'center'})", element);
      element.click();
      return element;
    });
  }

  /** Waits until the element's text holds {@code words}. */
  String awaitText(String css, String words) {
    return await(() -> {
      String text = driver.findElement(By.cssSelector(css)).getText();
      if (!text.contains(words)) {
        throw new org.openqa.selenium.NoSuchElementException("\"" + words + "\" in " + css + ": " + text);
      }
      return text;
    });
  }

  private <T> T await(Supplier<T> what) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100)).ignoring(StaleElementReferenceException.class)
        .ignoring(org.openqa.selenium.NoSuchElementException.class, org.openqa.selenium.ElementNotInteractableException.class)
        .until(ignored -> what.get());
  }

  Object script(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** When the page showed its first content, in milliseconds after it was asked for. */
  double firstContent() {
    return ((Number) driver.executeAsyncScript("""
        const done = arguments[arguments.length - 1];
        new PerformanceObserver(list => {
          const paint = list.getEntries().find(entry => entry.name === 'first-contentful-paint');
          if (paint) done(paint.startTime);
        }).observe({type: 'paint', buffered: true});""")).doubleValue();
  }

  /** What the page and the browser complained of since this was last asked. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getMessage()).toList();
  }

  /** What hinders people from using this page, by axe's rules, from serious on. */
  List<?> barriers() throws IOException {
    if (Boolean.TRUE.equals(script("return !window.axe"))) {
      try (InputStream in = Browser.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
        script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return (List<?>) ((JavascriptExecutor) driver).executeAsyncScript("""
        const done = arguments[arguments.length - 1];
        axe.run({resultTypes: ['violations']}).then(found => done(found.violations
          .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
          .map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))));""");
  }

  /** A picture of the whole page. */
  void picture(Path file) throws IOException {
    Object data = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip())).get("data");
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode((String) data));
  }

  private Map<String, Object> clip() {
    long width = ((Number) script("return document.documentElement.clientWidth")).longValue();
    long height = Math.min(2400, ((Number) script("return document.documentElement.scrollHeight")).longValue());
    return Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
  }

  void look(String scheme, int width) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
