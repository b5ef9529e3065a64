package dev.demarche.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final Actor NORLAND = new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null);

  private static Actor group(String id, String... members) {
    return body(id, null, members);
  }

  private static Actor body(String id, String parent, String... members) {
    return new Actor(id, "The " + id, EntityType.ORGANIZATION, null, null, null, null, null, parent, List.of(members), null, null, null);
  }

  private static Actor person(String id, String of, LocalDate to) {
    return new Actor(id, id, EntityType.PERSON, null, null, null, null, null, List.of(new Actor.Role("minister", of, null, to)), null, null);
  }

  @Test
  void knowsTheGroupsOfAMember() {
    Groups groups = Groups.of(List.of(NORLAND, group("north", "norland"), group("coast", "norland"), group("south", "sudria")));
    assertThat(groups.groupsOf("norland")).containsExactly("coast", "north");
    assertThat(groups.groupsOf("north")).isEmpty();
    assertThat(groups.groupsOf(null)).isEmpty();
    assertThat(groups.name("north")).isEqualTo("The north");
  }

  @Test
  void countsWhoHoldsAnOfficeOfAMemberAndWhoHeldItNot() {
    Groups groups = Groups.of(List.of(NORLAND, group("north", "norland"), person("ann", "norland", null),
        person("ben", "norland", LocalDate.of(2020, 1, 1))));
    assertThat(groups.members("north")).containsExactly("ann", "norland");
  }

  @Test
  void countsThePartsOfAMemberAndTheirOffices() {
    Groups groups = Groups.of(List.of(group("militias", "front"), body("front", null), body("wing", "front"), person("cy", "wing", null)));
    assertThat(groups.members("militias")).containsExactly("cy", "front", "wing");
  }

  @Test
  void countsTheMembersOfAGroupWithinAGroup() {
    Groups groups = Groups.of(List.of(NORLAND, group("world", "north"), group("north", "norland")));
    assertThat(groups.members("world")).containsExactly("norland", "north");
  }

  @Test
  void endsInACircleAndPassesOverWhoIsNotThere() {
    Groups groups = Groups.of(List.of(NORLAND, group("a", "b", "nobody"), group("b", "a", "norland")));
    assertThat(groups.members("a")).containsExactly("b", "norland");
    assertThat(groups.members("b")).containsExactly("a", "norland");
  }
}
