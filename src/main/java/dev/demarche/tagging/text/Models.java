package dev.demarche.tagging.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads OpenNLP's models of the English Web Treebank from the class path; whoever asks keeps them, once a JVM. */
final class Models {
  /** What makes a model of its bytes. */
  interface Format<M> {
    M read(InputStream in) throws IOException;
  }

  private Models() {}

  /** The model of OpenNLP's component {@code part}: "sentence", "tokens" or "pos". */
  static <M> M load(String part, Format<M> format) {
    String name = "/opennlp-en-ud-ewt-" + part + "-1.3-2.5.4.bin";
    try (InputStream in = Models.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("model " + name + " is not on the class path");
      }
      return format.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("model " + name + " cannot be read", e);
    }
  }
}
