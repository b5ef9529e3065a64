package dev.demarche.delivery.channels;

import dev.demarche.network.AddressGuard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to addresses that somebody else answers at: a request ends when its time is up however slowly the answer comes, redirects are answers,
 * of a body only the start is read, and addresses are checked where they are resolved. Safe for use by several threads.
 */
final class WebPost implements AutoCloseable {
  private static final int MAX_HEADERS = 200;
  private static final int MAX_HEADER = 16_384;
  private static final int CONNECTIONS = 64;
  private static final int ALL_CONNECTIONS = 4_096;
  private static final int EXCERPT = 4_096;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Clock clock;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
    Thread thread = new Thread(task, "delivery-watchdog");
    thread.setDaemon(true);
    return thread;
  });

  /** What came of a POST. */
  sealed interface Reply {

    /**
     * An answer.
     *
     * @param retryAfter how long the other side asks to be left alone, at most a day; null where it does not say
     * @param body       its start, on one line
     */
    record Answered(int status, Duration retryAfter, String body) implements Reply {}

    /** None came. */
    record Silent(String why) implements Reply {}
  }

  WebPost(AddressGuard guard, String agent, Clock clock) {
    this.clock = clock;
    watchdog.setRemoveOnCancelPolicy(true);
    client = HttpClients.custom()
        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(guard)
            .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_HEADER).build()).build())
            .setDefaultConnectionConfig(ConnectionConfig.custom().setTimeToLive(TimeValue.ofMinutes(1))
                .setValidateAfterInactivity(TimeValue.ofSeconds(1)).build())
            .setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(ALL_CONNECTIONS).build())
        .setUserAgent(agent)
        .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries().disableContentCompression().build();
  }

  /** Posts {@code body} as JSON. */
  Reply post(URI uri, Map<String, String> headers, byte[] body, Duration time) {
    HttpPost post = new HttpPost(uri);
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    Timeout timeout = Timeout.of(time);
    post.setConfig(RequestConfig.custom().setConnectionRequestTimeout(timeout).setResponseTimeout(timeout).setConnectTimeout(timeout).build());
    AtomicBoolean late = new AtomicBoolean();
    Future<?> alarm = watchdog.schedule(() -> {
      late.set(true);
      post.abort();
    }, time.toMillis(), TimeUnit.MILLISECONDS);
    ClassicHttpResponse response = null;
    try {
      response = client.executeOpen(RoutingSupport.determineHost(post), post, null);
      return new Reply.Answered(response.getCode(), retryAfter(response), excerpt(response));
    } catch (AddressGuard.Refused e) {
      return new Reply.Silent("not asked: " + e.getMessage() + "; name it under allow in the file of receivers, or use a public address");
    } catch (UnknownHostException e) {
      return new Reply.Silent("there is no host " + uri.getHost());
    } catch (SSLException e) {
      return new Reply.Silent(late.get() ? late(time) : "no TLS: " + e.getMessage());
    } catch (IOException | HttpException | RuntimeException e) {
      return new Reply.Silent(late.get() ? late(time) : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    } finally {
      close(post, response); // may read, so it is timed, too
      alarm.cancel(false);
    }
  }

  private static String late(Duration time) {
    return "no answer within " + time.toSeconds() + " s";
  }

  /** Of a body that was not read to its end the connection is dropped: who knows how much follows. */
  private static void close(HttpPost post, ClassicHttpResponse response) {
    if (response != null) {
      try {
        if (response.getEntity() != null && response.getEntity().isStreaming() && !isAtEnd(response)) {
          post.abort();
        }
        response.close();
      } catch (IOException e) {
        // It is dropped all the same.
      }
    }
  }

  private static boolean isAtEnd(ClassicHttpResponse response) throws IOException {
    try {
      return response.getEntity().getContent().read() < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String excerpt(ClassicHttpResponse response) {
    if (response.getEntity() == null) {
      return "";
    }
    try {
      InputStream in = response.getEntity().getContent();
      return new String(in.readNBytes(EXCERPT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // The status came, and that is what counts.
    }
  }

  private Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null || header.getValue() == null) {
      return null;
    }
    String value = header.getValue().strip();
    Instant date = value.matches("[0-9]{1,9}") ? clock.instant().plusSeconds(Long.parseLong(value)) : DateUtils.parseStandardDate(value);
    if (date == null) {
      return null;
    }
    Duration after = Duration.between(clock.instant(), date);
    return after.isNegative() ? Duration.ZERO : after.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : after;
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
