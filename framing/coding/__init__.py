"""Validation by hand: coding sheets drawn from a run, and read back against the tool."""

from framing.coding.agreement import Agreement, krippendorff_alpha
from framing.coding.drawing import SEED, Draw, Item, draw
from framing.coding.methods import as_record, methods, summary_table
from framing.coding.questions import ABOUT, LAYERS, Question
from framing.coding.scoring import Scored, score
from framing.coding.sheets import Coded, codebook, find_key, read_key, read_sheet, write_sheet
from framing.coding.training import training_rows, write_training

__all__ = [
    "ABOUT",
    "LAYERS",
    "SEED",
    "Agreement",
    "Coded",
    "Draw",
    "Item",
    "Question",
    "Scored",
    "as_record",
    "codebook",
    "draw",
    "find_key",
    "krippendorff_alpha",
    "methods",
    "read_key",
    "read_sheet",
    "score",
    "summary_table",
    "training_rows",
    "write_sheet",
    "write_training",
]
