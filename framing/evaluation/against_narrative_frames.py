"""Narrative frames against annotated climate news: see `framing_classes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.evaluation import framing_classes
from framing.evaluation.framing_classes import COLUMNS, ITEMS, summary_table

if TYPE_CHECKING:
    from framing.evaluation.task import Task

__all__ = ["ITEMS", "SUMMARY_COLUMNS", "evaluate", "summary_table"]

SUMMARY_COLUMNS = COLUMNS


def evaluate(task: Task) -> dict[str, Any]:
    """Score the classifier of narrative frames, or a stored model, on a file or folder."""
    return framing_classes.evaluate(task, "narrative-frames", "narrative-frames")
