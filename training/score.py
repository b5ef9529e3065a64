"""Decoding of windows, and the scores of what was found, as `demarche eval` counts them."""
import collections

import torch

from corpora import Statement
from model import MENTION_LABELS, ROLE_LABELS, WIDTH
from windows import Batch, bucket, cut


def viterbi(scores, chain, mask):
    """Best label sequences: scores [B,T,L], mask [B,T] -> [B,T] (Viterbi 1967)."""
    b, t, n = scores.shape
    trans, end = chain.masked(), chain.ends()
    alpha, back = chain.starts() + scores[:, 0], []
    for k in range(1, t):
        best, who = (alpha.unsqueeze(-1) + trans).max(1)
        on = mask[:, k].unsqueeze(-1)
        back.append(torch.where(on, who, torch.arange(n).expand(b, n)))
        alpha = torch.where(on, best + scores[:, k], alpha)
    path = [(alpha + end).argmax(-1)]
    for who in reversed(back):
        path.append(who.gather(1, path[-1].unsqueeze(1)).squeeze(1))
    return torch.stack(path[::-1], 1)


def spans(row, names):
    """(begin, end, kind) of a row of BIOES labels."""
    found, start = [], None
    for i, label in enumerate(row):
        mark, kind = names[label][0], names[label][2:]
        if mark == "O":
            if start is not None:
                found.append((*start, kind_of))
            start = None
            continue
        if mark in "BS" or start is None:
            start, kind_of = (i, i + 1), kind
        else:
            start = (start[0], i + 1)
        if mark in "ES":
            found.append((*start, kind))
            start = None
    if start is not None:
        found.append((*start, kind_of))
    return found


def analyse(encoder, documents, vocabulary, size, context, tokens=8192):
    """Per document: (statements, mentions), as ranges of words."""
    windows = [x for d in documents for x in cut(d, vocabulary, size, context)]
    found = collections.defaultdict(lambda: ([], []))
    order = sorted(range(len(windows)), key=lambda k: len(windows[k].ids))
    groups, now = [], []
    for k in order:
        if now and len(windows[k].ids) * (len(now) + 1) > tokens:
            groups.append(now)
            now = []
        now.append(k)
    groups += [now] if now else []
    encoder.eval()
    with torch.no_grad():
        for group in groups:
            batch = Batch([windows[k] for k in group], vocabulary.pad)
            roles, mentions, links, _ = encoder(batch.ids, batch.types, batch.mask)
            at = batch.at.unsqueeze(-1)
            pick = lambda x: x.gather(1, at.expand(-1, -1, x.shape[-1]))
            role_rows = viterbi(pick(roles), encoder.role_crf, batch.words)
            mention_rows = viterbi(pick(mentions), encoder.mention_crf, batch.words)
            vectors = pick(links)
            for j, k in enumerate(group):
                x, n = windows[k], len(windows[k].at)
                out = found[id(x.document)]
                out[0].extend(statements(x, spans(role_rows[j, :n].tolist(), ROLE_LABELS), vectors[j, :n], links[j, 0], encoder))
                out[1].extend((a + x.first, b + x.first, kind) for a, b, kind in spans(mention_rows[j, :n].tolist(), MENTION_LABELS)
                              if x.owned[0] <= a + x.first < x.owned[1])
    return [found[id(d)] for d in documents]


def statements(x, found, vectors, none, encoder):
    """The statements of a window: contents take their best cue, cues their best source or none."""
    of = lambda kind: [(a, b) for a, b, k in found if k == kind]
    cues, sources = of("CUE"), of("SOURCE")
    part = lambda span, i: vectors[span[0]:span[1], i * WIDTH:(i + 1) * WIDTH].mean(0)
    looked, seekers, offered = [part(q, 1) for q in cues], [part(q, 2) for q in cues], [part(s, 3) for s in sources]
    contents, out = collections.defaultdict(list), []
    for c in of("CONTENT"):
        a = part(c, 0)
        scores = [float(a @ b + encoder.content_cue[bucket(c, q)]) for q, b in zip(cues, looked)]
        contents[max(range(len(cues)), key=scores.__getitem__) if cues else -1 - len(contents)].append(c)
    shift = lambda s: (s[0] + x.first, s[1] + x.first)
    for k, pieces in contents.items():
        cue, source = (cues[k], None) if k >= 0 else (None, None)
        if cue:
            scores = [float(seekers[k] @ e + encoder.cue_source[bucket(cue, s)]) for s, e in zip(sources, offered)]
            best = max(range(len(sources)), key=scores.__getitem__) if sources else None
            if best is not None and scores[best] > float(seekers[k] @ none[3 * WIDTH:]):
                source = sources[best]
        if x.owned[0] <= (cue or pieces[0])[0] + x.first < x.owned[1]:
            out.append(Statement(source and shift(source), cue and shift(cue), [shift(p) for p in pieces]))
    return out


def f1(tp, found, gold):
    p, r = tp / max(1, found), tp / max(1, gold)
    return 2 * p * r / max(1e-9, p + r)


def statement_scores(documents, found):
    """The figures of the statements' scorer, by name: F1 of statement, content/exact, content/overlap and of the tokens of each role."""
    c = collections.Counter()
    for d, (predicted, _) in zip(documents, found):
        words = lambda ranges: frozenset(i for a, b in ranges for i in range(a, b) if d.words.counts(i))
        row = lambda s: (words([s.source] if s.source else []), words([s.cue] if s.cue else []), words(s.content))
        gold, mine = [row(s) for s in d.statements], [r for r in map(row, predicted) if r[2]]
        for k, role in enumerate(("source/token", "cue/token", "content/token")):
            g, p = frozenset().union(*(r[k] for r in gold)), frozenset().union(*(r[k] for r in mine))
            c[role] += len(g & p)
            c[role, "g"] += len(g)
            c[role, "f"] += len(p)
        a, b = collections.Counter(r[2] for r in gold), collections.Counter(r[2] for r in mine)
        c["content/exact"] += sum((a & b).values())
        dice = lambda g, p: 2 * len(g[2] & p[2]) / (len(g[2]) + len(p[2]))
        right = lambda g, p: dice(g, p) if _same(g[0], p[0]) else 0.0
        c["content/overlap"] += _aligned(gold, mine, dice)
        c["statement"] += _aligned(gold, mine, right)
        for role in ("content/exact", "content/overlap", "statement"):
            c[role, "g"] += len(gold)
            c[role, "f"] += len(mine)
    names = ("statement", "content/token", "content/exact", "content/overlap", "source/token", "cue/token")
    return {k: f1(c[k], c[k, "f"], c[k, "g"]) for k in names}


def _same(gold, found):
    if not gold or not found:
        return not gold and not found
    return len(gold & found) * 2 >= min(len(gold), len(found)) and len(found) <= 3 * len(gold) + 10


def _aligned(gold, found, score):
    pairs = sorted(((score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), key=lambda p: -p[0])
    left, right, n = set(), set(), 0
    for s, i, j in pairs:
        if s < 0.5:
            break
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            n += 1
    return n


def mention_scores(documents, found):
    """Micro F1 of exact spans with their types."""
    tp = g = f = 0
    for d, (_, predicted) in zip(documents, found):
        gold, mine = set(d.mentions), {m for m in predicted if not any(m[0] <= i < m[1] for i in d.masked)}
        tp, g, f = tp + len(gold & mine), g + len(gold), f + len(mine)
    return f1(tp, f, g)
