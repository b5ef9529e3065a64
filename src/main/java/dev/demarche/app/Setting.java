package dev.demarche.app;

import dev.demarche.tagging.NewsTagger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting: its name, what it may be, and its default, which stands here alone. In the environment the name is written in
 * capitals with {@code _} for each dot, behind {@code DEMARCHE_}; as a flag, {@code --set NAME=VALUE}.
 */
public enum Setting {
  BOOTSTRAP("bootstrap", Kind.TEXT, null, "brokers to start from, HOST:PORT[,HOST:PORT...]"),
  APPLICATION_ID("application.id", Kind.NAME, "demarche", "name of this stream on the cluster; instances of one name share the work"),
  TOPIC_PREFIX("topic.prefix", Kind.NAME, "news.", "what the names of all topics start with"),
  THREADS("threads", Kind.COUNT, String.valueOf(Runtime.getRuntime().availableProcessors()), "stream threads; one a core by default"),
  STATE_DIR("state.dir", Kind.TEXT, System.getProperty("java.io.tmpdir") + "/demarche", "folder of the local state; one for each instance"),
  PROCESSING_GUARANTEE("processing.guarantee", Kind.GUARANTEE, "exactly_once_v2", "exactly_once_v2 or at_least_once"),
  GROUP_PROTOCOL("group.protocol", Kind.PROTOCOL, "classic", "classic or streams"),
  TEXT_LIMIT("limits.text.bytes", Kind.COUNT, "262144", "longest text of an article, in bytes of UTF-8"),
  RECORD_LIMIT("limits.record.bytes", Kind.COUNT, "4000000", "longest record that is written; topics and brokers must admit it"),
  REMEMBER_DAYS("articles.remember.days", Kind.COUNT, "30", "how long an article is known, so that its copy under the same id is dropped"),
  PACKS("packs", Kind.TEXT, "", "folder with actors/, issues/ and watches/; empty: those that come with Demarche"),
  PRONOUN_CONFIDENCE("pronouns.confidence.least", Kind.SHARE, String.valueOf(NewsTagger.LEAST_CONFIDENCE),
      "how sure it must be whom a pronoun means, 0 to 1, to give it a name; more: fewer names, and fewer wrong ones"),
  HTTP_LISTEN("http.listen", Kind.ADDRESS, "127.0.0.1:8080", "where console, health and metrics are served, HOST:PORT, port 0 for any free one; or off"),
  CONSOLE("console", Kind.SWITCH, "on", "whether the web console is served at http.listen, on or off"),
  CONSOLE_DAYS("console.days", Kind.COUNT, "30", "how long the console keeps articles, and records of topics that are streams"),
  CONSOLE_VIEWERS("console.viewers", Kind.COUNT, "2000", "how many may have the live stream of one instance open at a time"),
  CONSOLE_USER("console.user", Kind.TEXT, System.getProperty("user.name", "local"), "what is done in the console from this machine is signed with it"),
  CONSOLE_LOCAL("console.local", Kind.AUTO, "auto", "whether this machine needs no token: on, off, or auto for on while there are neither tokens nor a provider"),
  CONSOLE_TOKENS("console.tokens", Kind.TEXT, "", "file of tokens by which the console is entered"),
  CONSOLE_PROXIES("console.proxies", Kind.TEXT, "", "addresses of proxies whose X-Forwarded-For, -Proto and -Host are believed: 10.1.2.3, 10.1.0.0/16"),
  CONSOLE_OIDC_ISSUER("console.oidc.issuer", Kind.TEXT, "", "OpenID provider whose bearer tokens are taken, as their claim iss names it"),
  CONSOLE_OIDC_AUDIENCE("console.oidc.audience", Kind.TEXT, "", "what the claim aud of such a token must name"),
  CONSOLE_OIDC_ROLES("console.oidc.roles", Kind.TEXT, "roles", "claim that lists roles; dots go into objects, such as realm_access.roles"),
  CONSOLE_OIDC_EDITOR("console.oidc.editor", Kind.TEXT, "demarche-editor", "role of those who may change things"),
  CONSOLE_OIDC_READER("console.oidc.reader", Kind.TEXT, "demarche-reader", "role of those who may look"),
  CONSOLE_ADVERTISE("console.advertise", Kind.ADVERTISED, null,
      "HOST:PORT at which other instances reach this one's HTTP endpoint; by default where it listens, unless that is 0.0.0.0 or ::"),
  LOG_FORMAT("log.format", Kind.LOG_FORMAT, "text", "of the log on standard error: text, or json for one object a line"),
  FEEDS("feeds", Kind.TEXT, null, "file with the list of feeds"),
  FEEDS_THREADS("feeds.threads", Kind.COUNT, "16", "how many feeds are polled at a time"),
  FEEDS_INTERVAL("feeds.interval.seconds", Kind.COUNT, "900", "time between polls of a feed that has no pace of its own"),
  FEEDS_MIN("feeds.interval.min.seconds", Kind.COUNT, "300", "shortest time between polls, whatever the feed says"),
  FEEDS_MAX("feeds.interval.max.seconds", Kind.COUNT, "86400", "longest time between polls, whatever the feed says"),
  WEB_CONTACT("web.contact", Kind.TEXT, "", "address of a page about who runs this; the user agent names it"),
  WEB_BODY("web.body.bytes", Kind.COUNT, "10485760", "longest feed or page that is read, in bytes"),
  WEB_TIMEOUT("web.timeout.seconds", Kind.COUNT, "30", "how long one request may last"),
  WEB_REDIRECTS("web.redirects", Kind.COUNT, "5", "how many redirects are followed"),
  WEB_PER_HOST("web.host.requests", Kind.COUNT, "2", "how many requests run at a time on one host"),
  WEB_ALLOW_PRIVATE("web.allow.private", Kind.BOOLEAN, "false", "whether private, loopback and link-local addresses may be fetched"),
  RECEIVERS("receivers", Kind.TEXT, null, "file of receivers and routes: who is told of which alerts"),
  DELIVER_GROUP("deliver.group", Kind.NAME, null, "consumer group that delivers; by default application.id and -deliver"),
  DELIVER_FROM("deliver.from", Kind.RESET, "latest", "where a new group begins: latest, or earliest for all alerts that are kept"),
  DELIVER_WINDOW("deliver.window", Kind.COUNT, "500", "deliveries of one receiver and partition in memory; more wait on the topic"),
  HTTP_TOKEN("http.token", Kind.TEXT, null, "bearer token of the HTTP API; without one it answers to loopback only"),
  HTTP_BODY("http.body.bytes", Kind.COUNT, "8388608", "longest body that the HTTP API takes"),
  PUBLISHERS_OWNERS("publishers.owners", Kind.TEXT, null, "publications of one owner count as one: a.example=b.example, c.example=The Courier"),
  SHIFTS_CONFIDENCE("shifts.confidence", Kind.SHARE, "0.5", "how sure the tagger must be of a stance for it to move a position"),
  SHIFTS_PUBLISHERS("shifts.publishers", Kind.COUNT, "1", "how many independent publishers must report a side for it to count"),
  SHIFTS_WITHIN("shifts.within.days", Kind.COUNT, "7", "how far apart the reports of these publishers may lie"),
  SHIFTS_SETTLE("shifts.settle.hours", Kind.COUNT, "24", "for so long after a change, a report of the side before is old news"),
  POSITIONS_HISTORY("positions.history", Kind.COUNT, "100", "how many reports of an actor on an issue are kept one by one"),
  CONDITIONS_OVERLAP("conditions.overlap", Kind.SHARE, "0.5", "share of a condition's words that a report must have to tell of it"),
  CONDITIONS_HISTORY("conditions.history", Kind.COUNT, "500", "how many reports of the conditions on an actor are kept one by one"),
  CONDITIONS_DAYS("conditions.days", Kind.COUNT, "365", "how long a condition is followed after the last report, and a deed remembered");

  /** What a value may be. */
  enum Kind {
    TEXT("[^\\p{Cntrl}]*", "text on one line"),
    NAME("[A-Za-z0-9._-]{1,100}", "letters, digits, dots, hyphens and underscores"),
    BOOLEAN("true|false", "true or false"),
    SHARE("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?", "a number from 0 to 1, such as 0.5"),
    COUNT("[1-9][0-9]{0,8}", "a whole number from 1 to 999999999"),
    GUARANTEE("exactly_once_v2|at_least_once", "exactly_once_v2 or at_least_once"),
    PROTOCOL("classic|streams", "classic or streams"),
    ADDRESS("off|(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):[0-9]{1,5}", "HOST:PORT, such as 127.0.0.1:8080, or off"),
    ADVERTISED("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):[1-9][0-9]{0,4}", "HOST:PORT, such as demarche-0.demarche:8080"),
    SWITCH("on|off", "on or off"),
    AUTO("auto|on|off", "auto, on or off"),
    RESET("latest|earliest", "latest or earliest"),
    LOG_FORMAT("text|json", "text or json");

    private final String pattern;
    private final String words;

    Kind(String pattern, String words) {
      this.pattern = pattern;
      this.words = words;
    }
  }

  private final String key;
  private final Kind kind;
  private final String fallback;
  private final String description;

  Setting(String key, Kind kind, String fallback, String description) {
    this.key = key;
    this.kind = kind;
    this.fallback = fallback;
    this.description = description;
  }

  /** The name as it stands in a file. */
  public String key() {
    return key;
  }

  /** The value where nothing else is set, or null. */
  public String fallback() {
    return fallback;
  }

  /** What it is for, in words. */
  public String description() {
    return description;
  }

  /** What a value must look like, in words, where {@code value} does not; empty where it does. */
  Optional<String> refuse(String value) {
    return value.matches(kind.pattern) ? Optional.empty() : Optional.of(kind.words);
  }

  /** The name in the environment. */
  public String environment() {
    return "DEMARCHE_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).collect(Collectors.toList());
  }
}
