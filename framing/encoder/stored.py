"""Models that ship with the package or that users trained: where they lie, how they are opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["MODELS", "open_graph", "open_tokenizer"]

#: Where the models lie that ship with the package, each in a folder of its own.
MODELS = Path(__file__).parents[1] / "models"


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
