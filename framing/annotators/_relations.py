"""Nouns for whoever stands to an actor in some relation, and so is not the actor."""

from __future__ import annotations

__all__ = ["OPPONENTS", "SOMEBODY_ELSE"]

#: Nouns after which "of" names whom somebody is against.
OPPONENTS = frozenset({"critic", "opponent", "rival", "enemy", "detractor", "victim", "foe"})

#: Nouns for whoever stands against or beside somebody: "America's enemies" are not America.
SOMEBODY_ELSE = OPPONENTS | {
    "adversary", "attacker", "ally", "partner", "neighbour", "neighbor", "accuser", "captor",
    "killer", "oppressor",
}  # fmt: skip
