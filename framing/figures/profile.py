"""The profile as a figure: how each side is named, and the asymmetries with their intervals."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from framing.figures import style
from framing.figures._source import Figure, one_result, side_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.annotation import Measure
    from framing.result import Result

__all__ = ["profile"]

#: Asymmetries in the order of the profile, with the end of their range.
_ASYMMETRIES = {
    "LA": ("Loaded names", 1.0), "DA": ("Doubted claims", 1.0), "dPH": ("Rival claims", 1.0),
    "SA_words": ("Room to speak", 1.0), "QP": ("Prominence", 1.0),
    "VS": ("Verbs of saying (half)", 2.0), "AD": ("Hidden agents", 1.0),
}  # fmt: skip
_RATED = ("ok", "low n")


def profile(source: object) -> Figure:
    """Diverging bars of each side's mentions, and beside them the asymmetries.

    Parameters
    ----------
    source : Result or Analysis
        One article with its measures.

    Returns
    -------
    Figure
        `data` has an item a bar (``panel`` "names": side, n, negative, neutral and positive
        counts, low and high of the negative share, in [0, 1]) and an item a point (``panel``
        "asymmetries": measure, value, low, high, counts, status). A value is drawn only where
        its status allows one; elsewhere the counts stand in its place.

    Raises
    ------
    FramingError
        If `source` is not one article.
    """
    result = one_result(source)
    bars, dots = _bars(result), _dots(result)
    height = max(2.6, 1.3 + 0.46 * max(len(bars), len(dots)))
    figure = style.new_figure(10.5 if dots else 6.0, height)
    axes = figure.subplots(
        1, 2 if dots else 1, squeeze=False, width_ratios=[1.1, 1] if dots else None
    )[0]
    _draw_bars(axes[0], bars)
    if dots:
        _draw_dots(axes[1], result, dots)
    return Figure(figure, (*bars, *dots))


def _bars(result: Result) -> list[dict[str, Any]]:
    def of(name: str) -> dict[str | None, Measure]:
        return {
            row.side_a: row
            for row in result.measures
            if row.measure == name and (row.variant, row.scope) == ("all", "all")
        }

    shares, valence = of("label_share"), of("net_valence")
    bars = []
    for side, row in shares.items():
        n, negative = int(row.n_a or 0), int(row.k_a or 0)
        if not n:
            continue
        net = valence[side].k_a if side in valence else None
        positive = max(int(negative + net), 0) if net is not None else 0
        bars.append(
            {
                "panel": "names", "side": side, "name": side_text(result, side), "n": n,
                "negative": negative, "neutral": max(n - negative - positive, 0),
                "positive": positive, "low": row.low, "high": row.high, "status": row.status,
            }
        )  # fmt: skip
    return bars


def _dots(result: Result) -> list[dict[str, Any]]:
    rows = {
        row.measure: row
        for row in result.measures
        if (row.variant, row.scope) == ("all", "all") and row.side_a and row.side_b
    }
    return [
        {
            "panel": "asymmetries", "measure": name, "name": label, "side_a": row.side_a,
            "side_b": row.side_b, "value": row.value, "low": row.low, "high": row.high,
            "k_a": row.k_a, "n_a": row.n_a, "k_b": row.k_b, "n_b": row.n_b,
            "status": row.status, "limit": limit,
        }
        for name, (label, limit) in _ASYMMETRIES.items()
        if (row := rows.get(name)) is not None
    ]  # fmt: skip


def _draw_bars(axes: Axes, bars: list[dict[str, Any]]) -> None:
    """Negative to the left of zero, neutral and positive to the right."""
    style.clean_axes(
        axes, title="How the article names each side", xlabel="share of mentions, own voice only"
    )
    axes.set_xlim(-1.08, 1.3)
    axes.set_ylim(max(len(bars), 1) - 0.4, -0.6)
    if not bars:
        axes.text(0, 0, "no mention of a side", ha="center", color=style.SOFT, fontsize=9)
        axes.set_yticks([])
    for place, bar in enumerate(bars):
        n = bar["n"]
        if bar["status"] not in _RATED:
            text = f"counts only: {bar['negative']} against, {bar['positive']} for, of n = {n}"
            axes.text(0.03, place, text, va="center", fontsize=8, style="italic", color=style.SOFT)
            continue
        left = 0.0
        for key, colour, hatch in (
            ("neutral", style.NEUTRAL, ""), ("positive", style.POSITIVE, "...."),
        ):  # fmt: skip
            width = bar[key] / n
            axes.barh(
                place,
                width,
                0.56,
                left=left,
                color=colour,
                hatch=hatch,
                edgecolor="white",
                linewidth=0.6,
            )
            left += width
        share = bar["negative"] / n
        axes.barh(
            place,
            -share,
            0.56,
            color=style.NEGATIVE,
            hatch="////",
            edgecolor="white",
            linewidth=0.6,
        )
        if bar["low"] is not None:
            axes.errorbar(
                -share, place, xerr=[[max(bar["high"] - share, 0)], [max(share - bar["low"], 0)]],
                color=style.INK, linewidth=1.1, capsize=2.5, capthick=1.1,
            )  # fmt: skip
        axes.text(left + 0.03, place, f"n = {n}", va="center", fontsize=8, color=style.SOFT)
    axes.axvline(0, color=style.INK, linewidth=0.8)
    axes.set_yticks(range(len(bars)), [fill(bar["name"], 24) for bar in bars])
    axes.set_xticks([-1, -0.5, 0, 0.5, 1], ["1", "0.5", "0", "0.5", "1"])
    from matplotlib.patches import Patch

    axes.figure.legend(
        handles=[
            Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=label)
            for colour, hatch, label in (
                (style.NEGATIVE, "////", "loaded against"), (style.NEUTRAL, "", "neutral"),
                (style.POSITIVE, "....", "loaded for"),
            )
        ],
        loc="outside lower left", ncols=3, fontsize=8, frameon=False, handlelength=1.4,
    )  # fmt: skip


def _draw_dots(axes: Axes, result: Result, dots: list[dict[str, Any]]) -> None:
    style.clean_axes(axes, title="Asymmetries, with 95 % intervals")
    axes.set_xlim(-1.08, 1.08)
    axes.set_ylim(len(dots) - 0.4, -0.6)
    axes.axvline(0, color=style.SOFT, linewidth=0.8, linestyle=(0, (3, 2)))
    for place, dot in enumerate(dots):
        axes.axhline(place, color="#EDEEF0", linewidth=0.8, zorder=0)
        if dot["status"] in _RATED and dot["value"] is not None:
            value, limit = dot["value"] / dot["limit"], dot["limit"]
            if dot["low"] is not None and dot["high"] is not None:
                axes.plot(
                    [dot["low"] / limit, dot["high"] / limit],
                    [place, place],
                    color=style.INK,
                    linewidth=1.4,
                )
            filled = style.INK if dot["status"] == "ok" else style.PAPER
            axes.plot(
                [value],
                [place],
                "o",
                markersize=7,
                markerfacecolor=filled,
                markeredgecolor=style.INK,
                markeredgewidth=1.4,
            )
        else:
            box = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 1.5}
            axes.text(
                0, place, _counts(dot), ha="center", va="center", fontsize=8, style="italic",
                color=style.SOFT, bbox=box,
            )  # fmt: skip
    axes.set_yticks(range(len(dots)), [f"{dot['name']}" for dot in dots])
    axes.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1", "−0.5", "0", "0.5", "1"])
    first = next((dot for dot in dots if dot["measure"] != "LA"), dots[0])
    left, right = side_text(result, first["side_b"]), side_text(result, first["side_a"])
    ends: dict[str, Any] = {
        "fontsize": 8,
        "color": style.SOFT,
        "va": "top",
        "transform": axes.transAxes,
    }
    axes.text(0, -0.09, fill(f"← more on {left}", 24), ha="left", **ends)
    axes.text(1, -0.09, fill(f"more on {right} →", 24), ha="right", **ends)
    note = "hollow point: low n · italics: counts only"
    axes.figure.text(0.995, 0.02, note, ha="right", va="bottom", fontsize=8, color=style.SOFT)


def _counts(dot: dict[str, Any]) -> str:
    if dot["status"] != "counts only" or dot["k_a"] is None or dot["k_b"] is None:
        return str(dot["status"])
    if dot["measure"] == "VS":
        text = f"sum {dot['k_a']:g} over {dot['n_a']:g} v {dot['k_b']:g} over {dot['n_b']:g}"
        return text.replace("-", "−")
    if dot["measure"] == "QP":
        return "counts only"
    return f"{dot['k_a']:g} of {dot['n_a']:g} v {dot['k_b']:g} of {dot['n_b']:g}"
