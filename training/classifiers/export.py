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
from training.attribution.model import WIDTH
from training.classifiers.model import Pooled, Upper, pretrained, upper

FILES = ("encoder.onnx", "upper.onnx", "tokenizer.json")


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
        for name, graph in export(model.pooled, upper(options.base).eval(), Path(folder)).items():
            quantize(graph, options.output / name)
    write_tokenizer(options.base / "tokenizer.json", options.output / "tokenizer.json")
    hashes = {name: digest(options.output / name) for name in FILES}
    card = {"name": "sentences", "version": options.version, "sha256": hashes, **about}
    (options.output / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def export(lower: Pooled, above: Upper, folder: Path) -> dict[str, Path]:
    """The graphs in float, for any number of texts of any length."""
    ids = torch.randint(5, 999, (2, 12))
    ones = torch.ones_like(ids)
    states = torch.randn(2, 12, WIDTH)
    parts: dict[str, tuple[torch.nn.Module, dict[str, torch.Tensor], list[str]]] = {
        "encoder.onnx": (
            lower, {"ids": ids, "shapes": ones, "mask": ones}, ["vectors", "states"]
        ),
        "upper.onnx": (above, {"states": states, "mask": ones}, ["vectors"]),
    }  # fmt: skip
    paths = {}
    for name, (module, given, outputs) in parts.items():
        paths[name] = folder / name
        free = {one: {0: "b", 1: "n"} for one in [*given, "states"]} | {"vectors": {0: "b"}}
        torch.onnx.export(
            module, tuple(given.values()), str(paths[name]), input_names=list(given),
            output_names=outputs, opset_version=17, dynamo=False,
            dynamic_axes={one: axes for one, axes in free.items() if one in (*given, *outputs)},
        )  # fmt: skip
    return paths


if __name__ == "__main__":
    main()
