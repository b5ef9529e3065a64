/**
 * The trained model: a text's words and word pieces, windows of them, what the model says of each word, and the labels that follow.
 *
 * <p>Enter by {@link dev.demarche.tagging.encoder.Encoder}, whose {@link dev.demarche.tagging.encoder.Scores} are read with the
 * {@link dev.demarche.tagging.encoder.Head}s of its {@link dev.demarche.tagging.encoder.ModelFacts}. The model and its vocabulary lie beside
 * these classes. What the labels mean is decided elsewhere. Imports ONNX Runtime, and Jackson for the facts that the model file carries.
 */
package dev.demarche.tagging.encoder;
