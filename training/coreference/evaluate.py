"""How well the network does on GUM and GAP, straight from torch.

``python -m training.coreference.evaluate coref.pt --data DIR``
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from framing.evaluation.clusters import METRICS, without_singletons
from training.coreference.data import batch, load
from training.coreference.links import keep, link, read
from training.coreference.loss import edges
from training.coreference.model import trained
from training.coreference.train import tokenizer_of

if TYPE_CHECKING:
    from training.coreference.data import Example
    from training.coreference.model import Coreference


@torch.no_grad()
def clusters(model: Coreference, example: Example) -> list[list[tuple[int, int, int]]]:
    """Clusters of mentions as head, first and last word."""
    model.eval()
    one = batch([example])
    seen = read(model, one)
    at = keep(seen.mention, [])
    if not len(at):
        return []
    links = link(model, one, seen, at, np.arange(len(at)))
    best = links.scores.max(1)
    chain = np.arange(len(at))
    for row, (score, place) in enumerate(
        zip(best.values.tolist(), best.indices.tolist(), strict=True)
    ):
        if score > 0:
            chain[row] = chain[int(links.candidates[row, place])]
    places, _, odds = edges(model, one, seen, at)
    ends = odds.cpu().numpy()
    offsets = places - at[:, None]
    first = np.where(offsets <= 0, ends[..., 0], -1e9).argmax(1)
    last = np.where(offsets >= 0, ends[..., 1], -1e9).argmax(1)
    found = defaultdict(list)
    for row, number in enumerate(chain.tolist()):
        span = (int(at[row]), int(places[row, first[row]]), int(places[row, last[row]]))
        found[number].append(span)
    return [cluster for cluster in found.values() if len(cluster) > 1]


def gum_scores(model: Coreference, examples: list[Example]) -> dict[str, float]:
    """CoNLL F1 and what it is the mean of; also of head words alone."""
    sums: dict[str, np.ndarray] = {name: np.zeros((2, 2)) for name in METRICS}
    heads = {name: np.zeros((2, 2)) for name in METRICS}
    for one in examples:
        spans = one.record["spans"]
        found = clusters(model, one)
        gold = without_singletons([list(map(tuple, chain)) for chain in one.record["gold"]])
        given = without_singletons(
            [[(spans[first][0], spans[last][1]) for _, first, last in chain] for chain in found]
        )
        chains = defaultdict(list)
        for head, (_, _, _, number) in one.mentions.items():
            if number >= 0:
                chains[number].append(head)
        by_head = without_singletons(chains.values())
        given_heads = without_singletons([[head for head, _, _ in chain] for chain in found])
        for name, metric in METRICS.items():
            sums[name] += np.array(metric(gold, given))
            heads[name] += np.array(metric(by_head, given_heads))
    scores = {f"{name}_f1": _f1(*sums[name]) for name in METRICS}
    scores["conll"] = float(np.mean(list(scores.values())))
    scores["by_head"] = float(np.mean([_f1(*heads[name]) for name in METRICS]))
    return scores


def _f1(precision: np.ndarray, recall: np.ndarray) -> float:
    p = precision[0] / max(precision[1], 1e-9)
    r = recall[0] / max(recall[1], 1e-9)
    return 2 * p * r / max(p + r, 1e-9)


def gap_scores(model: Coreference, examples: list[Example]) -> dict[str, float]:
    """F1 over both names of every pronoun, also for each gender."""
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for one in examples:
        found = clusters(model, one)
        record = one.record
        chain = next((c for c in found if any(m[0] == record["pronoun"][0] for m in c)), [])
        heads = {head for head, _, _ in chain}
        for name, meant in zip(("a", "b"), record["coref"], strict=True):
            given = record[name][0] in heads
            counts["all", meant, given] += 1
            counts["m" if record["masculine"] else "f", meant, given] += 1
    result = {}
    for group in ("all", "m", "f"):
        tp, fp, fn = (counts[group, *pair] for pair in ((True, True), (False, True), (True, False)))
        result[group] = 2 * tp / max(1, 2 * tp + fp + fn)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="what prepare wrote")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("--device", type=torch.device, default=torch.device("cpu"))
    options = parser.parse_args()
    torch.set_num_threads(2)
    model = trained(options.trained).to(options.device)
    tokenizer = tokenizer_of(options.base)
    print(shown(gum_scores(model, load(options.data / "gum-dev.jsonl.gz", tokenizer))))
    print(shown(gap_scores(model, load(options.data / "gap-validation.jsonl.gz", tokenizer))))


def shown(scores: dict[str, float]) -> str:
    """Scores in one line."""
    return " ".join(f"{name} {value:.4f}" for name, value in scores.items())


if __name__ == "__main__":
    main()
