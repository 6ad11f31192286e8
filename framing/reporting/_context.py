"""Names, colours and voices of one result, looked up once for every part of a report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.reporting._wording import joined
from framing.reporting.model import SideKey

if TYPE_CHECKING:
    from framing.annotation import Attribution, Span
    from framing.naming import Naming
    from framing.result import Result

__all__ = ["Context", "short"]


@dataclass(frozen=True)
class Context:
    """A result with the look-ups that a report needs."""

    result: Result

    @cached_property
    def sides(self) -> tuple[SideKey, ...]:
        """The sides in the order of the actors file, then those that only rows name."""
        actors = self.result.actors
        contrast = actors.contrast("labels")
        rows = self.result.rows
        spoken = [row.side for row in rows.mentions]
        spoken += [row.side for row in rows.attributions]
        spoken += [row.side for row in rows.loaded_terms]
        ids = dict.fromkeys([*(side.id for side in actors.sides), *filter(None, spoken)])

        def camp(side: str) -> str:
            if contrast is None:
                return ""
            return "A" if side in contrast.sides_a else "B" if side in contrast.sides_b else ""

        return tuple(
            SideKey(side, actors.side_name(side), place, camp(side))
            for place, side in enumerate(ids)
        )

    @cached_property
    def _colours(self) -> dict[str, int]:
        return {side.id: side.colour for side in self.sides}

    def colour(self, side: str | None) -> int | None:
        """Give the place of a side, or of a bloc's first side, in the palette."""
        if side is None:
            return None
        if side in self._colours:
            return self._colours[side]
        members = self.result.actors.members(side) or frozenset(side.split("+"))
        return min((self._colours[item] for item in members if item in self._colours), default=None)

    def camp(self, name: str | None) -> str:
        """Say what to call a side or a bloc: "Armed opposition (+2)" where it pools three sides."""
        actors = self.result.actors
        if name is None:
            return "no side"
        if any(side.id == name for side in actors.sides):
            return short(actors.side_name(name))
        pooled = name.split("+")
        members = [
            short(side.name) for side in actors.sides if side.bloc == name or side.id in pooled
        ]
        if not members:
            return short(actors.actor_name(name))
        return members[0] if len(members) == 1 else f"{members[0]} (+{len(members) - 1})"

    def members(self, name: str | None) -> str:
        """Give the sides of a camp in full: "Armed opposition and White Helmets"."""
        sides = self.result.actors.sides
        pooled = (name or "").split("+")
        found = [short(side.name) for side in sides if side.bloc == name or side.id in pooled]
        return joined(found) if len(found) > 1 else self.camp(name)

    @cached_property
    def pooled(self) -> tuple[str, ...]:
        """What the camps of several sides consist of."""
        notes = []
        for camp in dict.fromkeys(
            name for row in self.result.measures for name in (row.side_a, row.side_b) if name
        ):
            members = self.members(camp)
            if members != self.camp(camp):
                notes.append(f"{self.camp(camp)} pools the claims of {members}.")
        return tuple(notes)

    def side(self, side: str | None) -> str:
        """Say what to call a side in a table; a dash for none."""
        return "—" if side is None else self.camp(side)

    def actor(self, actor: str | None) -> str:
        """Say what to call an actor in a table; a dash for none."""
        return "—" if actor is None else self.result.actors.actor_name(actor)

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {row.span_id: row for row in self.result.rows.attributions}

    def speaker(self, row: Attribution) -> str:
        """Whom to name as the speaker of an attribution."""
        if row.actor is not None:
            return row.speaker or self.actor(row.actor)
        if row.speaker and not row.anonymous:
            return f"{row.speaker} (not resolved)"
        return row.speaker or "unnamed source"

    def voice(self, span: Span | Naming) -> str:
        """Whose words a span is, in short."""
        return "the article" if span.voice == AUTHOR else self.actor(span.voice)

    def voice_chain(self, span: Span) -> str:
        """Through whom the words reach the reader: author first, speaker last."""
        chain = ["the article"]
        for name in span.in_content_of:
            row = self.attributions.get(name)
            if row is None:
                continue
            if row.conduit:
                chain.append(self.actor(row.conduit))
            chain.append(self.speaker(row))
        if span.voice == AUTHOR:
            own = "its own words" if len(chain) == 1 else "the article's wording of what is said"
            return f"{' › '.join(dict.fromkeys(chain))} ({own})"
        if self.actor(span.voice) not in chain:
            chain.append(self.actor(span.voice))
        return f"{' › '.join(dict.fromkeys(chain))} (in quotation marks)"

    def snippet(self, start: int, end: int, limit: int = 60) -> str:
        """Give a stretch of the text on one line, cut at `limit` characters."""
        text = " ".join(self.result.article.text[max(start, 0) : max(end, 0)].split())
        return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def short(name: str) -> str:
    """Give a name without its explanation: "Separatists (the Front)" is "Separatists".

    Examples
    --------
    >>> short("Separatists (the Front)")
    'Separatists'
    """
    return name.split(" (")[0].strip() or name
