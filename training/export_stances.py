"""Adds what reads stances to the encoder's ONNX file: layers of its own upon the hidden states of a lower layer, and the projections that
`StanceScorer` scores; all that was in the file stays as it is, byte for byte.

    python3 training/export_stances.py CHECKPOINT ENCODER.onnx OUT.onnx [--with CHECKPOINT...]

Several checkpoints that began as one are averaged (Wortsman et al. 2022, "model soups").
"""
import argparse
import json

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

import export

ACTS = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT DENY DOUBT EXPECT DECLINE".split()
SLICES = "pt ath aph atg apg sh sg sb qh qg kw vw".split()


class Graph(export.Graph):
    """Nodes whose names do not meet those of the encoder."""

    def constant(self, value):
        super().constant(value)
        self.constants[-1].name = f"stances.c{len(self.constants)}"
        return self.constants[-1].name

    def add(self, kind, inputs, outputs=1, **attributes):
        domain, short = ("com.microsoft", kind[3:]) if kind.startswith("ms.") else ("", kind)
        name = f"stances.{short}{len(self.nodes)}"
        names = outputs if isinstance(outputs, list) else [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(short, inputs, names, name=name, domain=domain, **attributes))
        return names[0] if outputs == 1 else names


class Layers:
    """What `export.Quantised` asks of a model."""

    def __init__(self, state, sample, count):
        self.state = {k.replace("layers.", "l."): v.float() for k, v in state.items()}
        self.layers, self.hidden, self.heads, self.sample = count, 384, 12, sample

    def array(self, key):
        return self.state[key].numpy()


class Ranges(export.Ranges):
    """The ranges of layers that begin at hidden states [n, S, hidden]."""

    def _run(self, model):
        f, s, h = torch.nn.functional, model.state, model.hidden
        x = model.sample

        def linear(name, y):
            return f.linear(y, s[name + ".weight"], s[name + ".bias"])

        def split(y):
            return y.view(*y.shape[:2], model.heads, -1).transpose(1, 2)

        for k in range(model.layers):
            norm = lambda name, y: f.layer_norm(y, (h,), s[name + ".weight"], s[name + ".bias"], export.EPSILON)
            q, key, v = (split(linear(f"l.{k}.{n}", x)) for n in "qkv")
            a = (q @ key.transpose(-1, -2) * (h // model.heads) ** -0.5).softmax(-1) @ v
            x = norm(f"l.{k}.ln1", x + linear(f"l.{k}.o", a.transpose(1, 2).reshape(x.shape)))
            loudest = x.abs().amax((0, 1))
            self.smooth.append((loudest / (export.LOUD * loudest.median())).clamp(min=1).numpy())
            m = f.gelu(linear(f"l.{k}.i", x))
            self.top.append(export.MARGIN * float(m[:, 1:].max()))
            x = norm(f"l.{k}.ln2", x + linear(f"l.{k}.f", m))


class Quantised(export.Quantised):
    def __init__(self, graph, model):
        self.graph, self.model, self.ranges = graph, model, Ranges(model)


def facts(state, names):
    rows = lambda m: [[round(float(x), 5) for x in row] for row in m]
    t = lambda key: rows(state[key].t())
    m = {"triggerIn": t("ft.weight"), "triggerOut": rows(state["ot.weight"]), "triggerBias": rows(state["ot.bias"][None]), "triggerDirect": t("dt.weight"),
         "pairIn": t("sf.weight"), "pairActs": t("ss.weight"), "pairOut": rows(state["so.weight"]), "pairBias": rows(state["so.bias"][None]),
         "pairDirect": t("sd.weight")}
    for role, r in (("holder", "h"), ("target", "g")):
        m.update({role + "Triggers": t(f"fr{r}.weight"), role + "Parties": t(f"fp{r}.weight"), role + "Arcs": t(f"fa{r}.weight"),
                  role + "Out": rows(state[f"oa{r}.weight"]), role + "Bias": rows(state[f"oa{r}.bias"][None]), role + "Direct": rows(state[f"da{r}.weight"]),
                  role + "None": rows(state[f"nv{r}"][None]), role + "NoneOut": rows(state[f"n{r}.weight"]), role + "NoneBias": rows(state[f"n{r}.bias"][None])})
    return {"width": sum(len(state[n + ".weight"]) for n in SLICES), "names": names, "matrices": m}


def main():
    arguments = argparse.ArgumentParser(description="Add stances to the encoder's file.")
    arguments.add_argument("checkpoint")
    arguments.add_argument("encoder")
    arguments.add_argument("output")
    arguments.add_argument("--with", dest="others", nargs="*", default=[])
    given = arguments.parse_args()
    checkpoint = torch.load(given.checkpoint, map_location="cpu")
    states = [checkpoint["state"]] + [torch.load(other, map_location="cpu")["state"] for other in given.others]
    state = {k: sum(s[k].float() for s in states) / len(states) for k in states[0]}
    made = onnx.load(given.encoder)
    del made.graph.output[3:]
    kept = [n for n in made.graph.node if not n.name.startswith("stances.")]
    held = [c for c in made.graph.initializer if not c.name.startswith("stances.")]
    del made.graph.node[:], made.graph.initializer[:]
    made.graph.node.extend(kept)
    made.graph.initializer.extend(held)
    norms = [n.output[0] for n in kept if n.op_type == "SkipLayerNormalization"]
    graph = Graph()
    part = Quantised(graph, Layers(state, checkpoint["sample"].float(), checkpoint["L"]))
    x = norms[2 * checkpoint["K"]]
    for k in range(checkpoint["L"]):
        x = part.norm(part.attention(x, k), x, f"l.{k}.ln1")
        x = part.norm(part.feed_forward(x, k), x, f"l.{k}.ln2")
    weight = np.concatenate([state[n + ".weight"].numpy() for n in SLICES])
    bias = np.concatenate([(state[n + ".bias"] if n + ".bias" in state else torch.zeros(len(state[n + ".weight"]))).numpy() for n in SLICES])
    graph.add("Identity", [part.linear(weight, bias, part.dynamic(x))], ["stances"])
    made.graph.node.extend(graph.nodes)
    made.graph.initializer.extend(graph.constants)
    made.graph.output.append(helper.make_tensor_value_info("stances", TensorProto.FLOAT, ["batch", "length", len(weight)]))
    props = {p.key: p.value for p in made.metadata_props}
    told = json.loads(props["demarche"])
    told["version"] = checkpoint["version"]
    told["stances"] = facts(state, checkpoint["names"])
    props["demarche"] = json.dumps(told)
    helper.set_model_props(made, props)
    onnx.save(made, given.output)
    print(f"{given.output}: {made.ByteSize() / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
