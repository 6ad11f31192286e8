"""Write trained coreference as int8 ONNX: ``python -m training.coreference.export``."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch

from framing.encoder.coreference import FILES
from framing.encoder.pair_features import FEATURES
from training.attention import fuse_attention
from training.attribution.export import digest, quantize, write_tokenizer
from training.attribution.model import WIDTH
from training.coreference.model import HIDDEN, PRODUCT, SPAN, Coreference, WordView

#: What the card says besides the training's settings; ``CARD.md`` beside it is for people.
CARD = {
    "name": "coreference",
    "version": "1.2.1",
    "does": "Links names, descriptions and pronouns of one text that mean the same.",
    "network": "Word-level coreference (Dobrovolskii 2021) on the MiniLM-L6 encoder, int8.",
    "base": "all-MiniLM-L6-v2, Apache-2.0",
    "trained_on": [
        "GUM, train part without Reddit: annotations CC BY 4.0; texts by genre: Wikinews and "
        "interviews CC BY 2.5; essays, letters, podcasts, fiction and WikiHow non-commercial",
        "GAP, development part: Apache-2.0",
        "plain news of AllSides (Apache-2.0 file), FA-KES (CC BY) and PolNeAR's train part (no "
        "terms stated), linked by a larger network",
    ],
    "holds": "Weights alone; no text of the corpora.",
    "not_for": "Telling who a real person is, or anything beyond one English text. Its links are "
    "guesses with a confidence; it is weakest on descriptions, abstract things and dialogue.",
}

#: Graphs large enough to be worth fewer bits.
QUANTIZED = ("encode", "words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="without quantisation")
    options = parser.parse_args()
    saved = torch.load(options.trained, weights_only=True)
    model = Coreference()
    model.load_state_dict(saved["model"])
    model.eval()
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, graph in export(model, Path(folder)).items():
            target = options.output / f"{name}.onnx"
            if options.float or name not in QUANTIZED:
                shutil.copy(graph, target)
            else:
                quantize(graph, target)
        fuse_attention(options.output / "encode.onnx")
    np.save(options.output / "coarse.npy", model.coarse.weight.detach().numpy()[:, 0])
    write_tokenizer(options.base / "tokenizer.json", options.output / "tokenizer.json")
    hashes = {name: digest(options.output / name) for name in FILES}
    card = json.dumps({**CARD, "sha256": hashes, "training": saved["card"]}, indent=1) + "\n"
    (options.output / "card.json").write_text(card, encoding="utf-8")


def export(model: Coreference, folder: Path) -> dict[str, Path]:
    """The four graphs in float."""
    ids = torch.randint(5, 999, (2, 12))
    ones = torch.ones_like(ids)
    told = torch.zeros(7, dtype=torch.long)
    far = torch.zeros(3, 9, dtype=torch.long)
    pairs = torch.zeros(4, len(FEATURES), dtype=torch.long)
    windows = {0: "b", 1: "n"}
    graphs: dict[str, tuple[Any, tuple[Any, ...], dict[str, dict[int, str]], list[str]]] = {
        "encode": (
            model.encoder, (ids, ones, ones),
            {"ids": windows, "shapes": windows, "mask": windows}, ["states"],
        ),
        "words": (
            model.words, (torch.randn(7, WIDTH), told, told, told),
            {name: {0: "w"} for name in ("vectors", "kind", "entity", "role")},
            list(WordView._fields),
        ),
        "pairs": (
            model.pairs,
            (torch.randn(4, HIDDEN), torch.randn(4, HIDDEN), torch.randn(4, PRODUCT),
             torch.randn(4, PRODUCT), pairs),
            {name: {0: "p"} for name in ("one", "other", "left", "right", "features")},
            ["score"],
        ),
        "spans": (
            model.spans, (torch.randn(3, SPAN), torch.randn(3, 9, SPAN), far, far),
            {"asks": {0: "b"}, "offers": windows, "distance": windows, "edge": windows},
            ["ends"],
        ),
    }  # fmt: skip
    paths = {}
    for name, (module, example, inputs, outputs) in graphs.items():
        first = next(iter(inputs.values()))
        free = dict.fromkeys(outputs, windows if name in ("encode", "spans") else first)
        paths[name] = folder / f"{name}.onnx"
        torch.onnx.export(
            module, example, str(paths[name]), input_names=list(inputs), output_names=outputs,
            dynamic_axes={**inputs, **free}, opset_version=17, dynamo=False,
        )  # fmt: skip
    return paths


if __name__ == "__main__":
    main()
