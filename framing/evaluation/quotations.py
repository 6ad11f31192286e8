"""Attributions as plain spans, so that one scorer serves every system, and what they cover."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.evaluation.scoring import letters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framing.annotation import Rows

    Span = tuple[int, int]

__all__ = ["TYPES", "Quotation", "edges", "quotations", "quoted_runs", "with_that"]

#: How the content is given: in quotation marks, partly so, or not.
TYPES = ("direct", "mixed", "indirect")

_THAT = re.compile(r"\bthat\s+", re.IGNORECASE)
_QUOTED = re.compile(r"""(?:“|(?<!\w)")([^”"\r\n]*)[”"]?""")


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution: who, by which words, what.

    Parameters
    ----------
    source, cue, content : tuple of (int, int)
        Offsets of each contiguous part, in text order; an absent role has none.
    type : str
        One of `TYPES`; "" where a system does not say.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    type: str = ""


def quotations(rows: Rows) -> tuple[Quotation, ...]:
    """The attributions of an analysis that stand in no other one (depth 1).

    Examples
    --------
    >>> from framing.annotation import Attribution, RoleSpan, Rows
    >>> row = Attribution(
    ...     article_id="a", span_id="q0", start=0, end=10, text="Say: “No.”", zone="body",
    ...     type="direct", parts=(RoleSpan("cue", 0, 3), RoleSpan("content", 6, 9)),
    ... )
    >>> quotations(Rows(attributions=(row,)))
    (Quotation(source=(), cue=((0, 3),), content=((6, 9),), type='direct'),)
    """
    return tuple(
        Quotation(row.spans_of("source"), row.spans_of("cue"), row.spans_of("content"), row.type)
        for row in rows.attributions
        if row.depth == 1
    )


def with_that(text: str, found: Iterable[Quotation]) -> list[Quotation]:
    """Extend each span of content over the word "that" if only white space parts the two.

    Examples
    --------
    >>> with_that("He said that it rained.", [Quotation((), (), ((13, 22),))])[0].content
    ((8, 22),)
    """
    starts = {word.end(): word.start() for word in _THAT.finditer(text)}

    def extended(start: int, end: int) -> Span:
        return starts.get(start, start), end

    return [
        replace(one, content=tuple(extended(start, end) for start, end in one.content))
        for one in found
    ]


def edges(text: str, start: int, end: int) -> Span:
    """Trim a span to its outermost letters and digits; one without any stays as it is.

    Examples
    --------
    >>> edges("“We won,” he said", 0, 9)
    (1, 7)
    >>> edges("Lee: no", 3, 4)
    (3, 4)
    """
    letters = [at for at in range(start, end) if text[at].isalnum()]
    return (letters[0], letters[-1] + 1) if letters else (start, end)


def quoted_runs(text: str, found: Sequence[Quotation]) -> frozenset[Span]:
    """Find what stands inside double quotation marks and within the content of one of `found`.

    Curly and straight marks count. A run ends at the next closing or straight mark, or with
    its line; it is within a content that holds all its letters and digits.

    Returns
    -------
    frozenset of (int, int)
        Without the marks, trimmed to letters and digits.

    Examples
    --------
    >>> text = 'He felt “fine” and "well", he said.'
    >>> sorted(text[a:b] for a, b in quoted_runs(text, [Quotation((), (), ((0, 25),))]))
    ['fine', 'well']
    >>> quoted_runs(text, [Quotation((), (), ((0, 12),))])
    frozenset()
    """
    contents = [letters_of(text, one.content, keep_that=True) for one in found]
    runs = set()
    for match in _QUOTED.finditer(text):
        run = letters_of(text, [match.span(1)], keep_that=True)
        if run and any(run <= content for content in contents):
            runs.add((min(run), max(run) + 1))
    return frozenset(runs)
