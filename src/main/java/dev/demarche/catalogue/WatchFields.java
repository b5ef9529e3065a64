package dev.demarche.catalogue;

import dev.demarche.domain.Act;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Outlets;
import dev.demarche.domain.Polarity;
import dev.demarche.domain.Role;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Side;
import dev.demarche.domain.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The fields of a watch, and the rules between them. */
final class WatchFields {
  static final List<String> FIELDS = List.of("id", "name", "severity", "kind", "actors", "roles", "acts", "polarity", "issues", "words",
      "from", "to", "states", "minConfidence", "outlets", "trigger", "group");
  private static final List<String> GROUP_FIELDS = List.of("by", "delay", "interval", "repeat", "most", "within");
  private static final int MOST = 1_000;
  private static final List<String> NARROWING = List.of("actors", "acts", "issues", "words");

  private WatchFields() {}

  static Watch read(Entry entry) {
    String id = entry.id();
    Finding.Kind kind = entry.requiredConstant("kind", Finding.Kind.class);
    List<Role> roles = entry.constants("roles", Role.class);
    Watch.Builder watch = Watch.of(id, kind).name(entry.text("name")).severity(entry.constant("severity", Severity.class))
        .actors(entry.texts("actors")).roles(roles).acts(entry.constants("acts", Act.class))
        .polarity(entry.constants("polarity", Polarity.class)).issues(entry.references("issues"))
        .words(entry.text("words")).from(entry.constants("from", Side.class)).to(entry.constants("to", Side.class))
        .states(entry.constants("states", ConditionState.State.class)).minConfidence(entry.share("minConfidence")).outlets(outlets(entry))
        .trigger(TriggerFields.read(entry, "trigger"))
        .grouping(grouping(entry));
    if (kind != null) {
      checkTogether(entry, kind, roles);
    }
    return entry.good() ? watch.build() : null;
  }

  private static Outlets outlets(Entry watch) {
    Entry entry = watch.entry("outlets", "outlets", List.of("publishers", "exceptPublishers", "languages", "exceptLanguages"));
    return entry == null ? null
        : new Outlets(entry.texts("publishers"), entry.texts("exceptPublishers"), entry.texts("languages"), entry.texts("exceptLanguages"));
  }

  private static Grouping grouping(Entry entry) {
    Entry group = entry.entry("group", "a group", GROUP_FIELDS);
    if (group == null) {
      return Grouping.DEFAULT;
    }
    Grouping standard = Grouping.DEFAULT;
    List<Grouping.By> by = group.has("by") ? group.constants("by", Grouping.By.class) : standard.by();
    Duration delay = group.duration("delay", standard.delay());
    Duration interval = group.duration("interval", standard.interval());
    Duration repeat = group.duration("repeat", standard.repeat());
    int most = group.count("most", standard.most(), 1, MOST);
    Duration within = group.duration("within", standard.within());
    if (group.has("within") && !group.has("most")) {
      group.report("within", "says in which time, but not how many", "add \"most\", or remove \"within\"");
    }
    return new Grouping(by, delay, interval, repeat, most, within);
  }

  private static void checkTogether(Entry entry, Finding.Kind kind, List<Role> roles) {
    String kindName = kind.name().toLowerCase(Locale.ROOT);
    List<Role> allowed = allowedRoles(kind);
    for (int i = 0; i < roles.size(); i++) {
      if (!allowed.contains(roles.get(i))) {
        entry.report("roles[" + i + "]", "\"" + roles.get(i).name().toLowerCase(Locale.ROOT) + "\" is no role in a " + kindName,
            "write one of: " + String.join(", ", allowed.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList()));
      }
    }
    if (entry.has("roles") && !entry.has("actors")) {
      entry.report("roles", "says in which role, but there are no actors", "add \"actors\", or remove \"roles\"");
    }
    if (entry.has("acts") && kind != Finding.Kind.STANCE) {
      entry.report("acts", "only a stance has acts, and this watch is of kind " + kindName, "remove \"acts\", or write \"kind: stance\"");
    }
    if (entry.has("polarity") && kind != Finding.Kind.STANCE) {
      entry.report("polarity", "only a stance is for or against, and this watch is of kind " + kindName,
          "remove \"polarity\", or write \"kind: stance\"");
    }
    for (String field : List.of("from", "to")) {
      if (entry.has(field) && kind != Finding.Kind.SHIFT) {
        entry.report(field, "only a shift goes from one side to another, and this watch is of kind " + kindName,
            "remove \"" + field + "\", or write \"kind: shift\"");
      }
    }
    if (entry.has("states") && kind != Finding.Kind.CONDITION) {
      entry.report("states", "only a condition comes into a state, and this watch is of kind " + kindName,
          "remove \"states\", or write \"kind: condition\"");
    }
    if (kind != Finding.Kind.CONDITION && kind != Finding.Kind.SHIFT && NARROWING.stream().noneMatch(entry::has)) {
      entry.report("", "asks for every " + kindName + " there is", "add one of: " + String.join(", ", NARROWING));
    }
  }

  private static List<Role> allowedRoles(Finding.Kind kind) {
    return switch (kind) {
      case STATEMENT -> List.of(Role.SPEAKER, Role.MENTIONED);
      case STANCE, SHIFT -> List.of(Role.HOLDER, Role.TARGET, Role.MENTIONED);
      case CONDITION -> List.of(Role.HOLDER, Role.MENTIONED);
      case MENTION -> List.of(Role.MENTIONED);
    };
  }
}
