"""Learns what says an act, whose it is and towards whom, and who is for or against whom.

    python3 training/stances.py FOLDER ENCODER.onnx CHECKPOINT [--layer 4] [--epochs 5] [--start CHECKPOINT] [--hold]

FOLDER holds what `stance_texts.py`, `made_stances.py`, `StanceExamples` and `stance_states.py` wrote. With --hold a fifth of PLOVER's rows and a tenth of
directed sentiment are left out, to choose by; the last hundred of annotations/stances.jsonl always are. One thread: more of them lose.
"""
import argparse
import collections
import math
import os
import random
import re
import time

import numpy as np
import torch
import torch.nn.functional as F

import stance_data as d
from export_stances import ACTS
from stance_net import Net

REPEATED = {"plover": 1, "own": 2, "gsr": 2, "pass": 1, "copy": 1, "yield": 2, "deeds": 2}
DRAWN = {"polnear": 0.25, "mtsc": 0.2, "made": 0.15, "directed": 0.6}
SHARES = {"latent": 0.7, "elsewhere": 0.15, "marked": 0.5, "told": 2.0, "told arcs": 1.0, "made": 0.5, "made arcs": 0.2, "silver": 0.5,
          "silver arcs": 0.4, "taught": 2.0, "taught arcs": 1.0, "pair taught": 0.7, "pair": 1.0, "pair told": 0.4, "toned": 0.4}
PAIR_WEIGHTS = (1.5, 1, 2, 1, 2)
TAGGER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../src/main/java/dev/demarche/tagging/stances")


def held(w):
    return w.corpus == "plover" and w.document % 5 == 0 or w.corpus in ("directed", "yield", "deeds") and w.document % 10 == 0


def batches(windows, pieces):
    order, out, now = sorted(windows, key=lambda w: w.n + random.random() * 12), [], []
    for w in order:
        if now and w.n * (len(now) + 1) > pieces:
            out.append(now)
            now = []
        now.append(w)
    out.append(now)
    random.shuffle(out)
    return out


def unpack(bits, n):
    return torch.from_numpy(((np.asarray(bits, dtype=np.int64)[:, None] >> np.arange(n)) & 1).astype(np.float32))


class Batch:
    """What the net thinks of some windows: for each sentence its acts, and who holds and who suffers them, nobody last."""

    def __init__(self, net, windows):
        size = max(w.n for w in windows)
        x, mask = np.zeros((len(windows), size, windows[0].states.shape[1]), dtype=np.float32), np.full((len(windows), size), -1e4, dtype=np.float32)
        for i, w in enumerate(windows):
            x[i, :w.n], mask[i, :w.n] = w.states[w.start:w.start + w.n], 0
        self.net, self.hidden = net, net.encode(torch.from_numpy(x), torch.from_numpy(mask)).reshape(-1, 384)
        self.sentences, triggers, parties, of_trigger, of_party = [], [], [], [], []
        for i, w in enumerate(windows):
            for s in w.sentences:
                self.sentences.append((w, s, i * size, len(triggers), len(parties)))
                a, b = s.arcs.shape
                of_trigger.append(np.repeat(np.arange(a), b) + len(triggers))
                of_party.append(np.tile(np.arange(b), a) + len(parties))
                triggers += [i * size + p for p in s.trigger_at]
                parties += [i * size + p for p in s.party_at]
        every = lambda pick: [x for _, s, *_ in self.sentences for x in pick(s)]
        trigger_features, self.party_features = unpack(every(lambda s: s.trigger_bits), d.TRIGGER), unpack(every(lambda s: s.party_bits), d.PARTY)
        arc_features = unpack(np.concatenate([s.arcs.reshape(-1) for _, s, *_ in self.sentences]), d.ARC)
        at, self.parties = self.hidden[torch.tensor(triggers)], self.hidden[torch.tensor(parties)]
        t, p = torch.from_numpy(np.concatenate(of_trigger)), torch.from_numpy(np.concatenate(of_party))
        self.scores = net.acts(at, trigger_features)
        arcs = {r: net.arcs(r, at, trigger_features, self.parties[p], self.party_features[p], arc_features, t) for r in "hg"}
        self.acts, self.holders, self.targets, k = [], [], [], 0
        for _, s, _, first, _ in self.sentences:
            a, b = s.arcs.shape
            self.acts.append(self.scores[first:first + a])
            for r, into in (("h", self.holders), ("g", self.targets)):
                some, none = arcs[r]
                into.append(torch.cat([some[k:k + a * b].view(a, b), none[first:first + a, None]], 1).log_softmax(-1))
            k += a * b

    def attitudes(self, i, pairs):
        w, s, row, _, first = self.sentences[i]
        one, other = (torch.tensor([p[k] for p in pairs]) for k in (0, 1))
        shares = self.holders[i].exp()[:, one] * self.targets[i].exp()[:, other]
        acts = (shares.t() @ self.acts[i].softmax(-1)).detach()
        features = torch.cat([self.party_features[first + one], self.party_features[first + other],
                              torch.tensor([d.pair_features(s, *p) for p in pairs], dtype=torch.float32)], 1)
        between = []
        for a, b in pairs:
            low, high = sorted((s.party_at[a], s.party_at[b]))
            inner = [p for p in w.at if low < p < high]
            between.append(self.hidden[row + torch.tensor(inner)].mean(0) if inner else torch.zeros(384))
        low, high = min(s.party_at + s.trigger_at), max(s.party_at + s.trigger_at)
        words = self.hidden[row + torch.tensor([p for p in w.at if low <= p <= high])]
        return self.net.attitudes(self.parties[first + one], self.parties[first + other], torch.stack(between), features, acts, words)

    def pair(self, i, ones, others):
        """Scores of neither, for forward and backward, against forward and backward."""
        pairs = [(a, b) for a in ones for b in others][:12]
        scores, n = self.attitudes(i, pairs + [(b, a) for a, b in pairs]), len(pairs)
        there, back = (torch.logsumexp(x, 0) - math.log(n) for x in (scores[:n], scores[n:]))
        return torch.stack([torch.zeros(()), there[0], back[0], there[1], back[1]])


def either(scores, where, nobody):
    return torch.logsumexp(scores[..., [nobody if j == d.NOBODY else j for j in where]], -1)


def losses(batch, prior):
    """Sums and weights by kind. Where the word that says the act is not known, the likeliest one counts most. The acts of PLOVER's rows are scored with their
    own frequencies added, so that the model does not learn that some hardly occur (logit adjustment: Menon et al. 2021)."""
    total = collections.defaultdict(lambda: [0, 0])

    def add(kind, value, n=1.0):
        total[kind][0] += value
        total[kind][1] += n

    for i, (w, s, _, _, first) in enumerate(batch.sentences):
        (a, b), acts, holders, targets = s.arcs.shape, batch.acts[i].log_softmax(-1), batch.holders[i], batch.targets[i]
        for kind, known in (("latent", s.latent), ("marked", s.marked)):
            if not known or not known[-2]:
                continue
            rows = torch.arange(a) if kind == "latent" else torch.tensor(known[1])
            likely = (batch.acts[i] + prior).log_softmax(-1) if kind == "latent" else acts
            value = torch.logsumexp(likely[rows][:, [d.CLASSES.index(x) for x in known[0]]], 1) + either(holders[rows], known[-2], b) \
                + either(targets[rows], known[-1] + [b], b)
            add(kind, -torch.logsumexp(4 * value, 0) / 4)
            if kind == "latent" and a > 1 and not s.taught:
                others = torch.arange(a) != value.argmax()
                add("elsewhere", -acts[others, 0].sum(), a - 1)
        if s.full:
            labels, counts, arcs = s.full
            weights = torch.tensor(counts, dtype=torch.float32) * torch.where(torch.from_numpy(labels) > 0, 2.0, 0.5)
            kind = "told" if w.corpus in d.ANNOTATED else w.corpus
            add(kind, (F.nll_loss(acts, torch.from_numpy(labels), reduction="none") * weights).sum(), max(1, (labels > 0).sum() * 2))
            for t, h, g in arcs:
                add(kind + " arcs", -either(holders[t], h, b) - either(targets[t], g, b))
        if s.taught:
            taught(add, s.taught, acts, holders, targets)
        elif s.silver is not None:
            silver(add, s, acts, holders, targets)
        if s.pair:
            scores = batch.pair(i, *s.pair[:2])
            kind = "pair" if w.corpus == "directed" else "pair told"
            add(kind, F.cross_entropy(scores[None], torch.tensor([s.pair[2]])) * PAIR_WEIGHTS[s.pair[2]])
            if s.tone is not None:
                add("pair taught", -(torch.from_numpy(s.tone) * scores.log_softmax(0)).sum())
        if s.toned:
            tone = batch.net.mt(F.relu(batch.net.sg(batch.parties[first + torch.tensor([j for j, _ in s.toned])])))
            add("toned", F.cross_entropy(tone, torch.tensor([c for _, c in s.toned]), reduction="sum"), len(s.toned))
    return total


def taught(add, told, acts, holders, targets):
    """What the teacher thinks; more of words that it takes for acts, since most are none."""
    acts_told, holders_told, targets_told = map(torch.from_numpy, told)
    some = 1 - acts_told[:, 0]
    weights = 0.25 + some
    add("taught", (-(acts_told * acts).sum(-1) * weights).sum(), float(weights.sum()))
    arcs = -(holders_told * holders).sum(-1) - (targets_told * targets).sum(-1)
    add("taught arcs", (arcs * some).sum(), max(1.0, float(some.sum())))


def silver(add, s, acts, holders, targets):
    """What rules found. That they found nothing says little of a word that they do not know."""
    a, b = s.arcs.shape
    by_trigger = collections.defaultdict(list)
    for t, act, h, g in s.silver:
        by_trigger[t].append((act, h, g))
    labels, weights = np.zeros(a, dtype=np.int64), np.full(a, 0.08, dtype=np.float32)
    for t, bits in enumerate(s.trigger_bits):
        weights[t] = 0.5 if bits >> d.STATE & 1 else 0.25 if bits & (1 << d.STATE) - 1 else weights[t]
    for t, rows in by_trigger.items():
        labels[t], weights[t] = d.CLASSES.index(rows[0][0]), 1
        h, g = ({r[k] for r in rows} for k in (1, 2))
        value = -either(holders[t], sorted(h), b)
        if g == {d.NOBODY}:
            value = value - 0.3 * either(targets[t], [d.NOBODY] + [j for j in range(b) if not s.party_bits[j] >> d.NAMED & 1], b)
        else:
            value = value - either(targets[t], sorted(g), b)
        add("silver arcs", value)
    add("silver", (F.nll_loss(acts, torch.from_numpy(labels), reduction="none") * torch.from_numpy(weights)).sum(), max(1.0, float(weights.sum())))


def windows(folder, names, states="h"):
    """All that may be trained on: the last hundred of `own` never are."""
    return [w for n in names if os.path.exists(f"{folder}/{n}.h.npy") for w in d.read(folder, n, states) if not (w.corpus == "own" and w.document >= 300)]


def learn(total, adam, rates, parameters):
    """A step down the losses, each the mean of its kind: small kinds count less."""
    loss = sum(SHARES[k] * v / max(n, 1) * min(1.0, n / 8 + 0.3) for k, (v, n) in total.items())
    for group, rate in zip(adam.param_groups, rates):
        group["lr"] = rate
    adam.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(parameters, 1.0)
    adam.step()


def prior(windows):
    counts = collections.Counter(act for w in windows for s in w.sentences[:1] if s.latent for act in s.latent[0])
    logs = np.log([counts[act] + 3.0 for act in ACTS])
    return torch.tensor([0.0] + list(logs - logs.mean()), dtype=torch.float32)


def features(name):
    with open(f"{TAGGER}/{name}.java", encoding="utf-8") as f:
        body = f.read().split("enum " + name, 1)[1]
    return re.findall(r"[A-Z][A-Z_0-9]*", body[body.index("{"):body.rindex("}")])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("folder", "encoder", "checkpoint"):
        arguments.add_argument(name)
    arguments.add_argument("--layer", type=int, default=4)
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--rate", type=float, default=1.5e-4)
    arguments.add_argument("--start")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--hold", action="store_true")
    given = arguments.parse_args()
    torch.set_num_threads(1)
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    names = ("plover", *d.ANNOTATED, "made", "gsr", "directed", "mtsc", "polnear")
    known = [w for w in windows(given.folder, names) if not (given.hold and held(w))]
    net = Net(given.encoder, given.layer)
    if given.start:
        net.load_state_dict(torch.load(given.start, map_location="cpu")["state"])
    layers = [p for n, p in net.named_parameters() if n.startswith("layers")]
    heads = [p for n, p in net.named_parameters() if not n.startswith("layers")]
    rates = [given.rate, given.rate * 20 / 3]
    adam = torch.optim.AdamW([{"params": layers, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01)
    adjusted, step, steps, start = prior(known), 0, None, time.time()
    for epoch in range(given.epochs):
        drawn = [w for w in known if w.corpus not in REPEATED and random.random() < (0.2 if w.corpus == "directed" and not w.source["class"]
                                                                                      else DRAWN.get(w.corpus, 1))]
        now = batches(drawn + [w for w in known for _ in range(REPEATED.get(w.corpus, 0))], 2500)
        steps, seen = steps or len(now) * given.epochs, collections.defaultdict(lambda: [0, 0])
        for some in now:
            total = losses(Batch(net, some), adjusted)
            learn(total, adam, [r * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps) for r in rates], layers + heads)
            step += 1
            for k, (v, n) in total.items():
                seen[k][0] += float(v)
                seen[k][1] += n
        print("epoch", epoch, "%.0f s" % (time.time() - start), {k: round(v / n, 3) for k, (v, n) in seen.items()}, flush=True)
        sample = torch.tensor(np.stack([w.states[w.start:w.start + 40] for w in known if w.corpus == "plover" and w.n >= 40][:64]).astype(np.float32))
        told = {"acts": ACTS, "triggers": features("TriggerFeature"), "parties": features("PartyFeature"), "arcs": features("ArcFeature")}
        torch.save({"state": net.state_dict(), "K": given.layer, "L": 1, "sample": sample, "names": told, "version": "encoder-3"}, given.checkpoint)


if __name__ == "__main__":
    main()
