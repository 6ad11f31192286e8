"""The weighted mean of trainings, ``average A.pt=.6 B.pt=.4 -o C.pt`` in this package.

A later stage fits GUM closer and forgets some of GAP; between two stages both are kept.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", nargs="+", help="FILE=WEIGHT; the weights add up to 1")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    given = [one.rpartition("=") for one in options.trained]
    weights = [float(weight) for _, _, weight in given]
    if abs(sum(weights) - 1) > 1e-6:
        raise SystemExit(f"weights: found {weights}, which add up to {sum(weights)}, not 1")
    saved = [torch.load(path, weights_only=True) for path, _, _ in given]
    mean = {
        name: sum(weight * one["model"][name] for weight, one in zip(weights, saved, strict=True))
        for name in saved[0]["model"]
    }
    parts = [{"weight": weight, **one["card"]} for weight, one in zip(weights, saved, strict=True)]
    torch.save({"model": mean, "card": {"mean_of": parts}}, options.output)


if __name__ == "__main__":
    main()
