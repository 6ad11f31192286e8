"""The article from left to right as a figure: one block an attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.article import count_words
from framing.figures import style
from framing.figures._source import Figure, one_result, side_places, side_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.result import Result

__all__ = ["strip"]

_HEIGHTS = {"direct": 1.0, "mixed": 0.75, "indirect": 0.5}


def strip(source: object) -> Figure:
    """One block an attribution: its width is its words, its colour the side, its height the type.

    Nested attributions hang below the line, under the one that they are part of.

    Parameters
    ----------
    source : Result or Analysis
        One article.

    Returns
    -------
    Figure
        `data` has an item a block: span_id, speaker, side, type, depth, start (in words from
        the beginning of the article) and words.

    Raises
    ------
    FramingError
        If `source` is not one article.
    """
    result = one_result(source)
    data = _data(result)
    total = count_words(result.article.text)
    figure = style.new_figure(11.0, 3.1)
    axes = figure.subplots()
    style.clean_axes(
        axes, title="The article from left to right", xlabel="words from the beginning"
    )
    axes.set_xlim(0, max(total, 1))
    axes.set_ylim(-0.75, 2.55)
    axes.set_yticks([])
    _zones(axes, result)
    places = side_places(result)
    for item in data:
        height = _HEIGHTS.get(item["type"], 0.5) * (1 if item["depth"] == 1 else -0.4)
        place = places.get(item["side"] or "")
        axes.bar(
            item["start"], height, item["words"], align="edge", edgecolor="white", linewidth=0.8,
            color=style.side_colour(place), hatch=style.side_pattern(place), zorder=3,
        )  # fmt: skip
    _names(axes, [item for item in data if item["depth"] == 1], total)
    axes.axhline(0, color=style.INK, linewidth=0.8, zorder=4)
    from matplotlib.patches import Patch

    present = {item["side"] for item in data}
    handles = [
        Patch(facecolor=style.side_colour(places.get(side or "")), label=side_text(result, side))
        for side in (*places, None)
        if side in present
    ]
    note = "tall: direct · middle: mixed · low: indirect · below the line: nested"
    if handles:
        figure.legend(
            handles=handles, loc="outside lower left", ncols=4, fontsize=8, frameon=False,
            handlelength=1.4, title=note, title_fontsize=8, alignment="left",
        )  # fmt: skip
    return Figure(figure, data)


def _data(result: Result) -> tuple[dict[str, Any], ...]:
    text = result.article.text
    return tuple(
        {
            "span_id": row.span_id, "speaker": row.speaker or result.actors.actor_name(row.actor),
            "side": row.side, "type": row.type, "depth": row.depth,
            "start": count_words(text[: row.content_start]), "words": row.content_words,
        }
        for row in result.rows.attributions
        if row.content_words
    )  # fmt: skip


def _zones(axes: Axes, result: Result) -> None:
    """Headline and captions as shades, paragraphs as ticks on the line."""
    text = result.article.text
    for zone in result.article.zones_of("headline", "caption", "body"):
        start = count_words(text[: zone.start])
        end = start + count_words(text[zone.start : zone.end])
        if zone.kind == "body":
            axes.plot([start, start], [-0.06, 0.06], color=style.SOFT, linewidth=0.8, zorder=5)
        else:
            axes.axvspan(start, end, color="#F1F0EC", zorder=0)
            axes.text(
                start,
                -0.72 if zone.kind == "caption" else -0.5,
                f" {zone.kind}",
                fontsize=7,
                color=style.SOFT,
                va="bottom",
            )


def _names(axes: Axes, items: list[dict[str, Any]], total: int) -> None:
    """Speakers above their blocks, on the lowest line that is free; once where one goes on."""
    free = [0.0, 0.0, 0.0, 0.0]
    ordered = sorted(items, key=lambda item: item["start"])
    for before, item in zip([None, *ordered], ordered, strict=False):
        if before is not None and before["speaker"] == item["speaker"]:
            continue
        name = item["speaker"].split(" (")[0]
        name = name if len(name) <= 26 else name[:25].rstrip() + "…"
        middle = item["start"] + item["words"] / 2
        size = len(name) * total / 150
        left = min(max(middle - size / 2, 0), max(total - size, 0))
        level = next((at for at, end in enumerate(free) if left >= end), len(free) - 1)
        free[level] = left + size + total / 100
        y = 1.15 + 0.34 * level
        axes.plot(
            [middle, middle],
            [_HEIGHTS.get(item["type"], 0.5), y],
            color="#C9CBD0",
            linewidth=0.7,
            zorder=1,
        )
        box = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 0.6, "alpha": 0.85}
        axes.text(left, y, name, fontsize=7.5, color=style.INK, va="bottom", zorder=6, bbox=box)
