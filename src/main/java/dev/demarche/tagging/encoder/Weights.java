package dev.demarche.tagging.encoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Weights that the model file carries for what is scored outside of its graph, on the vectors that the graph gives. The matrices are handed
 * over, not copied, and whoever gets them leaves them as they are.
 *
 * @param width    numbers in a word's vector
 * @param names    names that the scorer must know, by kind: the labels and features that the weights were learned with, in their order
 * @param matrices matrices by name, as rows
 */
public record Weights(int width, Map<String, List<String>> names, Map<String, float[][]> matrices) {

  public Weights {
    names = Map.copyOf(names);
    matrices = new HashMap<>(matrices);
    if (width < 1) {
      throw new IllegalArgumentException("width " + width + " is not 1 or more");
    }
  }

  /**
   * The matrix called {@code name}.
   *
   * @throws IllegalArgumentException if there is none, or its rows are not {@code rows} of {@code columns} each
   */
  public float[][] matrix(String name, int rows, int columns) {
    float[][] matrix = matrices.get(name);
    Objects.requireNonNull(name, "name");
    if (matrix == null || matrix.length != rows || rows > 0 && matrix[0].length != columns) {
      throw new IllegalArgumentException("matrix " + name + " is " + (matrix == null ? "missing" : matrix.length + " rows of "
          + (matrix.length == 0 ? 0 : matrix[0].length)) + ", must be " + rows + " of " + columns + "; export the model with the training of this version");
    }
    return matrix;
  }
}
