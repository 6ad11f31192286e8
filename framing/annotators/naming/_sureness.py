"""How likely it is that a label is of the actor it was given to, by what gave it to him.

Shares of targets that judges found right in eleven samples of other news, rounded; ways with few
judged are drawn towards the mean (`benchmarks/judged.py` prints them all). What was mended since
they were judged is left out, so that the shares are a little too high: they are there to order
targets. The two ways below .5 are no longer given: the second had been right once in eleven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import PRIOR

if TYPE_CHECKING:
    from framing.annotation import Mention

__all__ = ["HELD", "chance_of_target", "way_to_target"]

#: A place that somebody holds is called so: "their terrorist stronghold".
HELD = "holder of a place"

_CHANCE = {
    f"{PRIOR}, two camps": 0.99, "demonym+institution": 0.99, "name+noun": 0.98,
    "possessed group, two camps": 0.97, "surname": 0.96, "named person": 0.95,
    "tied epithet, two camps": 0.95, "coreference, two camps": 0.95, "compound participle": 0.93,
    "pronoun: person, sure": 0.92, "people, several, no camps": 0.90, "relative": 0.90,
    "possessed group, no camps": 0.89, "name": 0.88, "label by enmity": 0.87,
    "name in apposition": 0.87, "short name": 0.84, "tied epithet (same family)": 0.84,
    "named leader": 0.84, "called a group": 0.84, "tied epithet, bare": 0.81,
    "of the camp, not named": 0.81, HELD: 0.79, "label by enmity, bare": 0.78, "speaker": 0.78,
    "representative": 0.78, "of the camp, not named, bare": 0.75,
    "people, several, two camps": 0.74, "tied epithet, no camps": 0.73,
    "the armed actor near": 0.71, "coreference, no camps": 0.71, "people, one": 0.68,
    "last group": 0.68, "pronoun: person": 0.66, f"{PRIOR}, no camps": 0.65,
    "pronoun: speaker": 0.64, "label by who is heard": 0.63, "label by enmity of others": 0.62,
    "the only armed actor": 0.62, "representatives": 0.62, "people, so called": 0.57,
    "first person: speaker": 0.51, "pronoun: subject": 0.47,
    "pronoun: nearest": 0.25,
}  # fmt: skip

#: Of ways that were never judged: no surer than the doubtful ones.
_UNJUDGED = 0.7

#: Who has a definite article, or what stands for one.
_DEFINITE = ("the", "these", "those", "this", "that", "such")

#: Ways of which the plural without an article is another case.
_BARE = ("tied epithet", "of the camp, not named", "label by enmity")

#: Ways of which an article that has two camps to compare is another case.
_IN_CAMPS = (
    "tied epithet", PRIOR, "coreference", "possessed group", "people, several",
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
    plural = head.endswith(("s", "men", "people")) and not head.endswith(("ss", "us", "specimen"))
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
    return _CHANCE.get(way, _UNJUDGED)
