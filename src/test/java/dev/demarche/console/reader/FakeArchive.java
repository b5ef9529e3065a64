package dev.demarche.console.reader;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Ask;
import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Found;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.tagging.text.TextReader;
import dev.demarche.watching.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An archive in memory that looks at everything it holds; of an ask it knows actor, role, target, kinds, article and time. */
public final class FakeArchive implements Archive {
  private final Map<String, TaggedArticle> articles = new LinkedHashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final Map<Shelves<?>, Map<String, Object>> shelves = new HashMap<>();

  /** With an article and what a watch can ask for in it. */
  public FakeArchive with(TaggedArticle article) {
    articles.put(article.id(), article);
    Findings.of(new Tagging(article, TextReader.sentences(article.text()))).stream().filter(one -> one.kind() != Finding.Kind.MENTION)
        .forEach(one -> found.add(new Found(one, article.ref())));
    return this;
  }

  /** With a record of a topic. */
  public <V> FakeArchive with(Shelves<V> shelf, String key, V value) {
    shelves.computeIfAbsent(shelf, none -> new LinkedHashMap<>()).put(key, value);
    return this;
  }

  @Override
  public Slice<Found> findings(Ask ask, Order order, int skip, int limit) {
    List<Found> all = found(ask).sorted(Comparator.comparing(Found::at).reversed()).toList();
    return slice(all, skip, limit);
  }

  private Stream<Found> found(Ask ask) {
    return found.stream().filter(one -> ask.kinds().isEmpty() || ask.kinds().contains(one.finding().kind()))
        .filter(one -> ask.actor() == null || plays(one.finding(), ask.actor(), ask.role()))
        .filter(one -> ask.target() == null || is(ask.target(), one.finding().targetActor(), one.finding().target()))
        .filter(one -> ask.polarity() == null || ask.polarity().equals(one.finding().polarity()))
        .filter(one -> ask.article() == null || ask.article().equals(one.article().id())).filter(one -> in(ask, one.at()));
  }

  private static boolean plays(Finding one, String who, Role role) {
    boolean does = is(who, one.whoActor(), one.who());
    boolean isTarget = is(who, one.targetActor(), one.target());
    return role == null ? does || isTarget || one.mentioned().contains(who) : role == Role.TARGET ? isTarget : role == Role.MENTIONED
        ? one.mentioned().contains(who) : does && (role == Role.SPEAKER) == (one.kind() == Finding.Kind.STATEMENT);
  }

  private static boolean is(String who, String id, String name) {
    return who.equals(id) || who.equals(name);
  }

  private static boolean in(Ask ask, Instant at) {
    return (ask.from() == null || !at.isBefore(ask.from())) && (ask.until() == null || at.isBefore(ask.until()));
  }

  private Stream<TaggedArticle> articles(Ask ask) {
    return articles.values().stream().filter(one -> in(ask, one.ref().eventTime()))
        .filter(one -> ask.actor() == null || one.entities().stream().anyMatch((Entity entity) -> is(ask.actor(), entity.actor(), entity.name())));
  }

  @Override
  public Slice<ArticleRef> articles(Ask ask, Order order, int skip, int limit) {
    return slice(articles(ask).map(TaggedArticle::ref).toList(), skip, limit);
  }

  @Override
  public Map<String, Long> count(Ask ask, Facet facet, int limit) {
    Function<Finding, String> value = switch (facet) {
      case WHO -> one -> one.whoActor() != null ? one.whoActor() : one.who();
      case TARGET -> one -> one.targetActor() != null ? one.targetActor() : one.target();
      case KIND -> one -> one.kind().name();
      default -> throw new IllegalArgumentException("not made: " + facet);
    };
    Map<String, Long> counts = found(ask).map(Found::finding).map(value).filter(Objects::nonNull)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    Map<String, Long> most = new LinkedHashMap<>();
    counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(limit).forEach(one -> most.put(one.getKey(), one.getValue()));
    return most;
  }

  @Override
  public SortedMap<Instant, Long> count(Ask ask, Duration step) {
    return steps(found(ask).map(Found::at), step);
  }

  @Override
  public SortedMap<Instant, Long> countArticles(Ask ask, Duration step) {
    return steps(articles(ask).map(one -> one.ref().eventTime()), step);
  }

  private static SortedMap<Instant, Long> steps(Stream<Instant> times, Duration step) {
    return times.collect(Collectors.groupingBy(at -> Instant.ofEpochMilli(at.toEpochMilli() / step.toMillis() * step.toMillis()), TreeMap::new,
        Collectors.counting()));
  }

  @Override
  public Optional<TaggedArticle> article(String id) {
    return Optional.ofNullable(articles.get(id));
  }

  @Override
  public <V> Shelf<V> shelf(Shelves<V> of) {
    @SuppressWarnings("unchecked")
    Map<String, V> all = (Map<String, V>) shelves.getOrDefault(of, Map.of());
    return new Shelf<>() {
      @Override
      public Optional<V> get(String key) {
        return Optional.ofNullable(all.get(key));
      }

      @Override
      public Slice<V> find(Filter filter, int skip, int limit) {
        return slice(found(filter).map(Map.Entry::getValue).toList(), skip, limit);
      }

      @Override
      public Slice<String> keys(Filter filter, int skip, int limit) {
        return slice(found(filter).map(Map.Entry::getKey).toList(), skip, limit);
      }

      private Stream<Map.Entry<String, V>> found(Filter filter) {
        return all.entrySet().stream().filter(one -> has(of, one.getValue(), filter.terms()))
            .sorted(Comparator.comparing((Map.Entry<String, V> one) -> at(of, one.getValue())).reversed());
      }
    };
  }

  private static <V> Instant at(Shelves<V> shelf, V value) {
    return shelf.at().apply(value, Instant.EPOCH);
  }

  private static <V> boolean has(Shelves<V> shelf, V value, Map<String, String> terms) {
    Map<String, List<String>> fields = new HashMap<>();
    shelf.fields().accept(value, (field, text) -> fields.computeIfAbsent(field, none -> new ArrayList<>()).add(text));
    return terms.entrySet().stream().allMatch(term -> fields.getOrDefault(term.getKey(), List.of()).contains(term.getValue()));
  }

  private static <T> Slice<T> slice(List<T> all, int skip, int limit) {
    return new Slice<>(all.stream().skip(skip).limit(limit).toList(), all.size());
  }
}
