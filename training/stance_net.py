"""A transformer layer upon the encoder's hidden states, and the heads that score acts, arcs and attitudes. `StanceScorer` computes the same."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

import stance_states
from stance_data import ARC, CLASSES, PAIR, PARTY, TRIGGER

HALF = torch.bfloat16
WIDE, NARROW = 96, 64


class Layer(nn.Module):
    def __init__(self, hidden=384, ff=1536, heads=12, rate=0.1):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(hidden, hidden) for _ in range(4))
        self.ln1 = nn.LayerNorm(hidden, eps=1e-12)
        self.i, self.f = nn.Linear(hidden, ff), nn.Linear(ff, hidden)
        self.ln2 = nn.LayerNorm(hidden, eps=1e-12)
        self.heads, self.drop = heads, nn.Dropout(rate)

    def forward(self, x, mask):
        b, t, h = x.shape
        linear = lambda y, part: F.linear(y.to(HALF), part.weight.to(HALF), part.bias.to(HALF))
        q, k, v = (linear(x, part).view(b, t, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        scores = (q @ k.transpose(-1, -2)).float() / math.sqrt(h // self.heads) + mask[:, None, None, :]
        mixed = (scores.softmax(-1).to(HALF) @ v).transpose(1, 2).reshape(b, t, h)
        x = self.ln1(x + self.drop(linear(mixed, self.o).float()))
        return self.ln2(x + self.drop(linear(F.gelu(linear(x, self.i)), self.f).float()))


class Net(nn.Module):
    """The names of the parameters are those that `export_stances.py` looks for."""

    def __init__(self, encoder, layer, rate=0.1):
        super().__init__()
        self.layers, self.drop = nn.ModuleList([Layer(rate=rate)]), nn.Dropout(rate)
        self.layers[0].load_state_dict({k: torch.tensor(v) for k, v in stance_states.layer(encoder, layer).items()})
        n, plain = len(CLASSES), lambda a, b: nn.Linear(a, b, bias=False)
        self.pt, self.ft, self.ot, self.dt = nn.Linear(384, WIDE), plain(TRIGGER, WIDE), nn.Linear(WIDE, n), plain(TRIGGER, n)
        for r in "hg":
            parts = {"at": nn.Linear(384, NARROW), "ap": plain(384, NARROW), "fa": plain(ARC, NARROW), "fp": plain(PARTY, NARROW), "fr": plain(TRIGGER, NARROW),
                     "oa": nn.Linear(NARROW, 1), "da": plain(ARC + PARTY, 1), "n": nn.Linear(NARROW, 1)}
            for name, part in parts.items():
                setattr(self, name + r, part)
            setattr(self, "nv" + r, nn.Parameter(torch.zeros(NARROW)))
        self.sh, self.sg, self.sb = nn.Linear(384, NARROW), plain(384, NARROW), plain(384, NARROW)
        self.sf, self.ss = plain(2 * PARTY + PAIR, NARROW), plain(n, NARROW)
        self.so, self.sd = nn.Linear(NARROW, 2), plain(n + PAIR, 2)
        self.qh, self.qg, self.kw, self.vw = nn.Linear(384, NARROW), plain(384, NARROW), plain(384, NARROW), plain(384, NARROW)
        self.mt = nn.Linear(NARROW, 3)
        for part in (self.dt, self.dah, self.dag, self.sd):
            nn.init.zeros_(part.weight)

    def encode(self, x, mask):
        return self.drop(self.layers[0](x, mask))

    def acts(self, x, features):
        return self.ot(self.drop(F.relu(self.pt(x) + self.ft(features)))) + self.dt(features)

    def arcs(self, role, triggers, trigger_features, parties, party_features, arc_features, trigger):
        """Scores of the arcs, and of nobody for each trigger; `trigger` says whose each arc is, parties come one for each arc."""
        part = lambda name: getattr(self, name + role)
        base = part("at")(triggers) + part("fr")(trigger_features)
        hidden = F.relu(base[trigger] + part("ap")(parties) + part("fa")(arc_features) + part("fp")(party_features))
        scores = part("oa")(self.drop(hidden))[:, 0] + part("da")(torch.cat([arc_features, party_features], 1))[:, 0]
        return scores, part("n")(F.relu(base + part("nv")))[:, 0]

    def attitudes(self, one, other, between, features, acts, words):
        """For and against, of each pair."""
        attended = ((self.qh(one) + self.qg(other)) @ self.kw(words).t() / math.sqrt(NARROW)).softmax(-1) @ self.vw(words)
        hidden = F.relu(attended + self.sh(one) + self.sg(other) + self.sb(between) + self.sf(features) + self.ss(acts))
        return self.so(self.drop(hidden)) + self.sd(torch.cat([acts, features[:, 2 * PARTY:]], 1))
