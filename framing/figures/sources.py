"""Who gets to speak, as a figure: words by side and directness, one bar an issue."""

from __future__ import annotations

from collections import defaultdict
from textwrap import fill
from typing import TYPE_CHECKING, Any

from framing.figures import style
from framing.figures._source import Figure, one_result, side_places, side_text

if TYPE_CHECKING:
    from framing.result import Result

__all__ = ["sources"]

#: How an attribution's type is drawn: opacity and hatch.
_TYPES = {"direct": (1.0, ""), "mixed": (0.72, "////"), "indirect": (0.38, "....")}


def sources(source: object) -> Figure:
    """Stacked bars of the words quoted or cited: colour is the side, hatch the directness.

    Parameters
    ----------
    source : Result or Analysis
        One article.

    Returns
    -------
    Figure
        `data` has an item a stretch of a bar: issue ("all issues" first), side, name, type
        (direct, mixed, indirect) and words, a whole number.

    Raises
    ------
    FramingError
        If `source` is not one article.
    """
    result = one_result(source)
    data = _data(result)
    issues = list(dict.fromkeys(item["issue"] for item in data))
    places = side_places(result)
    figure = style.new_figure(9.0, max(2.4, 1.7 + 0.62 * len(issues)))
    axes = figure.subplots()
    style.clean_axes(axes, title="Who gets words to speak", xlabel="words quoted or cited")
    axes.set_ylim(max(len(issues), 1) - 0.45, -0.55)
    axes.set_yticks(range(len(issues)), [fill(issue, 22) for issue in issues])
    if not data:
        axes.text(0.5, 0, "nobody is quoted or cited", ha="center", color=style.SOFT, fontsize=9)
        axes.set_xticks([])
    ends = dict.fromkeys(issues, 0)
    for item in data:
        alpha, hatch = _TYPES[item["type"]]
        row = issues.index(item["issue"])
        axes.barh(
            row, item["words"], 0.6, left=ends[item["issue"]], alpha=alpha, hatch=hatch,
            color=style.side_colour(places.get(item["side"])), edgecolor="white", linewidth=0.8,
        )  # fmt: skip
        ends[item["issue"]] += item["words"]
    widest = max(ends.values(), default=0)
    for issue, end in ends.items():
        axes.text(
            end + 0.01 * widest,
            issues.index(issue),
            f" {end}",
            va="center",
            fontsize=8,
            color=style.SOFT,
        )
    _legend(figure, result, places, data)
    return Figure(figure, data)


def _data(result: Result) -> tuple[dict[str, Any], ...]:
    words: dict[tuple[str, str | None, str], int] = defaultdict(int)
    issues: dict[str, None] = {"all issues": None}
    for row in result.rows.attributions:
        if not (row.counted and row.zone in ("body", "caption") and row.content_words):
            continue
        kind = row.type if row.type in _TYPES else "indirect"
        issue = row.issue.replace("_", " ") if row.issue else "no issue"
        issues[issue] = None
        words[issue, row.side, kind] += row.content_words
        words["all issues", row.side, kind] += row.content_words
    sides = [*side_places(result), None]
    if len(issues) == 2:
        issues.pop(next(issue for issue in issues if issue != "all issues"))
    return tuple(
        {
            "issue": issue, "side": side, "name": side_text(result, side), "type": kind,
            "words": words[issue, side, kind],
        }
        for issue in issues
        for side in sides
        for kind in _TYPES
        if words.get((issue, side, kind))
    )  # fmt: skip


def _legend(
    figure: Any, result: Result, places: dict[str, int], data: tuple[dict[str, Any], ...]
) -> None:
    from matplotlib.patches import Patch

    present = {item["side"] for item in data}
    handles = [
        Patch(facecolor=style.side_colour(places.get(side or "")), label=side_text(result, side))
        for side in (*places, None)
        if side in present
    ]
    handles += [
        Patch(facecolor=style.INK, alpha=alpha, hatch=hatch, edgecolor="white", label=kind)
        for kind, (alpha, hatch) in _TYPES.items()
        if any(item["type"] == kind for item in data)
    ]
    if handles:
        figure.legend(
            handles=handles,
            loc="outside lower left",
            ncols=4,
            fontsize=8,
            frameon=False,
            handlelength=1.4,
        )
