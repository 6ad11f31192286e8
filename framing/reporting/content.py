"""Collects once, from one result, every value that a report shows; renderers only lay it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.reporting import _ledgers
from framing.reporting._context import Context
from framing.reporting._marks import parts
from framing.reporting._opinion import opinion
from framing.reporting._profile import profile
from framing.reporting._segments import blocks
from framing.reporting._summary import summary
from framing.reporting._wording import (
    FURTHER,
    GUIDE,
    LIMITS,
    NO_CONTRAST,
    PROFILE,
    number,
)
from framing.reporting.model import Cell, Column, Report, Row, Section, Table

if TYPE_CHECKING:
    from framing.annotation import Measure
    from framing.result import Result

__all__ = ["report"]


def report(result: Result) -> Report:
    """Everything that a report on one article shows.

    Parameters
    ----------
    result : Result
        Of any article, also one in which nothing was found.

    Returns
    -------
    Report
        Frozen; all numbers in it are text already, so that every format shows the same.

    Examples
    --------
    >>> from framing.actors import Actors
    >>> from framing.annotation import ArticleRow, Rows
    >>> from framing.article import Article
    >>> from framing.result import Result
    >>> empty = Result(Article("a", ""), Actors(), ArticleRow(article_id="a"), Rows())
    >>> report(empty).summary
    ('Nothing was found to count in this article.',)
    """
    context = Context(result)
    info = result.info
    facts = (info.outlet or result.article.outlet, info.published or result.article.published)
    contrasted = any(row.side_a and row.side_b for row in result.measures)
    return Report(
        article_id=result.article.id,
        title=" ".join((_title(result) or result.article.id).split()),
        source=" · ".join(fact for fact in facts if fact),
        url=info.url or result.article.url or "",
        sides=context.sides,
        pooled=context.pooled,
        summary=summary(context),
        profile=profile(context),
        hint="" if contrasted else NO_CONTRAST,
        blocks=blocks(result.article, parts(context)),
        sections=(
            _ledgers.naming(context),
            _ledgers.sources(context),
            _ledgers.hedges(context),
            _ledgers.events(context),
            _ledgers.wording(context),
            *opinion(context),
            _counts(context),
            Section(
                "reading", "How to read this, and what it cannot tell", notes=(*GUIDE, *LIMITS)
            ),
            _methods(context),
        ),
    )


def _title(result: Result) -> str | None:
    headline = next(iter(result.article.zones_of("headline")), None)
    if headline is not None:
        return result.article.text[headline.start : headline.end]
    return result.info.title or result.article.title


def _counts(context: Context) -> Section:
    info = context.result.info
    pairs = [
        ("Words", number(info.words)),
        ("Words in the article's own voice", number(info.author_words)),
        ("Sentences", number(info.sentences)),
        *((name.replace("_", " "), number(value)) for name, value in info.readability.items()),
    ]
    counts = tuple(Row((Cell(name[:1].upper() + name[1:]), Cell(value))) for name, value in pairs)
    columns = (Column("What"), Column("Value", numeric=True))
    return Section(
        "counts", "Readability and counts",
        "Readability formulas are made for whole texts; on a short article they are rough.",
        tables=(Table("The article in numbers", columns, counts), _further(context)),
        folded=True,
    )  # fmt: skip


def _further(context: Context) -> Table:
    """Measures outside the profile for the whole article; those of each side on one row."""
    shown = {spec.measure for spec in PROFILE}
    kept = [
        row
        for row in context.result.measures
        if row.measure not in shown and row.variant == "all" and row.scope == "all"
    ]
    rows = []
    for name in dict.fromkeys(row.measure for row in kept):
        own = [row for row in kept if row.measure == name]
        single = own[0] if len(own) == 1 else None
        rows.append(
            Row(
                (
                    Cell(FURTHER.get(name, name.replace("_", " "))),
                    Cell("; ".join(filter(None, (_counted(context, row) for row in own)))),
                    Cell(_value(single) if single else ""),
                    Cell(_interval(single) if single else ""),
                    Cell(single.note if single else ""),
                )
            )
        )
    columns = (
        Column("Measure"), Column("Counts, and values where there is enough"),
        Column("Value", numeric=True), Column("95 % interval", numeric=True),
        Column("Remark", minor=True),
    )  # fmt: skip
    return Table("Further measures", columns, tuple(rows), "None.")


def _counted(context: Context, row: Measure) -> str:
    """Give the counts of a measure; of one that is made for each side also its value."""
    pairs = [(row.side_a, row.k_a, row.n_a), (row.side_b, row.k_b, row.n_b)]
    counts = [
        f"{context.camp(side)} {_ratio(k, n)}".strip() if side else _ratio(k, n)
        for side, k, n in pairs
        if k is not None or side
    ]
    text = ", ".join(item for item in counts if item)
    if row.side_a and not row.side_b and _value(row) and row.n_a is not None:
        text += f" ({_value(row)})"
    return text


def _ratio(k: float | None, n: float | None) -> str:
    if k is None:
        return ""
    return number(k) if n is None else f"{number(k)} of {number(n)}"


def _value(row: Measure) -> str:
    return number(row.value) if row.status in ("ok", "low n") else ""


def _interval(row: Measure) -> str:
    if row.status not in ("ok", "low n") or row.low is None or row.high is None:
        return ""
    return f"{number(row.low)} to {number(row.high)}"


def _methods(context: Context) -> Section:
    rows = tuple(Row((Cell(name), Cell(value))) for name, value in context.result.methods)
    columns = (Column("Part"), Column("What was used"))
    return Section(
        "methods",
        "Methods",
        tables=(Table("Methods", columns, rows, "Not recorded."),),
        folded=True,
    )
