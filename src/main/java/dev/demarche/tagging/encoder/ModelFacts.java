package dev.demarche.tagging.encoder;

import java.util.Objects;

/**
 * What a model file says about itself.
 *
 * @param version  the model's version, "encoder-3"
 * @param window   most word pieces of a window, special ones included, {@value #LONGEST} or less
 * @param context  most word pieces of context at each edge of a window
 * @param roles    labels of sources, cues and contents
 * @param mentions labels of persons, organizations and locations
 * @param links    how contents, cues and sources find each other
 * @param stances  what scores acts, holders and targets on the words' vectors, or null where the model has none
 */
public record ModelFacts(String version, int window, int context, Head roles, Head mentions, Links links, Weights stances) {
  /** Word pieces that the model has places for. */
  static final int LONGEST = 512;
  /** The longest word, the end of its paragraph and the window's edges. */
  static final int LEAST = WordPieces.LONGEST_WORD + 3;

  /** A model without what scores stances. */
  public ModelFacts(String version, int window, int context, Head roles, Head mentions, Links links) {
    this(version, window, context, roles, mentions, links, null);
  }

  public ModelFacts {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(roles, "roles");
    Objects.requireNonNull(mentions, "mentions");
    Objects.requireNonNull(links, "links");
    if (window > LONGEST || context < 0 || window - 2 * context < LEAST) {
      throw new IllegalArgumentException("window " + window + " with context " + context + ": window must be " + LONGEST
          + " or less, context 0 or more, and " + LEAST + " pieces must be left between");
    }
  }
}
