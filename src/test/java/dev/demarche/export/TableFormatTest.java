package dev.demarche.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {
  private static final List<String> COLUMNS = List.of("a", "b", "c");

  private static String row(TableFormat format, Object... values) {
    return format.row(COLUMNS, Arrays.asList(values));
  }

  @Test
  void nothingKnownIsAnEmptyCellAndNumbersStandAsTheyAre() {
    assertThat(row(TableFormat.TSV, "x", null, -4.2)).isEqualTo("x\t\t-4.2");
    assertThat(row(TableFormat.CSV, "x", null, -4.2)).isEqualTo("x,,-4.2");
    assertThat(row(TableFormat.JSONL, "x", null, -4.2)).isEqualTo("{\"a\":\"x\",\"b\":null,\"c\":-4.2}");
  }

  @Test
  void tabsAndLineBreaksOfTextMakeNeitherCellsNorRows() {
    assertThat(row(TableFormat.TSV, "one\ttwo\r\nthree", "\u2028", "nul\0 esc\u001b[31m")).isEqualTo("one two three\t \tnul  esc [31m");
    assertThat(row(TableFormat.CSV, "one, two\nthree", "x", "y")).isEqualTo("\"one, two three\",x,y");
    assertThat(row(TableFormat.JSONL, "one\ttwo\nthree", 1, 2)).isEqualTo("{\"a\":\"one\\ttwo\\nthree\",\"b\":1,\"c\":2}");
  }

  @Test
  void quotationMarksAreDoubledWithinQuotes() {
    assertThat(row(TableFormat.TSV, "\"No,\" he said", "a, b", "c")).isEqualTo("\"\"\"No,\"\" he said\"\ta, b\tc");
    assertThat(row(TableFormat.CSV, "\"No\"", "b", "c")).isEqualTo("\"\"\"No\"\"\",b,c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "  =cmd", "\uFF1D1"})
  void whatASpreadsheetWouldTakeForAFormulaIsTextInCsv(String text) {
    assertThat(row(TableFormat.CSV, text, null, null)).startsWith("'").endsWith(",,");
    assertThat(row(TableFormat.TSV, text, null, null)).doesNotContain("'");
  }

  @Test
  void jsonLinesHaveNoHeader() {
    assertThat(TableFormat.CSV.header(COLUMNS)).isEqualTo("a,b,c");
    assertThat(TableFormat.JSONL.header(COLUMNS)).isNull();
  }
}
