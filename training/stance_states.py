"""The hidden states of the shipped encoder, and the weights of its layers made floats again.

    python3 training/stance_states.py ENCODER.onnx VOCAB OUT LAYER NAME...

Writes for each NAME.out.jsonl of OUT the states behind layer LAYER: NAME.h.npy (16-bit floats, a row a word piece), NAME.ids.npy (the pieces and their types) and NAME.meta.json (windows,
and where their words stand). Needs onnxruntime for Python, in training alone.
"""
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import windows
import words as w

HIDDEN = 384


def layer_outputs(model):
    """Names of what comes out of the embedding and of each layer."""
    return [n.output[0] for n in model.graph.node if n.op_type == "SkipLayerNormalization" and not n.name.startswith("stances.")][0::2]


def layer(path, k):
    """The weights of layer k, under the names of `stance_net.Layer`."""
    model = onnx.load(path)
    held = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    maker = {o: n for n in model.graph.node for o in n.output}
    norms = [n for n in model.graph.node if n.op_type == "SkipLayerNormalization" and not n.name.startswith("stances.")]
    first, second = norms[1 + 2 * k], norms[2 + 2 * k]

    def product(node):
        return (held[node.input[1]].astype(np.float32) * held[node.input[3]][None, :]).T.copy(), held[node.input[6]].copy()

    d = {"ln1.weight": held[first.input[2]], "ln1.bias": held[first.input[3]], "ln2.weight": held[second.input[2]], "ln2.bias": held[second.input[3]]}
    mixed = maker[first.input[0]]
    d["o.weight"], d["o.bias"] = product(mixed)
    attention = maker[maker[mixed.input[0]].input[0]]
    matrix = (held[attention.input[1]].astype(np.float32) * held[attention.input[4]][None, :]).T
    for j, n in enumerate("qkv"):
        d[n + ".weight"] = matrix[j * HIDDEN:(j + 1) * HIDDEN].copy()
        d[n + ".bias"] = held[attention.input[2]][j * HIDDEN:(j + 1) * HIDDEN].copy()
    out = maker[second.input[0]]
    d["f.weight"], d["f.bias"] = product(out)
    into = maker[maker[maker[out.input[0]].input[0]].input[0]]
    d["i.weight"], d["i.bias"] = product(into)
    before = maker[into.input[0]].input[0]
    if maker[before].op_type == "Mul":  # the channels that the export divided by a factor
        d["i.weight"] = d["i.weight"] * held[maker[before].input[1]][None, :]
    return d


def session(path, k):
    import onnxruntime
    model = onnx.load(path)
    name = layer_outputs(model)[k]
    model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "length", HIDDEN]))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options), name


class Document:
    recase = 0

    def __init__(self, text):
        self.words = w.Words(text)


def write(name, out, run, output, vocabulary):
    cut = []
    with open(f"{out}/{name}.out.jsonl", encoding="utf-8") as f:
        for t, line in enumerate(f):
            document = Document(json.loads(line)["text"])
            cut += [(t, x) for x in windows.cut(document, vocabulary, 256, 0)] if len(document.words) else []
    starts = np.cumsum([0] + [len(x.ids) for _, x in cut])
    rows = np.lib.format.open_memmap(f"{out}/{name}.h.npy", mode="w+", dtype=np.float16, shape=(int(starts[-1]), HIDDEN))

    def one(i):
        x = cut[i][1]
        rows[starts[i]:starts[i + 1]] = run.run([output], {"input_ids": np.array([x.ids]), "token_type_ids": np.array([x.types])})[0][0]

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, range(len(cut))))
    np.save(f"{out}/{name}.ids.npy", np.concatenate([np.stack([x.ids, x.types], 1) for _, x in cut]).astype(np.int32))
    meta = [{"text": t, "start": int(starts[i]), "n": len(x.ids), "begin": x.document.words.begin[x.first:x.last],
             "end": x.document.words.end[x.first:x.last], "at": x.at} for i, (t, x) in enumerate(cut)]
    with open(f"{out}/{name}.meta.json", "w") as f:
        json.dump(meta, f)
    print(name, len(cut), int(starts[-1]))


def main():
    encoder, vocabulary, out, k = sys.argv[1:5]
    run, output = session(encoder, int(k))
    for name in sys.argv[5:]:
        write(name, out, run, output, w.Vocabulary(vocabulary))


if __name__ == "__main__":
    main()
