package dev.demarche.console.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what a search finds: by the values of a field, or by steps of time. For use by one thread. */
abstract class Tally<K> extends SimpleCollector {
  final Map<K, Long> counts = new HashMap<>();

  @Override
  public final ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** By the values of a field. */
  static final class Values extends Tally<String> {
    private final String field;
    private SortedSetDocValues values;
    private SortedDocValues single;
    private int[] ofSegment;

    Values(String field) {
      this.field = field;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      values = DocValues.getSortedSet(context.reader(), field);
      single = DocValues.unwrapSingleton(values);
      ofSegment = new int[Math.toIntExact(values.getValueCount())];
    }

    @Override
    public void collect(int doc) throws IOException {
      if (single != null) {
        if (single.advanceExact(doc)) {
          ofSegment[single.ordValue()]++;
        }
      } else if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          ofSegment[(int) values.nextOrd()]++;
        }
      }
    }

    @Override
    public void finish() throws IOException {
      for (int ordinal = 0; ordinal < ofSegment.length; ordinal++) {
        if (ofSegment[ordinal] > 0) {
          counts.merge(values.lookupOrd(ordinal).utf8ToString(), (long) ofSegment[ordinal], Long::sum);
        }
      }
    }
  }

  /** By steps of event time, by their number since 1970. */
  static final class Steps extends Tally<Long> {
    private final long millis;
    private NumericDocValues times;
    private long step = Long.MIN_VALUE;
    private long inStep;

    Steps(long millis) {
      this.millis = millis;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      times = DocValues.getNumeric(context.reader(), Fields.AT);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (times.advanceExact(doc)) {
        long now = Math.floorDiv(times.longValue(), millis);
        if (now != step) {
          add();
          step = now;
        }
        inStep++;
      }
    }

    @Override
    public void finish() {
      add();
    }

    private void add() {
      if (inStep > 0) {
        counts.merge(step, inStep, Long::sum);
        inStep = 0;
      }
    }
  }
}
