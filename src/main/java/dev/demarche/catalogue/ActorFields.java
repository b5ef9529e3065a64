package dev.demarche.catalogue;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of an actor, and the rules between them. */
final class ActorFields {
  static final List<String> FIELDS = List.of("id", "name", "type", "aliases", "demonyms", "capital", "metonyms", "country", "parent", "members",
      "roles", "pronouns", "wikidata");
  private static final List<String> ROLE_FIELDS = List.of("title", "of", "from", "to");
  private static final List<String> PRONOUNS = List.of("he", "she", "they");
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]{0,11}");

  private ActorFields() {}

  static Actor read(Entry entry) {
    String id = entry.id();
    String name = entry.required("name", "Some Name");
    EntityType type = entry.requiredConstant("type", EntityType.class);
    List<String> aliases = entry.texts("aliases");
    List<String> demonyms = entry.texts("demonyms");
    String capital = entry.text("capital");
    List<String> metonyms = entry.texts("metonyms");
    String country = entry.reference("country");
    String parent = entry.reference("parent");
    List<String> members = entry.references("members");
    List<Actor.Role> roles = new ArrayList<>();
    for (Entry role : entry.entries("roles", "a role", ROLE_FIELDS)) {
      Actor.Role read = role(role);
      if (read != null) {
        roles.add(read);
      }
    }
    String pronouns = pronouns(entry);
    String wikidata = entry.text("wikidata");
    if (wikidata != null && !WIKIDATA.matcher(wikidata).matches()) {
      entry.report("wikidata", "\"" + wikidata + "\" is no id of Wikidata", "write Q and a number, such as Q159");
    }
    only(entry, type, "demonyms", Set.of(EntityType.COUNTRY));
    only(entry, type, "capital", Set.of(EntityType.COUNTRY));
    only(entry, type, "metonyms", Set.of(EntityType.COUNTRY, EntityType.ORGANIZATION));
    only(entry, type, "parent", Set.of(EntityType.ORGANIZATION));
    only(entry, type, "members", Set.of(EntityType.ORGANIZATION));
    only(entry, type, "roles", Set.of(EntityType.PERSON));
    only(entry, type, "pronouns", Set.of(EntityType.PERSON));
    if (id != null && id.equals(country)) {
      entry.report("country", "is the actor itself", "leave it out, or name the country that it belongs to");
    }
    if (id != null && id.equals(parent)) {
      entry.report("parent", "is the actor itself", "leave it out, or name the body that it is a part of");
    }
    if (id != null && members.contains(id)) {
      entry.report("members[" + members.indexOf(id) + "]", "is the actor itself", "remove it");
    }
    return entry.good() ? new Actor(id, name, type, aliases, demonyms, capital, metonyms, country, parent, members, roles, pronouns,
        wikidata) : null;
  }

  private static Actor.Role role(Entry role) {
    String title = role.required("title", "president");
    String of = role.reference("of");
    LocalDate from = role.date("from");
    LocalDate to = role.date("to");
    if (from != null && to != null && to.isBefore(from)) {
      role.report("to", to + " is before " + from + ", when the role starts", "swap \"from\" and \"to\", or mend one");
    }
    return role.good() ? new Actor.Role(title, of, from, to) : null;
  }

  private static String pronouns(Entry entry) {
    String text = entry.text("pronouns");
    String pronouns = text == null ? null : text.toLowerCase(Locale.ROOT);
    if (pronouns != null && !PRONOUNS.contains(pronouns)) {
      entry.report("pronouns", "\"" + text + "\" is not known", "write one of: " + String.join(", ", PRONOUNS));
    }
    return pronouns;
  }

  private static void only(Entry entry, EntityType type, String field, Set<EntityType> types) {
    if (type != null && entry.has(field) && !types.contains(type)) {
      String allowed = String.join(" or ", types.stream().map(t -> "a " + t.name().toLowerCase(Locale.ROOT)).sorted().toList());
      entry.report(field, "is only for " + allowed.replace("a organization", "an organization") + ", and this is of type "
          + type.name().toLowerCase(Locale.ROOT), "remove it, or mend \"type\"");
    }
  }
}
