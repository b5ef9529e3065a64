#!/usr/bin/python3
"""Trains the encoder of Demarche: statements, mentions and links in one forward pass. See README.md beside this file."""
import argparse
import copy
import json
import os
import random
import time

import torch
import torch.nn.functional as F

import base_weights
import corpora
from model import WIDTH, Encoder, chain_loss
from score import analyse, mention_scores, statement_scores
from windows import Batch, batches, cut
from words import Vocabulary


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--base", required=True, help="ONNX file of the pretrained encoder")
    p.add_argument("--tokenizer", required=True, help="its tokenizer's JSON file")
    p.add_argument("--corpora", required=True, help="folder with polnear/, ner/, linking/")
    p.add_argument("--out", required=True, help="folder for checkpoints and the report; an unfinished run there goes on")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=1e-4, help="peak learning rate of the encoder (default %(default)s)")
    p.add_argument("--decay", type=float, default=0.9, help="factor of the learning rate from each layer to the one below (default %(default)s)")
    p.add_argument("--tokens", type=int, default=4096, help="word pieces a batch (default %(default)s)")
    p.add_argument("--window", type=int, default=256)
    p.add_argument("--context", type=int, default=0)
    p.add_argument("--mentions", type=float, default=0.5, help="weight of the mentions' loss (default %(default)s)")
    p.add_argument("--links", type=float, default=0.5, help="weight of the links' loss (default %(default)s)")
    p.add_argument("--average", type=float, default=0.998, help="decay of the averaged weights (default %(default)s)")
    p.add_argument("--teacher", help="the teachers' marginals, which teach.py wrote")
    p.add_argument("--start", help="a model.pt to go on from, instead of the pretrained encoder alone")
    p.add_argument("--rename", type=float, default=0.0, help="share of the texts with mentions alone that get other names (default %(default)s)")
    p.add_argument("--share", type=float, default=0.5, help="what the teachers count beside the gold labels (default %(default)s)")
    p.add_argument("--taught", type=float, default=1.0, help="weight of what the teachers say of mentions (default %(default)s)")
    p.add_argument("--silver", type=float, default=1.0, help="weight of the mentions that CoreNLP found (default %(default)s)")
    p.add_argument("--repeat", type=int, default=1, help="how often an epoch sees the gold mentions (default %(default)s)")
    p.add_argument("--threads", type=int, default=os.cpu_count())
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--limit", type=int, help="only so many articles, to try the script out")
    return p.parse_args()


def link_loss(encoder, links, batch):
    """Cross entropy of each content's cue among the cues of its window, and of each cue's source among the sources or none."""
    flat = links.reshape(-1, links.shape[-1])
    part = lambda spans, i: spans.mean(flat[:, i * WIDTH:(i + 1) * WIDTH])
    loss, n = links.sum() * 0, 0
    if len(batch.contents) and len(batch.cues):
        scores = part(batch.contents, 0) @ part(batch.cues, 1).t() + encoder.content_cue[batch.content_cue]
        scores = scores.masked_fill(batch.contents.row[:, None] != batch.cues.row[None], -1e4)
        loss, n = loss + F.cross_entropy(scores, batch.cue_of, reduction="sum"), n + len(batch.contents)
    known = (batch.source_of > -2).nonzero().squeeze(1)
    if len(known):
        c = part(batch.cues, 2)[known]
        rows = batch.cues.row[known]
        none = (c * links[rows, 0, 3 * WIDTH:]).sum(-1, keepdim=True)
        target = torch.zeros(len(known), dtype=torch.long)
        scores = none
        if len(batch.sources):
            found = c @ part(batch.sources, 3).t() + encoder.cue_source[batch.cue_source[known]]
            scores = torch.cat([none, found.masked_fill(rows[:, None] != batch.sources.row[None], -1e4)], 1)
            target = batch.source_of[known] + 1
        loss, n = loss + F.cross_entropy(scores, target, reduction="sum"), n + len(known)
    return loss / max(1, n)


def loss_of(encoder, batch, args):
    roles, mentions, links, _ = encoder(batch.ids, batch.types, batch.mask)
    at = batch.at.unsqueeze(-1)
    scores = torch.stack([x.gather(1, at.expand(-1, -1, x.shape[-1])) for x in (roles, mentions)])
    mask = torch.stack([batch.words, batch.words])
    weights = torch.stack([batch.weights[0], batch.weights[1] * args.mentions])
    chains = (encoder.role_crf, encoder.mention_crf)
    total = chain_loss(scores, batch.gold, mask, chains, weights, batch.soft, args.share, torch.tensor([1.0, args.mentions * args.taught]))
    return total + args.links * link_loss(encoder, links, batch) * 0.1 if len(batch.cues) else total


def optimizer(encoder, args):
    groups = []
    depth = len(encoder.l)
    for name, p in encoder.named_parameters():
        if name == "we.weight":
            p.requires_grad = False
            continue
        body = name.startswith("l.")
        head = name.split(".")[0] in ("roles", "mentions", "links", "role_crf", "mention_crf", "content_cue", "cue_source", "te")
        rate = args.rate * 10 if head else args.rate * args.decay ** (depth - 1 - int(name.split(".")[1]) if body else depth)
        groups.append({"params": [p], "lr": rate, "weight_decay": 0.01 if p.dim() > 1 else 0.0})
    return torch.optim.AdamW(groups)


def mention_sets(args):
    folder = os.path.join(args.corpora, "ner")
    gold = corpora.iob(os.path.join(folder, "crossner-politics.train.txt"))
    for name in ("news-fair-v2.dev.jsonl", "msnbc-updated.jsonl"):
        path = os.path.join(args.corpora, "linking", name)
        gold += corpora.linked(path) if os.path.exists(path) else []
    for d in gold:
        d.recase = 0.15
    return gold, {"crossner": corpora.iob(os.path.join(folder, "crossner-politics.dev.txt")), "uner": corpora.iob(os.path.join(folder, "uner-ewt.dev.iob2"))}


def report(encoder, dev, mention_dev, vocabulary, args, line):
    began = time.time()
    scores = statement_scores(dev, analyse(encoder, dev, vocabulary, args.window, args.context))
    for name, documents in mention_dev.items():
        scores[name] = mention_scores(documents, analyse(encoder, documents, vocabulary, args.window, args.context))
    print(line + "  " + "  ".join("%s %.3f" % x for x in scores.items()) + "  (%.0f s)" % (time.time() - began), flush=True)
    with open(os.path.join(args.out, "report.jsonl"), "a") as f:
        f.write(json.dumps({"at": line.strip(), **{k: round(v, 4) for k, v in scores.items()}}) + "\n")
    return scores


def main():
    args = arguments()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    vocabulary = Vocabulary(args.tokenizer)
    train = corpora.polnear(os.path.join(args.corpora, "polnear", "train"))[:args.limit]
    dev = corpora.polnear(os.path.join(args.corpora, "polnear", "dev"), silver=False)[:args.limit]
    gold_mentions, mention_dev = mention_sets(args)
    for d in train:
        d.weight = args.silver
    silver = corpora.silver(os.path.join(args.corpora, "silver", "extra.jsonl"), random.Random(0), args.silver)
    corpora.settle(train + silver)
    pool = corpora.names(gold_mentions + silver)
    soft = torch.load(args.teacher) if args.teacher else {}
    for d in train + gold_mentions + silver:
        d.soft = soft.get(d.name)
    weights = base_weights.load(args.base)
    encoder = Encoder(layers=1 + max(int(k.split(".")[1]) for k in weights if k.startswith("l.")))
    encoder.start_from(weights)
    if args.start:
        encoder.load_state_dict(torch.load(args.start)["state"])
    averaged = copy.deepcopy(encoder)  # Polyak-Ruppert averaging
    opt = optimizer(encoder, args)
    per_epoch = sum(len(x.ids) for d in train + gold_mentions * args.repeat + silver[::2] for x in cut(d, vocabulary, args.window, args.context)) // args.tokens + 1
    steps, step, epoch = per_epoch * args.epochs, 0, 0
    factor = lambda s: min((s + 1) / (0.06 * steps), max(0.0, 1 - s / steps) ** 1.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(opt, factor)
    last = os.path.join(args.out, "last.pt")
    if os.path.exists(last):
        state = torch.load(last)
        encoder.load_state_dict(state["encoder"])
        averaged.load_state_dict(state["averaged"])
        opt.load_state_dict(state["opt"])
        schedule.load_state_dict(state["schedule"])
        step, epoch = state["step"], state["epoch"]
        print("goes on behind epoch %d" % epoch, flush=True)
    print("%d articles, about %d steps an epoch, %d epochs" % (len(train), per_epoch, args.epochs), flush=True)
    while epoch < args.epochs:
        rng = random.Random(args.seed * 1000 + epoch)
        some = [corpora.renamed(d, pool, rng) if rng.random() < args.rename and not d.masked else d
                for d in gold_mentions * args.repeat + rng.sample(silver, len(silver) // 2)]
        windows = [x for d in train + some for x in cut(d, vocabulary, args.window, args.context, rng)]
        began, seen, lost = time.time(), 0, 0.0
        todo = batches(windows, args.tokens, rng)
        for n, group in enumerate(todo):
            encoder.train()
            batch = Batch(group, vocabulary.pad)
            loss = loss_of(encoder, batch, args)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            opt.step()
            schedule.step()
            step += 1
            seen, lost = seen + int(batch.mask.sum()), lost + loss.item()
            with torch.no_grad():
                keep = min(args.average, (1 + step) / (10 + step))
                for a, b in zip(averaged.parameters(), encoder.parameters()):
                    if b.requires_grad:
                        a.lerp_(b, 1 - keep)
            if (n + 1) % 25 == 0:
                print("epoch %d  %d/%d  loss %.4f  %.0f pieces/s" % (epoch + 1, n + 1, len(todo), lost / (n + 1), seen / (time.time() - began)), flush=True)
        epoch += 1
        report(averaged, dev, mention_dev, vocabulary, args, "epoch %d averaged" % epoch)
        torch.save({"encoder": encoder.state_dict(), "averaged": averaged.state_dict(), "opt": opt.state_dict(),
                    "schedule": schedule.state_dict(), "step": step, "epoch": epoch}, last)
    balance(averaged, dev, vocabulary, args)
    save(averaged, train, vocabulary, args)


def balance(encoder, dev, vocabulary, args):
    """Moves the score of no role to where the statements on dev are best: long contents make it cheap to find too much."""
    plain = encoder.roles.bias[0].item()
    best = (0.0, 0.0)
    for shift in (-0.05, -0.025, 0.0, 0.025, 0.05, 0.075, 0.1):
        encoder.roles.bias.data[0] = plain + shift
        best = max(best, (report(encoder, dev, {}, vocabulary, args, "balance %+.3f" % shift)["statement"], shift))
    encoder.roles.bias.data[0] = plain + best[1]


def save(encoder, documents, vocabulary, args, length=192, rows=24):
    """Writes the model with what export.py needs beside it, some windows of the training texts among it."""
    windows = (x for d in documents for x in cut(d, vocabulary, args.window, args.context) if len(x.ids) >= length)
    some = [x for x, _ in zip(windows, range(rows))]
    sample = {"ids": [x.ids[:length] for x in some], "types": [x.types[:length] for x in some]}
    config = {"layers": len(encoder.l), "hidden": 384, "heads": 12, "ff": 1536, "types": encoder.te.weight.shape[0], "vocab": encoder.we.weight.shape[0]}
    path = os.path.join(args.out, "model.pt")
    torch.save({"state": encoder.state_dict(), "facts": encoder.facts("encoder-1", args.window, args.context), "config": config, "sample": sample}, path)
    print("wrote " + path)


if __name__ == "__main__":
    main()
