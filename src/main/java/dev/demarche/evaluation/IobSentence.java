package dev.demarche.evaluation;

import dev.demarche.domain.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A sentence of a corpus whose tokens have tags: B-TYPE begins a mention, I-TYPE goes on with it, or begins one where none of this type is open, O is
 * outside.
 *
 * @param id     its place in the corpus, {@code sentence-0} and on
 * @param tokens one or more
 * @param tags   one for each token
 */
public record IobSentence(String id, List<String> tokens, List<String> tags) {
  private static final String OUTSIDE = "O";

  public IobSentence {
    Objects.requireNonNull(id, "id");
    tokens = List.copyOf(tokens);
    tags = List.copyOf(tags);
    if (tokens.isEmpty() || tokens.size() != tags.size()) {
      throw new IllegalArgumentException(id + " has " + tokens.size() + " tokens and " + tags.size() + " tags");
    }
  }

  /** The tokens with single spaces between them. */
  public String text() {
    return String.join(" ", tokens);
  }

  /** What to give to a tagger. */
  public Article article() {
    return new Article(id, 1, null, null, null, text(), null, null, null, null);
  }

  /** The annotated mentions, whatever their type. */
  List<LabelledTokens<String>> mentions() {
    List<LabelledTokens<String>> mentions = new ArrayList<>();
    int from = -1;
    String open = null;
    for (int i = 0; i <= tags.size(); i++) {
      String tag = i < tags.size() ? tags.get(i) : OUTSIDE;
      String label = tag.equals(OUTSIDE) ? null : tag.substring(2);
      if (open != null && (!open.equals(label) || tag.startsWith("B-"))) {
        mentions.add(new LabelledTokens<>(from, i, open));
        open = null;
      }
      if (label != null && open == null) {
        from = i;
        open = label;
      }
    }
    return mentions;
  }
}
