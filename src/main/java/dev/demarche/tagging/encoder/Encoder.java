package dev.demarche.tagging.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The trained model, ready to run. Safe for threads: all share one copy of the model, and each computes on its own core.
 *
 * <pre>{@code
 * Encoder encoder = Encoder.standard();
 * for (Scores scores : encoder.encode(text)) {
 *   List<LabelledSpan> mentions = encoder.facts().mentions().spans(scores.mentions(), scores.from());
 * }
 * }</pre>
 */
public final class Encoder implements AutoCloseable {
  private static final String MODEL = "model.onnx";
  private static final String VOCABULARY = "vocab.txt";

  private static Encoder standard;

  private final Network network;
  private final ModelFacts facts;
  private final WordPieces pieces;
  private final boolean closes;
  private final ThreadLocal<Input> inputs = ThreadLocal.withInitial(Input::new);

  private Encoder(byte[] model, String modelName, byte[] vocabulary, String vocabularyName, boolean closes) {
    this.pieces = new WordPieces(new Vocabulary(new String(vocabulary, StandardCharsets.UTF_8), vocabularyName));
    this.network = new Network(model, modelName);
    this.closes = closes;
    try {
      this.facts = network.facts();
      tryLastPiece(vocabularyName);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /**
   * The model that lies beside this class, loaded by the first who asks and kept while the JVM lives; {@link #close} leaves it as it is.
   *
   * @throws IllegalStateException    if the model or its vocabulary is not on the class path
   * @throws IllegalArgumentException if they are not what they should be, naming file and field
   */
  public static synchronized Encoder standard() {
    if (standard == null) {
      standard = new Encoder(resource(MODEL), MODEL, resource(VOCABULARY), VOCABULARY, false);
    }
    return standard;
  }

  /**
   * Loads the model in {@code model}, an ONNX file with {@code vocab.txt} beside it. Whoever loads it closes it, when no thread uses it.
   *
   * @throws UncheckedIOException     if a file is missing or cannot be read
   * @throws IllegalArgumentException if they are not what they should be, naming file and field
   */
  public static Encoder load(Path model) {
    Path vocabulary = model.resolveSibling(VOCABULARY);
    return new Encoder(bytes(model), model.toString(), bytes(vocabulary), vocabulary.toString(), true);
  }

  /** What the model says about itself. */
  public ModelFacts facts() {
    return facts;
  }

  /**
   * What the model says of each word, window by window in order of the text. Each window is computed when it is asked for, on the thread that
   * asks, so that a long text takes little more memory than a short one; going through twice computes twice.
   *
   * @param words any words, not null; without words there is no window
   */
  public Iterable<Scores> encode(Words words) {
    Pieces cut = Pieces.of(words, pieces);
    return () -> {
      Iterator<Window> windows = new Windows(cut, facts.window(), facts.context());
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return windows.hasNext();
        }

        @Override
        public Scores next() {
          return scores(windows.next(), cut);
        }
      };
    };
  }

  /** Into how many pieces {@code words} fall, without the special ones and what windows share; for measurements. */
  public int pieces(Words words) {
    return Pieces.of(words, pieces).count(0, words.size());
  }

  /** Like {@link #encode(Words)}, for the words of {@code text}, which is any text, not null. */
  public Iterable<Scores> encode(String text) {
    return encode(Words.of(text));
  }

  private Scores scores(Window window, Pieces cut) {
    Input input = inputs.get();
    int[] firsts = Sequence.write(window, cut, pieces.vocabulary(), input.ids, input.types);
    Network.Output output = network.run(input.ids, input.types);
    int width = 4 * facts.links().width();
    return new Scores(cut.words(), window.from(), window.to(), window.ownedFrom(), window.ownedTo(),
        rows(output.roles(), firsts, facts.roles().labels().size()), rows(output.mentions(), firsts, facts.mentions().labels().size()),
        rows(output.links(), firsts, width), facts.stances() == null ? new float[0][] : rows(output.stances(), firsts, facts.stances().width()),
        row(output.links(), 0, width));
  }

  private static float[][] rows(FloatBuffer all, int[] places, int width) {
    float[][] rows = new float[places.length][];
    for (int i = 0; i < places.length; i++) {
      rows[i] = row(all, places[i], width);
    }
    return rows;
  }

  private static float[] row(FloatBuffer all, int place, int width) {
    float[] row = new float[width];
    all.get(place * width, row);
    return row;
  }

  /** Finds out at once, not at the first rare word, whether the vocabulary is longer than the model's. */
  private void tryLastPiece(String vocabularyName) {
    Input input = inputs.get();
    input.ids.put(pieces.vocabulary().cls()).put(pieces.vocabulary().size() - 1L).flip();
    input.types.put(0).put(0).flip();
    try {
      network.run(input.ids, input.types);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(vocabularyName + ": its last piece, number " + (pieces.vocabulary().size() - 1)
          + ", does not run; take the vocabulary that the model was trained with", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException(file + " is missing", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Gives the model's memory back; nothing happens to the {@linkplain #standard() standard} one. */
  @Override
  public void close() {
    if (closes) {
      network.close();
    }
  }

  private static final class Input {
    final LongBuffer ids = buffer();
    final LongBuffer types = buffer();

    private static LongBuffer buffer() {
      return ByteBuffer.allocateDirect(ModelFacts.LONGEST * Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Encoder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("/dev/demarche/tagging/encoder/" + name + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the class path", e);
    }
  }
}
