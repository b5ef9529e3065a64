package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RuntimeTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void itsLibrariesAreGoneFromTheDiskOnceTheyAreLoaded() throws IOException {
    NativeLibraries.environment();
    assertThat(Files.readAllLines(Path.of("/proc/self/maps"))).filteredOn(line -> line.contains("libonnxruntime")).isNotEmpty()
        .allMatch(line -> line.endsWith("(deleted)"));
  }

  @Test
  void theRuntimeReportsToNobody() throws IOException {
    try (InputStream in = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("events.data.microsoft")).isFalse();
    }
  }
}
