"""A shipped model as a checkpoint, to go on from: ``python -m training.restore MODEL -o FILE.pt``.

Weights come back as eight bits kept them; what was rounded away is learned again.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.attribution.model import Tagger
from training.coreference.model import Coreference

#: Of each kind of model: the network, and which of its parts each graph holds.
NETWORKS: dict[str, tuple[type[torch.nn.Module], dict[str, str]]] = {
    "attribution": (Tagger, {"tag": "", "read": "reader."}),
    "coreference": (
        Coreference,
        {"encode": "encoder.", "words": "words.", "pairs": "pairs.", "spans": "spans."},
    ),
}

#: What an export adds to the path of the module that a product belongs to.
ADDED = ("_quant", "/Gemm_MatMul", "/MatMul")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder such as framing/models/coreference")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    card = json.loads((options.model / "card.json").read_text(encoding="utf-8"))
    network, graphs = NETWORKS[card["name"]]
    found = {
        prefix + name: torch.from_numpy(np.array(values, np.float32))
        for graph, prefix in graphs.items()
        for name, values in weights_of(options.model / f"{graph}.onnx").items()
    }
    if (coarse := options.model / "coarse.npy").exists():
        found["coarse.weight"] = torch.from_numpy(np.load(coarse, allow_pickle=False))[:, None]
    network().load_state_dict(found)
    told = {name: value for name, value in card.items() if name not in ("name", "sha256")}
    torch.save({"model": found, "card": told.get("training", told)}, options.output)


def weights_of(path: Path) -> dict[str, np.ndarray]:
    """The weights that a graph holds, by the names that they had in the network."""
    graph = onnx.load(str(path)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {
        name: values
        for name, values in held.items()
        if name.rpartition(".")[2] in ("weight", "bias", "kind")
    }
    for name in held:
        if name.endswith(".weight_quantized"):
            found[name.removesuffix("_quantized")] = _rounded(held, name)
    for node in graph.node:
        matrix = node.input[1] if len(node.input) > 1 else ""
        if node.op_type not in ("MatMul", "MatMulInteger") or matrix not in held:
            continue
        module = node.name
        for added in ADDED:
            module = module.removesuffix(added)
        values = _rounded(held, matrix) if matrix.endswith("_quantized") else held[matrix]
        found[module.strip("/").replace("/", ".") + ".weight"] = values.T
    return found


def _rounded(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    base = name.removesuffix("_quantized")
    zero = held[f"{base}_zero_point"].astype(np.float32)
    scaled: np.ndarray = (held[name].astype(np.float32) - zero) * held[f"{base}_scale"]
    return scaled


if __name__ == "__main__":
    main()
