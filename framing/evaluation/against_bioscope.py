"""Hedge cues against BioScope's abstracts: speculation in biomedical papers.

BioScope marks the smallest unit that expresses speculation (Vincze et al. 2008): auxiliaries
("may"), verbs ("suggest", "appear"; "indicate that" with its "that"), adjectives, adverbs and
nouns ("likely", "hypothesis"), and conjunctions of alternatives ("or", "whether"). What the
analysis has no entries for, "or" above all, counts as missed. How it is scored:
`framing.evaluation.speculation`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.evaluation.speculation import PROTOCOL, SUMMARY_COLUMNS, evaluate_as, summary_table

if TYPE_CHECKING:
    from framing.evaluation.task import Task

__all__ = ["PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "summary_table"]


def evaluate(task: Task) -> dict[str, Any]:
    """Analyse BioScope's sentences and score their hedge cues."""
    return evaluate_as("bioscope", task)
