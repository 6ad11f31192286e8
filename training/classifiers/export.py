"""Write the sentence encoder as int8 ONNX with its card: ``python -m training.classifiers.export``.

Without trained weights the base weights are written as they are.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import torch

from framing.encoder.cards import digest
from training.attribution.export import quantize, write_tokenizer
from training.classifiers.model import Pooled, pretrained

FILES = ("encoder.onnx", "tokenizer.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, nargs="?")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--version", default="1.0.0")
    options = parser.parse_args()
    model, about = pretrained(options.base), {}
    if options.trained:
        saved = torch.load(options.trained, weights_only=True)
        model.load_state_dict(saved["model"])
        about = saved["card"]
    model.eval()
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "encoder.onnx"
        export(model.pooled, graph)
        quantize(graph, options.output / "encoder.onnx")
    write_tokenizer(options.base / "tokenizer.json", options.output / "tokenizer.json")
    hashes = {name: digest(options.output / name) for name in FILES}
    card = {"name": "sentences", "version": options.version, "sha256": hashes, **about}
    (options.output / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def export(model: Pooled, path: Path) -> None:
    """The graph in float, for any number of texts of any length."""
    ids = torch.randint(5, 999, (2, 12))
    ones = torch.ones_like(ids)
    names = ("ids", "shapes", "mask")
    torch.onnx.export(
        model, (ids, ones, ones), str(path), input_names=list(names), output_names=["vectors"],
        dynamic_axes={**{name: {0: "b", 1: "n"} for name in names}, "vectors": {0: "b"}},
        opset_version=17, dynamo=False,
    )  # fmt: skip


if __name__ == "__main__":
    main()
