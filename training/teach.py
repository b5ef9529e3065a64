#!/usr/bin/python3
"""Writes what trained encoders think of the training texts, averaged: the marginals that `train.py --teacher` learns from."""
import argparse
import os
import random

import torch

import corpora
from model import Encoder, marginals
from train import mention_sets
from windows import Batch, cut
from words import Vocabulary


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--models", nargs="+", required=True, help="model.pt files of the teachers")
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--corpora", required=True)
    p.add_argument("--out", required=True, help="file to write")
    p.add_argument("--window", type=int, default=256)
    p.add_argument("--context", type=int, default=0)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    vocabulary = Vocabulary(args.tokenizer)
    documents = corpora.polnear(os.path.join(args.corpora, "polnear", "train")) + mention_sets(args)[0]
    documents += corpora.silver(os.path.join(args.corpora, "silver", "extra.jsonl"), random.Random(0), 1.0)
    soft = {}
    for path in args.models:
        teacher = restored(path)
        for k, d in enumerate(documents):
            mine = think(teacher, d, vocabulary, args)
            old = soft.get(d.name)
            soft[d.name] = tuple(a + b for a, b in zip(old, mine)) if old else mine
            if k % 200 == 0:
                print("%s  %d/%d" % (path, k, len(documents)), flush=True)
    torch.save({name: tuple((x / len(args.models)).half() for x in pair) for name, pair in soft.items()}, args.out)


def restored(path):
    state = torch.load(path)
    encoder = Encoder(layers=state["config"]["layers"])
    encoder.load_state_dict(state["state"])
    return encoder.eval()


def think(teacher, document, vocabulary, args):
    """Marginals [words, labels] of roles and of mentions, of each word in the window that owns it."""
    out = [torch.zeros(len(document.words), len(c.labels)) for c in (teacher.role_crf, teacher.mention_crf)]
    windows = cut(document, vocabulary, args.window, args.context)
    if not windows:
        return tuple(out)
    batch = Batch(windows, vocabulary.pad)
    with torch.no_grad():
        roles, mentions, _, _ = teacher(batch.ids, batch.types, batch.mask)
        at = batch.at.unsqueeze(-1)
        scores = torch.stack([x.gather(1, at.expand(-1, -1, x.shape[-1])) for x in (roles, mentions)])
        sure = marginals(scores, torch.stack([batch.words] * 2), (teacher.role_crf, teacher.mention_crf))
    for k, x in enumerate(windows):
        a, b = x.owned[0] - x.first, x.owned[1] - x.first
        for head in (0, 1):
            out[head][x.owned[0]:x.owned[1]] = sure[head, k, a:b]
    return tuple(out)


if __name__ == "__main__":
    main()
