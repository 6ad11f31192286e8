"""A report as a page of its own, and as a fragment for a notebook; both need no network."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from framing.figures.style import SIDE_COLOURS
from framing.reporting._clean import printable
from framing.reporting.content import report
from framing.reporting.model import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from framing.reporting.model import Bar, Block, Cell, Count, Part, ProfileLine, Report, Section
    from framing.result import Result

__all__ = ["fragment", "render"]

_DOTS_A_ROW = 20
_MOST_DOTS = 40
_KINDS = frozenset({"positive", "negative", "hedge", "booster"})


def render(result: Result) -> str:
    """Give a self-contained page: inline style, a few lines of script that it can do without.

    Parameters
    ----------
    result : Result
        The article and what was found in it.

    Returns
    -------
    str
        HTML. Text of the article is always escaped, and a policy in the page forbids every
        request to the outside.

    Examples
    --------
    >>> from framing.actors import Actors
    >>> from framing.annotation import ArticleRow, Rows
    >>> from framing.article import Article
    >>> from framing.result import Result
    >>> page = render(Result(Article("a", "<b>"), Actors(), ArticleRow(article_id="a"), Rows()))
    >>> "&lt;b&gt;" in page, "<b>" in page
    (True, False)
    """
    return _fill("report.html.j2", report(result), result.article.text)


def fragment(result: Result) -> str:
    """Give the summary, the profile and the marked article as one `div`, for notebooks.

    Its style begins by undoing the page's own and reaches nothing outside the `div`; it has
    no script.
    """
    return _fill("fragment.html.j2", report(result), result.article.text)


def _fill(template: str, content: Report, text: str) -> str:
    digest = hashlib.sha256(f"{content.article_id}\0{text}".encode("utf-8", "replace"))
    uid = f"fr-{digest.hexdigest()[:10]}"
    seen: set[str] = set()
    return _environment().get_template(template).render(
        report=content, uid=uid, scope=f"#{uid}", colours=_colours(content), layers=LAYERS,
        link=content.url if re.match(r"https?://", content.url) else "",
        profile=[_group(group) for group in content.profile],
        blocks=[_block(block, uid, seen) for block in content.blocks],
        sections=[_section(part, seen) for part in content.sections],
    )  # fmt: skip


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("framing.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_escape,
    )


def _escape(value: Any) -> Any:
    """Escapes plain text; a carriage return stays one, which HTML would else turn to a newline."""
    from markupsafe import Markup, escape

    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(str(escape(printable(value))).replace("\r", "&#13;"))


def _colours(content: Report) -> list[str]:
    count = max(len(content.sides), 1)
    return [SIDE_COLOURS[place % len(SIDE_COLOURS)] for place in range(count)]


# ---------------------------------------------------------------------- the profile


def _group(group: Any) -> dict[str, Any]:
    return {
        "code": group.code,
        "name": group.name,
        "question": group.question,
        "lines": [_line(line) for line in group.lines],
        "variants": [line.brief for line in group.variants],
    }


def _line(line: ProfileLine) -> dict[str, Any]:
    some = len(line.links)
    return {
        "scope": line.scope, "value": line.value, "interval": line.interval,
        "verdict": line.verdict, "note": line.note, "links": line.links,
        "hits": " ".join(name for name, _ in line.links),
        "shows": f"Show the {some} passages" if some != 1 else "Show the passage",
        "bar": _bar(line.bar), "label": f"{line.value}, interval {line.interval}",
        "counts": [_count(count) for count in line.counts],
    }  # fmt: skip


def _bar(bar: Bar | None) -> dict[str, Any] | None:
    if bar is None:
        return None

    def place(value: float) -> float:
        return round(160 + 150 * max(-1.0, min(1.0, value / bar.limit)), 1)

    known = bar.low is not None and bar.high is not None
    return {
        "value": place(bar.value),
        "low": place(bar.low or 0.0) if known else None,
        "high": place(bar.high or 0.0) if known else None,
        "left": bar.left,
        "right": bar.right,
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "label": count.label, "text": count.text, "colour": count.colour,
        "units": _dots(count.k, count.n) if count.share is not None else None,
        "bar": None if count.share is None else round(240 * count.share, 1),
    }  # fmt: skip


def _dots(k: float | None, n: float | None) -> dict[str, Any] | None:
    """Give a circle an item, filled for the first k; None where n is large or no whole number."""
    if k is None or n is None or n > _MOST_DOTS or k % 1 or n % 1:
        return None
    size = int(n)
    return {
        "dots": [
            (6 + 11 * (place % _DOTS_A_ROW), 6 + 11 * (place // _DOTS_A_ROW), place < k)
            for place in range(size)
        ],
        "width": 1 + 11 * min(size, _DOTS_A_ROW),
        "height": 1 + 11 * -(-size // _DOTS_A_ROW),
    }


# ---------------------------------------------------------------------- the article


def _block(block: Block, uid: str, seen: set[str]) -> dict[str, Any]:
    plain = block.kind == "gap"
    return {
        "tag": "span" if plain else "div",
        "css": "gap" if plain else f"block {block.kind}",
        "segments": [_segment(segment, uid, seen) for segment in block.segments],
    }


def _segment(segment: Any, uid: str, seen: set[str]) -> dict[str, Any]:
    from markupsafe import Markup

    if not segment.parts:
        return {"css": "", "text": segment.text}
    anchors = list(dict.fromkeys(p.mark.id for p in segment.opens if p.mark.id not in seen))
    chips = Markup("")
    for part in segment.opens:
        if part.role == "content" and f"chip {part.mark.id}" not in seen:
            seen.add(f"chip {part.mark.id}")
            text = part.mark.chip + (" ?" if part.mark.debatable else "")
            chips += Markup('<i class="chip{}" data-g="{}"></i>').format(
                _side(" side-", part.mark.colour), printable(text)
            )
    seen.update(anchors)
    before = Markup("").join(
        Markup('<span class="at" id="{}-{}">').format(uid, printable(name)) for name in anchors
    )
    marks = dict.fromkeys(part.mark for part in reversed(segment.parts) if part.mark.facts)
    order = ("loaded", "epistemic", "agent", "label", "mention", "voice")
    facts = sorted(marks, key=lambda mark: order.index(mark.layer) if mark.layer in order else 9)
    return {
        "css": _classes(segment.parts),
        "marks": " ".join(mark.id for mark in marks),
        "title": "\n\n".join(mark.tooltip for mark in facts),
        "text": segment.text,
        "chips": chips,
        "before": before,
        "after": Markup("</span>") * len(anchors),
        "signs": Markup("").join(dict.fromkeys(_sign(part) for part in segment.closes)),
    }


def _classes(parts: Iterable[Part]) -> str:
    classes = ["s"]
    voice = mention = ""
    for part in sorted(parts, key=lambda part: part.start - part.end):
        mark = part.mark
        if mark.layer == "voice":
            classes.append(part.role)
            voice = _side("side-", mark.colour) if part.role == "content" else voice
        elif mark.layer == "mention":
            classes.append("mention")
            mention = _side("m-", mark.colour)
        elif mark.layer in ("zone", "label", "claim"):
            classes.append(mark.kind if mark.layer == "zone" else mark.layer)
        else:
            classes.append(mark.layer)
            classes.append(mark.kind if mark.kind in _KINDS else "")
            classes.append("quoted" if mark.quoted else "")
            classes.append("debatable" if mark.debatable else "")
    return " ".join(dict.fromkeys(filter(None, [*classes, voice, mention])))


def _side(prefix: str, colour: int | None) -> str:
    return "" if colour is None else f"{prefix}{colour}"


def _sign(part: Part) -> Any:
    from markupsafe import Markup

    mark = part.mark
    text = mark.sign + ("?" if mark.debatable else "")
    if not text or mark.layer not in ("loaded", "epistemic", "agent", "mention"):
        return Markup("")
    css = f"sign of-{mark.layer} {mark.kind if mark.kind in _KINDS else ''}".rstrip()
    return Markup('<i class="{}" data-g="{}"></i>').format(css, text)


# --------------------------------------------------------------------- the ledgers


def _section(part: Section, seen: set[str]) -> dict[str, Any]:
    return {
        "id": part.id, "title": part.title, "intro": part.intro, "notes": part.notes,
        "folded": part.folded, "list": part.id == "reading",
        "tables": [
            {
                "caption": table.caption, "columns": table.columns, "empty": table.empty,
                "rows": [
                    {
                        "level": row.level, "heading": row.heading,
                        "cells": [_cell(cell, seen) for cell in row.cells],
                    }
                    for row in table.rows
                ],
            }
            for table in part.tables
        ],
    }  # fmt: skip


def _cell(cell: Cell, seen: set[str]) -> dict[str, Any]:
    link = next((name for name in cell.spans if name in seen), "")
    return {
        "text": cell.text,
        "colour": cell.colour,
        "debatable": cell.debatable,
        "link": link,
        "loaded": cell.loaded,
    }
