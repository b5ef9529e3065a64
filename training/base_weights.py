"""The weights of a BERT encoder that was published as an ONNX file, under the names that the training uses.

Linear weights come as [out, in]. The embedding of token type 0, which plain text carries throughout, is added to the
position embeddings: `pe.weight` alone stands for it, and the six types of our own begin at zero.
"""
import sys

import numpy as np
import onnx
from onnx import numpy_helper

_LINEAR = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
           "o": "attention.output.dense", "i": "intermediate.dense", "f": "output.dense"}
_NORM = {"ln1": "attention.output.LayerNorm", "ln2": "output.LayerNorm"}


def load(path):
    """Read the ONNX file at `path`: a dict from state_dict keys to float32 arrays, without heads and `te.weight`."""
    graph = onnx.load(path).graph
    held = {t.name: t for t in graph.initializer}
    matrices = _matrices_by_bias(graph, held)

    def array(name):
        if name not in held:
            raise ValueError(f"{path}: no weight '{name}'; only BERT encoders with the usual names can be read")
        return np.array(numpy_helper.to_array(held[name]), dtype=np.float32)

    types = array("embeddings.token_type_embeddings.weight")
    weights = {"we.weight": array("embeddings.word_embeddings.weight"),
               "pe.weight": array("embeddings.position_embeddings.weight") + types[0],
               "ln.weight": array("embeddings.LayerNorm.weight"),
               "ln.bias": array("embeddings.LayerNorm.bias")}
    layer = 0
    while f"encoder.layer.{layer}.output.dense.bias" in held:
        for short, long in _LINEAR.items():
            name = f"encoder.layer.{layer}.{long}"
            bias = f"{name}.bias"
            if bias not in matrices:
                raise ValueError(f"{path}: no matrix is multiplied before '{bias}' is added")
            weights[f"l.{layer}.{short}.weight"] = np.ascontiguousarray(array(matrices[bias]).T)
            weights[f"l.{layer}.{short}.bias"] = array(bias)
        for short, long in _NORM.items():
            for part in ("weight", "bias"):
                weights[f"l.{layer}.{short}.{part}"] = array(f"encoder.layer.{layer}.{long}.{part}")
        layer += 1
    if layer == 0:
        raise ValueError(f"{path}: no 'encoder.layer.0'; only BERT encoders with the usual names can be read")
    return weights


def _matrices_by_bias(graph, held):
    """The exporter renames the transposed matrices, so each is found by the bias that is added to its product."""
    product = {node.output[0]: name for node in graph.node if node.op_type == "MatMul"
               for name in node.input if name in held}
    matrices = {}
    for node in graph.node:
        if node.op_type != "Add":
            continue
        bias = [name for name in node.input if name in held and name.endswith(".bias")]
        factor = [product[name] for name in node.input if name in product]
        if bias and factor:
            matrices[bias[0]] = factor[0]
    return matrices


if __name__ == "__main__":
    for key, value in load(sys.argv[1]).items():
        print(key, list(value.shape))
