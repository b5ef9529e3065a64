package dev.demarche.ingest.web;

import dev.demarche.ingest.web.Answer.Caching;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** What headers of answers mean; those that mean nothing count as missing. */
final class HttpHeaders {
  private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");
  private static final int MAX_VALIDATOR = 1_024;

  private HttpHeaders() {}

  static Caching caching(HttpResponse response) {
    String control = text(response, "Cache-Control");
    Duration maxAge = null;
    if (control != null && !control.contains("no-store") && !control.contains("no-cache")) {
      Matcher matcher = MAX_AGE.matcher(control);
      maxAge = matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : null;
    }
    return new Caching(validator(response, "ETag"), validator(response, "Last-Modified"), maxAge);
  }

  private static String validator(HttpResponse response, String name) {
    String value = text(response, name);
    return value == null || value.isBlank() || value.length() > MAX_VALIDATOR ? null : value;
  }

  /** Seconds or a date (RFC 9110, 10.2.3); null where there is neither. */
  static Duration retryAfter(HttpResponse response, Clock clock) {
    String value = text(response, "Retry-After");
    if (value == null) {
      return null;
    }
    if (value.strip().matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value.strip()));
    }
    try {
      Duration wait = Duration.between(clock.instant(), ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static String text(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}
