"""Writes what words.py and windows.py make of made-up texts, for the test that the runtime in Java makes the same of them.

    python3 make_words_fixture.py ../src/main/resources/dev/demarche/tagging/encoder/vocab.txt > ../src/test/resources/dev/demarche/tagging/encoder/words.jsonl
"""
import json
import random
import sys
from types import SimpleNamespace

from windows import cut
from words import Vocabulary, Words

SEED, WINDOW, CONTEXT = 11, 256, 32
TEXTS = [
    "",
    " \t\n\n ",
    "Mara Lindqvist, the minister, said: \"We won't sign it.\" Nobody asked why.",
    "\u201cWe will not sign,\u201d she said. \u201cNot now\u2014and \u2018not ever\u2019 either.\u201d It\u2019s over.",
    "\u201eWir bleiben\u201c, sagte Gr\u00fc\u00df. \u201eUnd zwar l\u00e4nger\u201d, so Wei\u00df. \u00abOui\u00bb, dit-il. \u00bbNein\u00ab, rief sie. \u00ab Non \u00bb ? \u00bb\u00bb x \u00ab\u00ab y",
    "\"Opened and never closed\nA new paragraph is outside. \u201d A closing mark alone. \u201e\u201e twice \u201c out \u201c in",
    "NATO and the EU met; U.N. envoy O\u2019NEILL spoke. iPhone, McKay, A, I, 3A, X9, \u00c9LAN, \u0130stanbul, STRASSE, stra\u00dfe, \u01c5ungla, \u2160V, \u0391\u0398\u0397\u039d\u0391, \u03a3\u039f\u03a6\u039f\u03a3",
    "caf\u00e9 cafe\u0301 CAFE\u0301 \u0301 na\u00efve \u00c5ngstr\u00f6m \u1e69 \u1ec7 \u0439 \u0451 \u0915\u094d\u0937\u093f \u0e17\u0e35\u0e48 \u05e9\u05c1\u05b8 \u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f",
    "\u6771\u4eac\u3067\u9996\u76f8\u304c\u300c\u5426\u300d\u3068\u8ff0\u3079\u305f\u3002 \uc11c\uc6b8\uc5d0\uc11c \ud68c\ub2f4 \u041c\u043e\u0441\u043a\u0432\u0430 \u03b1\u03b8\u03ae\u03bd\u03b1",
    "\U0001f600 ok\U0001f1fa\U0001f1f3 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001d54f\U0001d7d8 \U00010400\U00010428 \U00020000 \u2764\ufe0f \u20ac5 \u00a35 \u2122 \u2460 \u00bd \u00b2 \u24b6 \u00aa \u02bc",
    "one\u00a0two\u2028three\u2029four\u0085five\u001csix\u001fseven\u3000eight\u202fnine\u200bten\ufeffeleven\u00adtwelve\u180ethirteen\u2003fourteen\x00fifteen\x7fsixteen",
    "line one\r\nline two\rline three\vline four\fline five\n\n\nline six\u2029line seven",
    "twenty-two well-being 3.5% 1,200,000 $4bn 10:30 5\u20137 24/7 #tag @name a_b __init__ http://example.org/x?y=1 a&b C++ \u2026 --- \u2014 (x) [y] {z} \\ | ~ ^ `",
    "w" * 99 + " " + "w" * 100 + " " + "w" * 101 + " " + "e\u0301" * 50 + " " + "e\u0301" * 51 + " " + "\U0001d54f" * 60 + " " + "Z" * 101 + " 0" + "9" * 30,
    "\ud800 lone \udc00surrogate x\ud83d y",
    "\ufb01nancial \ufb03 \u01c6 \u0149 \u1e9e \u212b \u2126 \u1d2c \u02b0 \u2c7f \ua727 \u0660\u0661 \u0967 \u1369 \u3007 \u3220 \u2150",
]
NAMES = "Mara Lindqvist Oran Tevi Sula Brandt the NATO envoy Kessia minister of trade Port Almere unbelievably counterproposals".split()
VERBS = "said that rejected demanded would not accept a ceasefire, although talks in the capital had gone on for weeks".split()


def sentence(rng):
    words = rng.sample(NAMES, rng.randint(1, 6)) + rng.sample(VERBS, rng.randint(3, 15))
    text = " ".join(words) + rng.choice([".", ".", "!", "?", ".)", ".\u201d", ".\"", " 3.5"])
    return rng.choice(["", "", "\u201c", "\"", "("]) + text


def article(rng, paragraphs, sentences):
    return "\n".join(" ".join(sentence(rng) for _ in range(rng.randint(1, sentences))) for _ in range(paragraphs))


def main(vocabulary):
    rng = random.Random(SEED)
    known = Vocabulary(vocabulary)
    long = [article(rng, 30, 4), article(rng, 12, 20), article(rng, 1, 120), article(rng, 200, 1), "no stop at all, " * 300, "\"" * 900, "x\n" * 700,
            ". " * 500, "w" * 90 + " ", ("w" * 90 + " ") * 12]
    for text in TEXTS + long:
        words = Words(text)
        document = SimpleNamespace(words=words)
        windows = cut(document, known, WINDOW, CONTEXT)
        print(json.dumps({
            "text": text,
            "words": [words.word(i) for i in range(len(words))],
            "pieces": [known.pieces(words.word(i)) for i in range(len(words))],
            "types": words.types,
            "windows": [[w.first, w.last, *w.owned] for w in windows],
            "ids": [w.ids for w in windows],
            "at": [w.at for w in windows],
        }))


if __name__ == "__main__":
    main(*sys.argv[1:])
