"""The article as inference sees it: its events, who is on which side, who says what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.annotation import Attribution, Event, Rows
    from framing.annotators.agency._scene import Found
    from framing.annotators.resources import Resources

__all__ = ["Story"]

#: How many events before and after one are searched for what they say of its agent.
_WINDOW = 200


class Story:
    """Answers what the grounds of inference ask of an article.

    Attributes
    ----------
    found : list of Found
        Every event in text order, with the agents inferred so far.
    often : Counter
        How often each actor with a side is mentioned.
    """

    def __init__(self, rows: Rows, found: Sequence[Found], resources: Resources) -> None:
        self.resources = resources
        self.actors = resources.actors
        self.contrast = self.actors.contrast("events")
        self.mentions = sorted(
            (row for row in rows.mentions if row.side is not None), key=lambda row: row.start
        )
        self.attributions = {row.span_id: row for row in rows.attributions}
        self.often = Counter(row.actor for row in self.mentions)
        self.found = list(found)
        self._sides = {row.actor: row.side for row in self.mentions}

    def around(self, place: int) -> Sequence[Found]:
        """The events near one; in an article of usual length all of them."""
        return self.found[max(0, place - _WINDOW) : place + _WINDOW]

    def before(self, place: int) -> Sequence[Found]:
        """The events told before one, the nearest last."""
        return self.found[max(0, place - _WINDOW) : place]

    def side(self, actor: str) -> str | None:
        """The side of an actor."""
        return self._sides.get(actor) or self.actors.side_of(actor)

    def speaker(self, row: Event) -> Attribution | None:
        """The innermost attribution whose content tells an event."""
        return self.attributions.get(row.in_content_of[-1]) if row.in_content_of else None

    def party(self, side: str | None) -> bool:
        """Whether a side is one of those whose claims are contrasted."""
        return self.contrast is None or side in self.contrast.sides_a | self.contrast.sides_b

    def allied(self, side: str | None, other: str | None) -> bool:
        """Whether two sides are one, or of one camp of the contrast."""
        if side is None or other is None:
            return False
        camps = (self.contrast.sides_a, self.contrast.sides_b) if self.contrast else ()
        return side == other or any({side, other} <= camp for camp in camps)

    def opponent(self, side: str) -> str | None:
        """The actor most spoken of in the camp opposed to a side."""
        if self.contrast is None:
            return None
        camps = self.contrast.sides_a, self.contrast.sides_b
        for own, other in (camps, camps[::-1]):
            if side in own:
                able = [actor for actor in self.often if self.side(actor) in other]
                return max(able, key=lambda actor: self.often[actor], default=None)
        return None
