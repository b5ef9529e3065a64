package dev.demarche.tagging.encoder;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The model's graph in ONNX Runtime. One session serves all threads, and each call computes on its caller's thread alone, so that as many
 * cores work as threads call.
 */
final class Network implements AutoCloseable {
  /** What the graph gives for one window: a row for each piece, one behind the other; no stances where the graph has none. */
  record Output(FloatBuffer roles, FloatBuffer mentions, FloatBuffer links, FloatBuffer stances) {}

  private static final Set<String> INPUTS = Set.of("input_ids", "token_type_ids");
  private static final String METADATA = "demarche";

  private final String file;
  private final OrtEnvironment environment = NativeLibraries.environment();
  private final OrtSession session;

  /**
   * Makes a graph ready to run.
   *
   * @param model bytes of an ONNX file
   * @param file  the name that errors tell
   * @throws IllegalArgumentException if the bytes are no such model
   */
  Network(byte[] model, String file) {
    this.file = file;
    try (OrtSession.SessionOptions options = options()) {
      this.session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalArgumentException(file + ": ONNX Runtime cannot read the model: " + e.getMessage(), e);
    }
  }

  private static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    // What goes wrong is thrown; ONNX Runtime need not print it too.
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    // Windows differ in length: to keep a plan of memory for each length costs more than it spares.
    options.setMemoryPatternOptimization(false);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }

  /** The model's facts, as the file carries them; checked against the graph. */
  ModelFacts facts() {
    try {
      if (!session.getInputNames().equals(INPUTS)) {
        throw new IllegalArgumentException(file + ": inputs are " + session.getInputNames() + ", must be " + INPUTS);
      }
      String json = session.getMetadata().getCustomMetadata().get(METADATA);
      if (json == null) {
        throw new IllegalArgumentException(file + ": no metadata property " + METADATA + "; export the model with its facts");
      }
      ModelFacts facts = Facts.read(json, file);
      checkOutput("roles", facts.roles().labels().size());
      checkOutput("mentions", facts.mentions().labels().size());
      checkOutput("links", 4 * facts.links().width());
      if (facts.stances() != null) {
        checkOutput("stances", facts.stances().width());
      }
      return facts;
    } catch (OrtException e) {
      throw new IllegalArgumentException(file + ": metadata cannot be read: " + e.getMessage(), e);
    }
  }

  private void checkOutput(String name, int width) throws OrtException {
    NodeInfo info = session.getOutputInfo().get(name);
    if (info == null || !(info.getInfo() instanceof TensorInfo tensor)) {
      throw new IllegalArgumentException(file + ": no output " + name + " among " + session.getOutputNames());
    }
    long[] shape = tensor.getShape();
    long last = shape.length == 3 ? shape[2] : 0;
    if (last != width && last != -1) {
      throw new IllegalArgumentException(file + ": output " + name + " has the shape " + Arrays.toString(shape)
          + ", its metadata asks for rows of " + width);
    }
  }

  /**
   * Runs one sequence.
   *
   * @param ids   numbers of pieces, a direct buffer
   * @param types a type for each, a direct buffer
   */
  Output run(LongBuffer ids, LongBuffer types) {
    long[] shape = {1, ids.remaining()};
    try (OnnxTensor pieces = OnnxTensor.createTensor(environment, ids, shape);
        OnnxTensor kinds = OnnxTensor.createTensor(environment, types, shape);
        OrtSession.Result result = session.run(Map.of("input_ids", pieces, "token_type_ids", kinds))) {
      return new Output(floats(result, "roles"), floats(result, "mentions"), floats(result, "links"),
          result.get("stances").isPresent() ? floats(result, "stances") : null);
    } catch (OrtException e) {
      throw new IllegalStateException(file + ": the model does not run on " + shape[1] + " pieces: " + e.getMessage(), e);
    }
  }

  private static FloatBuffer floats(OrtSession.Result result, String name) {
    return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(file + ": the model cannot be closed: " + e.getMessage(), e);
    }
  }
}
