package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Watch;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {
  @TempDir
  Path folder;

  private static <T, K> Function<K, T> by(List<T> values, Function<T, K> key) {
    return values.stream().collect(Collectors.toMap(key, Function.identity()))::get;
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void bundledPacksHaveNoProblem() {
    assertThat(Packs.bundled().check()).isEmpty();
  }

  @Test
  void bundledActorsKnowTheFormsThatTextsUse() {
    Function<String, Actor> actors = by(Packs.bundled().actors().plain(), Actor::id);
    assertThat(actors.apply("united-states").aliases()).contains("U.S.", "US", "America");
    assertThat(actors.apply("russia").metonyms()).contains("Kremlin");
    assertThat(actors.apply("ukraine").capital()).isEqualTo("Kyiv");
    assertThat(actors.apply("ukraine").metonyms()).contains("Kiev");
    assertThat(actors.apply("turkey").name()).isEqualTo("Turkey");
    assertThat(actors.apply("turkey").demonyms()).contains("Turkish");
    assertThat(actors.apply("volodymyr-zelensky").aliases()).contains("Volodymyr Zelenskyy", "Zelenskiy");
    assertThat(actors.apply("european-commission").parent()).isEqualTo("european-union");
  }

  @Test
  void bundledIssuesAndWatchesAreThere() {
    assertThat(Packs.bundled().issues().plain()).extracting(Issue::id).contains("ceasefire", "peace-talks", "sanctions", "climate");
    assertThat(Packs.bundled().watches().plain()).extracting(Watch::id).containsExactly("russia-rejects", "condition-on-talks",
        "sanctions-threatened", "zelensky-or-putin-speaks", "eu-governments-reject");
  }

  @Test
  void bundledGroupsHoldTheirMembersAndWhoSpeaksForThem() {
    Groups groups = Groups.of(Packs.bundled().actors().plain());
    assertThat(groups.members("eu-governments")).hasSizeGreaterThan(27).contains("hungary", "emmanuel-macron")
        .doesNotContain("united-kingdom", "angela-merkel", "european-union");
    assertThat(groups.members("armed-groups")).contains("hamas", "qassam-brigades").doesNotContain("israel-defense-forces");
    assertThat(groups.ids()).contains("g7-members", "brics-members", "gulf-states", "nato-members", "armed-groups");
  }

  @Test
  void givesOtherBundledFilesAsBytes() {
    assertThat(Packs.bundled().names("articles")).contains("articles/000_2ae558d726844ad4.txt");
    assertThat(new String(Packs.bundled().bytes("articles/000_2ae558d726844ad4.txt"), StandardCharsets.UTF_8))
        .startsWith("What is known about the Russian-Ukrainian negotiations?");
  }

  @Test
  void readsTheFilesOfAFolderInOrder() throws IOException {
    write("issues/b.yml", "{id: b, name: B, words: b}");
    write("issues/a.yaml", "{id: a, name: A, words: a}");
    write("issues/readme.txt", "no pack");
    assertThat(Packs.of(folder).issues().plain()).extracting(Issue::id).containsExactly("a", "b");
    assertThat(Packs.of(folder).watches().plain()).isEmpty();
  }

  @Test
  void namesTheFileAsTheUserDoes() throws IOException {
    write("watches/w.yaml", "{id: w}");
    assertThat(Packs.of(folder).check()).hasToString("[" + folder + "/watches/w.yaml:1: kind: is missing; add \"kind: statement\"]");
  }

  @Test
  void checksPacksWithOneAnother() throws IOException {
    write("issues/i.yaml", "{id: truce, name: Truce, words: truce}");
    write("watches/w.yaml", "{id: w, kind: condition, issues: [truse]}");
    assertThat(Packs.of(folder).check())
        .hasToString("[" + folder + "/watches/w.yaml:1: issues[0]: there is no issue \"truse\"; write \"truce\"]");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    write("issues/i.yaml", "{id: a, name: Zürich, words: a}");
    assertThat(Packs.of(folder).check()).hasToString("[" + folder + "/issues/i.yaml:1: is not UTF-8; save the file as UTF-8]");
  }

  @Test
  void refusesWhatIsNoFolderAndNamesThatLeadOutOfIt() {
    assertThatThrownBy(() -> Packs.of(folder.resolve("no"))).hasMessage("\"" + folder.resolve("no") + "\" is no folder");
    assertThatThrownBy(() -> Packs.of(folder).bytes("../x")).hasMessage("\"../x\" leads out of the folder");
  }

  @Test
  void readsBundledPacksFromAJarThatListsNoFolders() throws Exception {
    Path jar = folder.resolve("with space.jar");
    Path classes = Path.of(Packs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
    }
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader loader = new JarFirst(path)) {
      Class<?> packs = loader.loadClass(Packs.class.getName());
      Object bundled = packs.getMethod("bundled").invoke(null);
      assertThat(packs.getMethod("names", String.class).invoke(bundled, "watches")).isEqualTo(List.of("watches/demo.yaml"));
      assertThat(packs.getMethod("check").invoke(bundled)).isEqualTo(List.of());
    }
  }

  /** Finds the program's classes in the jar and not in the folder that the test runs with; libraries where the test has them. */
  private static final class JarFirst extends URLClassLoader {
    JarFirst(URL[] path) {
      super(path, PacksTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : name.startsWith("dev.demarche.") ? findClass(name) : super.loadClass(name, resolve);
    }

    @Override
    public URL getResource(String name) {
      return findResource(name);
    }
  }
}
