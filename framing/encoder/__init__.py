"""The small encoder: text in, tags and vectors out, by ONNX alone; no network, no torch."""

from framing.encoder.coreference import Coreference, Linked, clusters, load_coreference
from framing.encoder.decoding import chances, runs, spans
from framing.encoder.given_names import gender_of_name
from framing.encoder.pieces import Pieces, pieces, windows
from framing.encoder.shown import Shown, show
from framing.encoder.stored import MODELS
from framing.encoder.tagger import Tagger, load_tagger

__all__ = [
    "MODELS",
    "Coreference",
    "Linked",
    "Pieces",
    "Shown",
    "Tagger",
    "chances",
    "clusters",
    "gender_of_name",
    "load_coreference",
    "load_tagger",
    "pieces",
    "runs",
    "show",
    "spans",
    "windows",
]
