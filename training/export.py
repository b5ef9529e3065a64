"""Writes a trained checkpoint as the ONNX file that the Java encoder reads.

    python3 training/export.py checkpoint.pt model.onnx [--fp32]

The file has 8-bit weights, one scale per output channel (and per word piece in the embedding table), and is meant for
ONNX Runtime on one thread: attention, normalisation and integer products are its fused operators (`com.microsoft`).
Products take 8-bit activations. In a BERT a few channels, nearly all of them at [CLS], are ten times as large as the
rest and would take the precision from it; two things keep them in bounds:

- before the first matrix of the feed-forward part such channels are divided by a factor, and the matrix' rows multiplied by it
  (Xiao et al. 2023, "SmoothQuant");
- before its second matrix the range is fixed at what is seen outside [CLS]; what lies beyond saturates.

Both are measured on `sample` of the checkpoint ({"ids": [n, S], "types": [n, S]}, windows as in training), without it on
windows of pieces drawn at random. `--fp32` writes the same model with plain operators and full weights, to compare with.
"""
import argparse
import json

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

CLS, SEP = 101, 102
EPSILON = 1e-12
LOUD = 3.0      # a channel is too loud beyond so many times the loudest value of the middle channel
MARGIN = 1.1    # room above the largest value that the sample shows
GELU_LEAST = -0.17  # the smallest value of gelu
OUTPUTS = ("roles", "mentions", "links")


class Model:
    """The checkpoint's weights and sizes; refuses what the graph cannot hold."""

    def __init__(self, path):
        checkpoint = torch.load(path, map_location="cpu")
        for key in ("state", "facts", "config"):
            if key not in checkpoint:
                raise ValueError(f"{path}: no '{key}' in the checkpoint")
        self.state = {k: v.float() for k, v in checkpoint["state"].items()}
        self.facts = checkpoint["facts"]
        config = checkpoint["config"]
        self.layers, self.hidden, self.heads = config["layers"], config["hidden"], config["heads"]
        self.sample = checkpoint.get("sample") or self._random_sample(config["vocab"])
        expected = {"roles.weight": len(self.facts["roles"]["labels"]),
                    "mentions.weight": len(self.facts["mentions"]["labels"]),
                    "links.weight": 4 * self.facts["links"]["width"],
                    "we.weight": config["vocab"], "te.weight": config["types"],
                    "l.0.i.weight": config["ff"]}
        for key, rows in expected.items():
            if key not in self.state:
                raise ValueError(f"{path}: no weight '{key}'")
            if len(self.state[key]) != rows:
                raise ValueError(f"{path}: '{key}' has {len(self.state[key])} rows, facts and config say {rows}")

    def array(self, key):
        return self.state[key].numpy()

    @staticmethod
    def _random_sample(vocab, windows=8, length=192):
        draw = np.random.default_rng(1)
        ids = draw.integers(1000, vocab, (windows, length))
        ids[:, 0], ids[:, -1] = CLS, SEP
        return {"ids": ids, "types": np.zeros_like(ids)}


class Ranges:
    """What the feed-forward part sees of the sample: `smooth[k]` divides the input of layer k, `top[k]` bounds its middle."""

    def __init__(self, model):
        self.smooth, self.top = [], []
        with torch.no_grad():
            self._run(model)

    def _run(self, model):
        f, s, h = torch.nn.functional, model.state, model.hidden
        ids, types = (torch.as_tensor(np.asarray(model.sample[k])).long() for k in ("ids", "types"))

        def linear(name, x):
            return f.linear(x, s[name + ".weight"], s[name + ".bias"])

        def norm(name, x):
            return f.layer_norm(x, (h,), s[name + ".weight"], s[name + ".bias"], EPSILON)

        def split(x):
            return x.view(*x.shape[:2], model.heads, -1).transpose(1, 2)

        x = norm("ln", s["we.weight"][ids] + s["pe.weight"][:ids.shape[1]] + s["te.weight"][types])
        for k in range(model.layers):
            q, key, v = (split(linear(f"l.{k}.{n}", x)) for n in "qkv")
            a = (q @ key.transpose(-1, -2) * (h // model.heads) ** -0.5).softmax(-1) @ v
            x = norm(f"l.{k}.ln1", x + linear(f"l.{k}.o", a.transpose(1, 2).reshape(x.shape)))
            loudest = x.abs().amax((0, 1))
            self.smooth.append((loudest / (LOUD * loudest.median())).clamp(min=1).numpy())
            m = f.gelu(linear(f"l.{k}.i", x))
            self.top.append(MARGIN * float(m[:, 1:].max()))
            x = norm(f"l.{k}.ln2", x + linear(f"l.{k}.f", m))


class Graph:
    """Nodes and constants in the order in which they are asked for."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, value):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind, inputs, outputs=1, **attributes):
        """Add one operator; `ms.` before its name takes it from ONNX Runtime's own domain."""
        domain, kind = ("com.microsoft", kind[3:]) if kind.startswith("ms.") else ("", kind)
        name = f"{kind}{len(self.nodes)}"
        names = outputs if isinstance(outputs, list) else [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=name, domain=domain, **attributes))
        return names[0] if outputs == 1 else names


class Quantised:
    """The products on 8-bit weights: signed, symmetric, one scale per output channel."""

    def __init__(self, graph, model):
        self.graph, self.model, self.ranges = graph, model, Ranges(model)

    def embedding(self, key, ids):
        table, scale = _eight_bits(self.model.array(key))
        g = self.graph
        rows = g.add("Cast", [g.add("Gather", [g.constant(table), ids])], to=TensorProto.FLOAT)
        return g.add("Mul", [rows, g.add("Gather", [g.constant(scale), ids])])

    def linear(self, weight, bias, activation):
        g, (values, scale, zero) = self.graph, activation
        matrix, scales = _eight_bits(weight)
        return g.add("ms.MatMulIntegerToFloat", [values, g.constant(matrix.T), scale, g.constant(scales[:, 0]), zero, "",
                                                 g.constant(bias)])

    def dynamic(self, x):
        return self.graph.add("DynamicQuantizeLinear", [x], 3)

    def attention(self, x, k):
        g, m = self.graph, self.model
        weight = np.concatenate([m.array(f"l.{k}.{n}.weight") for n in "qkv"])
        bias = np.concatenate([m.array(f"l.{k}.{n}.bias") for n in "qkv"])
        matrix, scales = _eight_bits(weight)
        values, scale, zero = self.dynamic(x)
        a = g.add("ms.QAttention", [values, g.constant(matrix.T), g.constant(bias), scale, g.constant(scales[:, 0]), "", zero],
                  num_heads=m.heads)
        return self.linear(m.array(f"l.{k}.o.weight"), m.array(f"l.{k}.o.bias"), self.dynamic(a))

    def feed_forward(self, x, k):
        g, m = self.graph, self.model
        smooth, weight = self.ranges.smooth[k], m.array(f"l.{k}.i.weight")
        if smooth.max() > 1:
            x, weight = g.add("Mul", [x, g.constant(1 / smooth)]), weight * smooth
        middle = g.add("ms.Gelu", [self.linear(weight, m.array(f"l.{k}.i.bias"), self.dynamic(x))])
        step = np.float32((self.ranges.top[k] - GELU_LEAST) / 255)
        scale, zero = g.constant(step), g.constant(np.uint8(round(-GELU_LEAST / step)))
        values = g.add("QuantizeLinear", [middle, scale, zero])
        return self.linear(m.array(f"l.{k}.f.weight"), m.array(f"l.{k}.f.bias"), (values, scale, zero))

    def norm(self, x, skip, key):
        g, m = self.graph, self.model
        return g.add("ms.SkipLayerNormalization", [x, skip, g.constant(m.array(key + ".weight")), g.constant(m.array(key + ".bias"))],
                     epsilon=EPSILON)

    def wide_head(self, x, key):
        return self.linear(self.model.array(key + ".weight"), self.model.array(key + ".bias"), self.dynamic(x))


class Plain:
    """The same products in 32-bit floats and operators of ONNX itself."""

    def __init__(self, graph, model):
        self.graph, self.model = graph, model

    def embedding(self, key, ids):
        return self.graph.add("Gather", [self.graph.constant(self.model.array(key)), ids])

    def linear(self, x, key):
        return _linear(self.graph, x, self.model.array(key + ".weight"), self.model.array(key + ".bias"))

    def attention(self, x, k):
        g, m = self.graph, self.model
        apart, together = g.constant(np.array([0, 0, m.heads, m.hidden // m.heads])), g.constant(np.array([0, 0, m.hidden]))
        q, key, v = (g.add("Transpose", [g.add("Reshape", [self.linear(x, f"l.{k}.{n}"), apart])], perm=order)
                     for n, order in (("q", [0, 2, 1, 3]), ("k", [0, 2, 3, 1]), ("v", [0, 2, 1, 3])))
        scores = g.add("Mul", [g.add("MatMul", [q, key]), g.constant(np.float32((m.hidden // m.heads) ** -0.5))])
        a = g.add("MatMul", [g.add("Softmax", [scores], axis=-1), v])
        return self.linear(g.add("Reshape", [g.add("Transpose", [a], perm=[0, 2, 1, 3]), together]), f"l.{k}.o")

    def feed_forward(self, x, k):
        g, m = self.graph, self.linear(x, f"l.{k}.i")
        erf = g.add("Erf", [g.add("Mul", [m, g.constant(np.float32(0.5 ** 0.5))])])
        half = g.add("Mul", [m, g.constant(np.float32(0.5))])
        return self.linear(g.add("Mul", [half, g.add("Add", [erf, g.constant(np.float32(1))])]), f"l.{k}.f")

    def norm(self, x, skip, key):
        g, m = self.graph, self.model
        return g.add("LayerNormalization", [g.add("Add", [x, skip]), g.constant(m.array(key + ".weight")),
                                            g.constant(m.array(key + ".bias"))], axis=-1, epsilon=EPSILON)

    def wide_head(self, x, key):
        return self.linear(x, key)


def _eight_bits(matrix):
    """Signed bytes and a scale for each row; -128 stays unused, so that both signs reach equally far."""
    scale = np.maximum(np.abs(matrix).max(axis=1, keepdims=True), 1e-12) / 127
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32)


def _linear(graph, x, weight, bias):
    return graph.add("Add", [graph.add("MatMul", [x, graph.constant(weight.T)]), graph.constant(bias)])


def build(model, full):
    """The whole graph, as an ONNX model with the metadata `demarche`."""
    graph = Graph()
    part = Plain(graph, model) if full else Quantised(graph, model)
    length = graph.add("Slice", [graph.add("Shape", ["input_ids"]), graph.constant(np.array([1])), graph.constant(np.array([2]))])
    zero = graph.constant(np.array([0]))
    places = graph.add("Slice", [graph.constant(model.array("pe.weight")[None]), zero, length, graph.constant(np.array([1]))])
    types = graph.add("Gather", [graph.constant(model.array("te.weight")), "token_type_ids"])
    x = part.norm(graph.add("Add", [part.embedding("we.weight", "input_ids"), types]), places, "ln")
    for k in range(model.layers):
        x = part.norm(part.attention(x, k), x, f"l.{k}.ln1")
        x = part.norm(part.feed_forward(x, k), x, f"l.{k}.ln2")
    weight = np.concatenate([model.array(n + ".weight") for n in OUTPUTS[:2]])
    bias = np.concatenate([model.array(n + ".bias") for n in OUTPUTS[:2]])
    sizes = {n: len(model.array(n + ".bias")) for n in OUTPUTS}
    labels = _linear(graph, x, weight, bias)  # narrow, and every label hangs on it: never in 8 bits
    graph.add("Split", [labels, graph.constant(np.array([sizes[n] for n in OUTPUTS[:2]]))], list(OUTPUTS[:2]), axis=-1)
    graph.add("Identity", [part.wide_head(x, OUTPUTS[2])], [OUTPUTS[2]])
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in ("input_ids", "token_type_ids")]
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "length", sizes[n]]) for n in OUTPUTS]
    made = helper.make_model(helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.constants), producer_name="demarche",
                             opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)])
    made.ir_version = 8
    helper.set_model_props(made, {"demarche": json.dumps(model.facts)})
    return made


def main():
    arguments = argparse.ArgumentParser(description="Write a checkpoint as an ONNX model.")
    arguments.add_argument("checkpoint")
    arguments.add_argument("output")
    arguments.add_argument("--fp32", action="store_true", help="full weights and plain operators, to compare with")
    given = arguments.parse_args()
    made = build(Model(given.checkpoint), given.fp32)
    onnx.save(made, given.output)
    print(f"{given.output}: {made.ByteSize() / 1e6:.1f} MB, {len(made.graph.node)} operators")


if __name__ == "__main__":
    main()
