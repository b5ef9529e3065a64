"""Windows with the triggers, parties and arcs that `StanceExamples` found in them, and what is known of them.

What each corpus knows differs: rows of PLOVER name holder, target and act but not the word that says it (`latent`); the records of its manual mark
the words, too (`marked`); annotated and made sentences know it all, also that other words say nothing (`full`); the rules' stances stand for the rest
(`silver`); directed sentiment knows a sign for two actors (`pair`), NewsMTSC one for a target (`toned`).
"""
import bisect
import collections
import json
import os
import re

import numpy as np

from export_stances import ACTS

CLASSES = ["NONE"] + ACTS
TRIGGER, PARTY, ARC, PAIR = 48, 18, 43, 8
STATE, VERB, NOUN, COPULA, NAMED = 20, 21, 22, 47, 0  # places of features in their enums
NOBODY = -1
ANNOTATED = ("own", "pass", "copy", "yield", "deeds")
OLD_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT", "INVESTIGATE": "ACCUSE"}
PLAIN = set("the a an s of and mr mrs ms dr sir president prime minister foreign secretary senator sen rep chancellor king queen prince general leader".split())


class Window:
    """Pieces [start, start + n) of the states, with sentences."""

    def __init__(self, corpus, text, source, meta, states):
        self.corpus, self.text, self.source, self.states = corpus, text, source, states
        self.document, self.start, self.n, self.at, self.begin, self.end = (meta[k] for k in ("text", "start", "n", "at", "begin", "end"))
        self.sentences = []

    def place(self, offset):
        i = bisect.bisect_right(self.end, offset)
        return self.at[i] if i < len(self.at) else None


class Sentence:
    """Triggers and parties with their places in the window and their features, as bits."""

    def __init__(self, window, found):
        keep = [(window.place(t[0]), t, row) for t, row in zip(found["triggers"], found["arcs"])]
        keep = [k for k in keep if k[0] is not None]
        parties = [(window.place(p[2]), p, j) for j, p in enumerate(found["parties"]) if p[2] >= window.begin[0]]
        parties = [p for p in parties if p[0] is not None]
        self.usable = bool(keep and parties)
        if self.usable:
            self.trigger_at, self.trigger_span = [k[0] for k in keep], [k[1][:2] for k in keep]
            self.trigger_bits = [k[1][2] for k in keep]
            self.party_at, self.party_span = [p[0] for p in parties], [p[1][:2] for p in parties]
            self.head, self.party_bits, self.name = [p[1][2] for p in parties], [p[1][3] for p in parties], [p[1][4] for p in parties]
            self.arcs = np.array([[k[2][p[2]] for p in parties] for k in keep], dtype=np.int64)
            self.words = [window.text[b:e] for b, e in self.party_span]
        self.latent = self.marked = self.full = self.silver = self.pair = self.toned = self.taught = self.tone = None

    def verb(self, t):
        return self.trigger_bits[t] >> VERB & 1 and not self.trigger_bits[t] >> COPULA & 1

    def inside(self, begin, end):
        return [j for j, h in enumerate(self.head) if begin <= h < end]


def read(folder, corpus, states="h"):
    """The windows of a corpus, upon the encoder's states or, for `ids`, the word pieces themselves; with what a teacher thinks of them, where it was asked."""
    lines = lambda end: [json.loads(x) for x in open(f"{folder}/{corpus}.{end}.jsonl", encoding="utf-8")]
    states, by_text = np.load(f"{folder}/{corpus}.{states}.npy", mmap_mode="r"), collections.defaultdict(list)
    for m in json.load(open(f"{folder}/{corpus}.meta.json")):
        by_text[m["text"]].append(m)
    all_windows = []
    for t, (found, source) in enumerate(zip(lines("out"), lines("in"))):
        if any(ord(c) > 0xffff for c in found["text"]):
            continue  # offsets would differ
        mine = [Window(corpus, found["text"], source, m, states) for m in by_text[t]]
        for s in found["sentences"]:
            for w in mine:
                if s["triggers"] and s["parties"] and w.begin and w.begin[0] <= s["triggers"][0][0] < w.end[-1]:
                    sentence = Sentence(w, s)
                    if sentence.usable:
                        w.sentences.append(sentence)
                        label(w, sentence, found)
                    break
        all_windows += [w for w in mine if w.sentences]
    teach(f"{folder}/{corpus}", [s for w in all_windows for s in w.sentences])
    return all_windows


def teach(path, sentences):
    """Gives the sentences what `stance_teacher.py` wrote of them, in the same order."""
    if os.path.exists(path + ".soft.npz"):
        told, a, b = np.load(path + ".soft.npz"), 0, 0
        acts, holders, targets = (told[k].astype(np.float32) for k in ("acts", "holders", "targets"))
        for s in sentences:
            n, m = s.arcs.shape[0], s.arcs.shape[1] + 1
            s.taught = acts[a:a + n], holders[b:b + n * m].reshape(n, m), targets[b:b + n * m].reshape(n, m)
            a, b = a + n, b + n * m
    if os.path.exists(path + ".tone.npz"):
        tones = np.load(path + ".tone.npz")["tones"].astype(np.float32)
        for s, tone in zip((s for s in sentences if s.pair), tones):
            s.tone = tone


def words(name):
    found = set(re.findall(r"\w+", (name or "").lower()))
    return (found - PLAIN) or found


def near(name, others):
    a = words(name)
    return any(a and b and 2 * len(a & b) >= min(len(a), len(b)) and len(b) <= 2 * len(a) + 4 for b in map(words, others))


def occurrences(text, piece):
    return [(m.start(), m.end()) for m in re.finditer(re.escape(piece), text)] or [(m.start(), m.end()) for m in re.finditer(re.escape(piece), text, re.I)]


def named(sentence, text, phrase):
    """The parties that a phrase of the text holds, else those that share its words."""
    inside = [j for b, e in occurrences(text, phrase) for j in sentence.inside(b, e)]
    return inside or [j for j in range(len(sentence.head)) if near(phrase, [sentence.words[j], sentence.name[j]])]


def acts(act):
    act = OLD_NAMES.get(act, act)
    return ["CONCEDE", "RETREAT"] if act == "YIELD" else [act] if act in ACTS else []


def label(w, s, found):
    row = w.source
    if w.corpus == "plover":
        s.latent = (acts(row["act"]), named(s, w.text, row["source"]), named(s, w.text, row["target"]))
    elif w.corpus == "gsr":
        pieces = {k: re.findall(r"\((?:%s): ([^)]*)\)" % k, row["markup"]) for k in ("SRC|SRC/TAR", "TAR|SRC/TAR", "EVT")}
        events = [t for z in pieces["EVT"] for b, e in occurrences(w.text, z) for t, x in enumerate(s.trigger_span) if b <= x[0] < e]
        holders, targets = ([j for z in pieces[k] for j in named(s, w.text, z)] for k in ("SRC|SRC/TAR", "TAR|SRC/TAR"))
        if events and holders and acts(row["act"]):
            s.marked = (acts(row["act"]), events, holders, targets)
    elif w.corpus == "directed":
        p, q = ([j for j in range(len(s.head)) if near(row[k], [s.words[j], s.name[j]])] for k in "pq")
        one, other = [j for j in p if j not in q], [j for j in q if j not in p]
        if one and other:
            s.pair = (one, other, row["class"])
    elif w.corpus == "mtsc":
        s.toned = [(s.inside(b, e)[-1], {2.0: 2, 4.0: 0, 6.0: 1}[p]) for b, e, p in row["targets"] if s.inside(b, e)]
    elif w.corpus in ANNOTATED:
        s.full, s.pair = annotated(w, s, row), between(w, s, row)
    elif w.corpus == "made":
        s.full = made(s, row)
    if w.corpus in ("directed", "mtsc", "polnear"):
        s.silver = ruled(s, found["silver"])


def ruled(s, silver):
    """(trigger, act, holder or NOBODY, target or NOBODY) for what the rules found."""
    wide = lambda b, e: max(s.inside(b, e), key=lambda j: s.party_span[j][1] - s.party_span[j][0], default=None) if b >= 0 else NOBODY
    rows = []
    for act, hb, he, tb, te, _, _, at in silver:
        t = [i for i, x in enumerate(s.trigger_span) if x[0] == at]
        h, g = wide(hb, he), wide(tb, te)
        if at >= 0 and t and h is not None:
            rows.append((t[0], act, h, NOBODY if g is None else g))
    return rows


def placed(w, stance, what, evidence):
    """Where a holder, target or trigger stands: as annotated, else the occurrence nearest to the trigger."""
    piece = stance[what]
    if piece is None:
        return None
    if what + "At" in stance:
        return stance[what + "At"], stance[what + "At"] + len(piece)
    found = occurrences(w.text, piece)
    if not found:
        return None
    if what == "trigger":
        return next((o for o in found if evidence[0] <= o[0] < evidence[1]), found[0])
    trigger = placed(w, stance, "trigger", evidence) or evidence
    return min(found, key=lambda o: abs(o[0] - trigger[0]))


def annotated(w, s, row):
    """Labels and weights of the triggers, and the arcs of those that say an act. Other words of a trigger, and a light verb before it, count neither way."""
    n, groups = len(s.trigger_span), {}
    labels, counts = np.zeros(n, dtype=np.int64), np.ones(n)
    for stance in row["stances"]:
        evidence = (occurrences(w.text, stance["evidence"]) or [(0, len(w.text))])[0]
        at = placed(w, stance, "trigger", evidence)
        own = [t for t, x in enumerate(s.trigger_span) if at and at[0] <= x[0] < at[1]]
        if not own or stance["act"] not in ACTS:
            continue
        verbs = [t for t in own if s.verb(t)]
        main = (verbs or own)[0]
        labels[main] = CLASSES.index(stance["act"])
        for t in range(n):
            light = not verbs and t < main and s.trigger_bits[t] >> VERB & 1 and s.trigger_span[main][0] - s.trigger_span[t][1] < 25
            if t != main and (t in own or light):
                counts[t] = 0
        group = groups.setdefault(main, (set(), set()))
        for role, into in (("holder", group[0]), ("target", group[1])):
            span = placed(w, stance, role, evidence)
            into.update([NOBODY] if span is None else s.inside(*span))
    counts[labels > 0] = 1
    return labels, counts, [(t, sorted(h), sorted(g)) for t, (h, g) in groups.items() if h and g]


def between(w, s, row):
    """A pair for or against each other as its stance is; of two names in a text without targets, that neither is."""
    for stance in row["stances"]:
        evidence = (occurrences(w.text, stance["evidence"]) or [(0, len(w.text))])[0]
        spans = [placed(w, stance, role, evidence) for role in ("holder", "target")]
        one, other = ([] if span is None else s.inside(*span) for span in spans)
        if one and other and not set(one) & set(other):
            return one, other, {0: 0, 1: 1, -1: 3}[stance["polarity"]]
    names = [j for j, bits in enumerate(s.party_bits) if bits >> NAMED & 1]
    other = [j for j in names if s.name[j] != s.name[names[0]]]
    return ([names[0]], other[:1], 0) if other and not any(stance["target"] for stance in row["stances"]) else None


def made(s, row):
    n = len(s.trigger_span)
    labels, counts, arcs = np.zeros(n, dtype=np.int64), np.ones(n), []
    for stance in row["stances"]:
        t = next((i for i, x in enumerate(s.trigger_span) if x[0] <= stance["trigger"] < x[1]), None)
        if t is None:
            return labels, np.zeros(n), []
        labels[t] = CLASSES.index(stance["act"])
        for i in range(n):
            if i != t and s.trigger_bits[i] >> NOUN & 1:
                counts[i] = 0
        h, g = ([NOBODY] if stance[role] is None else s.inside(*stance[role]) for role in ("holder", "target"))
        if h and g:
            arcs.append((t, h, g))
    return labels, counts, arcs


def pair_features(s, one, other):
    low, high = sorted((s.head[one], s.head[other]))
    gap, between = high - low, sum(low < x < high and s.party_bits[j] >> NAMED & 1 for j, x in enumerate(s.head))
    return [s.head[one] < s.head[other], gap < 20, 20 <= gap < 50, 50 <= gap < 100, gap >= 100, between == 0, between == 1, between > 1]
