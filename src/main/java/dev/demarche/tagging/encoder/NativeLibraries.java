package dev.demarche.tagging.encoder;

import ai.onnxruntime.OrtEnvironment;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads ONNX Runtime. Left to itself it unpacks its libraries into a temporary folder that it never removes, and a killed JVM leaves the
 * libraries there too, 24 MB each time. Linux lets a library be removed once it is loaded, so that nothing stays.
 */
final class NativeLibraries {
  private static final String FOLDER = "onnxruntime.native.path";
  private static final List<String> FILES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");
  private static OrtEnvironment environment;

  private NativeLibraries() {}

  /**
   * The environment of all models of this JVM. Libraries that the system property {@value #FOLDER} points at are taken from there.
   *
   * @throws UncheckedIOException if the temporary folder cannot be written
   */
  static synchronized OrtEnvironment environment() {
    if (environment == null) {
      boolean linux = System.getProperty("os.name").startsWith("Linux");
      environment = linux && System.getProperty(FOLDER) == null ? unpacked() : OrtEnvironment.getEnvironment();
    }
    return environment;
  }

  private static OrtEnvironment unpacked() {
    try {
      Path folder = Files.createTempDirectory("demarche-onnxruntime");
      try {
        for (String file : FILES) {
          unpack(file, folder);
        }
        System.setProperty(FOLDER, folder.toString());
        return OrtEnvironment.getEnvironment();
      } finally {
        System.clearProperty(FOLDER);
        for (String file : FILES) {
          Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("ONNX Runtime cannot be unpacked into " + System.getProperty("java.io.tmpdir") + ": " + e.getMessage()
          + "; make room there or set java.io.tmpdir", e);
    }
  }

  private static void unpack(String file, Path folder) throws IOException {
    String name = "/ai/onnxruntime/native/linux-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64") + "/" + file;
    try (InputStream in = OrtEnvironment.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      Files.copy(in, folder.resolve(file));
    }
  }
}
