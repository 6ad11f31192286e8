"""What a coder is asked about each layer, and what the tool itself says to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = [
    "ABOUT",
    "LAYERS",
    "NONE",
    "UNSURE",
    "Layer",
    "Level",
    "Question",
    "presence",
    "with_sides",
]

#: Levels of measurement.
Level = Literal["nominal", "ordinal"]

YES, NO = "yes", "no"

#: The answer for "nobody's" or "no side's".
NONE = "none"

#: Accepted in every column: looked at, and not decidable; left out of the figures, and counted.
UNSURE = "unsure"


@dataclass(frozen=True)
class Question:
    """One column that a coder fills.

    Attributes
    ----------
    name : str
        Of the column.
    asks : str
        One sentence, as in the codebook.
    values : tuple of str
        The accepted answers, besides `UNSURE` and an empty cell; in order if `ordinal`.
    sides : bool
        Whether the sides of the results are accepted too.
    """

    name: str
    asks: str
    values: tuple[str, ...]
    sides: bool = False
    ordinal: bool = False

    @property
    def level(self) -> Level:
        """The level of measurement for Krippendorff's alpha."""
        return "ordinal" if self.ordinal else "nominal"


@dataclass(frozen=True)
class Layer:
    """A layer of the analysis as something to be coded.

    Attributes
    ----------
    unit : str
        What a row of the sheet is, in the plural.
    strata : tuple of str
        The columns by which rows are drawn, unless others are named.
    questions : tuple of (Question, callable)
        With each, what gives the tool's own answer from a row; None where it has none.
    census : bool
        Whether rows are drawn from all units there are, not only from those that the tool
        found: only then does a sheet tell what was missed.
    """

    unit: str
    strata: tuple[str, ...]
    questions: tuple[tuple[Question, Callable[[Mapping[str, Any]], str | None]], ...]
    census: bool = False


def _yes(truth: object) -> str:
    return YES if truth else NO


def _side(column: str) -> Callable[[Mapping[str, Any]], str | None]:
    return lambda row: row[column] or NONE


def _value(column: str) -> Callable[[Mapping[str, Any]], str | None]:
    return lambda row: row.get(column) or None


#: Every layer that can be drawn from, except `sentences`, which is about one of these.
LAYERS: dict[str, Layer] = {
    "loaded_terms": Layer(
        "terms",
        ("outlet", "side"),
        (
            (
                Question(
                    "loaded",
                    "Is the marked wording loaded: a widely used plainer word exists, and the "
                    "choice takes a side?",
                    (YES, NO),
                ),
                lambda row: _yes((row["loadedness"] or 0) >= 2),
            ),
            (
                Question("side", "Which side's actor does it name or characterise?", (NONE,), True),
                _side("side"),
            ),
        ),
    ),
    "attributions": Layer(
        "attributions",
        ("outlet", "side"),
        (
            (
                Question(
                    "content",
                    "Is what is marked something that somebody other than the article's author "
                    "says, writes or thinks according to the text, and no more and no less?",
                    (YES, NO),
                ),
                lambda row: YES,
            ),
            (
                Question("side", "Whose side is the one who says it on?", (NONE,), True),
                _side("side"),
            ),
            (
                Question(
                    "type",
                    "Is it all in quotation marks (direct), none of it (indirect), or partly "
                    "(mixed)?",
                    ("direct", "indirect", "mixed"),
                ),
                _value("type"),
            ),
            (
                Question(
                    "claim",
                    "Does it claim that something is so? An order, a request, a wish or a "
                    "question does not.",
                    (YES, NO),
                ),
                lambda row: _yes(row["claim"]),
            ),
        ),
    ),
    "epistemic": Layer(
        "cues",
        ("outlet", "cue_class"),
        (
            (
                Question(
                    "cue",
                    "Does the marked wording weaken how sure a claim sounds (hedge), strengthen "
                    "it (booster), or neither (none)?",
                    ("hedge", "booster", NONE),
                ),
                _value("cue_class"),
            ),
            (
                Question(
                    "holder",
                    "Whose claim is it that is weakened or strengthened? AUTHOR for the "
                    "article's own.",
                    ("AUTHOR", NONE),
                    True,
                ),
                _side("holder_side"),
            ),
        ),
    ),
    "events": Layer(
        "events",
        ("outlet", "agent_side"),
        (
            (
                Question(
                    "harm",
                    "What harm does the marked event do to somebody?",
                    (NONE, "physical", "coercive", "deceptive", "property", "social"),
                ),
                _value("harm"),
            ),
            (
                Question("agent", "Whose side is the one who does it on?", (NONE,), True),
                _side("agent_side"),
            ),
            (
                Question("patient", "Whose side is the one it is done to on?", (NONE,), True),
                _side("patient_side"),
            ),
            (
                Question("deleted", "Does the clause leave out who does it?", (YES, NO)),
                lambda row: _yes(row["agent_deleted"]),
            ),
        ),
    ),
    "mentions": Layer(
        "mentions",
        ("outlet", "side"),
        (
            (
                Question("side", "Which side is the one on that is marked?", (NONE,), True),
                _side("side"),
            ),
            (
                Question(
                    "sentiment",
                    "How does the sentence let the one that is marked appear?",
                    ("negative", "neutral", "positive"),
                    ordinal=True,
                ),
                _value("sentiment"),
            ),
        ),
    ),
}

#: What the sentences of a sheet may be about, with what makes the tool say that it is there.
ABOUT: dict[str, tuple[str, Callable[[Mapping[str, Any]], bool]]] = {
    "loaded_terms": (
        "Does the sentence hold loaded wording: a widely used plainer word exists, and the "
        "choice takes a side?",
        lambda row: (row["loadedness"] or 0) >= 2,
    ),
    "attributions": (
        "Does the sentence hold something that somebody other than the article's author says, "
        "writes or thinks according to the text?",
        lambda row: True,
    ),
    "epistemic": (
        "Does the sentence weaken or strengthen how sure a claim sounds?",
        lambda row: True,
    ),
    "events": (
        "Does the sentence tell of an act that harms somebody?",
        lambda row: row["harm"] not in (None, "none"),
    ),
    "mentions": ("Does the sentence speak of one of the actors?", lambda row: True),
}


def presence(about: str) -> Layer:
    """The layer of sentences, in each of which something is or is not present.

    Its rows have a column ``found``: whether the tool found it there, yes or no.
    """
    question = Question("present", ABOUT[about][0], (YES, NO))
    return Layer("sentences", ("outlet", "found"), ((question, _value("found")),), census=True)


def with_sides(question: Question, sides: Iterable[str]) -> Question:
    """The question with the sides among its answers, where it asks for one."""
    if not question.sides:
        return question
    others = [side for side in sides if side not in question.values]
    return replace(question, values=(*others, *question.values))
