package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Tagger} keeps to, whatever it finds. */
abstract class TaggerContract {

  /** The tagger under test; the same one at every call, or an equal one. */
  abstract Tagger tagger();

  static final String NEWS = "Finland\u2019s foreign minister, Anna Lahti, said on Monday that talks with Norway would "
      + "resume \u201cwithin days.\u201d\n\n"
      + "\"If Norway signs, we will open the border,\" she added. \"That is our offer.\"\n\nBut Oslo rejected the plan, calling instead for "
      + "a summit. The prime minister has warned that his country could impose sanctions on Finland unless it withdraws. "
      + "According to a senior official, nobody knows why.";

  static Stream<String> hostile() {
    int whole = 1 << 17;
    int size = 1 << 15;
    return Stream.of(" ", "\n\n\n", "\t\r\n \u00a0", ".", "\"", "\u201c\u201d\u2018\u2019", "\"\"\"\"",
        "''", "' ' '", "said", "he said", "\", he said.",
        "According to", "according to .", "If", "Unless , ,", "that that that said said said", "\ud83d\ude00", "\ud83d", "\ude00\ud83d",
        "\"\ud83d\ude00 is here,\" said \ud83d\ude00.", "\u0000\u0001\u0007\u001b[31m said \u0000",
        "\u0645\u0631\u062d\u0628\u0627 \u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631.",
        "\u202eRLO said that this\u202c", "\u65e5\u672c\u306e\u9996\u76f8\u306f\u300c\u62d2\u5426\u300d\u3068\u8ff0\u3079\u305f\u3002",
        "A\u030a\u0301 said e\u0301 is \ufb01ne.", "U.S. Mr. St. U.N. a.m. p.m. No. 10 Inc.", "..........", "???!!!???", ",,,,,,,,", "()()(((",
        "x".repeat(whole), "a ".repeat(whole / 2), "\"".repeat(whole), "\n".repeat(size), "said ".repeat(size / 5), ", ".repeat(size / 2),
        "\ud83d\ude00".repeat(size / 2), "he said that ".repeat(whole / 26), "and ".repeat(size / 4), "if ".repeat(size / 3),
        "\"a\" ".repeat(size / 4), "John and ".repeat(size / 9), "of Paris ".repeat(size / 9), "( ".repeat(size / 2), "who, ".repeat(size / 5),
        "will not ".repeat(size / 9), "'s".repeat(size / 2), ".".repeat(size), "A. ".repeat(size / 3), "1,".repeat(size / 2));
  }

  static Article article(String text) {
    return new Article("contract-1", 2, null, null, "A title", text, "en", Instant.parse("2025-05-13T08:00:00Z"), null, null);
  }

  /** The longest that any admitted text may take on a machine that does other things too. */
  Duration limit() {
    return Duration.ofSeconds(8);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void anyTextIsTaggedSoundlyAndInTime(String text) {
    tagger().tag(article(NEWS));
    long began = System.nanoTime();
    Tagging tagging = tagger().tag(article(text));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(limit());
    assertSound(tagging, text);
  }

  @Test
  void newsIsTaggedSoundly() {
    assertSound(tagger().tag(article(NEWS)), NEWS);
  }

  @Test
  void theArticleItselfStaysAsItIs() {
    TaggedArticle tagged = tagger().tag(article(NEWS)).article();
    assertThat(List.of(tagged.id(), tagged.revision(), tagged.title(), tagged.text(), tagged.publishedAt(), tagged.schemaVersion()))
        .containsExactly("contract-1", 2, "A title", NEWS, Instant.parse("2025-05-13T08:00:00Z"), TaggedArticle.SCHEMA_VERSION);
    assertThat(tagged.taggerVersion()).isNotBlank();
  }

  @Test
  void theSameArticleGivesTheSameAnswer() {
    assertThat(tagger().tag(article(NEWS))).isEqualTo(tagger().tag(article(NEWS)));
  }

  @Test
  void severalThreadsGetTheAnswerThatOneGets() throws Exception {
    Tagger tagger = tagger();
    Tagging alone = tagger.tag(article(NEWS));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Tagging>> calls = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        calls.add(() -> tagger.tag(article(NEWS)));
      }
      for (Future<Tagging> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertSound(Tagging tagging, String text) {
    TaggedArticle tagged = tagging.article();
    List<Span> spans = new ArrayList<>(tagging.sentences());
    Set<String> ids = new HashSet<>();
    Set<String> statements = new HashSet<>();
    for (Entity entity : tagged.entities()) {
      spans.add(entity.span());
    }
    for (Statement statement : tagged.statements()) {
      assertThat(ids.add(statement.id())).as("id %s is new", statement.id()).isTrue();
      statements.add(statement.id());
      spans.add(statement.source());
      spans.add(statement.cue());
      spans.addAll(statement.content());
    }
    for (Stance stance : tagged.stances()) {
      assertThat(ids.add(stance.id())).as("id %s is new", stance.id()).isTrue();
      spans.addAll(List.of(stance.evidence()));
      spans.add(stance.holderSpan());
      spans.add(stance.targetSpan());
      assertThat(stance.statement() == null || statements.contains(stance.statement())).as("statement of %s", stance.id()).isTrue();
    }
    for (Condition condition : tagged.conditions()) {
      assertThat(ids.add(condition.id())).as("id %s is new", condition.id()).isTrue();
      spans.addAll(List.of(condition.marker(), condition.antecedent(), condition.consequence()));
      assertThat(condition.statement() == null || statements.contains(condition.statement())).as("statement of %s", condition.id()).isTrue();
    }
    for (Span span : spans) {
      if (Objects.nonNull(span)) {
        assertThat(span.end()).isLessThanOrEqualTo(text.length()).isGreaterThan(span.begin());
        assertThat(text.startsWith(span.text(), span.begin())).as("span [%s, %s) repeats the text", span.begin(), span.end()).isTrue();
      }
    }
    for (int s = 1; s < tagging.sentences().size(); s++) {
      assertThat(tagging.sentences().get(s).begin()).isGreaterThanOrEqualTo(tagging.sentences().get(s - 1).end());
    }
    assertThat(ids).allMatch(id -> id.startsWith("contract-1:2:"));
  }
}
