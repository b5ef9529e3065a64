"""The encoder with its heads: roles and mentions (a linear-chain CRF each), links (from content to cue, from cue to source)."""
import math
import random

import torch
import torch.nn as nn
import torch.nn.functional as F

from corpora import ROLES, TYPES
import words as w

WIDTH = 64
BUCKETS = 16
FORBIDDEN = -10000.0
HALF = torch.bfloat16  # matrix products in 16 bits, sums and norms in 32


def labels(kinds):
    return ["O"] + [mark + "-" + kind for kind in kinds for mark in "BIES"]


ROLE_LABELS, MENTION_LABELS = labels(ROLES), labels(TYPES)


class Noise:
    """Dropout from one pool of random numbers: drawing new ones costs more than the layer that they are for."""

    def __init__(self, rate, size=1 << 24):
        generator = torch.Generator().manual_seed(7)
        self.pool = (torch.rand(size, generator=generator) >= rate).float() / (1 - rate)
        self.place = random.Random(11)

    def __call__(self, x):
        start = self.place.randrange(self.pool.numel() - x.numel())
        return x * self.pool[start:start + x.numel()].view_as(x).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, hidden, ff, heads, noise):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(hidden, hidden) for _ in range(4))
        self.ln1 = nn.LayerNorm(hidden, eps=1e-12)
        self.i, self.f = nn.Linear(hidden, ff), nn.Linear(ff, hidden)
        self.ln2 = nn.LayerNorm(hidden, eps=1e-12)
        self.heads, self.noise = heads, noise

    def forward(self, x, mask):
        b, s, h = x.shape
        n, d = self.heads, h // self.heads
        half = x.to(HALF)
        split = lambda t: t.view(b, s, n, d).transpose(1, 2).reshape(b * n, s, d)
        q, k, v = (split(linear(half, part)) for part in (self.q, self.k, self.v))
        scores = torch.baddbmm(mask, q, k.transpose(1, 2), alpha=1 / math.sqrt(d))
        mixed = torch.bmm(scores.softmax(-1), v).view(b, n, s, d).transpose(1, 2).reshape(b, s, h)
        drop = self.noise if self.training else (lambda t: t)
        x = self.ln1(x + drop(linear(mixed, self.o)))
        return self.ln2(x + drop(linear(F.gelu(linear(x.to(HALF), self.i)), self.f)))


def linear(x, layer):
    return F.linear(x, layer.weight.to(HALF), layer.bias.to(HALF))


class Encoder(nn.Module):
    """forward(ids, types, mask) -> roles [B,S,13], mentions [B,S,13], links [B,S,4*WIDTH], hidden [B,S,hidden]."""

    def __init__(self, layers=6, hidden=384, ff=1536, heads=12, vocabulary=30522, rate=0.1):
        super().__init__()
        noise = Noise(rate)
        self.noise = noise
        self.we, self.pe, self.te = nn.Embedding(vocabulary, hidden), nn.Embedding(512, hidden), nn.Embedding(w.TYPES, hidden)
        self.ln = nn.LayerNorm(hidden, eps=1e-12)
        self.l = nn.ModuleList(Layer(hidden, ff, heads, noise) for _ in range(layers))
        self.roles, self.mentions = nn.Linear(hidden, len(ROLE_LABELS)), nn.Linear(hidden, len(MENTION_LABELS))
        self.links = nn.Linear(hidden, 4 * WIDTH)
        self.content_cue, self.cue_source = nn.Parameter(torch.zeros(BUCKETS)), nn.Parameter(torch.zeros(BUCKETS))
        self.role_crf, self.mention_crf = Chain(ROLE_LABELS), Chain(MENTION_LABELS)

    def forward(self, ids, types, mask):
        x = self.ln(self.we(ids) + self.pe.weight[:ids.shape[1]] + self.te(types))
        x = self.noise(x) if self.training else x
        heads, s = self.l[0].heads, ids.shape[1]
        hide = ((1 - mask.float()) * -1e4)[:, None, None, :].expand(-1, heads, s, s).reshape(-1, s, s).to(HALF)
        for layer in self.l:
            x = layer(x, hide)
        y = self.noise(x) if self.training else x
        return self.roles(y), self.mentions(y), self.links(y), x

    def start_from(self, weights):
        """Takes the weights of a pretrained encoder; token types, which it does not have, start near zero."""
        own = self.state_dict()
        own.update({k: torch.tensor(v) for k, v in weights.items()})
        own["te.weight"] = torch.randn_like(own["te.weight"]) * 0.02
        self.load_state_dict(own)

    def facts(self, version, window, context):
        chain = lambda crf: {"labels": crf.labels, "transitions": crf.masked().tolist(), "start": crf.starts().tolist(), "end": crf.ends().tolist()}
        return {"version": version, "window": window, "context": context, "roles": chain(self.role_crf), "mentions": chain(self.mention_crf),
                "links": {"width": WIDTH, "contentCue": self.content_cue.tolist(), "cueSource": self.cue_source.tolist()}}


class Chain(nn.Module):
    """Transitions between BIOES labels; what cannot follow is forbidden. A window may begin or end amid a span."""

    def __init__(self, names):
        super().__init__()
        self.labels = names
        n = len(names)
        self.transitions, self.start, self.end = nn.Parameter(torch.zeros(n, n)), nn.Parameter(torch.zeros(n)), nn.Parameter(torch.zeros(n))
        allowed = torch.zeros(n, n)
        for i, a in enumerate(names):
            for j, b in enumerate(names):
                inside = a[0] in "BI"
                allowed[i, j] = (b[0] in "IE" and a[1:] == b[1:]) if inside else b[0] in "OBS"
        self.register_buffer("forbidden", (1 - allowed) * FORBIDDEN)

    def masked(self):
        return self.transitions.detach() * (self.forbidden == 0) + self.forbidden

    def starts(self):
        return self.start.detach()

    def ends(self):
        return self.end.detach()


def partition(scores, mask, trans, start, end):
    """Log of the sum over all label sequences. scores [C,B,T,L], mask [C,B,T], trans [C,L,L] -> [C,B]. The forward algorithm for linear-chain
    conditional random fields (Lafferty, McCallum, Pereira 2001)."""
    alpha = start[:, None] + scores[:, :, 0]
    for k in range(1, scores.shape[2]):
        step = torch.logsumexp(alpha.unsqueeze(-1) + trans[:, None], 2) + scores[:, :, k]
        alpha = torch.where(mask[:, :, k].unsqueeze(-1), step, alpha)
    return torch.logsumexp(alpha + end[:, None], -1)


def parameters(chains):
    return (torch.stack([k.transitions + k.forbidden for k in chains]), torch.stack([k.start for k in chains]), torch.stack([k.end for k in chains]))


def marginals(scores, mask, chains):
    """The probability of each label of each word: the gradient of the partition function. scores [C,B,T,L] -> the same shape."""
    leaf = scores.detach().requires_grad_(True)
    with torch.enable_grad():
        total = partition(leaf, mask, *[x.detach() for x in parameters(chains)]).sum()
        return torch.autograd.grad(total, leaf)[0]


def chain_loss(scores, gold, mask, chains, weights, soft=None, share=0.0, heads=None):
    """Negative log likelihood of the gold labels of several chains at once, per word.

    scores [C,B,T,L], gold and mask [C,B,T], weights [C,B], heads [C] (the weights of the chains for what teachers say); a gold label of -1 is unknown and summed over (partial labels: Tsuboi et al. 2008).
    soft [C,B,T,L]: the marginals of teachers, which count by `share` beside the gold labels; a row of zeros has none (structured distillation:
    the cross entropy of the teachers' label distribution, its transitions left to the gold labels)."""
    c, b, t, n = scores.shape
    trans, start, end = parameters(chains)
    one_hot = F.one_hot(gold.clamp(min=0), n).float()
    open_ = (gold < 0).float().unsqueeze(-1)
    allowed = (1 - torch.maximum(one_hot, open_)) * FORBIDDEN
    total = partition(torch.cat([scores, scores + allowed], 1), torch.cat([mask, mask], 1), trans, start, end)
    words = (mask.float().sum(-1) * weights).sum().clamp(min=1)
    loss = ((total[:, :b] - total[:, b:]) * weights).sum() / words
    if soft is None:
        return loss
    taught = (soft.sum((-1, -2)) > 0).float()
    fixed = partition(scores, mask, trans.detach(), start.detach(), end.detach())
    learned = (fixed - (soft * scores).sum((-1, -2))) * taught
    learned = (learned.sum(-1) / (mask.float().sum(-1) * taught).sum(-1).clamp(min=1) * heads).sum()
    return (1 - share) * loss + share * learned
