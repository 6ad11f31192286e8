"""Who is meant by an event whose clause names no agent.

Grounds are tried from the firmest to the weakest: the same act told elsewhere with its agent,
who alone does such things (police arrest, courts convict), the patient's captor, whom the
speaker accuses, and who else is told to act nearby. Without any of them the agent is unknown,
and the passive an honest one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.annotators.agency._unknown import Unknown
from framing.annotators.agency._words import INSTITUTIONS, MISHAPS, OWNED
from framing.language.syntax import is_definite, is_negated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotation import Attribution, Event, Mention, Rows
    from framing.annotators.agency._scene import Found
    from framing.annotators.resources import Resources
    from framing.language import Parse

__all__ = ["Inference"]

#: Who may be taken for an agent because he is nearby: kinds that act on others.
_FORCES = (
    "military", "police", "armed", "government", "militia", "security", "group", "navy", "army",
    "company", "state", "party", "union", "person", "court", "regulator", "ministry",
)  # fmt: skip
_BYSTANDERS = ("media", "charity", "international organisation", "aid", "expert", "relief")
_NEAR = 3

#: How many events before and after one are searched for what they say of its agent.
_WINDOW = 200
_DENIALS = frozenset({"denied", "deny", "denies", "denying", "rejected", "rejects", "dismissed"})


class Inference:
    """Fills in agents that clauses leave out."""

    def __init__(
        self, parse: Parse, rows: Rows, found: Sequence[Found], resources: Resources
    ) -> None:
        self.parse = parse
        self.resources = resources
        self.actors = resources.actors
        self.mentions = sorted(
            (row for row in rows.mentions if row.side is not None), key=lambda row: row.start
        )
        self.attributions = {row.span_id: row for row in rows.attributions}
        self.often = Counter(row.actor for row in self.mentions)
        self.side_of = {row.actor: row.side for row in self.mentions}
        self.found = list(found)
        self.unknown = Unknown(parse, found)
        self._sided = [actor for actor in self.actors.actors if self.actors.side_of(actor.id)]

    def fill(self) -> Iterator[Event]:
        """Every event, with an agent where the article gives ground to name one."""
        for place, item in enumerate(self.found):
            row = item.row
            if row.agent is None and row.agent_deleted and not self.unknown.is_so(item):
                agent, confidence = self._agent(place, item)
                if agent is not None:
                    row = replace(
                        row, agent=agent, agent_side=self._side(agent),
                        confidence=min(row.confidence, confidence),
                    )  # fmt: skip
                    self.found[place] = replace(item, row=row)
            row = self._with_patient(place, item, row)
            yield replace(row, agent_known=row.agent is not None or not row.agent_deleted)

    def _with_patient(self, place: int, item: Found, row: Event) -> Event:
        """The row with whom it was done to, where a noun takes up a harm told before."""
        if row.patient is not None or row.form != "nominalisation" or row.harm == "none":
            return row
        if _called(item) and item.head.head.lower == "as":
            speaker = self._speaker(row)  # "dismissed it as a smear": a smear of the speaker
            known = speaker is not None and speaker.actor is not None
            return replace(row, patient=speaker.actor, patient_side=speaker.side) if known else row
        if not (is_definite(item.head) or item.head.dep == "attr"):
            return row
        told = [
            other.row
            for other in self.found[max(0, place - _WINDOW) : place]
            if other.row.harm == row.harm and other.row.patient is not None
            and (row.agent is None or other.row.agent in (None, row.agent))
        ]  # fmt: skip
        if not told:
            return row
        return replace(row, patient=told[-1].patient, patient_side=told[-1].patient_side)

    def _around(self, place: int) -> Sequence[Found]:
        """The events near one; in an article of usual length all of them."""
        return self.found[max(0, place - _WINDOW) : place + _WINDOW]

    def _side(self, actor: str) -> str | None:
        return self.side_of.get(actor) or self.actors.side_of(actor)

    # ------------------------------------------------------------ grounds

    def _agent(self, place: int, item: Found) -> tuple[str | None, float]:
        for ground, confidence in (
            (self._owned, 0.65),
            (self._denied, 0.65),
            (self._charged, 0.65),
            (self._same_act, 0.7),
            (self._anaphor, 0.65),
            (self._institution, 0.7),
            (self._captor, 0.65),
            (self._accused, 0.6),
            (self._nearby, 0.6),
        ):
            agent = ground(place, item)
            if agent is None and ground == self._captor and _institutional(item):
                return None, 0.0  # nobody else arrests or convicts
            if agent is not None and self._fits(agent, item):
                return agent, confidence
        return None, 0.0

    def _fits(self, agent: str, item: Found) -> bool:
        """Nobody is taken for the agent of what is done to his own side."""
        side, row = self._side(agent), item.row
        return row.harm == "none" or row.patient_side is None or side != row.patient_side

    def _owned(self, place: int, item: Found) -> str | None:
        """ "Mistakes were made", says who made them."""
        speaker = self._speaker(item.row)
        if item.entry.term not in OWNED or speaker is None or item.row.form != "passive_agentless":
            return None
        return speaker.actor if self._party(speaker.side) else None

    def _denied(self, place: int, item: Found) -> str | None:
        """What a speaker denies was done, he denies of his own side."""
        speaker = self._speaker(item.row)
        if speaker is None or speaker.actor is None or item.row.harm == "none":
            return None
        subject = item.head.child("nsubjpass", "nsubj")
        negated = is_negated(item.head) or (subject is not None and is_negated(subject))
        denying = not _called(item) and any(
            word in _DENIALS for word in speaker.cue.lower().split()
        )
        return speaker.actor if (negated or denying) and self._party(speaker.side) else None

    def _charged(self, place: int, item: Found) -> str | None:
        """In what one party says happened to nobody in particular, the other party."""
        speaker = self._speaker(item.row)
        if speaker is None or item.row.patient_side is not None or item.row.harm == "none":
            return None
        if any(child.tag == "MD" for child in item.head.children):
            return None  # what will be done to somebody is not yet laid to anybody's charge
        tied = item.row.form == "relative" or item.row.voice != AUTHOR
        return self._opponent(speaker.side) if speaker.side and tied else None

    def _speaker(self, row: Event) -> Attribution | None:
        return self.attributions.get(row.in_content_of[-1]) if row.in_content_of else None

    def _party(self, side: str | None) -> bool:
        """Whether a side is one of those that the claims are contrasted of."""
        contrast = self.actors.contrast("claims")
        return contrast is None or side in contrast.sides_a | contrast.sides_b

    def _same_act(self, place: int, item: Found) -> str | None:
        """The agent of the same act, told elsewhere."""
        row = item.row
        others = [
            other.row
            for other in self._around(place)
            if other.row.agent is not None and other.row is not row and _same(other, item)
        ]  # fmt: skip
        fitting = [
            other
            for other in others
            if row.patient is None or other.patient is None or other.patient == row.patient
            if other.voice == row.voice or row.voice == AUTHOR
        ]
        return (
            min(fitting, key=lambda other: abs(other.start - row.start)).agent if fitting else None
        )

    def _institution(self, place: int, item: Found) -> str | None:
        """The actor that alone does such things; of several the one spoken of most."""
        for terms, kinds in INSTITUTIONS:
            if item.entry.term in terms:
                for kind in kinds:
                    able = [actor for actor in self._sided if kind in actor.kind.lower()]
                    told = [actor.id for actor in able if self.often.get(actor.id)]
                    named = [actor.id for actor in self._sided if kind in actor.name.lower()]
                    meant = told or [actor.id for actor in able] or named
                    if meant:
                        return min(meant, key=lambda actor: (-self.often[actor], actor))
        return None

    def _captor(self, place: int, item: Found) -> str | None:
        """Whoever holds the patient in his power earlier in the text."""
        row = item.row
        if row.patient is None or row.harm not in ("none", "physical", "coercive"):
            return None
        held = [
            other.row
            for other in self.found[max(0, place - _WINDOW) : place]
            if other.row.patient == row.patient and other.row.agent is not None
            and other.row.harm == "coercive"
        ]  # fmt: skip
        return held[-1].agent if held else None

    def _anaphor(self, place: int, item: Found) -> str | None:
        """ "The bombardment", "the incident": what was told before with its agent."""
        row = item.row
        if row.form != "nominalisation" or row.harm == "none" or not is_definite(item.head):
            return None
        told = [
            other.row
            for other in self.found[max(0, place - _WINDOW) : place]
            if other.row.harm == row.harm and other.row.agent is not None
            and not other.row.agent_deleted
        ]  # fmt: skip
        return told[-1].agent if told else None

    def _accused(self, place: int, item: Found) -> str | None:
        """In what a side says was done to it, the opposing camp."""
        row = item.row
        speaker = self._speaker(row)
        side = speaker.side if speaker is not None and row.harm != "none" else None
        if side is None or (row.patient_side not in (None, side)):
            return None
        return self._opponent(side)

    def _opponent(self, side: str) -> str | None:
        """The actor most spoken of in the camp opposed to a side."""
        contrast = self.actors.contrast("claims")
        if contrast is None:
            return None
        for own, other in (
            (contrast.sides_a, contrast.sides_b), (contrast.sides_b, contrast.sides_a)
        ):  # fmt: skip
            if side in own:
                able = [actor for actor in self.often if self._side(actor) in other]
                return max(able, key=lambda actor: self.often[actor], default=None)
        return None

    def _nearby(self, place: int, item: Found) -> str | None:
        """Whoever is told to act in the same or the sentences before, on another side."""
        row, sentence = item.row, item.head.sent
        if item.entry.term in MISHAPS and row.patient_side is None and row.patient is None:
            near = 1
        else:
            near = _NEAR
        acting = [
            other.row
            for other in self._around(place)
            if other.row.agent is not None and other.row.harm != "none"
            and 0 <= sentence - other.head.sent <= near and self._able(other.row.agent, item)
        ]  # fmt: skip
        if acting:
            return min(acting, key=lambda other: abs(other.start - row.start)).agent
        for mention in self._before(item, near):
            if self._able(mention.actor, item):
                return mention.actor
        return None

    def _before(self, item: Found, near: int) -> Iterator[Mention]:
        """Mentions of actors as subjects, nearest first."""
        last = bisect_left(self.mentions, item.row.start, key=lambda mention: mention.start)
        for mention in reversed(self.mentions[max(0, last - _WINDOW) : last]):
            token = self.parse.at(mention.start)
            if token is None or item.head.sent - token.sent > near:
                return
            if mention.start >= item.row.start or mention.voice != item.row.voice:
                continue
            head = next(
                (t for t in self.parse.between(mention.start, mention.end)
                 if t.dep in ("nsubj", "agent", "pobj", "nsubjpass")), None,
            )  # fmt: skip
            if head is not None and head.dep in ("nsubj",) and mention.nominal:
                yield mention

    def _able(self, actor_id: str, item: Found) -> bool:
        """Whether an actor could be the agent: another side's, no reporter and no speaker."""
        row = item.row
        side = self._side(actor_id)
        actor = self.resources.actor(actor_id)
        if side is None or actor is None or actor_id == row.patient or side == row.patient_side:
            return False
        speakers = {
            self.attributions[span].side for span in row.in_content_of if span in self.attributions
        }
        if side in speakers or any(kind in actor.kind for kind in _BYSTANDERS):
            return False
        contrast = self.actors.contrast("claims")
        parties = contrast.sides_a | contrast.sides_b if contrast is not None else None
        if parties is not None and side not in parties:
            return False
        return any(kind in actor.kind for kind in _FORCES)


def _called(item: Found) -> bool:
    """Whether a noun is what something is called: "it was a smear", "dismissed as a smear"."""
    return item.head.dep in ("attr", "oprd", "appos") or item.head.head.lower == "as"


def _institutional(item: Found) -> bool:
    """Whether convention says who does such things."""
    return any(item.entry.term in terms for terms, _ in INSTITUTIONS)


def _same(one: Found, other: Found) -> bool:
    """Whether two events are of one kind: of one entry, or of verbs that share their noun."""
    nouns = set(one.entry.many("nominal")) & set(other.entry.many("nominal"))
    return one.entry.term == other.entry.term or bool(nouns)
