package dev.demarche.conditions;

import dev.demarche.domain.Actor;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Bearing;
import dev.demarche.domain.Bearing.Done;
import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.Deed;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Offices;
import dev.demarche.domain.ReportedDeed;
import dev.demarche.domain.ReportedDeed.Manner;
import dev.demarche.domain.Span;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an article holds that bears on conditions, by the key under which they are kept: who must act, else who sets the condition. Whoever speaks
 * for a body on the article's day stands for it; where the catalogue does not know who speaks, whoever would do what follows is held to set the
 * condition.
 * A deed goes to whoever does it, to whom, and to whoever its sentence names; beside them to the few that the article is most about, where it is an
 * act of
 * the lexicon or names no doer; and to all whom the article names where it drops a demand. Pure and safe for use by several threads.
 */
public final class Bearings {
  private static final int LONGEST = 600;
  private static final int MOST_ABOUT = 3;
  private static final int MOST_WITHOUT_DOER = 5;
  private static final int MOST_NAMED = 12;

  private final Tagging tagging;
  private final TaggedArticle article;
  private final ArticleRef ref;
  private final Offices offices;
  private final LocalDate day;
  private final Map<String, List<Told>> told = new LinkedHashMap<>();
  private final Map<String, List<Done>> done = new LinkedHashMap<>();

  private Bearings(Tagging tagging, Offices offices) {
    this.tagging = tagging;
    this.article = tagging.article();
    this.ref = article.ref();
    this.offices = offices;
    if (ref.eventTime() == null) {
      throw new IllegalArgumentException("article " + ref.id() + " has neither publishedAt nor receivedAt");
    }
    this.day = ref.eventTime().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** What the article of {@code tagging} holds, one bearing a key. */
  public static List<Bearing> of(Tagging tagging, Offices offices) {
    if (tagging.article().conditions().isEmpty() && tagging.deeds().isEmpty()) {
      return List.of();
    }
    return new Bearings(tagging, offices).bearings();
  }

  private List<Bearing> bearings() {
    article.conditions().forEach(this::add);
    List<String> named = named();
    tagging.deeds().forEach(deed -> add(deed, named));
    Set<String> keys = new LinkedHashSet<>(told.keySet());
    keys.addAll(done.keySet());
    return keys.stream().map(key -> new Bearing(key, ref, article.taggerVersion(), told.getOrDefault(key, List.of()), done.getOrDefault(key,
        List.of()))).toList();
  }

  private void add(Condition condition) {
    Deed asks = condition.asks();
    if (asks == null) {
      return;
    }
    boolean other = condition.byActor() == null && condition.follows() != null && condition.follows().actorId() != null;
    String setter = other ? condition.follows().actorId() : key(condition.byActor(), condition.by());
    String name = other ? condition.follows().actor() : name(condition.byActor(), condition.by());
    String actor = key(asks.actorId(), asks.actor());
    String key = actor != null ? actor : setter;
    if (key != null) {
      Span sentence = tagging.sentencesOf(List.of(condition.antecedent(), condition.consequence()));
      told.computeIfAbsent(key, k -> new ArrayList<>()).add(new Told(setter, name, actor, condition,
          receipt(condition.id(), condition.antecedent(), sentence)));
    }
  }

  private void add(ReportedDeed reported, List<String> named) {
    Deed deed = reported.deed();
    Set<String> doers = new LinkedHashSet<>(keys(deed.actorId(), deed.actor()));
    Set<String> keys = new LinkedHashSet<>(doers);
    keys.addAll(keys(deed.targetId(), deed.target()));
    reported.mentioned().forEach(one -> keys.addAll(keys(one, one)));
    int about = reported.manner() == Manner.DROPPED ? MOST_NAMED : doers.isEmpty() ? MOST_WITHOUT_DOER : deed.act() != null ? MOST_ABOUT : 0;
    keys.addAll(named.subList(0, Math.min(named.size(), about)));
    Done one = new Done(List.copyOf(doers), reported, tagging.sentencesOf(reported.evidence()).around(reported.evidence(), LONGEST));
    keys.forEach(key -> done.computeIfAbsent(key, k -> new ArrayList<>()).add(one));
  }

  private ConditionReceipt receipt(String id, Span evidence, Span sentence) {
    return new ConditionReceipt(id, evidence.around(evidence, LONGEST), sentence.around(evidence, LONGEST), ref, article.taggerVersion());
  }

  /** Whom the article names, those it names most often first. */
  private List<String> named() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Entity entity : article.entities()) {
      keys(entity.actor(), entity.name()).forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey).toList();
  }

  /** Under which key what {@code actor}, or where that is null {@code name}, does and asks is kept; null where nobody is named. */
  private String key(String actor, String name) {
    List<Actor> bodies = offices.spokenForBy(actor, day);
    return !bodies.isEmpty() ? bodies.get(0).id() : actor != null ? actor : name;
  }

  private String name(String actor, String name) {
    List<Actor> bodies = offices.spokenForBy(actor, day);
    return bodies.isEmpty() ? name : bodies.get(0).name();
  }

  private Collection<String> keys(String actor, String name) {
    Set<String> keys = new LinkedHashSet<>();
    if (actor != null || name != null) {
      keys.add(key(actor, name));
      offices.spokenForBy(actor, day).forEach(body -> keys.add(body.id()));
      keys.add(actor != null ? actor : name);
    }
    return keys;
  }
}
