"""Writes the tiny model of the encoder's tests: random weights, but the inputs, outputs and metadata of the real one.

    python3 make_tiny_model.py ../src/main/resources/dev/demarche/tagging/encoder/vocab.txt ../src/test/resources/dev/demarche/tagging/encoder/tiny
"""
import json
import os
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SEED, HIDDEN, LINK = 7, 16, 4
WINDOW, CONTEXT = 136, 16
PLACES = 512
KINDS = {"roles": ("SOURCE", "CUE", "CONTENT"), "mentions": ("PERSON", "ORGANIZATION", "LOCATION")}


def excerpt(path):
    """Special pieces, the first 1,000 whole words, single characters and endings of up to three: enough to cut any word of plain letters."""
    with open(path, encoding="utf-8") as f:
        pieces = [line.rstrip("\n") for line in f]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    words = [p for p in pieces if p.isalpha() and p.isascii()][:1000]
    marks = [p for p in pieces if len(p) == 1 and p not in words]
    endings = [p for p in pieces if p.startswith("##") and len(p) <= 4 and p[2:].isascii() or p.startswith("##") and len(p) == 3]
    return special + words + marks + endings


def transitions(labels):
    rng = np.random.default_rng(SEED)
    follow = rng.normal(0, 0.5, (len(labels), len(labels))).round(3)
    for i, one in enumerate(labels):
        for j, other in enumerate(labels):
            inside = one[0] in "BI"
            if inside != (other[0] in "IE") or inside and one[1:] != other[1:]:
                follow[i, j] = -10000
    start = [-10000.0 if x[0] in "IE" else 0.1 for x in labels]
    end = [-10000.0 if x[0] in "BI" else 0.1 for x in labels]
    return {"labels": labels, "transitions": follow.tolist(), "start": start, "end": end}


def main(vocabulary, folder):
    pieces = excerpt(vocabulary)
    rng = np.random.default_rng(SEED)
    weights = lambda name, *shape: numpy_helper.from_array(rng.normal(0, 1, shape).astype(np.float32), name)
    heads = {name: ["O"] + [p + "-" + kind for kind in kinds for p in "BIES"] for name, kinds in KINDS.items()}
    widths = {**{name: len(labels) for name, labels in heads.items()}, "links": 4 * LINK}
    quantised = numpy_helper.from_array(rng.integers(-127, 128, (len(pieces), HIDDEN)).astype(np.int8), "pieces")
    constants = [quantised, numpy_helper.from_array(np.float32(0.01), "scale"), weights("types", 6, HIDDEN),
                 numpy_helper.from_array(rng.normal(0, 0.5, (HIDDEN, HIDDEN, 5)).astype(np.float32), "near")]
    constants += [weights("to_" + name, HIDDEN, width) for name, width in widths.items()]
    nodes = [
        helper.make_node("Gather", ["pieces", "input_ids"], ["small"]),
        helper.make_node("DequantizeLinear", ["small", "scale"], ["piece"]),
        helper.make_node("Gather", ["types", "token_type_ids"], ["type"]),
        helper.make_node("Add", ["piece", "type"], ["sum"]),
        helper.make_node("Transpose", ["sum"], ["turned"], perm=[0, 2, 1]),
        helper.make_node("Conv", ["turned", "near"], ["mixed"], pads=[2, 2], kernel_shape=[5]),
        helper.make_node("Tanh", ["mixed"], ["bounded"]),
        helper.make_node("Transpose", ["bounded"], ["hidden"], perm=[0, 2, 1]),
    ] + [helper.make_node("MatMul", ["hidden", "to_" + name], [name]) for name in widths]
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "sequence"]) for n in ("input_ids", "token_type_ids")]
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "sequence", w]) for n, w in widths.items()]
    model = helper.make_model(helper.make_graph(nodes, "tiny", inputs, outputs, constants), opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 7
    bias = lambda: rng.normal(0, 0.5, 16).round(3).tolist()
    facts = {"version": "tiny-1", "window": WINDOW, "context": CONTEXT, "links": {"width": LINK, "contentCue": bias(), "cueSource": bias()}}
    facts.update({name: transitions(labels) for name, labels in heads.items()})
    helper.set_model_props(model, {"demarche": json.dumps(facts)})
    onnx.checker.check_model(model)
    onnx.save(model, os.path.join(folder, "model.onnx"))
    with open(os.path.join(folder, "vocab.txt"), "w", encoding="utf-8") as f:
        f.writelines(p + "\n" for p in pieces)


if __name__ == "__main__":
    main(*sys.argv[1:])
