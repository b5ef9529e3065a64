package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * What an article holds that bears on the conditions kept under one key: conditions that it tells of, and deeds that may meet or breach one.
 *
 * @param key        who must act, or who sets the condition where nobody is named who must: an id, or {@code name:} and a name
 * @param conditions told of, each with who is held to set it
 * @param deeds      reported
 */
public record Bearing(String key, List<Told> conditions, List<Seen> deeds) {

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
    conditions = List.copyOf(conditions);
    deeds = List.copyOf(deeds);
    if (conditions.isEmpty() && deeds.isEmpty()) {
      throw new IllegalArgumentException("nothing bears on " + key);
    }
  }

  /** The article. */
  public ArticleRef article() {
    return (conditions.isEmpty() ? deeds.get(0).receipt() : conditions.get(0).receipt()).article();
  }
}
