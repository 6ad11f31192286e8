"""How well the tagger does on outlets that it never saw.

``python -m training.attribution.outlets --data TRAIN.jsonl.gz --base DIR -o FOLDER`` puts the
outlets into groups, trains once for each group without it, and scores every outlet twice on
documents that no model saw: by the model without its group, and by one that knows the outlet.
It prints a Markdown table. What is done stays in the folder, so that a run cut short goes on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
from pathlib import Path

from training.attribution.data import read
from training.attribution.train import SEED, kept_documents


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR's train.jsonl.gz")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--groups", type=int, default=3, help="the number of outlets: one by one")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--keep", type=int, default=20, help="documents an outlet to score on")
    options = parser.parse_args()
    documents = read(options.data)
    kept = set(kept_documents(documents, options.keep))
    outlets = sorted({item["publisher"] for item in documents})
    for group in range(options.groups):
        _train(group, outlets[group :: options.groups], options)
    print("| outlet | its documents | A ≥ .8 F1, outlet known | outlet never seen |")
    print("|---|---|---|---|")
    for number, outlet in enumerate(outlets):
        sample = options.output / f"{outlet}.jsonl.gz"
        own = [item for item in documents if item["doc"] in kept and item["publisher"] == outlet]
        with gzip.open(sample, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(item) + "\n" for item in own)
        without = number % options.groups
        known = _score(_folder(options, (without + 1) % options.groups), sample)
        unseen = _score(_folder(options, without), sample)
        print(f"| {outlet} | {len(own)} | {known:.3f} | {unseen:.3f} |", flush=True)


def _folder(options: argparse.Namespace, group: int) -> Path:
    folder: Path = options.output / f"without-{group}"
    return folder


def _train(group: int, outlets: list[str], options: argparse.Namespace) -> None:
    folder = _folder(options, group)
    if (folder / "card.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / "tagger.pt"
    common = ["--base", str(options.base)]
    _run(
        "train", "--data", str(options.data), "-o", str(weights), "--seed", str(SEED),
        "--epochs", str(options.epochs), "--keep", str(options.keep),
        "--hold-out", *outlets, *common,
    )  # fmt: skip
    _run("export", str(weights), "-o", str(folder), "--name", folder.name, *common)
    weights.unlink()


def _run(module: str, *arguments: str) -> None:
    command = [sys.executable, "-m", f"training.attribution.{module}", *arguments]
    subprocess.run(command, check=True, stdout=sys.stderr)


def _score(model: Path, sample: Path) -> float:
    """A ≥ .8 F1 of the whole tool with this tagger."""
    command = [
        sys.executable, "-m", "framing.cli", "evaluate", "polnear", str(sample), "--json",
        "--attribution", str(model),
    ]  # fmt: skip
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(json.loads(printed)["scores"]["A80"]["f1"])


if __name__ == "__main__":
    main()
