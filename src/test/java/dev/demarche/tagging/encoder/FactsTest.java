package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  private static final String NUMBERS = "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]";
  private static final String HEAD = "{'labels':['O','S-X'],'transitions':[[0,1e-05],[0.5,-10000]],'start':[0,0],'end':[0,0]}";
  private static final String JSON = ("{'version':'encoder-1','window':256,'context':32,'roles':" + HEAD + ",'mentions':" + HEAD
      + ",'links':{'width':64,'contentCue':" + NUMBERS + ",'cueSource':" + NUMBERS + "}}");

  @Test
  void theFactsAreRead() {
    ModelFacts facts = read(JSON);
    assertThat(facts.version()).isEqualTo("encoder-1");
    assertThat(facts.window()).isEqualTo(256);
    assertThat(facts.roles().transitions()).isDeepEqualTo(new float[][] {{0, 1e-5f}, {0.5f, -10000}});
    assertThat(facts.links().width()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "'version':'encoder-1'    | 'version':1              | version",
      "'window':256             | 'window':'256'           | window",
      "'window':256             | 'window':513             | window",
      "'context':32             | 'context':100            | context",
      "'context':32,            |                          | context",
      "'roles':{'labels'        | 'roles':{'names'         | roles.labels",
      "'O','S-X'                | 'O','X'                  | labels: X",
      "[0,1e-05]                | [0,'x']                  | transitions[0][1]",
      "[0,1e-05],               |                          | transitions",
      "'start':[0,0]            | 'start':[0]              | start",
      "'end':[0,0]              | 'end':0                  | roles.end",
      "'mentions':              | 'mention':               | mentions.labels",
      "'width':64               | 'width':0                | links",
      "'contentCue':[0,         | 'contentCue':[           | contentCue",
      "'links':                 | 'link':                  | links.width",
      "{'version'               | 'version'                | demarche"})
  void aWrongFieldIsNamedBesideTheFile(String right, String wrong, String named) {
    assertThatThrownBy(() -> read(JSON.replace(right, wrong == null ? "" : wrong))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("made-up.onnx: metadata field ").hasMessageContaining(named);
  }

  private static ModelFacts read(String json) {
    return Facts.read(json.replace('\'', '"'), "made-up.onnx");
  }
}
