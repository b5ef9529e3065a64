#!/usr/bin/env python3
"""Learns whom pronouns mean: the weights of src/main/resources/dev/demarche/tagging/pronouns.txt.

    pronouns.py EXAMPLES FEATURE.java OUT.txt [--train 0,1,2,3] [--weights 120,2,2,10]

EXAMPLES is what PronounExamples (in the tests of dev.demarche.tagging.actors) wrote: EXAMPLES.examples, .labels and .rows. The files it
was given are numbered from 0; those of --train are learned from, each example with its file's weight, and the others
are only measured. Of the files of --chains, which a machine annotated, a tenth of the texts is held back. With --folds N the
first file of --train is also measured by cross-validation, the other files learned from each time. Needs numpy alone.
"""
import argparse
import re

import numpy as np

ASKS = ["PERSON", "THING", "SEVERAL"]
# A pronoun is not the object of a clause whose subject it means (principle B of the theory of binding; Chomsky 1981). Chains that a machine made say so at times.
UNBOUND = ["OBJECT_OF_OWN_SUBJECT", "OBJECT_OF_CONTROLLER", "OBJECT_IN_SAME_CLAUSE"]


class Examples:
    """Pronouns of one kind with their candidates' rows, end to end."""

    def __init__(self, files, texts, starts, sizes, rows, right, missing):
        self.files, self.texts, self.starts, self.sizes = files, texts, starts, sizes
        self.rows, self.right, self.missing = rows, right, missing

    @staticmethod
    def read(path, width):
        heads = np.fromfile(path + ".examples", ">i4").reshape(-1, 5).astype(np.int64)
        rows = np.fromfile(path + ".rows", ">f4").astype(np.float32).reshape(-1, width)
        right = np.fromfile(path + ".labels", np.uint8).astype(bool)
        starts = np.concatenate([[0], np.cumsum(heads[:, 3])[:-1]])
        whole = Examples(heads[:, 0], heads[:, 1], starts, heads[:, 3], rows, right, heads[:, 4] > 0)
        return [whole.of(np.flatnonzero(heads[:, 2] == asks)) for asks in range(len(ASKS))]

    def of(self, chosen):
        index = self.index(chosen)
        sizes = self.sizes[chosen]
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64) if len(chosen) else np.zeros(0, np.int64)
        return Examples(self.files[chosen], self.texts[chosen], starts, sizes, self.rows[index], self.right[index], self.missing[chosen])

    def index(self, chosen):
        sizes = self.sizes[chosen]
        if not len(chosen):
            return np.zeros(0, np.int64)
        offsets = np.repeat(self.starts[chosen] - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes)
        return offsets + np.arange(sizes.sum())

    def __len__(self):
        return len(self.sizes)


class Ranker:
    """One hidden layer of tanh units beside a direct linear score."""

    def __init__(self, width, hidden, random):
        self.direct = np.zeros(width, np.float32)
        self.into = random.normal(0, 0.15, (width, hidden)).astype(np.float32)
        self.bias = np.zeros(hidden, np.float32)
        self.out = random.normal(0, 0.15, hidden).astype(np.float32)

    def parameters(self):
        return [self.direct, self.into, self.bias, self.out]

    def probabilities(self, rows, starts, sizes):
        units = np.tanh(rows @ self.into + self.bias)
        scores = rows @ self.direct + units @ self.out
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        return scores / np.repeat(np.add.reduceat(scores, starts), sizes), units

    def gradients(self, part, weights):
        found, units = self.probabilities(part.rows, part.starts, part.sizes)
        kept = found * part.right
        sums = np.add.reduceat(kept, part.starts)
        slope = (found - kept / np.repeat(np.maximum(sums, 1e-9), part.sizes)) * np.repeat(weights, part.sizes)
        slope = (slope / weights.sum()).astype(np.float32)
        inner = slope[:, None] * self.out * (1 - units * units)
        return [part.rows.T @ slope, part.rows.T @ inner, inner.sum(0), units.T @ slope]

    def best(self, part):
        """For each example whether the likeliest row is right, and how likely it is."""
        found, _ = self.probabilities(part.rows, part.starts, part.sizes)
        most = np.repeat(np.maximum.reduceat(found, part.starts), part.sizes)
        hit = np.logical_or.reduceat((found >= most) & part.right, part.starts) & ~part.missing
        return hit, np.maximum.reduceat(found, part.starts)


def learn(part, weights, arguments, seed):
    """Several rankers from several starts, whose mean is one ranker with all their units: less is left to chance."""
    rankers = [learn_one(part, weights, arguments, 100 * seed + start) for start in range(arguments.starts)]
    mean = rankers[0]
    mean.direct = sum(ranker.direct for ranker in rankers) / len(rankers)
    mean.into = np.concatenate([ranker.into for ranker in rankers], 1)
    mean.bias = np.concatenate([ranker.bias for ranker in rankers])
    mean.out = np.concatenate([ranker.out for ranker in rankers]) / len(rankers)
    return mean


def learn_one(part, weights, arguments, seed):
    random = np.random.default_rng(seed)
    keep = np.flatnonzero(~part.missing)
    part, weights = part.of(keep), weights[keep]
    ranker = Ranker(part.rows.shape[1], arguments.hidden, random)
    moments = [[np.zeros_like(p), np.zeros_like(p)] for p in ranker.parameters()]
    steps, total = 0, arguments.epochs * (len(part) // arguments.batch + 1)
    for _ in range(arguments.epochs):
        order = random.permutation(len(part))
        for at in range(0, len(order), arguments.batch):
            chosen = order[at:at + arguments.batch]
            gradients = ranker.gradients(part.of(chosen), weights[chosen])
            steps += 1
            rate = arguments.rate * max(0.02, 1 - steps / total)
            for p, g, (m, v) in zip(ranker.parameters(), gradients, moments):
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                p -= rate * ((m / (1 - 0.9 ** steps)) / (np.sqrt(v / (1 - 0.999 ** steps)) + 1e-8) + arguments.decay * p)
    return ranker


def calibration(hit, sure):
    lines = []
    for low in np.arange(0, 1, 0.1):
        inside = (sure >= low) & (sure < low + 0.1 + (low > 0.85))
        if inside.sum():
            lines.append(f"{low:.1f}: {hit[inside].mean():.2f} of {inside.sum()}")
    return "; ".join(lines)


def write(rankers, features, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Learned by training/pronouns.py: whom a pronoun asks for, a feature, its weight, its weights in the hidden units.\n")
        for asks, ranker in zip(ASKS, rankers):
            for name, direct, into in zip(features, ranker.direct, ranker.into):
                out.write(f"{asks} {name} " + " ".join(f"{w:.3g}" for w in [direct, *into]) + "\n")
            out.write(f"{asks} BIAS 0 " + " ".join(f"{w:.3g}" for w in ranker.bias) + "\n")
            out.write(f"{asks} OUT 0 " + " ".join(f"{w:.3g}" for w in ranker.out) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples")
    parser.add_argument("features")
    parser.add_argument("out")
    parser.add_argument("--train", default="0,1,2,3")
    parser.add_argument("--weights", default="120,2,2,10")
    parser.add_argument("--chains", default="1,2")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--hidden", type=int, default=8)
    parser.add_argument("--starts", type=int, default=16)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=0.004)
    parser.add_argument("--decay", type=float, default=0.2)
    arguments = parser.parse_args()
    source = open(arguments.features, encoding="utf-8").read()
    body = re.sub(r"//.*", "", source[source.index("enum Feature {") + 14:source.rindex("}")])
    features = [name.strip() for name in body.split(",") if name.strip()]
    train = [int(n) for n in arguments.train.split(",")]
    weight = dict(zip(train, (float(w) for w in arguments.weights.split(","))))
    rankers = []
    for asks, part in zip(ASKS, Examples.read(arguments.examples, len(features))):
        weights = np.array([weight.get(f, 0) for f in part.files], np.float32)
        unbound = part.right & (part.rows[:, [features.index(name) for name in UNBOUND]] > 0).any(1)
        chains = np.isin(part.files, [int(n) for n in arguments.chains.split(",")])
        part.missing |= np.logical_or.reduceat(unbound, part.starts) & chains
        held = (weights == 0) | (chains & (part.texts % 10 == 0))
        if arguments.folds and (part.files == train[0]).any():
            hits, sures = [], []
            for fold in range(arguments.folds):
                out = (part.files == train[0]) & (part.texts % arguments.folds == fold)
                learned = np.flatnonzero(~out & ~held)
                hit, sure = learn(part.of(learned), weights[learned], arguments, fold).best(part.of(np.flatnonzero(out)))
                hits.append(hit)
                sures.append(sure)
            hits, sures = np.concatenate(hits), np.concatenate(sures)
            print(f"{asks} file {train[0]} by {arguments.folds} folds: {hits.mean():.3f} of {len(hits)}")
            print("   " + calibration(hits, sures))
        learned = np.flatnonzero(~held)
        ranker = learn(part.of(learned), weights[learned], arguments, 1)
        for file in sorted(set(part.files)):
            test = part.of(np.flatnonzero(held & (part.files == file)))
            if len(test):
                hit, sure = ranker.best(test)
                print(f"{asks} file {file}: {hit.mean():.3f} of {len(test)}; a right one is missing in {test.missing.mean():.3f}")
                print("   " + calibration(hit, sure))
        rankers.append(ranker)
    write(rankers, features, arguments.out)


if __name__ == "__main__":
    main()
