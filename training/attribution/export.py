"""Write a trained tagger as int8 ONNX with its card: ``python -m training.attribution.export``."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from framing.encoder.tagger import FILES
from training.attention import fuse_attention
from training.attribution.data import digest
from training.attribution.model import Tagger


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--name", default="attribution")
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--float", action="store_true", help="without quantisation")
    options = parser.parse_args()
    saved = torch.load(options.trained, weights_only=True)
    model = Tagger()
    model.load_state_dict(saved["model"])
    model.eval()
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, graph in export(model, Path(folder)).items():
            target = options.output / f"{name}.onnx"
            if options.float:
                shutil.copy(graph, target)
            else:
                quantize(graph, target)
            fuse_attention(target)
    write_tokenizer(options.base / "tokenizer.json", options.output / "tokenizer.json")
    hashes = {name: digest(options.output / name) for name in FILES}
    card = {"name": options.name, "version": options.version, "sha256": hashes, **saved["card"]}
    written = json.dumps(card, indent=1) + "\n"
    (options.output / "card.json").write_text(written, encoding="utf-8")


def export(model: Tagger, folder: Path) -> dict[str, Path]:
    """Both graphs in float: `tag` for a batch of stretches, `read` for the cues of one."""
    ids = torch.randint(5, 999, (2, 12))
    ones = torch.ones_like(ids)
    states = torch.randn(3, 12, 384)
    cue = torch.zeros(3, 12, dtype=torch.long)
    cue[:, 4] = 1
    common = {"opset_version": 17, "dynamo": False}
    paths = {"tag": folder / "tag.onnx", "read": folder / "read.onnx"}
    torch.onnx.export(
        model, (ids, ones, ones), str(paths["tag"]),
        input_names=["ids", "shapes", "mask"], output_names=["states", "flat", "certainty"],
        dynamic_axes={
            name: {0: "b", 1: "n"}
            for name in ("ids", "shapes", "mask", "states", "flat", "certainty")
        },
        **common,
    )  # fmt: skip
    torch.onnx.export(
        model.reader, (states, cue, torch.ones_like(cue)), str(paths["read"]),
        input_names=["states", "cue", "mask"], output_names=["tags", "valid"],
        dynamic_axes={
            **{name: {0: "b", 1: "n"} for name in ("states", "cue", "mask", "tags")},
            "valid": {0: "b"},
        },
        **common,
    )  # fmt: skip
    return paths


def quantize(graph: Path, target: Path) -> None:
    """Weights of the matrix products and embeddings in eight bits, one scale a column.

    Seven of the eight bits are used for the products, so that no processor's instructions
    overflow and all give the same figures.
    """
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(graph), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(target), weight_type=QuantType.QInt8, per_channel=True,
            reduce_range=True,
        )  # fmt: skip
    onnx.checker.check_model(str(target))


def write_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer without its settings for padding and truncation."""
    settings = json.loads(source.read_text(encoding="utf-8"))
    settings["padding"] = settings["truncation"] = None
    target.write_text(json.dumps(settings, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
