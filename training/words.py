"""Text to words, word pieces and token types, exactly as the runtime in Java does it (package dev.demarche.tagging.encoder)."""
import json
import re
import unicodedata
from dataclasses import dataclass, field

WORD = re.compile(r"(?:\w|[\u0300-\u036f])+|[^\w\s]")
SAME = {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u2019": "'", "\u2018": "'"}
LONGEST = 100
TYPES = 6


class Vocabulary:
    """The word pieces of an uncased BERT, read from a Hugging Face tokenizer file or from a list of one piece a line."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            if path.endswith(".json"):
                self.ids = json.load(f)["model"]["vocab"]
            else:
                self.ids = {line.rstrip("\n"): i for i, line in enumerate(f)}
        self.unknown, self.cls, self.sep, self.pad = (self.ids[t] for t in ("[UNK]", "[CLS]", "[SEP]", "[PAD]"))
        self._seen = {}

    def pieces(self, word):
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._cut(word)
        return found

    def _cut(self, word):
        if len(word) > LONGEST:
            return [self.unknown]
        word = SAME.get(word, word)
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        pieces, start = [], 0
        while start < len(plain):
            end = len(plain)
            while end > start and ("##" * (start > 0) + plain[start:end]) not in self.ids:
                end -= 1
            if end == start:
                return [self.unknown]
            pieces.append(self.ids["##" * (start > 0) + plain[start:end]])
            start = end
        return pieces or [self.unknown]


@dataclass
class Words:
    """The words of one text. Offsets count code points, as Python does; the runtime's count UTF-16 code units."""
    text: str
    begin: list = field(default_factory=list)
    end: list = field(default_factory=list)
    paragraph: list = field(default_factory=list)
    types: list = field(default_factory=list)

    def __post_init__(self):
        at, line, quotes = 0, 0, Quotes()
        for m in WORD.finditer(self.text):
            breaks = self.text.count("\n", at, m.start())
            if breaks:
                line, quotes = line + breaks, Quotes()
            at = m.end()
            self.begin.append(m.start())
            self.end.append(m.end())
            self.paragraph.append(line)
            self.types.append(case(m.group()) + 3 * quotes.quoted(m.group()))

    def __len__(self):
        return len(self.begin)

    def word(self, i):
        return self.text[self.begin[i]:self.end[i]]

    def counts(self, i):
        """Whether the word is made of letters or digits: marks at the edges of a span do not belong to it."""
        return bool(re.match(r"\w", self.text[self.begin[i]]))

    def first_at(self, offset):
        """Index of the first word that ends behind the offset."""
        import bisect
        return bisect.bisect_right(self.end, offset)


def case(word):
    if len(word) > 1 and word == word.upper() and any(c.isalpha() for c in word):
        return 2
    return 1 if word[0].isupper() else 0


class Quotes:
    """Whether the words of one paragraph stand inside double quotation marks."""

    def __init__(self):
        self.open = None

    def quoted(self, word):
        """Takes the next word; says whether it is quoted. A closing mark is, an opening one is not."""
        if word not in ('"', "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"):
            return self.open is not None
        was = self.open
        closes = word == "\u201d" or word == "\u201c" and was == "\u201e" or word == "\u00ab" and was == "\u00bb"
        if word == "\u00bb":
            closes = was is not None
        if word == '"':
            closes = was is not None
        self.open = None if closes else word
        return closes and was is not None
