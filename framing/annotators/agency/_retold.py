"""Agents and patients of what is told more than once: the same act, "the attack", its captor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.annotators.agency._claims import called
from framing.language.syntax import is_definite

if TYPE_CHECKING:
    from framing.annotation import Event
    from framing.annotators.agency._scene import Found
    from framing.annotators.agency._story import Story
    from framing.language import Token

__all__ = ["anaphor", "captor", "described", "same_act", "with_patient"]

_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "next", "previous", "other"})


def described(story: Story, place: int, item: Found) -> str | None:
    """The agent of the event that a noun calls by another name: "in what they call an invasion"."""
    above = list(item.head.ancestors())
    calls = next((up for up in above if up.dep == "pcomp"), None)
    if calls is None or not any(child.tag == "WP" for child in calls.children):
        return None
    heads = {up.i for up in calls.ancestors()}
    return next((other.row.agent for other in story.found if other.head.i in heads), None)


def same_act(story: Story, place: int, item: Found) -> str | None:
    """The agent of the same act, told elsewhere; of several the nearest."""
    row = item.row
    fitting = [
        other.row
        for other in story.around(place)
        if other.row.agent is not None and other.row is not row and _same(other, item)
        and (row.patient is None or other.row.patient in (None, row.patient))
        and (other.row.voice == row.voice or row.voice == AUTHOR)
    ]  # fmt: skip
    return min(fitting, key=lambda other: abs(other.start - row.start)).agent if fitting else None


def anaphor(story: Story, place: int, item: Found) -> str | None:
    """ "The bombardment", "the incident": what was told before with its agent."""
    row = item.row
    if row.form != "nominalisation" or row.harm == "none" or not _takes_up(item.head):
        return None
    told = [
        other.row
        for other in story.before(place)
        if other.row.harm == row.harm and other.row.agent is not None
        and not other.row.agent_deleted
    ]  # fmt: skip
    return told[-1].agent if told else None


def captor(story: Story, place: int, item: Found) -> str | None:
    """Whoever holds the patient in his power earlier in the text."""
    row = item.row
    if row.patient is None or row.harm not in ("none", "physical", "coercive"):
        return None
    held = [
        other.row
        for other in story.before(place)
        if other.row.patient == row.patient and other.row.agent is not None
        and other.row.harm == "coercive"
    ]  # fmt: skip
    return held[-1].agent if held else None


def with_patient(story: Story, place: int, item: Found, row: Event) -> Event:
    """The row with whom it was done to, where a noun takes up a harm told before."""
    if row.patient is not None or row.form != "nominalisation" or row.harm == "none":
        return row
    if called(item) and item.head.head.lower == "as":
        speaker = story.speaker(row)  # "dismissed it as a smear": a smear of the speaker
        if speaker is None:
            return row
        return replace(row, patient=speaker.actor, patient_side=speaker.side)
    if not _takes_up(item.head):
        return row
    told = [
        other.row
        for other in story.before(place)
        if other.row.harm == row.harm and other.row.patient not in (None, row.agent)
        and (row.agent is None or other.row.agent in (None, row.agent))
    ]  # fmt: skip
    if not told:
        return row
    return replace(row, patient=told[-1].patient, patient_side=told[-1].patient_side)


def _takes_up(noun: Token) -> bool:
    """Whether a noun takes up what was told: "the attack", "this was murder"."""
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("of", "on", "against"):
            return False
        if child.lower in _ORDINALS:
            return False
    if noun.dep == "attr":
        subject = noun.head.child("nsubj")
        return subject is not None and subject.lower in ("this", "that", "it")
    return is_definite(noun)


def _same(one: Found, other: Found) -> bool:
    """Whether two events are of one kind: of one entry, or of verbs that share their noun."""
    nouns = set(one.entry.many("nominal")) & set(other.entry.many("nominal"))
    return one.entry.term == other.entry.term or bool(nouns)
