package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoTaggerTest extends TaggerContract {
  @Override
  Tagger tagger() {
    return Tagger.NOTHING;
  }

  @Test
  void findsNothing() {
    assertThat(tagger().tag(article(NEWS)).article().statements()).isEmpty();
  }
}
