"""A teacher of stances: the whole encoder made floats again and trained on what is annotated, with the heads upon its last layer. It is better than what
ships, and costs as much again as the encoder; what it thinks of news without labels is what `stances.py` learns from besides.

    python3 training/stance_teacher.py train FOLDER ENCODER.onnx CHECKPOINT [--start CHECKPOINT] [--epochs 5] [--rate 6e-5] [--pairs] [--hold]
    python3 training/stance_teacher.py teach FOLDER ENCODER.onnx CHECKPOINT NAME...

`teach` writes NAME.soft.npz: for each word that may say an act the probabilities of acts, holders and targets. With --pairs the teacher learns who is
for or against whom instead, from directed sentiment and NewsMTSC, and `teach` writes NAME.tone.npz.
"""
import argparse
import collections
import random
import time

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnx import numpy_helper

import stance_data as d
import stance_states
import stances
from stance_net import Layer, Net

LAYERS = 6
REPEATED = {"plover": 1, "own": 2, "gsr": 1, "pass": 1, "copy": 1, "yield": 2, "deeds": 2}
MADE, MTSC, NEUTRAL = 0.15, 0.15, 0.35


class Teacher(Net):
    def __init__(self, encoder):
        super().__init__(encoder, LAYERS - 1)
        graph = onnx.load(encoder).graph
        held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        gathered = [n.input[0] for n in graph.node if n.op_type == "Gather"]  # types, pieces in 8 bits, their scales
        cut = next(n.input[0] for n in graph.node if n.op_type == "Slice" and n.input[0] in held)
        norm = next(n for n in graph.node if n.op_type == "SkipLayerNormalization")
        table = lambda x: nn.Embedding.from_pretrained(torch.from_numpy(x.astype(np.float32)), freeze=False)
        self.te, self.we = table(held[gathered[0]]), table(held[gathered[1]].astype(np.float32) * held[gathered[2]])
        self.pe = nn.Parameter(torch.from_numpy(held[cut][0].copy()))
        self.ln = nn.LayerNorm(self.pe.shape[1], eps=1e-12)
        self.ln.load_state_dict({"weight": torch.tensor(held[norm.input[2]]), "bias": torch.tensor(held[norm.input[3]])})
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        for k in range(LAYERS):
            self.layers[k].load_state_dict({n: torch.tensor(v) for n, v in stance_states.layer(encoder, k).items()})

    def encode(self, x, mask):
        x = x.long()
        h = self.drop(self.ln(self.we(x[..., 0]) + self.te(x[..., 1]) + self.pe[:x.shape[1]]))
        for layer in self.layers:
            h = layer(h, mask)
        return self.drop(h)

    def body(self, name):
        return name.startswith(("layers", "we", "pe", "te", "ln."))


def train(given, net):
    names = ["directed", "mtsc"] if given.pairs else ["plover", *d.ANNOTATED, "gsr", "made"]
    windows = [w for w in stances.windows(given.folder, names, "ids") if not (given.hold and stances.held(w))]
    if given.pairs:
        for s in (s for w in windows for s in w.sentences):
            s.silver = None
        windows = [w for w in windows if any(s.pair or s.toned for s in w.sentences)]
    parts = [[p for n, p in net.named_parameters() if net.body(n) == own] for own in (True, False)]
    rates = [given.rate, 4e-4]
    adam = torch.optim.AdamW([{"params": p, "lr": r} for p, r in zip(parts, rates)], weight_decay=0.01)
    prior, step, steps, start = stances.prior(windows), 0, None, time.time()
    share = lambda w: MADE if w.corpus == "made" else MTSC if w.corpus == "mtsc" else 0 if w.corpus != "directed" else 1 if w.source["class"] else NEUTRAL
    for epoch in range(given.epochs):
        now = stances.batches([w for w in windows if random.random() < share(w)] + [w for w in windows for _ in range(REPEATED.get(w.corpus, 0))], 1200)
        steps, seen = steps or len(now) * given.epochs, collections.defaultdict(lambda: [0, 0])
        for some in now:
            total = stances.losses(stances.Batch(net, some), prior)
            if total:
                stances.learn(total, adam, [r * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps) for r in rates], parts[0] + parts[1])
            step += 1
            for k, (v, n) in total.items():
                seen[k][0] += float(v)
                seen[k][1] += n
        print("epoch", epoch, "%.0f s" % (time.time() - start), {k: round(v / n, 3) for k, (v, n) in seen.items()}, flush=True)
        torch.save({"state": net.state_dict()}, given.checkpoint)


def teach(given, net):
    net.eval()
    for name in given.names:
        windows, order = stances.windows(given.folder, [name], "ids"), {}
        acts, holders, targets, tones = {}, {}, {}, {}
        keys = {id(s): k for k, s in enumerate(s for w in windows for s in w.sentences)}
        for some in stances.batches(windows, 4000):
            with torch.no_grad():
                batch = stances.Batch(net, some)
                for i, (_, s, *_) in enumerate(batch.sentences):
                    k = keys[id(s)]
                    if given.pairs:
                        if s.pair:
                            tones[k] = batch.pair(i, *s.pair[:2]).softmax(0).numpy()[None]
                        continue
                    acts[k] = batch.acts[i].softmax(-1).numpy()
                    holders[k], targets[k] = (x[i].exp().numpy().ravel() for x in (batch.holders, batch.targets))
        flat = lambda x: np.concatenate([x[k] for k in sorted(x)]).astype(np.float16)
        if given.pairs:
            np.savez(f"{given.folder}/{name}.tone.npz", tones=flat(tones))
        else:
            np.savez(f"{given.folder}/{name}.soft.npz", acts=flat(acts), holders=flat(holders), targets=flat(targets))
        print(name, len(keys), flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=["train", "teach"])
    for name in ("folder", "encoder", "checkpoint"):
        arguments.add_argument(name)
    arguments.add_argument("names", nargs="*")
    arguments.add_argument("--start")
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--rate", type=float, default=6e-5)
    arguments.add_argument("--pairs", action="store_true")
    arguments.add_argument("--hold", action="store_true")
    given = arguments.parse_args()
    torch.set_num_threads(1)
    random.seed(1)
    torch.manual_seed(1)
    net = Teacher(given.encoder)
    start = given.checkpoint if given.what == "teach" else given.start
    if start:
        net.load_state_dict(torch.load(start, map_location="cpu")["state"])
    (train if given.what == "train" else teach)(given, net)


if __name__ == "__main__":
    main()
