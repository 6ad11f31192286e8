"""The small encoder: text in, tags and vectors out, by ONNX alone; no network, no torch."""

from framing.encoder.decoding import chances, runs, spans
from framing.encoder.pieces import Pieces, pieces, windows
from framing.encoder.shown import Shown, show
from framing.encoder.tagger import MODELS, Tagger, load_tagger

__all__ = [
    "MODELS",
    "Pieces",
    "Shown",
    "Tagger",
    "chances",
    "load_tagger",
    "pieces",
    "runs",
    "show",
    "spans",
    "windows",
]
