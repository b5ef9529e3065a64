package dev.demarche.tagging.encoder;

import java.nio.file.Path;

/** The trained model, ready to run. */
public final class Encoder implements AutoCloseable {
  public static Encoder standard() {
    throw new UnsupportedOperationException();
  }

  public static Encoder load(Path model) {
    throw new UnsupportedOperationException();
  }

  public ModelFacts facts() {
    throw new UnsupportedOperationException();
  }

  /** The windows one after another, each computed when it is asked for, so that a long text takes no more memory than a short one. */
  public Iterable<Scores> encode(Words words) {
    throw new UnsupportedOperationException();
  }

  /** Like {@link #encode(Words)}. */
  public Iterable<Scores> encode(String text) {
    return encode(Words.of(text));
  }

  @Override
  public void close() {}
}
