"""Why a classifier says what it says: each word is left out in turn, and the score compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from framing.classifiers.store import Classifier

__all__ = ["Explanation", "Weighed", "explain"]

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Weighed(NamedTuple):
    """A word, its offsets in the text, and by how much the log odds fall without it."""

    text: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True)
class Explanation:
    """The probability of one label for a text, and what each word adds to it.

    Attributes
    ----------
    text, label, model : str
    chance : float
        Calibrated, in [0, 1].
    words : tuple of Weighed
        In text order. The weights need not add up to the score: words work together.
    """

    text: str
    label: str
    model: str
    chance: float
    words: tuple[Weighed, ...]

    def top(self, number: int = 5) -> tuple[Weighed, ...]:
        """The words that speak for the label, the strongest first."""
        found = [word for word in self.words if word.weight > 0]
        return tuple(sorted(found, key=lambda word: -word.weight)[:number])

    def __str__(self) -> str:
        """The probability and the words that made it."""
        words = ", ".join(f"{word.text} (+{word.weight:.2f})" for word in self.top())
        return f"{self.label}: {self.chance:.2f} ({self.model}); {words or 'no word stands out'}"

    def _repr_html_(self) -> str:
        """The text with each word shaded by its weight: amber for the label, blue against it."""
        most = max((abs(word.weight) for word in self.words), default=0) or 1
        parts, at = [], 0
        for word in self.words:
            colour = "230, 140, 0" if word.weight > 0 else "60, 120, 200"
            share = round(0.6 * abs(word.weight) / most, 2)
            parts += [
                escape(self.text[at : word.start]),
                f'<span style="background: rgba({colour}, {share})" title="{word.weight:+.2f}">'
                f"{escape(word.text)}</span>",
            ]
            at = word.end
        parts.append(escape(self.text[at:]))
        head = escape(f"{self.label}: {self.chance:.2f} ({self.model})")
        return f"<div><p><strong>{head}</strong></p><p>{''.join(parts)}</p></div>"


def explain(classifier: Classifier, text: str, label: str | None = None) -> Explanation:
    """Leave out each word of a text and see how the log odds of a label change.

    Parameters
    ----------
    classifier : Classifier
    text : str
        As long as what the classifier reads as a whole; it is read once a word.
    label : str, optional
        One of the classifier's labels; by default its last, or of several the likeliest.

    Raises
    ------
    ValueError
        If the classifier has no such label.

    References
    ----------
    Zeiler & Fergus (2014); Li, Monroe & Jurafsky (2016), Understanding neural networks through
    representation erasure.
    """
    if label is not None and label not in classifier.labels:
        raise ValueError(f"label: found {label!r}; accepted: {', '.join(classifier.labels)}")
    spans = [found.span() for found in _WORD.finditer(text)]
    without = [text[:start] + text[end:].lstrip(" ") for start, end in spans]
    chances = classifier.chances([text, *without])
    if classifier.task.several:
        column = int(chances[0].argmax()) if label is None else classifier.labels.index(label)
        said, own = classifier.labels[column], chances[:, column]
    else:
        said = classifier.labels[-1] if label is None else label
        own = chances[:, 0] if said == classifier.labels[-1] else 1 - chances[:, 0]
    whole = _odds(float(own[0]))
    words = tuple(
        Weighed(text[start:end], start, end, whole - _odds(float(chance)))
        for (start, end), chance in zip(spans, own[1:], strict=True)
    )
    return Explanation(text, said, classifier.version, float(own[0]), words)


def _odds(chance: float) -> float:
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return log(kept / (1 - kept))
