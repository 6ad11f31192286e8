"""The tool held against its coders: precision and recall, weighted to the whole, with intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.coding.agreement import Agreement, agreement, votes
from framing.coding.questions import UNSURE, YES
from framing.errors import FramingError
from framing.measures.intervals import bootstrap, wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.coding.drawing import Draw
    from framing.coding.questions import Question
    from framing.coding.sheets import Coded

__all__ = ["Rate", "Scored", "ValueScore", "score"]


@dataclass(frozen=True)
class Rate:
    """A share in [0, 1] with its 95 % interval, and the number of rows it rests on."""

    value: float
    low: float | None
    high: float | None
    rows: int


@dataclass(frozen=True)
class ValueScore:
    """Precision, recall and F1 of the tool for one answer; None where a sheet cannot tell."""

    value: str
    precision: Rate | None
    recall: Rate | None
    f1: Rate | None


@dataclass(frozen=True)
class Scored:
    """One question: the coders among themselves, and the tool against them.

    Attributes
    ----------
    rows : int
        Answered by at least one coder.
    unsure, empty : int
        Answers left out.
    agreement : Agreement or None
        None with one coder.
    accuracy : Rate or None
        How often the tool says what a coder says; None where the tool says nothing.
    values : tuple of ValueScore
        Only yes, where the answers are yes and no.
    """

    question: Question
    rows: int
    unsure: int
    empty: int
    agreement: Agreement | None
    accuracy: Rate | None
    values: tuple[ValueScore, ...]


@dataclass(frozen=True)
class _Row:
    """A row's weight, the tool's answer and the share of its coders that gives each answer."""

    weight: float
    tool: str
    shares: dict[str, float]


def score(drawn: Draw, coders: Sequence[Coded]) -> tuple[Scored, ...]:
    """Score every question of a sheet.

    Where coders differ, each counts alike: a row that one of two calls right is half right, as
    if a coder were taken at random. Every row is weighted by what it stands for in the results.

    Parameters
    ----------
    drawn : Draw
        From the sheet's key.
    coders : sequence of Coded
        One or more.

    Raises
    ------
    FramingError
        If no coder answered anything, or two have the same name.
    """
    names = [coder.coder for coder in coders]
    if again := next((name for at, name in enumerate(names) if name in names[:at]), None):
        raise FramingError(f"two sheets of a coder {again!r}; give each file a name of its own")
    found = tuple(_question(drawn, question, coders) for question in drawn.questions)
    if not any(one.rows for one in found):
        raise FramingError(f"{', '.join(names)}: not one answer in the columns to be filled")
    return found


def _question(drawn: Draw, question: Question, coders: Sequence[Coded]) -> Scored:
    given = {item.id: votes(question, coders, item.id) for item in drawn.items}
    said = [answers[question.name] for coder in coders for answers in coder.answers.values()]
    rows = [
        _Row(
            drawn.strata[item.stratum].weight,
            item.tool[question.name],
            {value: given[item.id].count(value) / len(given[item.id]) for value in given[item.id]},
        )
        for item in drawn.items
        if given[item.id] and question.name in item.tool
    ]
    used = {row.tool for row in rows} | {value for row in rows for value in row.shares}
    asked = [YES] if YES in question.values else [one for one in question.values if one in used]
    return Scored(
        question,
        sum(map(bool, given.values())),
        said.count(UNSURE),
        said.count(None),
        agreement(question, coders, list(given)) if len(coders) > 1 else None,
        _rate([(row.weight, row.shares.get(row.tool, 0.0), 1.0) for row in rows]),
        tuple(_value(value, rows) for value in asked) if rows else (),
    )


def _value(value: str, rows: Sequence[_Row]) -> ValueScore:
    """One answer; recall needs rows to which the tool gave another one."""
    shares = [row.shares.get(value, 0.0) for row in rows]
    mine = [row.tool == value for row in rows]
    found = [
        (row.weight, share, 1.0) for row, share, own in zip(rows, shares, mine, strict=True) if own
    ]
    true = [
        (row.weight, share * own, share)
        for row, share, own in zip(rows, shares, mine, strict=True)
        if share
    ]
    others = not all(mine)
    return ValueScore(
        value,
        _rate(found),
        _rate(true) if others else None,
        _f1(rows, shares, mine) if others else None,
    )


def _rate(rows: Sequence[tuple[float, float, float]]) -> Rate | None:
    """Sum of weighted hits over weighted trials; Wilson's interval on the effective number.

    Parameters
    ----------
    rows : sequence of (float, float, float)
        Weight, hits and trials, ``0 <= hits <= trials <= 1``.

    References
    ----------
    Kish 1965, Survey Sampling, section 11.7: the effective size of a weighted sample.
    """
    trials = sum(weight * trial for weight, _, trial in rows)
    if not trials:
        return None
    value = min(1.0, sum(weight * hit for weight, hit, _ in rows) / trials)
    effective = trials**2 / sum(weight**2 * trial for weight, _, trial in rows)
    return Rate(value, *wilson(value * effective, effective), len(rows))


def _f1(rows: Sequence[_Row], shares: Sequence[float], mine: Sequence[bool]) -> Rate | None:
    """F1 with a bootstrap interval over rows."""
    amounts = [
        (row.weight * share * own, row.weight * own, row.weight * share)
        for row, share, own in zip(rows, shares, mine, strict=True)
    ]
    both, found, true = (sum(column) for column in zip(*amounts, strict=True))
    if not found + true:
        return None
    low, high, _ = bootstrap(amounts, lambda sums: 2 * sums[0] / (sums[1] + sums[2]))
    return Rate(2 * both / (found + true), low, high, len(rows))
