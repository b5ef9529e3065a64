package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * What an article holds that bears on the conditions kept under one key: conditions that it tells of, and deeds that may meet or breach one.
 *
 * @param key        who must act, or who sets the condition where nobody is named who must: an id, or {@code name:} and a name
 * @param article       where they stand
 * @param taggerVersion what tagged it
 * @param conditions    told of, each with who is held to set it
 * @param deeds         reported, each with who is held to do it
 */
public record Bearing(String key, ArticleRef article, String taggerVersion, List<Told> conditions, List<Done> deeds) {

  /**
   * A deed without the article, which is the same for all deeds of a bearing.
   *
   * @param doers    see {@link Seen}
   * @param deed     what is reported
   * @param sentence the sentence that it stands in
   */
  public record Done(List<String> doers, ReportedDeed deed, Span sentence) {
    public Done {
      doers = List.copyOf(doers);
      Objects.requireNonNull(deed, "deed");
      Objects.requireNonNull(sentence, "sentence");
    }
  }

  /**
   * A condition that an article tells of.
   *
   * @param setter    id or name of who is held to set it: the body for which the speaker speaks; or null
   * @param setterName name of that one, or null
   * @param actor     id or name of who must act, likewise; or null where nobody is named who must
   * @param condition as the article tells it
   * @param receipt   where
   */
  public record Told(String setter, String setterName, String actor, Condition condition, ConditionReceipt receipt) {
    public Told {
      Objects.requireNonNull(condition, "condition");
      Objects.requireNonNull(receipt, "receipt");
    }

    /** Whether the setter is one of the catalogue's. */
    public boolean catalogued() {
      return setter != null && !setter.equals(setterName);
    }
  }

  /**
   * A deed that an article reports.
   *
   * @param doers   ids or names of who is held to do it: the actor, and the bodies for which the actor speaks; none where nobody is named
   * @param deed    what is reported
   * @param receipt where
   */
  public record Seen(List<String> doers, ReportedDeed deed, ConditionReceipt receipt) {
    public Seen {
      doers = List.copyOf(doers);
      Objects.requireNonNull(deed, "deed");
      Objects.requireNonNull(receipt, "receipt");
    }
  }

  public Bearing {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(taggerVersion, "taggerVersion");
    conditions = List.copyOf(conditions);
    deeds = List.copyOf(deeds);
    if (conditions.isEmpty() && deeds.isEmpty()) {
      throw new IllegalArgumentException("nothing bears on " + key);
    }
  }

  /** The deeds, each with its article. */
  public List<Seen> seen() {
    return deeds.stream().map(one -> new Seen(one.doers, one.deed,
        new ConditionReceipt(one.deed.id(), one.deed.evidence(), one.sentence, article, taggerVersion))).toList();
  }
}
