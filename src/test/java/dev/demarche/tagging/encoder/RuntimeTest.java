package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RuntimeTest {

  @Test
  void theRuntimeReportsToNobody() throws IOException {
    try (InputStream in = OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("events.data.microsoft")).isFalse();
    }
  }
}
