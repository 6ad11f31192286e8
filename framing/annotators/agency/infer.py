"""Who is meant by an event whose clause names no agent.

Grounds are tried from the firmest to the weakest: the same act told elsewhere with its agent,
who alone does such things (police arrest, courts convict), the patient's captor, whom the
speaker accuses, and who else is told to act nearby. Without any of them the agent is unknown,
and the passive an honest one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._claims import accused, charged, denied, owned
from framing.annotators.agency._retold import anaphor, captor, described, same_act, with_patient
from framing.annotators.agency._story import Story
from framing.annotators.agency._unknown import Unknown
from framing.annotators.agency._words import INSTITUTIONS, MISHAPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from framing.annotation import Event, Mention, Rows
    from framing.annotators.agency._scene import Found
    from framing.annotators.resources import Resources
    from framing.language import Parse

    Ground = Callable[[Story, int, Found], str | None]

__all__ = ["Inference"]

#: Who may be taken for an agent because he is nearby: kinds that act on others.
_FORCES = (
    "military", "police", "armed", "government", "militia", "security", "group", "navy", "army",
    "company", "state", "party", "union", "person", "court", "regulator", "ministry",
)  # fmt: skip
_BYSTANDERS = ("media", "charity", "international organisation", "aid", "expert", "relief")
_NEAR = 3
_WINDOW = 200

#: Grounds that need no look around, with the confidence of an agent so found.
_FIRM: tuple[tuple[Ground, float], ...] = (
    (described, 0.7), (owned, 0.65), (denied, 0.65), (charged, 0.65), (same_act, 0.7),
    (anaphor, 0.65),
)  # fmt: skip


class Inference:
    """Fills in agents that clauses leave out."""

    def __init__(
        self, parse: Parse, rows: Rows, found: Sequence[Found], resources: Resources
    ) -> None:
        self.parse = parse
        self.resources = resources
        self.story = Story(rows, found, resources)
        self.unknown = Unknown(parse, found)
        known = resources.actors
        self._sided = [actor for actor in known.actors if known.side_of(actor.id)]

    def fill(self) -> Iterator[Event]:
        """Every event, with an agent where the article gives ground to name one."""
        found = self.story.found
        for place, item in enumerate(found):
            row = item.row
            if row.agent is None and row.agent_deleted and not self.unknown.is_so(item):
                agent, confidence = self._agent(place, item)
                if agent is not None:
                    row = replace(
                        row, agent=agent, agent_side=self.story.side(agent),
                        confidence=min(row.confidence, confidence),
                    )  # fmt: skip
                    found[place] = replace(item, row=row)
            row = with_patient(self.story, place, item, row)
            yield replace(row, agent_known=row.agent is not None or not row.agent_deleted)

    def _agent(self, place: int, item: Found) -> tuple[str | None, float]:
        """The agent on the firmest ground, and how sure it is."""
        grounds = [*_FIRM, (self._institution, 0.7), (captor, 0.65)]
        if not _institutional(item):  # who else arrests or convicts than those who do?
            grounds += [(accused, 0.6), (self._nearby, 0.6)]
        for ground, confidence in grounds:
            agent = ground(self.story, place, item)
            if agent is not None and self._fits(agent, item):
                return agent, confidence
        return None, 0.0

    def _fits(self, agent: str, item: Found) -> bool:
        """Whether it is an actor with a side, and no harm done to him or to his own camp."""
        row = item.row
        if agent == row.patient or self.story.side(agent) is None:
            return False
        return row.harm == "none" or not self.story.allied(self.story.side(agent), row.patient_side)

    def _institution(self, story: Story, place: int, item: Found) -> str | None:
        """The actor of the article that alone does such things; of several the one named most."""
        for terms, kinds in INSTITUTIONS:
            for kind in kinds if item.entry.term in terms else ():
                told = [
                    actor.id
                    for actor in self._sided
                    if story.often.get(actor.id)
                    and (kind in actor.kind.lower() or kind in actor.name.lower())
                ]
                if told:
                    return min(told, key=lambda actor: (-story.often[actor], actor))
        return None

    def _nearby(self, story: Story, place: int, item: Found) -> str | None:
        """Whoever is told to act in the same or the sentences before, on another side.

        Without sides, whoever is nearby is no better guess than another.
        """
        if story.contrast is None:
            return None
        row, sentence = item.row, item.head.sent
        mishap = item.entry.term in MISHAPS and row.patient_side is None and row.patient is None
        near = 1 if mishap else _NEAR
        acting = [
            other.row
            for other in story.around(place)
            if other.row.agent is not None and other.row.harm != "none"
            and 0 <= sentence - other.head.sent <= near and self._able(other.row.agent, item)
        ]  # fmt: skip
        if acting:
            return min(acting, key=lambda other: abs(other.start - row.start)).agent
        before = (mention.actor for mention in self._before(item, near))
        return next((actor for actor in before if self._able(actor, item)), None)

    def _before(self, item: Found, near: int) -> Iterator[Mention]:
        """Mentions of actors as subjects, nearest first."""
        mentions = self.story.mentions
        last = bisect_left(mentions, item.row.start, key=lambda mention: mention.start)
        for mention in reversed(mentions[max(0, last - _WINDOW) : last]):
            token = self.parse.at(mention.start)
            if token is None or item.head.sent - token.sent > near:
                return
            if mention.start >= item.row.start or mention.voice != item.row.voice:
                continue
            roles = (word.dep for word in self.parse.between(mention.start, mention.end))
            role = next((dep for dep in roles if dep in _ROLES), None)
            if role == "nsubj" and mention.nominal:
                yield mention

    def _able(self, actor_id: str, item: Found) -> bool:
        """Whether an actor could be the agent: another side's, no reporter and no speaker."""
        row, story = item.row, self.story
        side = story.side(actor_id)
        actor = self.resources.actor(actor_id)
        if side is None or actor is None or actor_id == row.patient:
            return False
        if story.allied(side, row.patient_side):
            return False
        said = (story.attributions.get(span) for span in row.in_content_of)
        if side in {speaker.side for speaker in said if speaker is not None}:
            return False
        if any(kind in actor.kind for kind in _BYSTANDERS) or not story.party(side):
            return False
        return any(kind in actor.kind for kind in _FORCES)


_ROLES = ("nsubj", "agent", "pobj", "nsubjpass")


def _institutional(item: Found) -> bool:
    """Whether convention says who does such things."""
    return any(item.entry.term in terms for terms, _ in INSTITUTIONS)
