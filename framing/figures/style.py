"""One look for every figure and report: colours, patterns and the frame of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "INK", "NEGATIVE", "NEUTRAL", "PAPER", "PATTERNS", "POSITIVE", "SIDE_COLOURS", "SOFT",
    "clean_axes", "new_figure", "side_colour", "side_pattern",
]  # fmt: skip

#: Colours of sides in the order of the actors file, distinguishable for colour-blind readers
#: (after Okabe and Ito, "Color universal design", 2008); after the last they start again.
SIDE_COLOURS: tuple[str, ...] = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#7A7A7A",
)  # fmt: skip

#: Hatches that tell sides apart where colours start again, or where there are none.
PATTERNS: tuple[str, ...] = ("", "////", "....", "xxxx")

NEGATIVE = "#B2182B"
NEUTRAL = "#D5D3CE"
POSITIVE = "#2166AC"
INK = "#22252B"
SOFT = "#6B7078"
PAPER = "#FFFFFF"


def side_colour(place: int | None) -> str:
    """Give the colour of the side at `place` (from 0); a neutral grey for no side.

    Examples
    --------
    >>> side_colour(0), side_colour(7), side_colour(None)
    ('#0072B2', '#0072B2', '#9A9A9A')
    """
    return "#9A9A9A" if place is None else SIDE_COLOURS[place % len(SIDE_COLOURS)]


def side_pattern(place: int | None) -> str:
    """Give the hatch of the side at `place`: none until the colours start again.

    Examples
    --------
    >>> side_pattern(0), side_pattern(7)
    ('', '////')
    """
    return "" if place is None else PATTERNS[place // len(SIDE_COLOURS) % len(PATTERNS)]


def new_figure(width: float, height: float) -> Figure:
    """Make an empty figure of `width` by `height` inches, without pyplot's global state."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained", facecolor=PAPER, dpi=150)
    FigureCanvasAgg(figure)
    return figure


def clean_axes(axes: Axes, *, title: str = "", xlabel: str = "") -> None:
    """Take away what carries no data and set the type: title left, spines off, quiet ticks."""
    text: dict[str, Any] = {"color": SOFT, "fontsize": 8}
    for name in ("top", "right", "left"):
        axes.spines[name].set_visible(False)
    axes.spines["bottom"].set_color("#C9CBD0")
    axes.tick_params(axis="both", length=0, labelsize=8.5, colors=INK)
    axes.tick_params(axis="x", labelsize=8, colors=SOFT)
    axes.set_axisbelow(True)
    if title:
        axes.set_title(title, loc="left", fontsize=10.5, fontweight="bold", color=INK, pad=10)
    if xlabel:
        axes.set_xlabel(xlabel, **text)
