package dev.demarche.console.index;

import static dev.demarche.domain.Finding.Kind.CONDITION;
import static dev.demarche.domain.Finding.Kind.STANCE;
import static dev.demarche.domain.Finding.Kind.STATEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.console.index.Archive.Order;
import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Role;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsIndexTest {
  private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-05-03T11:00:00Z");

  @TempDir
  private Path folder;
  private NewsIndex index;

  @BeforeEach
  void open() throws IOException {
    index = new NewsIndex(folder);
    index.files().open();
  }

  @AfterEach
  void close() throws IOException {
    index.files().close();
  }

  private void put(TaggedArticle article) throws IOException {
    index.files().put(Json.write(article), article.receivedAt());
    index.files().refresh();
  }

  private void twoArticles() throws IOException {
    put(Taggings.article("a1", 1, "gazette.example", "Norland says no", MAY));
    put(Taggings.article("a2", 1, "courier.example", "Harbour talks fail", LATER, Act.ACCUSE));
  }

  private List<String> ids(Ask ask) {
    return index.findings(ask, Order.OLDEST, 0, 100).items().stream().map(found -> found.finding().id()).toList();
  }

  @Test
  void findingsStandInTheOrderOfTimeAndWithinAnArticleInItsOwn() throws IOException {
    twoArticles();
    assertThat(ids(Ask.ANY)).containsExactly("a1:1:s0", "a1:1:a0", "a1:1:c0", "a2:1:s0", "a2:1:a0", "a2:1:c0");
    assertThat(index.findings(Ask.ANY, Order.NEWEST, 1, 3).items()).extracting(found -> found.finding().id()).containsExactly("a2:1:a0", "a2:1:c0", "a1:1:s0");
    assertThat(index.findings(Ask.ANY, Order.NEWEST, 5, 3)).satisfies(slice -> {
      assertThat(slice.items()).hasSize(1);
      assertThat(slice.total()).isEqualTo(6);
    });
  }

  @Test
  void aRevisionReplacesAllOfAnArticleAndATombstoneRemovesIt() throws IOException {
    twoArticles();
    put(Taggings.article("a1", 2, "gazette.example", "Norland says yes", MAY));
    assertThat(ids(Ask.ANY.in("a1"))).containsExactly("a1:2:s0", "a1:2:a0", "a1:2:c0");
    assertThat(index.article("a1")).map(TaggedArticle::title).contains("Norland says yes");
    index.files().removeArticle("a1");
    index.files().refresh();
    assertThat(ids(Ask.ANY)).allMatch(id -> id.startsWith("a2"));
    assertThat(index.article("a1")).isEmpty();
    assertThat(index.articles(Ask.ANY, Order.NEWEST, 0, 9).items()).extracting(ArticleRef::id).containsExactly("a2");
  }

  static List<Arguments> asks() {
    return List.of(
        Arguments.of(Ask.ANY.of(STATEMENT), "a1:1:s0 a2:1:s0"),
        Arguments.of(Ask.ANY.of(STANCE, CONDITION).in("a2"), "a2:1:a0 a2:1:c0"),
        Arguments.of(Ask.ANY.by("norland", null), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.by(" NORLAND ", Role.HOLDER), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.by("norland", Role.SPEAKER), ""),
        Arguments.of(Ask.ANY.by("ann lee", Role.SPEAKER), "a1:1:s0 a2:1:s0"),
        Arguments.of(Ask.ANY.by("ann lee", Role.HOLDER), "a1:1:c0 a2:1:c0"),
        Arguments.of(Ask.ANY.by("sudria", Role.TARGET), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.by("sudria", Role.MENTIONED), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.towards("Sudria"), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.doing(Act.ACCUSE, null), "a2:1:a0"),
        Arguments.of(Ask.ANY.doing(null, -1), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.doing(null, 1), ""),
        Arguments.of(Ask.ANY.about("ceasefire"), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.from("courier.example", null).of(STATEMENT), "a2:1:s0"),
        Arguments.of(Ask.ANY.from(null, "en").of(STATEMENT), "a1:1:s0 a2:1:s0"),
        Arguments.of(Ask.ANY.from(null, "fr"), ""),
        Arguments.of(Ask.ANY.between(MAY, LATER).of(STANCE), "a1:1:a0"),
        Arguments.of(Ask.ANY.between(LATER, null).of(STANCE), "a2:1:a0"),
        Arguments.of(Ask.ANY.saying("reject"), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.saying("rejected harbours"), "a2:1:a0"),
        Arguments.of(Ask.ANY.saying("title:norland OR evidence:\"peace offer\"").of(STANCE), "a1:1:a0 a2:1:a0"),
        Arguments.of(Ask.ANY.saying("shelling -harbour").of(STATEMENT), "a1:1:s0"),
        Arguments.of(Ask.ANY.saying("-harbour").of(STATEMENT), "a1:1:s0"));
  }

  @ParameterizedTest
  @MethodSource("asks")
  void whatIsAskedForIsFound(Ask ask, String ids) throws IOException {
    twoArticles();
    assertThat(String.join(" ", ids(ask))).isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "nofield:x", "the", "(((", "*x", "a AND"})
  void wordsThatAreNoQueryAreRefusedWithWhatIsWrong(String words) {
    assertThatThrownBy(() -> index.findings(Ask.ANY.saying(words), Order.NEWEST, 0, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("; ");
  }

  @Test
  void articlesAreFoundByWhatTheyNameAndByTheirWholeText() throws IOException {
    twoArticles();
    assertThat(articles(Ask.ANY.by("sudria", null))).containsExactly("a2", "a1");
    assertThat(articles(Ask.ANY.by("Ann Lee", Role.SPEAKER).about("talks").doing(Act.ACCUSE, -1))).containsExactly("a2");
    assertThat(articles(Ask.ANY.saying("waits"))).containsExactly("a2", "a1");
    assertThat(articles(Ask.ANY.saying("waits harbour"))).containsExactly("a2");
    assertThat(articles(Ask.ANY.by("elsewhere", null))).isEmpty();
  }

  private List<String> articles(Ask ask) {
    return index.articles(ask, Order.NEWEST, 0, 10).items().stream().map(ArticleRef::id).toList();
  }

  @Test
  void theMostRelevantComesFirstWhereThatIsAskedFor() throws IOException {
    put(Taggings.article("a1", 1, "gazette.example", "Shelling, shelling, shelling", MAY));
    put(Taggings.article("a2", 1, "courier.example", "Harbour talks fail at last, all say", LATER));
    assertThat(index.findings(Ask.ANY.saying("shelling").of(STATEMENT), Order.RELEVANCE, 0, 1).items().get(0).article().id()).isEqualTo("a1");
  }

  @Test
  void findingsAreCountedByTheirValuesAndBySteps() throws IOException {
    twoArticles();
    assertThat(index.count(Ask.ANY, Facet.WHO, 9)).containsExactly(Map.entry("Ann Lee", 4L), Map.entry("norland", 2L));
    assertThat(index.count(Ask.ANY, Facet.WHO, 1)).containsOnlyKeys("Ann Lee");
    assertThat(index.count(Ask.ANY, Facet.TARGET, 9)).isEqualTo(Map.of("sudria", 2L));
    assertThat(index.count(Ask.ANY, Facet.ACT, 9)).isEqualTo(Map.of("ACCUSE", 1L, "REJECT", 1L));
    assertThat(index.count(Ask.ANY, Facet.POLARITY, 9)).isEqualTo(Map.of("-1", 2L));
    assertThat(index.count(Ask.ANY, Facet.ISSUE, 9)).isEqualTo(Map.of("talks", 4L, "ceasefire", 2L));
    assertThat(index.count(Ask.ANY, Facet.PUBLISHER, 9)).isEqualTo(Map.of("courier.example", 3L, "gazette.example", 3L));
    assertThat(index.count(Ask.ANY, Facet.LANGUAGE, 9)).isEqualTo(Map.of("en", 6L));
    assertThat(index.count(Ask.ANY.about("talks"), Facet.KIND, 9)).isEqualTo(Map.of("STATEMENT", 2L, "CONDITION", 2L));
    Instant first = Instant.parse("2026-05-01T00:00:00Z");
    Instant second = Instant.parse("2026-05-03T00:00:00Z");
    assertThat(index.count(Ask.ANY.of(STANCE), Duration.ofDays(1))).containsExactly(Map.entry(first, 1L), Map.entry(second, 1L));
    assertThat(index.countArticles(Ask.ANY, Duration.ofDays(1))).containsExactly(Map.entry(first, 1L), Map.entry(second, 1L));
  }

  @Test
  void eachFindingIsHandedOverUpToABound() throws IOException {
    twoArticles();
    List<String> ids = new ArrayList<>();
    index.eachFinding(Ask.ANY, Order.OLDEST, 4, found -> ids.add(found.finding().id()));
    assertThat(ids).containsExactly("a1:1:s0", "a1:1:a0", "a1:1:c0", "a2:1:s0");
  }

  @Test
  void aShelfHoldsTheNewestRecordOfEachKey() throws IOException {
    Shelf<Issue> issues = index.shelf(Shelves.ISSUES);
    put(new Issue("talks", "Talks", "talk*"), MAY);
    put(new Issue("ceasefire", "Cease-fire", "ceasefire"), LATER);
    put(new Issue("talks", "Peace talks", "talk*"), LATER.plusSeconds(1));
    assertThat(issues.get("talks")).map(Issue::name).contains("Peace talks");
    assertThat(issues.kept("talks")).map(Shelf.Kept::version).contains(7L);
    assertThat(issues.find(Shelf.Filter.ALL, 0, 9).items()).extracting(Issue::id).containsExactly("talks", "ceasefire");
    assertThat(issues.keys(Shelf.Filter.ALL, 0, 9).items()).containsExactly("talks", "ceasefire");
    assertThat(issues.find(Shelf.Filter.ALL.with("key", "ceasefire"), 0, 9).items()).extracting(Issue::id).containsExactly("ceasefire");
    assertThat(issues.find(Shelf.Filter.ALL.between(null, LATER), 0, 9).total()).isZero();
    index.files().remove(Shelves.ISSUES, "talks");
    index.files().refresh();
    assertThat(issues.get("talks")).isEmpty();
    assertThat(index.shelf(Shelves.ACTORS).get("ceasefire")).isEmpty();
  }

  private void put(Issue issue, Instant at) throws IOException {
    index.files().put(Shelves.ISSUES, issue.id(), issue, Json.write(issue), at, 7);
    index.files().refresh();
  }

  @Test
  void anArticleThatItsTopicTookLongAgoIsPruned() throws IOException {
    twoArticles();
    put(new Issue("talks", "Talks", "talk*"), MAY);
    index.files().prune(Topics.TAGGED, LATER);
    index.files().refresh();
    assertThat(ids(Ask.ANY)).allMatch(id -> id.startsWith("a2"));
    assertThat(index.shelf(Shelves.ISSUES).get("talks")).isPresent();
  }

  @Test
  void whatIsCommittedIsThereAfterACrashWithItsMarkAndNothingElse() throws IOException {
    put(Taggings.article("a1", 1, "gazette.example", "Norland says no", MAY));
    index.files().commit(Map.of("offset t-0", "1"));
    put(Taggings.article("a2", 1, "gazette.example", "Norland says no", MAY));
    index.files().close();
    assertThat(index.files().open()).isEqualTo(Map.of("offset t-0", "1"));
    assertThat(articles(Ask.ANY)).containsExactly("a1");
  }

  @Test
  void beforeItIsOpenedItIsEmpty() {
    NewsIndex closed = new NewsIndex(folder.resolve("other"));
    assertThat(closed.findings(Ask.ANY, Order.NEWEST, 0, 1).total()).isZero();
    assertThat(closed.count(Ask.ANY, Facet.ACT, 1)).isEmpty();
    assertThat(closed.shelf(Shelves.ALERTS).get("x")).isEmpty();
  }

  @Test
  void aDamagedIndexBeginsAnew() throws IOException {
    twoArticles();
    index.files().commit(Map.of("offset t-0", "2"));
    index.files().close();
    try (Stream<Path> files = Files.list(folder)) {
      Path largest = files.filter(file -> !file.getFileName().toString().endsWith("lock")).max(Comparator.comparing(file -> file.toFile().length())).orElseThrow();
      try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
        file.seek(file.length() / 2);
        file.write(new byte[] {1, 2, 3, 4, 5});
      }
    }
    assertThat(index.files().open()).isEmpty();
    assertThat(index.findings(Ask.ANY, Order.NEWEST, 0, 1).total()).isZero();
  }

  @Test
  void aValueOfAnyLengthIsTaken() throws IOException {
    String endless = "x".repeat(40_000);
    put(Taggings.article(endless, 1, endless, endless, MAY));
    assertThat(index.article(endless)).isPresent();
    assertThat(index.findings(Ask.ANY.from(endless, null), Order.NEWEST, 0, 9).total()).isEqualTo(3);
  }
}
