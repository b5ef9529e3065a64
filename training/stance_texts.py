"""Writes the texts that stances are learned from, one JSON object a line: NAME.in.jsonl in OUT for each corpus that is there.

    python3 training/stance_texts.py CORPORA OUT

Of plover/acts.tsv the first 800 rows alone: the others judge. `StanceExamples` reads what is written here.
"""
import csv
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TRAINED = 800


def plover(corpora):
    with open(f"{corpora}/plover/acts.tsv", encoding="utf-8", newline="") as f:
        for i, r in enumerate(csv.DictReader(f, delimiter="\t")):
            if i < TRAINED:
                yield {"id": f"plover-{i}", "text": r["sentence"], "source": r["source"], "target": r["target"], "act": r["act"]}


def gsr(corpora):
    with open(f"{corpora}/plover/PLOVER_GSR_CAMEO.json", encoding="utf-8") as f:
        for r in json.load(f):
            if "text" in r:
                told = r.get("textInfo")
                yield {"id": r["id"], "text": r["text"], "markup": told["markup"] if isinstance(told, dict) else "", "act": r["event"]}


def directed(corpora):
    with open(f"{corpora}/directed-sentiment/train.txt", encoding="utf-8") as f:
        for i, line in enumerate(f):
            c = line.rstrip("\n").split("\t")
            if len(c) == 4:
                yield {"id": f"directed-{i}", "text": re.sub(r"\[([^\]]*)\]", r"\1", c[0]), "p": c[1].strip("' "), "q": c[2].strip("' "), "class": int(c[3])}


def mtsc(corpora):
    with open(f"{corpora}/newsmtsc/train.jsonl", encoding="utf-8") as f:
        for i, line in enumerate(f):
            d = json.loads(line)
            yield {"id": f"mtsc-{i}", "text": d["sentence_normalized"], "targets": [[t["from"], t["to"], t["polarity"]] for t in d["targets"]]}


def polnear(corpora, articles=420):
    folder = f"{corpora}/polnear/train/text"
    names = sorted(os.listdir(folder))
    random.Random(3).shuffle(names)
    for name in names[:articles]:
        with open(f"{folder}/{name}", encoding="utf-8") as f:
            yield {"id": name, "text": f.read()}


def annotated(name):
    def read(_):
        with open(os.path.join(HERE, "annotations", name), encoding="utf-8") as f:
            yield from map(json.loads, f)
    return read


TEXTS = {"plover": plover, "gsr": gsr, "directed": directed, "mtsc": mtsc, "polnear": polnear, "own": annotated("stances.jsonl"),
         "pass": annotated("passages.jsonl"), "copy": annotated("copy.jsonl"), "yield": annotated("yield.jsonl"), "deeds": annotated("deeds.jsonl")}


def main():
    corpora, out = sys.argv[1:3]
    for name, read in TEXTS.items():
        try:
            rows = list(read(corpora))
        except FileNotFoundError as e:
            print(f"{name}: left out, {e.filename} is missing")
            continue
        with open(f"{out}/{name}.in.jsonl", "w", encoding="utf-8") as f:
            for row in rows:
                f.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(name, len(rows))


if __name__ == "__main__":
    main()
