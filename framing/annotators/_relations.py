"""Nouns for whoever stands to an actor in some relation, and so is not the actor."""

from __future__ import annotations

__all__ = ["ADHERENTS", "AGAINST_THE_STATE", "OPPONENTS", "SOMEBODY_ELSE"]

#: Nouns after which "of" names whom somebody is against.
OPPONENTS = frozenset({"critic", "opponent", "rival", "enemy", "detractor", "victim", "foe"})

#: Nouns for whoever stands against or beside somebody: "America's enemies" are not America.
SOMEBODY_ELSE = OPPONENTS | {
    "adversary", "attacker", "ally", "partner", "neighbour", "neighbor", "accuser", "captor",
    "killer", "oppressor",
}  # fmt: skip

#: Words for those who stand against a state: "Syrian **opposition** forces" are not Syria's.
AGAINST_THE_STATE = frozenset({
    "opposition", "rebel", "insurgent", "separatist", "dissident", "exile", "exiled", "breakaway",
    "militant", "militia", "jihadist", "islamist", "antigovernment", "anti-government",
    "revolutionary", "guerrilla",
})  # fmt: skip

#: Nouns before which a name says whose adherent somebody is: "a **Lee** loyalist" is not Lee.
ADHERENTS = frozenset({
    "loyalist", "supporter", "backer", "partisan", "apologist", "surrogate", "crony", "stooge",
    "puppet", "proxy", "cheerleader", "henchman", "lackey", "sympathiser", "sympathizer", "fan",
    "voter", "donor", "fundamentalist", "fanatic",
})  # fmt: skip
