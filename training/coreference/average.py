"""The mean of two trainings' weights: ``python -m training.coreference.average A.pt B.pt -o C.pt``.

A later stage fits GUM closer and forgets some of GAP; halfway between two stages both are kept.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, nargs=2)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    one, other = (torch.load(path, weights_only=True) for path in options.trained)
    mean = {
        name: torch.lerp(value, other["model"][name], 0.5) if value.is_floating_point() else value
        for name, value in one["model"].items()
    }
    torch.save({"model": mean, "card": {"mean_of": [one["card"], other["card"]]}}, options.output)


if __name__ == "__main__":
    main()
