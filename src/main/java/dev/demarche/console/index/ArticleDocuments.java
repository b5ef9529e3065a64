package dev.demarche.console.index;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import dev.demarche.domain.Span;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.topics.Json;
import dev.demarche.watching.Findings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/**
 * What stands in the index of one article: a document for each statement, stance and condition, and one for the article, which goes by all that its
 * findings go by, and by all whom it names. Mentions have none of their own. Sentences are split again, for they stand on no topic as a whole.
 */
final class ArticleDocuments {
  private final TaggedArticle article;
  private final byte[] bytes;
  private final ArticleRef ref;
  private final long seen;
  private final long at;
  private final Map<String, Set<String>> names = new HashMap<>();

  private ArticleDocuments(TaggedArticle article, byte[] bytes, Instant seen) {
    this.article = article;
    this.bytes = bytes;
    this.ref = article.ref();
    this.seen = seen.toEpochMilli();
    this.at = (ref.eventTime() == null ? seen : ref.eventTime()).toEpochMilli();
    for (Entity entity : article.entities()) {
      if (entity.actor() != null) {
        names.computeIfAbsent(entity.actor(), id -> new HashSet<>(2)).add(entity.name());
      }
    }
  }

  /**
   * The documents.
   *
   * @param bytes of the article on its topic
   * @param seen  when the topic took it
   */
  static List<Document> of(TaggedArticle article, byte[] bytes, Instant seen) {
    return new ArticleDocuments(article, bytes, seen).all();
  }

  private List<Document> all() {
    List<Document> documents = new ArrayList<>();
    Keywords ofArticle = new Keywords();
    for (Finding finding : Findings.of(NewsTagger.again(article))) {
      if (finding.kind() == Finding.Kind.MENTION) {
        ofArticle.name(Role.MENTIONED, finding.whoActor(), finding.who());
      } else {
        documents.add(of(finding, documents.size(), ofArticle));
      }
    }
    Document whole = begin(Fields.ARTICLE, 0);
    whole.add(new TextField(Fields.SENTENCE, article.text(), Field.Store.NO));
    whole.add(new StoredField(Fields.JSON, bytes));
    ofArticle.addTo(whole, Fields.ARTICLE);
    documents.add(whole);
    return documents;
  }

  private Document of(Finding finding, int index, Keywords ofArticle) {
    Document document = begin(Fields.FINDING, index);
    document.add(new TextField(Fields.SENTENCE, finding.sentence().text(), Field.Store.NO));
    document.add(new TextField(Fields.EVIDENCE, finding.evidence().stream().map(Span::text).collect(Collectors.joining(" \n")), Field.Store.NO));
    document.add(new StoredField(Fields.JSON, Json.write(new Found(finding, ref))));
    Keywords keywords = new Keywords();
    keywords.take(finding);
    keywords.addTo(document, Fields.FINDING);
    ofArticle.takeAll(keywords);
    return document;
  }

  private Document begin(String what, int index) {
    Document document = new Document();
    document.add(new StringField(Fields.DOCUMENT, what, Field.Store.NO));
    document.add(new StringField(Fields.ARTICLE_ID, Fields.id(article.id()), Field.Store.NO));
    time(document, at, seen, (long) article.id().hashCode() << Integer.SIZE | index);
    if (article.title() != null) {
      document.add(new TextField(Fields.TITLE, article.title(), Field.Store.NO));
    }
    return document;
  }

  static void time(Document document, long at, long seen, long tie) {
    document.add(new LongPoint(Fields.AT, at));
    document.add(new NumericDocValuesField(Fields.AT, at));
    document.add(new LongPoint(Fields.SEEN, seen));
    document.add(new NumericDocValuesField(Fields.TIE, tie));
  }

  /** By what a document is found besides words. */
  private final class Keywords {
    private final Map<String, Set<String>> who = new HashMap<>();
    private final Map<Facet, Set<String>> facets = new LinkedHashMap<>();

    Keywords() {
      facet(Facet.PUBLISHER, ref.publisher());
      facet(Facet.LANGUAGE, ref.language());
    }

    void take(Finding finding) {
      name(Watch.mainRole(finding.kind()), finding.whoActor(), finding.who());
      name(Role.TARGET, finding.targetActor(), finding.target());
      for (String mentioned : finding.mentioned()) {
        name(Role.MENTIONED, mentioned, null);
        names.getOrDefault(mentioned, Set.of()).forEach(name -> name(Role.MENTIONED, null, name));
      }
      facet(Facet.WHO, finding.whoActor() != null ? finding.whoActor() : finding.who());
      facet(Facet.TARGET, finding.targetActor() != null ? finding.targetActor() : finding.target());
      facet(Facet.ACT, finding.act());
      facet(Facet.POLARITY, finding.polarity());
      facet(Facet.KIND, finding.kind());
      finding.issues().forEach(issue -> facet(Facet.ISSUE, issue));
    }

    void takeAll(Keywords other) {
      other.who.forEach((field, values) -> who.computeIfAbsent(field, any -> new LinkedHashSet<>()).addAll(values));
      other.facets.forEach((facet, values) -> facets.computeIfAbsent(facet, any -> new LinkedHashSet<>()).addAll(values));
    }

    void name(Role role, String id, String name) {
      for (String each : new String[] {id, name}) {
        if (each != null) {
          who.computeIfAbsent(Fields.who(role), any -> new LinkedHashSet<>()).add(Fields.plain(each));
          who.computeIfAbsent(Fields.who(null), any -> new LinkedHashSet<>()).add(Fields.plain(each));
        }
      }
    }

    private void facet(Facet facet, Object value) {
      if (value != null && !value.toString().isEmpty()) {
        facets.computeIfAbsent(facet, any -> new LinkedHashSet<>()).add(Fields.bounded(value.toString()));
      }
    }

    void addTo(Document document, String what) {
      who.forEach((field, values) -> values.forEach(value -> document.add(new StringField(field, value, Field.Store.NO))));
      facets.forEach((facet, values) -> values.forEach(value -> document.add(what.equals(Fields.FINDING)
          ? new KeywordField(Fields.of(facet), value, Field.Store.NO) : new StringField(Fields.of(facet, what), value, Field.Store.NO))));
    }
  }
}
