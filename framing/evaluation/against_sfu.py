"""Hedge cues against the SFU Review corpus: speculation in reviews of products and films.

It follows BioScope's guidelines (Konstantinova et al. 2012) for texts of opinion, and takes in
what they have more of: conditions ("if"), ability and permission ("can"), "would" and "should"
wherever they stand, and a negation with its auxiliary ("could n't" is one cue). How it is
scored: `framing.evaluation.speculation`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.evaluation.speculation import PROTOCOL, SUMMARY_COLUMNS, evaluate_as, summary_table

if TYPE_CHECKING:
    from framing.evaluation.task import Task

__all__ = ["PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "summary_table"]


def evaluate(task: Task) -> dict[str, Any]:
    """Analyse the SFU Review corpus's sentences and score their hedge cues."""
    return evaluate_as("sfu", task)
