"""Models that ship with the package or that users trained: read from a folder, checked, opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MODELS", "open_graph", "open_tokenizer", "stored"]

#: Where the models lie that ship with the package, each in a folder of its own.
MODELS = Path(__file__).parents[1] / "models"


def stored(folder: Path, names: Sequence[str]) -> tuple[str, dict[str, bytes]]:
    """Name and version of a model, and its files, each held against the card's hash.

    Parameters
    ----------
    folder : Path
        With the files and a ``card.json`` that gives the model's name and version and the
        SHA-256 of each file.
    names : sequence of str

    Raises
    ------
    FramingError
        If a file is not the one that the card names.
    """
    import json
    from hashlib import sha256

    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    files = {name: (folder / name).read_bytes() for name in names}
    for name, content in files.items():
        if sha256(content).hexdigest() != card["sha256"][name]:
            raise FramingError(f"{name} is not the file that card.json names")
    return f"{card['name']}@{card['version']}", files


def open_graph(content: bytes) -> Any:
    """An ONNX graph that runs on one thread of the processor."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def open_tokenizer(content: bytes) -> Any:
    """A tokenizer that neither pads nor cuts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_buffer(content)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
