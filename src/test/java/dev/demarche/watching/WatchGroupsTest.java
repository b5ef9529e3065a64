package dev.demarche.watching;

import static dev.demarche.domain.Finding.Kind.MENTION;
import static dev.demarche.domain.Finding.Kind.STANCE;
import static dev.demarche.watching.Articles.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watches that name a group; "Norland rejected the peace offer of Sudria". */
class WatchGroupsTest {
  private final WatchIndex index = new WatchIndex();

  @AfterEach
  void close() {
    index.close();
  }

  private static Groups groups(String... members) {
    Actor group = new Actor("coast", "Coast states", EntityType.ORGANIZATION, null, null, null, null, null, null, List.of(members), null,
        null, null);
    return Groups.of(Stream.concat(Stream.of(group), Stream.of("norland", "sudria").map(id -> new Actor(id, id, EntityType.COUNTRY, null,
        null, null, null, null, null, null, null))).toList());
  }

  private List<String> reasons() {
    return index.match(Articles.tagging()).stream().map(Hit::reason).toList();
  }

  @Test
  void findsAMemberAndNamesTheGroup() {
    index.put(watch("w", STANCE).actors("coast").build(), 1);
    index.groups(groups("norland"));
    assertThat(reasons()).containsExactly("Norland (Coast states, holder)");
  }

  @Test
  void followsTheGroupsAsTheyChange() {
    index.put(watch("w", STANCE).actors("coast").build(), 1);
    assertThat(reasons()).isEmpty();
    index.groups(groups("norland"));
    assertThat(reasons()).hasSize(1);
    index.groups(groups("sudria"));
    assertThat(reasons()).isEmpty();
  }

  @Test
  void findsAMemberInTheRoleThatIsAskedFor() {
    index.groups(groups("sudria"));
    index.put(watch("w", STANCE).actors("coast").roles(Role.TARGET).build(), 1);
    assertThat(reasons()).containsExactly("Sudria (Coast states, target)");
  }

  @Test
  void findsAMentionOfAMember() {
    index.groups(groups("sudria"));
    index.put(watch("w", MENTION).actors("Coast").build(), 1);
    index.put(watch("x", STANCE).actors("coast").roles(Role.MENTIONED).build(), 1);
    assertThat(reasons()).containsExactlyInAnyOrder("Sudria (Coast states, mentioned)", "Coast states (mentioned)");
  }

  @Test
  void findsAMemberNotByItsNameAlone() {
    index.groups(groups("norland"));
    index.put(watch("w", STANCE).actors("Coast states").build(), 1);
    assertThat(reasons()).isEmpty();
  }
}
