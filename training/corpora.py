"""Reads the corpora into documents of labelled words. Every span is a half-open range of words."""
import collections
import glob
import json
import os
import re
from dataclasses import dataclass, field

from words import Words

ROLES = ("SOURCE", "CUE", "CONTENT")
TYPES = ("PERSON", "ORGANIZATION", "LOCATION")
IGNORED = -1


@dataclass
class Statement:
    source: tuple
    cue: tuple
    content: list


@dataclass
class Document:
    """statements and mentions: None where the corpus says nothing of them; masked: words whose mention label is unknown; weight: of the
    mentions; soft: teachers' marginals of roles and mentions; recase: share of windows that lose their case in training."""
    name: str
    words: Words
    statements: list = None
    mentions: list = None
    masked: set = field(default_factory=set)
    weight: float = 1.0
    soft: tuple = None
    recase: float = 0.02


def trimmed(words, begin, end):
    """The words of text[begin:end] without marks at the edges, or None."""
    first = words.first_at(begin)
    last = first
    while last < len(words) and words.begin[last] < end:
        last += 1
    while first < last and not words.counts(first):
        first += 1
    while last > first and not words.counts(last - 1):
        last -= 1
    return (first, last) if first < last else None


def brat(path):
    """[(source, cue, content)], each a list of (begin, end), of one stand-off file."""
    spans, found = {}, []
    with open(path, encoding="utf-8") as f:
        for line in f:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 2 or not cells[0]:
                continue
            if cells[0][0] == "T":
                spans[cells[0]] = [tuple(map(int, p.split())) for p in cells[1].split(" ", 1)[1].split(";")]
            elif cells[0][0] == "E":
                parts = {"Source": [], "Cue": [], "Content": []}
                for cell in cells[1].split():
                    role, ref = cell.split(":")
                    parts.setdefault(re.sub(r"\d+$", "", role), []).extend(spans.get(ref, []))
                found.append((parts["Source"], parts["Cue"], parts["Content"]))
    return found


def silver(path, rng, weight):
    """Texts with the names that another tagger found, one to four to a document; statements are for teachers to label."""
    if not os.path.exists(path):
        print("left out, since it is missing: " + path)
        return []
    with open(path, encoding="utf-8") as f:
        texts = [t for t in map(json.loads, f) if "U. S." not in t["text"] and not any("\n" in t["text"][b:e] for b, e, _ in t["mentions"])]
    rng.shuffle(texts)
    documents, k = [], 0
    while k < len(texts):
        group = texts[k:k + rng.randint(1, 4)]
        k += len(group)
        text, spans = "", []
        for one in group:
            spans += [(b + len(text), e + len(text), kind) for b, e, kind in one["mentions"]]
            text += one["text"].replace("\n", " ") + "\n"
        words = Words(text)
        mentions = [(*t, kind) for t, kind in ((trimmed(words, b, e), kind) for b, e, kind in spans) if t and kind in TYPES]
        documents.append(Document("silver-%d" % len(documents), words, None, mentions, weight=weight, recase=0.1))
    return documents


def settle(documents, least=10, share=0.85):
    """Masks what another tagger is at odds with itself about: a name that it gives another type than nearly everywhere else, and a word that is
    nearly always a name and here is none."""
    types, words = collections.defaultdict(collections.Counter), collections.Counter()
    surface = lambda d, a, b: d.words.text[d.words.begin[a]:d.words.end[b - 1]]
    for d in documents:
        for a, b, kind in d.mentions or ():
            types[surface(d, a, b)][kind] += 1
        words.update(d.words.word(i) for i in range(len(d.words)))
    usual = {}
    for name, kinds in types.items():
        kind, n = kinds.most_common(1)[0]
        if n >= least and n >= share * sum(kinds.values()):
            usual[name] = kind
    single = {name for name in usual if name in words and sum(types[name].values()) >= 0.4 * words[name]}
    masked = 0
    for d in documents:
        if d.mentions is None:
            continue
        inside = {i for a, b, _ in d.mentions for i in range(a, b)}
        odd = {i for a, b, kind in d.mentions if usual.get(surface(d, a, b), kind) != kind for i in range(a, b)}
        odd |= {i for i in range(len(d.words)) if i not in inside and d.words.word(i) in single}
        d.masked |= odd
        masked += len(odd)
    print("masked %d words" % masked, flush=True)


def names(documents):
    """The distinct names of each type, to put in place of others."""
    pool = {kind: set() for kind in TYPES}
    for d in documents:
        for a, b, kind in d.mentions:
            pool[kind].add(d.words.text[d.words.begin[a]:d.words.end[b - 1]])
    return {kind: sorted(found) for kind, found in pool.items()}


def renamed(document, pool, rng):
    """The document with other names of the same types in place of its own: what stands around a name must tell its type."""
    text, mentions, at, source = "", [], 0, document.words
    for a, b, kind in sorted(document.mentions):
        if source.begin[a] < at:
            continue
        text += source.text[at:source.begin[a]]
        name = rng.choice(pool[kind])
        mentions.append((len(text), len(text) + len(name), kind))
        text += name
        at = source.end[b - 1]
    words = Words(text + source.text[at:])
    spans = [(*t, kind) for t, kind in ((trimmed(words, b, e), kind) for b, e, kind in mentions) if t]
    return Document(document.name, words, None, spans, weight=document.weight, recase=document.recase)


def polnear(folder, silver=True, every_annotator=False):
    """The articles of one part of PolNeAR, with the mentions that CoreNLP found in them where asked for."""
    seen = {}
    if silver:
        with open(os.path.join(folder, "corenlp.jsonl"), encoding="utf-8") as f:
            seen = {d["id"]: d["mentions"] for d in map(json.loads, f)}
    documents = []
    for path in sorted(glob.glob(os.path.join(folder, "text", "*.txt"))):
        name = os.path.basename(path)[:-4]
        annotations = sorted(glob.glob(os.path.join(folder, "attributions", glob.escape(name) + "_????.ann")))
        with open(path, encoding="utf-8", newline="") as f:
            words = Words(f.read())
        for annotation in annotations if every_annotator else annotations[:1]:
            statements = []
            for source, cue, content in brat(annotation):
                one = Statement(*[[t for t in (trimmed(words, *s) for s in sorted(spans)) if t] for spans in (source, cue, content)])
                if one.content and one.cue:
                    statements.append(Statement(one.source[0] if one.source else None, one.cue[0], one.content))
            mentions = None
            if name in seen:
                mentions = [(*t, kind) for t, kind in ((trimmed(words, b, e), kind) for b, e, kind in seen[name]) if t and kind in TYPES]
            documents.append(Document(name, words, statements, mentions))
    return documents


IOB = {"person": "PERSON", "politician": "PERSON", "writer": "PERSON", "scientist": "PERSON", "musicalartist": "PERSON", "PER": "PERSON",
       "organisation": "ORGANIZATION", "politicalparty": "ORGANIZATION", "ORG": "ORGANIZATION",
       "country": "LOCATION", "location": "LOCATION", "LOC": "LOCATION"}


def iob(path):
    """Sentences of a CrossNER or UNER file, tokens joined by single spaces."""
    documents, tokens, tags = [], [], []
    column = 1 if path.endswith(".iob2") else 0
    with open(path, encoding="utf-8") as f:
        for line in list(f) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("# ") and "\t" not in line:
                continue
            if line.strip():
                cells = line.split("\t")
                tokens.append(cells[column].replace(" ", "_"))
                tags.append(cells[column + 1])
            elif tokens:
                documents.append(_sentence("%s-%d" % (os.path.basename(path), len(documents)), tokens, tags))
                tokens, tags = [], []
    return documents


def _sentence(name, tokens, tags):
    words = Words(" ".join(tokens))
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    mentions, k = [], 0
    while k < len(tags):
        j = k + 1
        if tags[k] != "O":
            while j < len(tags) and tags[j] == "I-" + tags[k][2:]:
                j += 1
            kind = IOB.get(tags[k][2:])
            span = trimmed(words, starts[k], starts[j - 1] + len(tokens[j - 1]))
            if kind and span:
                mentions.append((*span, kind))
        k = j
    return Document(name, words, None, mentions)


def linked(path):
    """Articles whose mentions are linked to Wikidata; the type follows from the entity's class, and names of unknown type are masked."""
    documents = []
    with open(path, encoding="utf-8") as f:
        for article in map(json.loads, f):
            first, last = article["evaluation_span"]
            words = Words(article["text"][first:last])
            mentions, masked = [], set()
            for label in article["labels"]:
                begin, end = label["span"]
                span = trimmed(words, begin - first, end - first) if first <= begin and end <= last else None
                if not span or not words.word(span[0])[0].isupper() or label.get("coref"):
                    continue
                classes = label["type"].split("|")
                kind = ("PERSON" if "Q215627" in classes else "LOCATION" if "Q27096213" in classes else
                        "ORGANIZATION" if classes == ["Q43229"] else None)
                if kind:
                    mentions.append((*span, kind))
                else:
                    masked.update(range(*span))
            documents.append(Document(str(article["title"]), words, None, mentions, masked))
    return documents
