"""Whether the name of a place stands for the state that acts, or only says where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import outermost, preposition

if TYPE_CHECKING:
    from framing.language import Token

__all__ = ["acts", "is_country"]

_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "within", "across", "throughout", "into",
     "through", "from", "to", "via", "over", "off", "towards", "toward", "of"}
)  # fmt: skip
_MOTION = frozenset(
    {"leave", "enter", "visit", "reach", "flee", "cross", "tour", "quit", "exit", "capture",
     "retake", "recapture", "seize", "hold", "control", "occupy", "surround", "liberate", "govern"}
)  # fmt: skip
_TARGETED = frozenset(
    {"attack", "strike", "airstrike", "war", "sanction", "raid", "assault", "aggression", "aid",
     "pressure", "embargo", "invasion", "bombing", "missile", "ban", "tariff", "loan", "threat"}
)  # fmt: skip
_PLACE_PARTS = frozenset(
    {"capital", "city", "town", "border", "coast", "north", "south", "east", "west", "region",
     "province", "outskirt", "suburb", "district", "port", "airport", "street", "countryside",
     "centre", "center", "territory", "village", "weather", "population", "people"}
)  # fmt: skip


def is_country(noun: Token) -> bool:
    """Whether a noun for a state can also name the place: "the war-torn country"."""
    return noun.lemma in ("country", "nation", "state", "superpower")


def acts(token: Token) -> bool:
    """Whether a place name stands for the state or its government rather than the place."""
    first = outermost(token)
    governor = first.head
    if first.dep in ("nsubj", "nsubjpass"):
        described = governor.child("attr") if governor.lemma == "be" else None
        return described is None or described.lemma not in _PLACE_PARTS
    if first.dep in ("dobj", "dative"):
        return governor.lemma not in _MOTION
    if first.dep == "poss":
        return governor.lemma not in _PLACE_PARTS and not governor.proper
    prep = preposition(first)
    if prep is not None:
        if prep.dep == "agent" or prep.lower in ("by", "with", "against", "between", "among"):
            return True
        if prep.lower in ("on", "to", "at", "towards", "toward", "for"):
            return prep.head.lemma in _TARGETED
        return prep.lower not in _LOCATIVE and prep.head.noun
    return False
