"""Documents cut into windows of word pieces, with the labels, spans and links that a window holds."""
import random
from dataclasses import dataclass

import torch

from model import MENTION_LABELS, ROLE_LABELS

CLOSING = set("\"'\u201d\u2019\u00bb)]")


@dataclass
class Window:
    document: object
    first: int
    last: int
    owned: tuple
    ids: list
    types: list
    at: list
    """at: for each word of [first, last) the place of its first piece"""


def pieces_of(document, vocabulary):
    if not hasattr(document, "pieces"):
        document.pieces = [vocabulary.pieces(document.words.word(i)) for i in range(len(document.words))]
    return document.pieces


def owned_ranges(document, vocabulary, budget, first_budget=None):
    """Ranges of words: whole paragraphs while they fit; a longer one is cut behind a sentence's end where the second half of the budget has one."""
    pieces, words = pieces_of(document, vocabulary), document.words
    paragraphs, start = [], 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words.paragraph[i] != words.paragraph[start]:
            paragraphs.append((start, i))
            start = i
    ranges, begin, used, limit = [], 0, 2, first_budget or budget
    for a, b in paragraphs:
        size = sum(len(pieces[i]) for i in range(a, b)) + 1
        if used + size > limit and a > begin:
            ranges.append((begin, a))
            begin, used, limit = a, 2, budget
        while used + size > limit and begin < b:
            cut = _cut(words, pieces, begin, b, limit - 3)
            if cut >= b:
                break
            ranges.append((begin, cut))
            begin, used, limit = cut, 2, budget
            size = sum(len(pieces[i]) for i in range(begin, b)) + 1
        used += size
    if begin < len(words):
        ranges.append((begin, len(words)))
    return ranges


def _cut(words, pieces, begin, end, budget):
    used, i, sentence = 0, begin, None
    while i < end and used + len(pieces[i]) <= budget:
        used += len(pieces[i])
        i += 1
        closing = i
        while closing < end and words.word(closing) in CLOSING:
            closing += 1
        if used > budget // 2 and words.word(i - 1) in (".", "!", "?") and closing == i:
            sentence = i
        elif used > budget // 2 and words.word(i - 1) in CLOSING and closing == i:
            k = i - 1
            while k > begin and words.word(k) in CLOSING:
                k -= 1
            if words.word(k) in (".", "!", "?"):
                sentence = i
    return i if i >= end else sentence or max(i, begin + 1)


def window(document, vocabulary, owned, size, context):
    pieces, words = pieces_of(document, vocabulary), document.words
    first, last, left = owned[0], owned[1], context
    while first > 0 and left - len(pieces[first - 1]) - 1 >= 0:
        first -= 1
        left -= len(pieces[first]) + (words.paragraph[first] != words.paragraph[first + 1])
    left = context
    while last < len(words) and left - len(pieces[last]) - 1 >= 0:
        left -= len(pieces[last]) + (words.paragraph[last] != words.paragraph[last - 1])
        last += 1
    ids, types, at = [vocabulary.cls], [0], []
    for i in range(first, last):
        if i > first and words.paragraph[i] != words.paragraph[i - 1]:
            ids.append(vocabulary.sep)
            types.append(0)
        at.append(len(ids))
        ids += pieces[i]
        types += [words.types[i]] * len(pieces[i])
    return Window(document, first, last, owned, ids + [vocabulary.sep], types + [0], at)


def cut(document, vocabulary, size, context, rng=None):
    """The windows of a document. For training, rng draws the size of the first one, so that the next epoch cuts elsewhere, and now and then
    takes the capitals away, or gives some to every word, as headlines and the web do."""
    first = rng.randint(size // 4, size - 2 * context) if rng else None
    found = [window(document, vocabulary, r, size, context) for r in owned_ranges(document, vocabulary, size - 2 * context, first)]
    for x in found if rng else ():
        draw = rng.random()
        if draw < document.recase:
            case = 2 if draw < document.recase / 5 else 1 if draw < document.recase / 2 else 0
            letters = set(range(len(x.ids))) & {at + k for i, at in enumerate(x.at) if document.words.counts(x.first + i)
                                                for k in range(len(document.pieces[x.first + i]))}
            x.types = [t // 3 * 3 + case if k in letters else t for k, t in enumerate(x.types)]
    return found


def mark(row, spans, names, first):
    """Writes spans of (begin, end, kind) as BIOES labels; a span that the window cuts keeps its inner labels."""
    for begin, end, kind in spans:
        base = names.index("B-" + kind)
        for i in range(max(begin, first), min(end, first + len(row))):
            row[i - first] = base + (3 if end - begin == 1 else 0 if i == begin else 2 if i == end - 1 else 1)


def bucket(looking, found):
    """Distance bucket of contract `links`: powers of two, before and after apart."""
    before = found[0] < looking[0]
    gap = max(0, looking[0] - found[1] if before else found[0] - looking[1])
    k = min(7, (gap + 1).bit_length() - 1)
    return k if before else 8 + k


def batches(windows, tokens, rng):
    """Windows of like length together, about `tokens` pieces a batch, in random order."""
    order = sorted(windows, key=lambda x: len(x.ids) + rng.random() * 16)
    out, now = [], []
    for one in order:
        if now and len(one.ids) * (len(now) + 1) > tokens:
            out.append(now)
            now = []
        now.append(one)
    out.append(now)
    rng.shuffle(out)
    return out


class Batch:
    """Tensors of several windows: pieces, labels by word, and the links as flat lists of spans."""

    def __init__(self, windows, pad):
        b, s, t = len(windows), max(len(x.ids) for x in windows), max(len(x.at) for x in windows)
        self.windows = windows
        self.ids = torch.full((b, s), pad)
        self.types = torch.zeros(b, s, dtype=torch.long)
        self.mask = torch.zeros(b, s, dtype=torch.long)
        self.at = torch.zeros(b, t, dtype=torch.long)
        self.words = torch.zeros(b, t, dtype=torch.bool)
        self.gold = torch.zeros(2, b, t, dtype=torch.long)
        self.weights = torch.zeros(2, b)
        self.soft = None
        for k, x in enumerate(windows):
            n = len(x.ids)
            self.ids[k, :n], self.types[k, :n], self.mask[k, :n] = torch.tensor(x.ids), torch.tensor(x.types), 1
            self.at[k, :len(x.at)], self.words[k, :len(x.at)] = torch.tensor(x.at), True
            self._label(k, x)
        if any(x.document.soft is not None for x in windows):
            self._soften(windows)
        self._link(windows, s)

    def _soften(self, windows):
        self.soft = torch.zeros(*self.gold.shape, len(ROLE_LABELS))
        for k, x in enumerate(windows):
            if x.document.soft is not None:
                for head in (0, 1):
                    self.soft[head, k, :len(x.at)] = x.document.soft[head][x.first:x.last].float()

    def _label(self, k, x):
        d = x.document
        if d.statements is not None:
            row = [0] * len(x.at)
            spans = [(*c, "CONTENT") for s in d.statements for c in s.content] + [(*s.cue, "CUE") for s in d.statements]
            mark(row, spans + [(*s.source, "SOURCE") for s in d.statements if s.source], ROLE_LABELS, x.first)
            self.gold[0, k, :len(row)], self.weights[0, k] = torch.tensor(row), 1.0
        if d.mentions is not None:
            row = [0] * len(x.at)
            mark(row, d.mentions, MENTION_LABELS, x.first)
            for i in d.masked:
                if x.first <= i < x.last:
                    row[i - x.first] = -1
            self.gold[1, k, :len(row)], self.weights[1, k] = torch.tensor(row), d.weight

    def _link(self, windows, s):
        cues, contents, sources = [], [], []
        for k, x in enumerate(windows):
            inside = lambda span: x.first <= span[0] and span[1] <= x.last
            known = {}
            for one in x.document.statements or []:
                if not inside(one.cue):
                    continue
                source = -1
                if one.source and inside(one.source):
                    source = known.setdefault(one.source, len(sources))
                    if source == len(sources):
                        sources.append((k, one.source))
                elif one.source:
                    source = -2
                cues.append((k, one.cue, source))
                contents += [(k, c, len(cues) - 1) for c in one.content if inside(c)]
        self.cues, self.contents, self.sources = (Spans(windows, x, s) for x in (cues, contents, sources))
        self.cue_of = torch.tensor([c[2] for c in contents], dtype=torch.long)
        self.source_of = torch.tensor([c[2] for c in cues], dtype=torch.long)
        self.content_cue = torch.tensor([[bucket(c[1], q[1]) for q in cues] for c in contents], dtype=torch.long).view(len(contents), len(cues))
        self.cue_source = torch.tensor([[bucket(q[1], o[1]) for o in sources] for q in cues], dtype=torch.long).view(len(cues), len(sources))


class Spans:
    """Spans of words over a batch, for the mean of what stands at their first pieces."""

    def __init__(self, windows, spans, s):
        self.row = torch.tensor([x[0] for x in spans], dtype=torch.long)
        place, owner = [], []
        for n, one in enumerate(spans):
            x = windows[one[0]]
            for i in range(*one[1]):
                place.append(one[0] * s + x.at[i - x.first])
                owner.append(n)
        self.place, self.owner = torch.tensor(place, dtype=torch.long), torch.tensor(owner, dtype=torch.long)

    def __len__(self):
        return len(self.row)

    def mean(self, flat):
        total = torch.zeros(len(self), flat.shape[1]).index_add(0, self.owner, flat[self.place])
        return total / torch.bincount(self.owner, minlength=len(self)).clamp(min=1).unsqueeze(1)
