package dev.demarche.network;

import crawlercommons.domains.EffectiveTldFinder;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Publishing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Houses by registered domain, after the public suffix list (publicsuffix.org, in the copy that crawler-commons brings), and by owner: several
 * domains or names of one owner are one house. Immutable.
 */
public final class RegisteredHouses implements Houses {
  private final Map<String, String> owners;

  private RegisteredHouses(Map<String, String> owners) {
    this.owners = Map.copyOf(owners);
  }

  /**
   * Reads who owns what: {@code a.example=b.example=The Courier, c.example=d.example}, each group the publications of one owner, as domains or as
   * publishers' names. Groups with a member in common are one.
   *
   * @param owners or null for none
   * @throws IllegalArgumentException if a group has but one member, naming it and the mend
   */
  public static RegisteredHouses owned(String owners) {
    Map<String, String> houses = new HashMap<>();
    for (String group : owners == null ? new String[0] : owners.split("[,;]")) {
      List<String> members = Arrays.stream(group.split("=")).map(member -> Publishing.of(member, RegisteredHouses::registered))
          .filter(member -> !member.isEmpty()).distinct().toList();
      if (members.size() < 2 && !group.isBlank()) {
        throw new IllegalArgumentException("\"" + group.strip() + "\" names one publication; write two or more with = between them: a.example=b.example");
      }
      join(houses, members);
    }
    return new RegisteredHouses(houses);
  }

  /** All of {@code members}, and who shares a house with one of them already, under the house of the first. */
  private static void join(Map<String, String> houses, List<String> members) {
    if (members.isEmpty()) {
      return;
    }
    Set<String> joined = members.stream().map(member -> houses.getOrDefault(member, member)).collect(Collectors.toSet());
    String house = members.stream().map(houses::get).filter(Objects::nonNull).findFirst().orElse(members.get(0));
    houses.replaceAll((member, before) -> joined.contains(before) ? house : before);
    members.forEach(member -> houses.put(member, house));
  }

  @Override
  public String of(ArticleRef article) {
    String house = Publishing.of(article, RegisteredHouses::registered);
    return owners.getOrDefault(house, house);
  }

  /** Where the list does not know the top-level domain, or the host is a suffix itself, what can be told without a list. */
  private static String registered(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain == null ? Publishing.registered(host) : domain;
  }
}
