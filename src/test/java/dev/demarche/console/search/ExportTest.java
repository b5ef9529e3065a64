package dev.demarche.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
      "plain|plain", "a,b|\"a,b\"", "say \"no\"|\"say \"\"no\"\"\"", "=1+1|'=1+1", "+1|'+1", "-1|'-1", "@x|'@x", "=1,2|\"'=1,2\"", "a=b|a=b"})
  void aCellIsQuotedWhereItMustAndNeverAFormula(String text, String cell) {
    assertThat(Export.cell(text)).isEqualTo(cell);
  }
}
