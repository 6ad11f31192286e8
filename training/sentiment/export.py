"""Write the trained network as int8 ONNX with its card: ``python -m training.sentiment.export``.

    python -m training.sentiment.export sentiment.pt --data TRAIN.jsonl.gz --base DIR -o MODEL

The odds are divided by one temperature, which the left-out fold determines.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from framing.encoder.sentiment import FILES
from framing.encoder.tagger import MODELS
from framing.encoder.targets import fold_of, sentence_key
from training.attribution.export import quantize
from training.sentiment.data import digest, read
from training.sentiment.model import Sentiment


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="what it was trained on")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--version", default="1.0.0")
    options = parser.parse_args()
    saved = torch.load(options.trained, weights_only=True)
    if saved["card"]["data_sha256"] != digest(options.data):
        raise SystemExit(f"{options.data}: is not what {options.trained} was trained on")
    model = Sentiment()
    model.load_state_dict(saved["model"])
    model.eval()
    heat = temperature(saved["odds"], saved["labels"])
    model.temperature.fill_(heat)
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "toward.onnx"
        export(model, graph)
        quantize(graph, options.output / "toward.onnx")
    shutil.copy(MODELS / "attribution" / "tokenizer.json", options.output)
    shutil.copy(options.base / "LICENSE", options.output)
    left_out = saved["card"]["fold_left_out"]
    texts = {record["text"] for record in read(options.data)}
    keys = sorted(int(sentence_key(text), 16) for text in texts if fold_of(text) != left_out)
    np.savez(options.output / "learned.npz", sentences=np.array(keys, np.uint64))
    card = {
        "name": "sentiment", "version": options.version,
        "sha256": {name: digest(options.output / name) for name in FILES},
        **saved["card"], "temperature": round(heat, 4),
    }  # fmt: skip
    written = json.dumps(card, indent=1) + "\n"
    (options.output / "card.json").write_text(written, encoding="utf-8")


def temperature(odds: torch.Tensor, labels: torch.Tensor) -> float:
    """What the odds are divided by, so that the left-out labels are likeliest."""
    heat = nn.Parameter(torch.ones(()))
    solver = torch.optim.LBFGS([heat], max_iter=100)

    def loss() -> torch.Tensor:
        solver.zero_grad()
        value = F.cross_entropy(odds / heat, labels)
        value.backward()
        return value

    solver.step(loss)
    return float(heat.detach())


def export(model: Sentiment, path: Path) -> None:
    """The graph in float: log odds and the vector they come from, for a batch of sentences."""
    ids = torch.randint(5, 999, (2, 12))
    ones = torch.ones_like(ids)
    target = torch.zeros_like(ids)
    target[:, 4] = 1
    names = ["ids", "shapes", "target", "mask"]
    torch.onnx.export(
        model, (ids, ones, target, ones), str(path), input_names=names,
        output_names=["odds", "vector"], opset_version=17, dynamo=False,
        dynamic_axes={
            **{name: {0: "b", 1: "n"} for name in names}, "odds": {0: "b"}, "vector": {0: "b"},
        },
    )  # fmt: skip


if __name__ == "__main__":
    main()
