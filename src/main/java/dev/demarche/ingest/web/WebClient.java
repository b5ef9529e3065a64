package dev.demarche.ingest.web;

import dev.demarche.ingest.web.Answer.Body;
import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.ingest.web.Answer.Unchanged;
import dev.demarche.network.AddressGuard;
import dev.demarche.topics.DeadLetter.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Gets bodies from the web, whatever the other side does: a request ends when its time is up, a body when its limit is reached, a chain of
 * redirects after some. Nothing is thrown for what the web does. Safe for use by several threads.
 */
public final class WebClient implements AutoCloseable {
  private static final int HOSTS = 4_096;
  private static final int PATIENCE = 10;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_HEADER = 16_384;

  private final WebLimits limits;
  private final Clock clock;
  private final CloseableHttpClient client;
  private final Semaphore[] hosts = new Semaphore[HOSTS];
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "web-watchdog");
    thread.setDaemon(true);
    return thread;
  });

  /** Says whether an address may be asked; it is called for the first one and for each that a redirect names. */
  public interface Gate {
    /** All may. */
    Gate OPEN = uri -> Optional.empty();

    Optional<Failure> refuse(URI uri);
  }

  /**
   * What to ask for.
   *
   * @param uri          absolute
   * @param accept       the media types
   * @param etag         of what is there already, or null
   * @param lastModified of what is there already, or null
   * @param maxBytes     longest body
   * @param cut          whether the start of a longer one will do
   * @param gate         says whether an address may be asked
   */
  public record Request(URI uri, String accept, String etag, String lastModified, int maxBytes, boolean cut, Gate gate) {}

  public WebClient(WebLimits limits, Clock clock) {
    this(limits, clock, new AddressGuard(InetAddress::getAllByName, limits.allowPrivate() ? any -> Optional.empty() : AddressGuard::special));
  }

  WebClient(WebLimits limits, Clock clock, AddressGuard guard) {
    this.limits = limits;
    this.clock = clock;
    for (int i = 0; i < HOSTS; i++) {
      hosts[i] = new Semaphore(limits.perHost(), true);
    }
    Timeout timeout = Timeout.of(limits.timeout());
    client = HttpClients.custom()
        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(guard)
            .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_HEADER).build()).build())
            .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout)
                .setTimeToLive(TimeValue.ofMinutes(1)).build())
            .setMaxConnPerRoute(limits.perHost()).setMaxConnTotal(256).build())
        .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(timeout).setResponseTimeout(timeout).build())
        .setUserAgent(limits.agent())
        .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries().build();
  }

  /** The limits in force. */
  public WebLimits limits() {
    return limits;
  }

  /** Asks, and follows redirects. */
  public Answer get(Request request) {
    URI uri = request.uri();
    URI moved = null;
    boolean forGood = true;
    for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
      URI at = uri;
      Optional<Failure> refused = WebAddress.refuse(at).or(() -> request.gate().refuse(at));
      if (refused.isPresent()) {
        return refused.get();
      }
      Step step = step(request, uri, moved);
      if (step.answer() != null) {
        return step.answer();
      }
      forGood &= step.forGood();
      uri = step.next();
      moved = forGood ? uri : moved;
    }
    return new Failure(Reason.FETCH_FAILED, request.uri() + " leads to more than " + limits.maxRedirects() + " redirects, the last to " + uri,
        "name the address where it ends", false, null);
  }

  /** One hop: an answer, or where to ask next. */
  private record Step(Answer answer, URI next, boolean forGood) {}

  private Step step(Request request, URI uri, URI moved) {
    Semaphore host = hosts[Math.floorMod((uri.getHost().toLowerCase(Locale.ROOT) + ":" + uri.getPort()).hashCode(), HOSTS)];
    try {
      if (!host.tryAcquire(limits.timeout().toMillis() * PATIENCE, TimeUnit.MILLISECONDS)) {
        return failed(uri, "was not asked: too many requests wait for its host", "look again later", true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(uri, "was not asked: the program ends", "start again", true);
    }
    HttpGet get = new HttpGet(uri);
    get.setHeader("Accept", request.accept());
    if (request.etag() != null) {
      get.setHeader("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      get.setHeader("If-Modified-Since", request.lastModified());
    }
    AtomicBoolean late = new AtomicBoolean();
    Future<?> alarm = watchdog.schedule(() -> {
      late.set(true);
      get.abort();
    }, limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    ClassicHttpResponse response = null;
    try {
      response = client.executeOpen(RoutingSupport.determineHost(get), get, null);
      return read(request, uri, moved, response);
    } catch (AddressGuard.Refused e) {
      return new Step(new Failure(Reason.ADDRESS_REFUSED, uri + " is not asked: " + e.getMessage(),
          "name a public address, or allow private ones (--allow-private)", false, null), null, false);
    } catch (UnknownHostException e) {
      return failed(uri, "cannot be reached: there is no host " + uri.getHost(), "is the name right, and does DNS answer?", true);
    } catch (SSLException e) {
      return failed(uri, "cannot be reached over TLS: " + e.getMessage(), "is its certificate valid?", true);
    } catch (IOException | HttpException | IllegalArgumentException e) {
      return late.get() ? failed(uri, "took longer than " + limits.timeout().toSeconds() + " s", "raise web.timeout.seconds or leave it out", true)
          : failed(uri, "cannot be read: " + e.getMessage(), "look again later", true);
    } finally {
      alarm.cancel(false);
      close(get, response);
      host.release();
    }
  }

  /** Closing an answer of which something is unread would read it to its end, however long that is; aborting first drops its connection. */
  private static void close(HttpGet get, ClassicHttpResponse response) {
    if (response != null) {
      get.abort();
      try {
        response.close();
      } catch (IOException e) {
        // it is dropped all the same
      }
    }
  }

  private Step read(Request request, URI uri, URI moved, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    Answer.Caching caching = HttpHeaders.caching(response);
    if (status == 304) {
      return new Step(new Unchanged(uri, moved, caching), null, false);
    }
    if (status == 200 || status == 203) {
      byte[] bytes = bytes(response, request.maxBytes(), request.cut());
      if (bytes == null) {
        return new Step(new Failure(Reason.BODY_TOO_LARGE, uri + " is longer than " + request.maxBytes() + " bytes",
            "raise web.body.bytes or leave it out", false, null), null, false);
      }
      return new Step(new Body(uri, moved, HttpHeaders.text(response, "Content-Type"), bytes, caching), null, false);
    }
    String location = HttpHeaders.text(response, "Location");
    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
      Optional<URI> next = location == null ? Optional.empty() : WebAddress.resolve(uri, location);
      return next.isPresent() ? new Step(null, next.get(), status == 301 || status == 308)
          : failed(uri, "redirects (" + status + ") to no address: " + location, "name the address that is meant", false);
    }
    boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
    return new Step(new Failure(Reason.FETCH_FAILED, uri + " answers " + status, passing ? "look again later"
        : status == 401 || status == 403 ? "it is not open to the public" : "is the address right?", passing,
        HttpHeaders.retryAfter(response, clock)), null, false);
  }

  /** The body, or where it is longer than {@code max}, its start or null. */
  private static byte[] bytes(ClassicHttpResponse response, int max, boolean cut) throws IOException {
    if (response.getEntity() == null) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    InputStream in = response.getEntity().getContent();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (out.size() + n > max) {
        out.write(buffer, 0, max - out.size());
        return cut ? out.toByteArray() : null;
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  private static Step failed(URI uri, String what, String mend, boolean passing) {
    return new Step(new Failure(Reason.FETCH_FAILED, uri + " " + what, mend, passing, null), null, false);
  }

  /** Ends all requests that run. */
  @Override
  public void close() {
    watchdog.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
