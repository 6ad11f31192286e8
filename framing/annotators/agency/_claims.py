"""Agents by what a speaker claims: what he denies is his side's, what he deplores the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.annotators.agency._words import OWNED
from framing.language.syntax import is_negated

if TYPE_CHECKING:
    from framing.annotators.agency._scene import Found
    from framing.annotators.agency._story import Story

__all__ = ["accused", "called", "charged", "denied", "owned"]

_DENIALS = frozenset({"denied", "deny", "denies", "denying", "rejected", "rejects", "dismissed"})


def owned(story: Story, place: int, item: Found) -> str | None:
    """ "Mistakes were made", says who made them."""
    speaker = story.speaker(item.row)
    if item.entry.term not in OWNED or speaker is None or item.row.form != "passive_agentless":
        return None
    return speaker.actor if story.party(speaker.side) else None


def denied(story: Story, place: int, item: Found) -> str | None:
    """What a speaker denies was done, he denies of his own side."""
    speaker = story.speaker(item.row)
    if speaker is None or speaker.actor is None or item.row.harm == "none":
        return None
    subject = item.head.child("nsubjpass", "nsubj")
    negated = is_negated(item.head) or (subject is not None and is_negated(subject))
    cue = set(speaker.cue.lower().split())
    denying = not called(item) and bool(cue & _DENIALS)
    return speaker.actor if (negated or denying) and story.party(speaker.side) else None


def charged(story: Story, place: int, item: Found) -> str | None:
    """In what one party says happened to nobody in particular, the other party."""
    speaker = story.speaker(item.row)
    if speaker is None or item.row.patient_side is not None or item.row.harm == "none":
        return None
    if any(child.tag == "MD" for child in item.head.children):
        return None  # what will be done to somebody is not yet laid to anybody's charge
    tied = item.row.form == "relative" or item.row.voice != AUTHOR
    return story.opponent(speaker.side) if speaker.side and tied else None


def accused(story: Story, place: int, item: Found) -> str | None:
    """In what a side says was done to it, the opposing camp."""
    row = item.row
    speaker = story.speaker(row)
    side = speaker.side if speaker is not None and row.harm != "none" else None
    if side is None or row.patient_side not in (None, side):
        return None
    return story.opponent(side)


def called(item: Found) -> bool:
    """Whether a noun is what something is called: "it was a smear", "dismissed as a smear"."""
    return item.head.dep in ("attr", "oprd", "appos") or item.head.head.lower == "as"
