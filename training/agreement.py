#!/usr/bin/env python3
"""How far two annotations of the same sentences with stances agree (`annotations/README.md` tells their form).

Stances of one sentence are paired one to one, so that the pairs' scores add up to the most. Three pairings are counted:

  stance     the holders share a word, and the act is the same
  anchor     the holders share a word and the pieces of evidence overlap, whatever the act: it asks how often the acts agree
  evidence   the act is the same and the pieces of evidence overlap, whatever the holder

F1 takes neither annotator for the truth: it is the same whichever comes first. Kappa is Cohen's (1960).
"""
import argparse
import collections
import json
import re

ARTICLES = {"a", "an", "the", "of", "in", "for", "and", "s"}
LAST_OF_TRAINING = "own-300"


def read(path):
    with open(path, encoding="utf-8") as lines:
        return {example["id"]: example for example in map(json.loads, lines)}


def words(piece):
    return set(re.findall(r"\w+", (piece or "").lower())) - ARTICLES


def share_a_word(one, other):
    return bool(words(one) & words(other))


def place(stance, piece, text):
    """Where its evidence stands in the text, or its trigger, which stands once in the evidence."""
    start = text.index(stance["evidence"])
    start += stance["evidence"].index(stance[piece]) if piece == "trigger" else 0
    return start, start + len(stance[piece])


def overlap(a, b, piece, text):
    """Characters that both stances' pieces cover, as a share of those from the first to the last that either covers."""
    one, other = place(a, piece, text), place(b, piece, text)
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / (max(one[1], other[1]) - min(one[0], other[0]))


def pair(first, second, score):
    """The pairs, one to one, whose scores (0: no pair) add up to the most; a sentence has few stances, so all ways are tried."""
    if not first:
        return 0, []
    best = pair(first[1:], second, score)
    for i, other in enumerate(second):
        value = score(first[0], other)
        if value > 0:
            rest, pairs = pair(first[1:], second[:i] + second[i + 1:], score)
            if value + rest > best[0]:
                best = value + rest, [(first[0], other)] + pairs
    return best


def stance_score(text):
    """1 for the same holder and act; the target and the evidence only choose between such pairs."""
    def score(a, b):
        if a["act"] != b["act"] or not share_a_word(a["holder"], b["holder"]):
            return 0
        return 1 + 0.1 * same_target(a, b) + 0.01 * overlap(a, b, "evidence", text)
    return score


def anchor_score(text):
    """The triggers choose where one piece of evidence tells two acts."""
    def score(a, b):
        return overlap(a, b, "evidence", text) + overlap(a, b, "trigger", text) if share_a_word(a["holder"], b["holder"]) else 0
    return score


def evidence_score(text):
    def score(a, b):
        return overlap(a, b, "evidence", text) if a["act"] == b["act"] else 0
    return score


def same_target(a, b):
    return share_a_word(a["target"], b["target"]) if a["target"] and b["target"] else a["target"] == b["target"]


def kappa(labels):
    """Cohen's kappa of a list of (first's label, second's label)."""
    n = len(labels)
    ones, others = (collections.Counter(side) for side in zip(*labels))
    chance = sum(ones[x] * others[x] for x in ones) / n ** 2
    return (sum(a == b for a, b in labels) / n - chance) / (1 - chance) if chance < 1 else 1.0


def f1(pairs, first, second):
    return 2 * pairs / (first + second) if first + second else 0.0


def share(part, whole):
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "none"


class Agreement:
    """Counts over some sentences."""

    def __init__(self, first, second, ids):
        self.ids, self.stances, self.anchors, self.evidence = ids, [], [], 0
        self.first = [s for i in ids for s in first[i]["stances"]]
        self.second = [s for i in ids for s in second[i]["stances"]]
        self.any = [(bool(first[i]["stances"]), bool(second[i]["stances"])) for i in ids]
        for i in ids:
            text, sides = first[i]["text"], (first[i]["stances"], second[i]["stances"])
            self.stances += pair(*sides, stance_score(text))[1]
            self.anchors += pair(*sides, anchor_score(text))[1]
            self.evidence += len(pair(*sides, evidence_score(text))[1])

    def rows(self):
        n, m = len(self.first), len(self.second)
        acts = [(a["act"], b["act"]) for a, b in self.anchors]
        targets = [(a["target"], b["target"]) for a, b in self.stances]
        yield "sentences; stances of the first, of the second", f"{len(self.ids)}; {n}, {m}"
        yield "any stance: same answer", share(sum(a == b for a, b in self.any), len(self.any))
        yield "any stance: kappa", f"{kappa(self.any):.3f}"
        yield "stance (holder and act): F1", f"{f1(len(self.stances), n, m):.3f}"
        yield "act and evidence, whatever the holder: F1", f"{f1(self.evidence, n, m):.3f}"
        yield "holder and evidence, whatever the act: F1", f"{f1(len(acts), n, m):.3f}"
        yield "the same act on those", share(sum(a == b for a, b in acts), len(acts))
        yield "kappa of the acts", f"{kappa(acts):.3f}"
        yield "stance and target: F1", f"{f1(sum(same_target(a, b) for a, b in self.stances), n, m):.3f}"
        yield "same target on matched stances", share(sum(same_target(a, b) for a, b in self.stances), len(targets))
        yield "whether there is a target: kappa", f"{kappa([(a is None, b is None) for a, b in targets]):.3f}"
        both = [(a, b) for a, b in targets if a and b]
        yield "same target, where both name one", share(sum(share_a_word(a, b) for a, b in both), len(both))
        yield "same polarity on matched stances", share(sum(a["polarity"] == b["polarity"] for a, b in self.stances), len(targets))

    def acts(self):
        first, second = (collections.Counter(s["act"] for s in side) for side in (self.first, self.second))
        both = collections.Counter(a["act"] for a, _ in self.stances)
        for act in sorted(first | second):
            yield act, first[act], second[act], both[act], f1(both[act], first[act], second[act])


def differences(first, second, ids):
    """Per sentence that differs, the stances that only one side has, and matched ones whose target or polarity differ."""
    for i in ids:
        text, one, two = first[i]["text"], first[i]["stances"], second[i]["stances"]
        pairs = pair(one, two, stance_score(text))[1]
        lines = [f"  {mark} {s['holder']} | {s['act']} | {s['target']} | {s['polarity']} | {s['trigger']}"
                 for mark, side, matched in (("1", one, [a for a, _ in pairs]), ("2", two, [b for _, b in pairs]))
                 for s in side if not any(s is x for x in matched)]
        lines += [f"  = {a['holder']} | {a['act']} | {a['target']} / {b['target']} | {a['polarity']} / {b['polarity']}"
                  for a, b in pairs if not same_target(a, b) or a["polarity"] != b["polarity"]]
        if lines:
            yield "\n".join([f"{i} {text}", *lines])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", nargs="?", default="training/annotations/stances.jsonl", help="the first annotation, with the texts (%(default)s)")
    parser.add_argument("second", nargs="?", default="training/annotations/stances.second.jsonl", help="the second annotation (%(default)s)")
    parser.add_argument("--differences", action="store_true",
                        help="list what differs and no figures: 1 and 2 mark a stance that only that side has, = a pair with another target or polarity")
    options = parser.parse_args()
    first, second = read(options.first), read(options.second)
    if first.keys() != second.keys():
        parser.error(f"the files annotate different sentences: {', '.join(sorted(first.keys() ^ second.keys())[:5])}")
    if options.differences:
        print("\n".join(differences(first, second, list(first))))
        return
    parts = {"all": list(first), "train": [i for i in first if i <= LAST_OF_TRAINING], "choose": [i for i in first if i > LAST_OF_TRAINING]}
    counted = {name: Agreement(first, second, ids) for name, ids in parts.items()}
    print("| | " + " | ".join(counted) + " |\n| --- |" + " --- |" * len(counted))
    for row in zip(*(agreement.rows() for agreement in counted.values())):
        print(f"| {row[0][0]} | " + " | ".join(value for _, value in row) + " |")
    print("\n| act | first | second | both | F1 |\n| --- | --- | --- | --- | --- |")
    for act, *counts, value in counted["all"].acts():
        print(f"| {act} | " + " | ".join(map(str, counts)) + f" | {value:.3f} |")


if __name__ == "__main__":
    main()
