"""What the network is trained on: full chains of GUM, partial labels of GAP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
import torch.nn.functional as F

from framing.encoder.facts import KINDS
from framing.encoder.span_windows import around
from training.coreference.links import keep, link, read
from training.machine import half

if TYPE_CHECKING:
    from framing.encoder.facts import Facts
    from training.coreference.data import Batch
    from training.coreference.links import Links
    from training.coreference.model import Coreference, WordView

NAME = KINDS.index("name")
PERSONAL = [KINDS.index(kind) for kind in ("I", "we", "you", "he", "she", "it", "they")]


def chains_loss(model: Coreference, batch: Batch) -> torch.Tensor:
    """Mentions, links and spans of fully annotated texts."""
    seen = read(model, batch)
    device = seen.mention.device
    number = len(batch.doc)
    kinds, cluster = np.zeros(number, int), np.full(number, -1)
    first, last = np.zeros(number, int), np.zeros(number, int)
    for offset, (place, one) in zip(batch.offsets, enumerate(batch.examples), strict=False):
        for head, (start, end, kind, chain) in one.mentions.items():
            kinds[offset + head] = kind or 1
            cluster[offset + head] = chain + 10_000 * place if chain >= 0 else -1
            first[offset + head], last[offset + head] = start + offset, end + offset
    gold = np.flatnonzero(kinds)
    loss = 2 * F.binary_cross_entropy_with_logits(
        seen.mention, torch.from_numpy((kinds > 0).astype(np.float32)).to(device)
    )
    types = torch.from_numpy(kinds[gold]).to(device)
    loss = loss + 0.2 * F.cross_entropy(seen.types[gold], types)

    at = keep(seen.mention, gold.tolist())
    links = link(model, batch, seen, at, np.arange(len(at)))
    chain = cluster[at]
    right = torch.from_numpy((chain[:, None] == chain[None]) & (chain[:, None] >= 0))
    loss = loss + _marginal(links, right.to(device))

    if len(gold):
        places, valid, odds = edges(model, batch, seen, gold)
        for side, wanted in enumerate((first, last)):
            hit = (places == wanted[gold][:, None]) & valid
            inside = torch.from_numpy(hit.any(1)).to(device)
            target = torch.from_numpy(hit.argmax(1)).to(device)
            loss = loss + 0.5 * F.cross_entropy(odds[inside][..., side], target[inside])
    return loss


def edges(
    model: Coreference, batch: Batch, seen: WordView, at: np.ndarray
) -> tuple[np.ndarray, np.ndarray, torch.Tensor]:
    """Of each head the words around it, which of them there are, their odds of being an edge."""
    device = seen.asks.device
    places, distance, edge, valid = around(batch.facts, at)
    with half(seen.asks):
        odds = model.spans(
            seen.asks[at], seen.offers[places],
            torch.from_numpy(distance.copy()).to(device), torch.from_numpy(edge).to(device),
        )  # fmt: skip
    there = torch.from_numpy(valid).to(device)
    return places, valid, odds.float().masked_fill(~there[..., None], -1e4)


def _marginal(links: Links, right: torch.Tensor, weight: float = 1.0) -> torch.Tensor:
    """The gold antecedents' share, or that of none, of fine and (less) of coarse scores."""
    rows = torch.from_numpy(links.rows).to(right.device)
    fine = _share(links.scores, right[rows].gather(1, links.candidates))
    order = torch.arange(len(links.at), device=right.device)
    coarse = _share(links.coarse, right[rows] & (order[None] < rows[:, None]))
    return weight * (fine + 0.3 * coarse)


def _share(scores: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    right = right & (scores > -5e3)
    scores = with_none(scores)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    part = scores.masked_fill(~right, -1e9).logsumexp(1)
    return (scores.logsumexp(1) - part).mean()


def with_none(scores: torch.Tensor) -> torch.Tensor:
    """Scores of links, before them that of no link."""
    return torch.cat([scores.new_zeros(len(scores), 1), scores], 1)


# ------------------------------------------------------------------------ GAP


def pairs_loss(model: Coreference, batch: Batch) -> torch.Tensor:
    """Pronouns with two names each, about which alone it is known whether they are meant.

    The names are never one person's: the later one is no link to the earlier.
    """
    seen = read(model, batch)
    device = seen.mention.device
    facts = batch.facts
    sure = [
        offset + one.record[part][0]
        for offset, one in zip(batch.offsets, batch.examples, strict=False)
        for part in ("pronoun", "a", "b")
    ]
    known = sorted(set(sure))
    loss = 0.5 * F.binary_cross_entropy_with_logits(
        seen.mention[known], torch.ones(len(known), device=device)
    )
    at = keep(seen.mention, sure)
    place = {head: number for number, head in enumerate(at.tolist())}
    rows, right, allowed = [], [], []
    later, apart = [], []
    for number, one in enumerate(batch.examples):
        offset = batch.offsets[number]
        pronoun, *names = (offset + one.record[part][0] for part in ("pronoun", "a", "b"))
        same = batch.doc[at] == number
        rows.append(place[pronoun])
        good, bad = _told(facts, at, pronoun, names, one.record["coref"])
        right.append(good & same)
        allowed.append((good | bad) & same)
        first, last = sorted(names)
        later.append(place[last])
        apart.append(np.array([i == first or _only(facts, i, first, last) for i in at]) & same)
        for name, meant in zip(names, one.record["coref"], strict=True):
            if name > pronoun:
                rows.append(place[name])
                only = at == pronoun
                right.append(only & meant)
                allowed.append(only)
    order = np.array(rows)
    links = link(model, batch, seen, at, order, np.array(allowed))
    matrix = torch.zeros(len(at), len(at), dtype=torch.bool)
    matrix[torch.from_numpy(order)] = torch.from_numpy(np.array(right))
    return (
        loss + _marginal(links, matrix.to(device)) + _none_of(model, batch, seen, at, later, apart)
    )


def _only(facts: Facts, word: int, one: int, other: int) -> bool:
    """Whether a word's phrase shares words with one name and not with the other."""
    held = facts.content[word]
    return bool(held & facts.content[one]) and not held & facts.content[other]


def _none_of(
    model: Coreference,
    batch: Batch,
    seen: WordView,
    at: np.ndarray,
    rows: list[int],
    wrong: list[np.ndarray],
) -> torch.Tensor:
    """How likely some heads are linked to any that they surely do not mean."""
    links = link(model, batch, seen, at, np.array(rows))
    bad = torch.from_numpy(np.array(wrong)).to(links.scores.device).gather(1, links.candidates)
    chance = with_none(links.scores).softmax(1)[:, 1:].masked_fill(~bad, 0).sum(1)
    return -torch.log1p(-chance.clamp(max=0.999)).mean()


def _told(
    facts: Facts, at: np.ndarray, pronoun: int, names: list[int], coref: list[bool]
) -> tuple[np.ndarray, np.ndarray]:
    """Which kept words the pronoun surely means, and which it surely does not; others may be.

    Where neither name is meant, whatever matches neither may be.
    """
    like = [
        np.array([bool(facts.content[i] & facts.content[name]) or i == name for i in at])
        for name in names
    ]
    like[0], like[1] = like[0] & ~like[1], like[1] & ~like[0]
    kinds, gender = facts.kind[at], facts.gender[at]
    clash = (gender > 0) & (gender != facts.gender[pronoun])
    clash |= np.isin(kinds, PERSONAL) & (kinds != facts.kind[pronoun])
    if not any(coref):
        bad = like[0] | like[1] | clash
        return ~bad, bad
    good = (like[0] & coref[0]) | (like[1] & coref[1])
    wrong = (like[0] & (not coref[0])) | (like[1] & (not coref[1]))
    matched = np.zeros(len(at), bool)
    for name in names:
        matched |= np.array([bool(facts.content[i] & facts.content[name]) for i in at])
    return good & ~wrong, (wrong | clash | ((kinds == NAME) & ~matched)) & ~good
