"""How likely it is that a label is of the actor it was given to, by what gave it to him.

Shares of targets that judges found right in nine samples of other news, rounded; ways with few
judged are drawn towards the mean (`benchmarks/judged.py` prints them all). What was mended since
they were judged is left out, so that the shares are a little too high: they are there to order
targets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.annotation import Mention

__all__ = ["HELD", "chance_of_target", "way_to_target"]

#: A place that somebody holds is called so: "their terrorist stronghold".
HELD = "holder of a place"

_CHANCE = {
    "name+noun": 0.98, "demonym+institution": 0.98, "named person": 0.97, "possessed group": 0.96,
    "surname": 0.95, "government in play": 0.95, "tied epithet": 0.93, "compound participle": 0.91,
    "people, several": 0.90, "relative": 0.89, "pronoun: person, sure": 0.89, "name": 0.86,
    "name in apposition": 0.84, "of the camp, not named": 0.84, "label by enmity": 0.84,
    "named leader": 0.84, "of the camp, not named, bare": 0.80, "tied epithet, bare": 0.80,
    "label by enmity, bare": 0.80, HELD: 0.79, "last group": 0.78, "speaker": 0.78,
    "representative": 0.78, "the armed actor near": 0.75, "people, one": 0.74,
    "coreference": 0.74, "label by who is heard": 0.68, "label by enmity of others": 0.65,
    "representatives": 0.64, "pronoun: speaker": 0.64, "pronoun: person": 0.61,
    "pronoun: subject": 0.57, "people, so called": 0.53, "first person: speaker": 0.52,
    "pronoun: nearest": 0.25,
}  # fmt: skip

#: Of ways that were never judged.
_MEAN = 0.8

#: Who has a definite article, or what stands for one.
_DEFINITE = ("the", "these", "those", "this", "that", "such")

#: Ways of which the plural without an article is another case.
_BARE = ("tied epithet", "of the camp, not named", "label by enmity")

#: Ways of which an article that has two camps to compare is another case.
_IN_CAMPS = (
    "tied epithet", "government in play", "coreference", "possessed group", "people, several",
)  # fmt: skip

#: A pronoun this sure is another case than one less sure.
_SURE = 0.8


def way_to_target(mention: Mention, term: str, *, camps: bool) -> str:
    """By what a label is given to whom it is given to: the mention's evidence, and its form.

    Parameters
    ----------
    mention : Mention
        That the label heads, modifies or is said of.
    term : str
        The label as it stands in the text.
    camps : bool
        Whether the actors file has two camps whose labels are compared.

    Returns
    -------
    str
    """
    way = _form(mention, term)
    return f"{way}, {'two camps' if camps else 'no camps'}" if way in _IN_CAMPS else way


def _form(mention: Mention, term: str) -> str:
    way = mention.evidence.partition("@")[0]
    words = mention.text.lower().strip("“”\"‘’'").split()
    definite = bool(words) and words[0] in _DEFINITE
    head = mention.head.lower()
    plural = head.endswith(("s", "men", "people"))
    if way == "people":
        loaded = head in term.lower().split()
        return f"{way}, " + ("so called" if definite and loaded else "several" if plural else "one")
    if way in _BARE:
        return way + (", bare" if plural and not definite else "")
    if way == "pronoun: person" and mention.confidence > _SURE:
        return f"{way}, sure"
    return way


def chance_of_target(way: str) -> float:
    """The chance that a label given to somebody in this way is of him, in [0, 1]."""
    return _CHANCE.get(way, _MEAN)
