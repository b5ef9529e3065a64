package dev.demarche.watching;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Role;
import dev.demarche.domain.Side;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A watch made ready to be asked.
 *
 * @param watch   what the user wrote
 * @param version of the watch
 * @param facets  its structured part
 * @param words   its words, or null
 * @param query   all of it: what the monitor finds candidates by
 */
record Question(Watch watch, long version, Facets facets, Words words, Query query) {

  private static final int MAX_TERMS = 1_000;
  private static final IndexSearcher NO_DOCUMENTS = noDocuments();

  /** Makes a watch ready, or says what is wrong with it. */
  static Question of(Watch watch, long version, Presearcher presearcher) throws RefusedWatch {
    checkLists(watch);
    Facets facets = Facets.of(watch);
    if (facets.who().size() > MAX_TERMS || facets.issues().size() > MAX_TERMS) {
      throw new RefusedWatch(facets.who().size() > MAX_TERMS ? "actors" : "issues",
          "actors times roles, or issues, are more than " + MAX_TERMS, "split it into several watches");
    }
    Words words = watch.words() == null || watch.words().isBlank() ? null : Words.parse(watch.words());
    Question question = new Question(watch, version, facets, words, query(facets, words));
    question.dryRun(presearcher);
    return question;
  }

  private static void checkLists(Watch watch) throws RefusedWatch {
    if (watch.id().isBlank()) {
      throw new RefusedWatch("id", "the id is blank", "use lower case letters, digits and hyphens");
    }
    if (watch.actors().isEmpty() && !watch.roles().isEmpty()) {
      throw new RefusedWatch("roles", "roles " + watch.roles() + " are given, but no actors", "name the actors, or leave the roles out");
    }
    for (int i = 0; i < watch.actors().size(); i++) {
      if (watch.actors().get(i).isBlank()) {
        throw new RefusedWatch("actors[" + i + "]", "the actor is blank", "write a catalogue id or a name");
      }
    }
    List<Role> possible = Facets.rolesIn(watch.kind());
    for (int i = 0; i < watch.roles().size(); i++) {
      if (!possible.contains(watch.roles().get(i))) {
        throw new RefusedWatch("roles[" + i + "]", "a " + watch.kind() + " has no " + watch.roles().get(i),
            "use one of " + possible + ", or another kind");
      }
    }
    if (!watch.acts().isEmpty() && watch.kind() != Finding.Kind.STANCE) {
      throw new RefusedWatch("acts", "a " + watch.kind() + " has no act", "ask for the kind STANCE, or leave the acts out");
    }
    if (watch.kind() != Finding.Kind.SHIFT && !(watch.from().isEmpty() && watch.to().isEmpty())) {
      throw new RefusedWatch(watch.from().isEmpty() ? "to" : "from", "a " + watch.kind() + " goes from no side to another",
          "ask for the kind SHIFT, or leave from and to out");
    }
    if (watch.kind() != Finding.Kind.CONDITION && !watch.states().isEmpty()) {
      throw new RefusedWatch("states", "a " + watch.kind() + " comes into no state", "ask for the kind CONDITION, or leave states out");
    }
    if (!watch.issues().isEmpty() && watch.kind() == Finding.Kind.MENTION) {
      throw new RefusedWatch("issues", "a MENTION has no issue", "ask for another kind, or use words");
    }
  }

  private static Query query(Facets facets, Words words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new TermQuery(new Term(FindingDocuments.KIND, facets.kind())), BooleanClause.Occur.FILTER);
    addAny(all, FindingDocuments.WHO, facets.who());
    addAny(all, FindingDocuments.ACT, facets.acts());
    addAny(all, FindingDocuments.ISSUE, facets.issues());
    if (words != null) {
      all.add(words.query(), BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  private static void addAny(BooleanQuery.Builder all, String field, Set<String> terms) {
    if (!terms.isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      terms.forEach(term -> any.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD));
      all.add(any.build(), BooleanClause.Occur.FILTER);
    }
  }

  /** Does with the query, once, what the monitor does with it later, so that a query that breaks it is refused here. */
  private void dryRun(Presearcher presearcher) throws RefusedWatch {
    try {
      presearcher.indexQuery(query, Map.of());
      if (words != null) {
        FindingDocuments.matching(words.query(), NO_DOCUMENTS);
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new RefusedWatch("words", "the query cannot be run: " + e.getMessage(), "make the query simpler");
    }
  }

  /** The reference that hits carry. */
  WatchRef ref() {
    return new WatchRef(watch.id(), version, watch.name(), watch.severity());
  }

  /** Those of the watch's actors that a finding matches by, as the watch names them. */
  List<String> matched(Facets found) {
    return watch.actors().stream().filter(actor -> watch.roles().stream()
        .anyMatch(role -> found.who().contains(Facets.who(watch.kind(), role, actor)))).toList();
  }

  /** Whether all but the words holds. Of attitudes without an act those watches alone are told that ask for STATE. */
  boolean admits(Finding finding, Facets found) {
    boolean attitude = finding.act() == Act.STATE && watch.acts().isEmpty();
    return !attitude && finding.confidence() >= watch.minConfidence() && facets.ask(found)
        && asksForState(finding) && (finding.shift() == null || any(watch.from(), finding.shift().from()) && any(watch.to(), finding.shift().to()));
  }

  /** A watch that names states asks for conditions that come into one of them; another one for each report that tells of a condition. */
  private boolean asksForState(Finding finding) {
    return finding.condition() == null ? watch.states().isEmpty() : watch.states().contains(finding.condition().state());
  }

  private static boolean any(List<Side> asked, Side found) {
    return asked.isEmpty() || asked.contains(found);
  }

  /**
   * In words, by which clauses a finding matches: {@code Russia (holder) REJECT; issue ceasefire; words "offer"}; where the watch names a
   * group, {@code Hungary (EU governments, holder) REJECT}. Of a shift both receipts follow.
   */
  String reason(Finding finding, Facets found, Groups groups) {
    StringBuilder head = new StringBuilder(String.join(" and ", actors(finding, found, groups)));
    if (!watch.acts().isEmpty()) {
      head.append(head.isEmpty() ? "" : " ").append(finding.act());
    }
    if (head.isEmpty()) {
      head.append("any ").append(watch.kind().name().toLowerCase(Locale.ROOT));
    }
    if (finding.shift() != null) {
      head.append(" from ").append(plain(finding.shift().from())).append(" to ").append(plain(finding.shift().to()));
    }
    if (finding.condition() != null) {
      head.append(' ').append(finding.condition().state());
    }
    List<String> clauses = new ArrayList<>(List.of(head.toString()));
    List<String> issues = finding.issues().stream()
        .filter(issue -> watch.issues().stream().anyMatch(asked -> Facets.plain(asked).equals(Facets.plain(issue)))).toList();
    if (!issues.isEmpty()) {
      clauses.add((issues.size() == 1 ? "issue " : "issues ") + String.join(", ", issues));
    }
    if (words != null) {
      clauses.add("words " + (watch.words().indexOf('"') < 0 ? '"' + watch.words() + '"' : watch.words()));
    }
    if (watch.minConfidence() > 0) {
      clauses.add(String.format(Locale.ROOT, "confidence %.2f of at least %.2f", finding.confidence(), watch.minConfidence()));
    }
    if (finding.shift() != null) {
      clauses.add("was: " + receipt(finding.shift().before()));
      clauses.add("is: " + receipt(finding.shift().after()));
    }
    if (finding.condition() != null) {
      clauses.add("set: " + receipt(finding.condition().receipts().get(0)));
      clauses.add("is: " + receipt(finding.condition().last().receipt()));
      clauses.add(finding.condition().last().reason());
    }
    return String.join("; ", clauses);
  }

  private static String receipt(ConditionReceipt receipt) {
    return "\"" + receipt.evidence().text().strip() + "\"" + place(receipt.article());
  }

  private static String place(ArticleRef article) {
    return " (" + (article.publisher() != null ? article.publisher() + ", " : "") + article.eventTime().atZone(ZoneOffset.UTC).toLocalDate() + ")";
  }

  private static String plain(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static String receipt(Receipt receipt) {
    return receipt.act() + " \"" + receipt.evidence().text().strip() + "\"" + place(receipt.article());
  }

  private List<String> actors(Finding finding, Facets found, Groups groups) {
    List<String> matched = new ArrayList<>();
    for (Role role : watch.roles()) {
      for (String actor : watch.actors()) {
        if (found.who().contains(Facets.who(watch.kind(), role, actor))) {
          String clause = clause(finding, role, Facets.plain(actor), actor, groups);
          if (!matched.contains(clause)) {
            matched.add(clause);
          }
        }
      }
    }
    return matched;
  }

  private String clause(Finding finding, Role role, String id, String actor, Groups groups) {
    boolean main = role == Watch.mainRole(watch.kind());
    String name = role == Role.TARGET ? finding.target() : main ? finding.who() : actor;
    String asked = role.name().toLowerCase(Locale.ROOT);
    if (groups.has(id)) {
      String who = role == Role.TARGET ? finding.targetActor() : main ? finding.whoActor() : null;
      boolean member = groups.groupsOf(who).contains(id);
      asked = member ? groups.name(id) + ", " + asked : asked;
      name = member || role == Role.TARGET || main ? name : groups.name(id);
    }
    return (name == null ? actor : name) + " (" + asked + ")";
  }

  private static IndexSearcher noDocuments() {
    try {
      return new IndexSearcher(new MultiReader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
