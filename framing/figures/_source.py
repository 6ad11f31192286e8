"""What a figure is drawn from, and the shape in which it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError
from framing.result import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

__all__ = ["Figure", "one_result", "side_places", "side_text"]


@dataclass(frozen=True)
class Figure:
    """A drawn figure and the values in it.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        ``.figure.savefig("x.pdf")`` writes it; nothing is kept by pyplot.
    data : tuple of dict
        One a plotted item, as ``pandas.DataFrame(drawn.data)`` takes them.
    """

    figure: Canvas
    data: tuple[dict[str, Any], ...]

    def _repr_png_(self) -> bytes:
        """How a notebook shows it."""
        from io import BytesIO

        target = BytesIO()
        self.figure.savefig(target, format="png")
        return target.getvalue()


def one_result(source: object) -> Result:
    """Give the one result in `source`: itself, or the only one of an analysis (its `results`).

    Raises
    ------
    FramingError
        If there is none, or more than one.
    """
    if isinstance(source, Result):
        return source
    results = tuple(getattr(source, "results", ()))
    if len(results) != 1 or not isinstance(results[0], Result):
        raise FramingError(
            f"figure: found {len(results)} articles in {type(source).__name__}; "
            "accepted: one result, or an analysis of one article"
        )
    return results[0]


def side_places(result: Result) -> dict[str, int]:
    """Give each side's place in the palette: the actors file's order, then text order."""
    rows = result.rows
    found = [side.id for side in result.actors.sides]
    found += [row.side for row in rows.mentions if row.side]
    found += [row.side for row in rows.attributions if row.side]
    found += [row.side for row in rows.loaded_terms if row.side]
    return {side: place for place, side in enumerate(dict.fromkeys(found))}


def side_text(result: Result, side: str | None) -> str:
    """Say what to call a side or a bloc in a figure, without its explanation in brackets."""
    if side is None:
        return "no side"
    actors = result.actors
    pooled = side.split("+")
    names = [item.name for item in actors.sides if item.bloc == side or item.id in pooled]
    if any(item.id == side for item in actors.sides):
        names = [actors.side_name(side)]
    name = (names[0] if names else actors.actor_name(side)).split(" (")[0]
    return f"{name} (+{len(names) - 1})" if len(names) > 1 else name
