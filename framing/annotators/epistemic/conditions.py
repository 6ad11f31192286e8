"""The tests that a use of a cue must pass, as the `epistemic` lexicon names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framing.language import Parse, Token

__all__ = ["CONDITIONS"]

_MONTH_NEIGHBOURS = frozenset(
    {"in", "on", "since", "until", "by", "last", "next", "early", "late", "of"}
)
_ENTITLED = frozenset(
    {"compensation", "benefit", "asylum", "insurance", "damage", "expense", "refund", "pension",
     "territory", "land", "title", "prize", "crown", "victory", "life", "responsibility"}
)  # fmt: skip
_MASSES = ("dozens", "hundreds", "thousands", "millions", "scores")
_UNITS = frozenset(
    {"dozen", "score", "hundred", "thousand", "million", "billion", "third", "quarter", "half",
     "fifth", "tenth", "hour", "minute", "day", "week", "fortnight", "month", "year", "decade",
     "century", "mile", "kilometre", "kilometer", "metre", "meter", "tonne", "ton"}
)  # fmt: skip
_CONTRACTED = frozenset({"'d", "’d"})
_COPULAS = frozenset({"be", "seem", "appear", "remain", "look", "become", "stay"})


def _before_number(parse: Parse, tokens: list[Token]) -> bool:
    following = tokens[-1].i + 1
    if following >= len(parse.tokens):
        return False
    after = parse.tokens[following]
    if after.text in "$£€" and following + 1 < len(parse.tokens):
        after = parse.tokens[following + 1]
    if after.sent != tokens[-1].sent:
        return False
    if after.lower in ("a", "an") and following + 1 < len(parse.tokens):
        return parse.tokens[following + 1].lemma in _UNITS
    return after.tag == "CD" or after.lower in ("half", "all", "every", "twice", "double", *_MASSES)


def _not_month(parse: Parse, tokens: list[Token]) -> bool:
    token = tokens[0]
    if token.tag == "MD":
        return True
    before = parse.tokens[token.i - 1] if token.i else None
    return not (token.text[0].isupper() and (before is None or before.lower in _MONTH_NEIGHBOURS))


def _premodifies_noun(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[-1]
    return head.dep in ("amod", "compound", "nmod", "advmod", "npadvmod") and (
        (head.head.noun and head.head.i > head.i) or head.head.dep == "amod"
    )


def _predicative(parse: Parse, tokens: list[Token]) -> bool:
    head = next((token for token in tokens if token.head not in tokens), tokens[0])
    if parse.sentence(head).zone == "headline":
        return True
    if head.dep == "prep":
        return head.head.lemma in _COPULAS or head.head.noun or head.head.verb
    copula = head.head.lemma in _COPULAS
    negated = any(child.dep == "neg" for up in (head, head.head) for child in up.children)
    return head.dep in ("acomp", "attr", "oprd", "ccomp") and copula and not negated


def _epistemic_modal(parse: Parse, tokens: list[Token]) -> bool:
    token = tokens[0]
    if token.verb and token.dep not in ("aux", "auxpass"):
        # "appears to be", "it appears that"; not "he appeared in court"
        return token.child("xcomp", "ccomp", "acomp", "oprd") is not None
    if token.dep != "aux" and token.tag != "MD":
        return False
    verb = token.head
    if token.lemma in ("can", "could"):
        ability = any(child.lower in ("not", "n't", "never") for child in verb.children)
        past = any(child.lower == "have" for child in verb.children)
        subject = verb.child("nsubj")
        personal = subject is not None and subject.lower in ("i", "we", "you", "they", "he", "she")
        return past or not (ability or personal)
    if token.lemma in ("would", "should", "must") or token.lower in _CONTRACTED:
        return any(child.lower == "have" and child.dep == "aux" for child in verb.children)
    return True


def _subject_of_report(parse: Parse, tokens: list[Token]) -> bool:
    return True  # decided by the attributions: see cues.py


def _not_entitlement(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[-1]
    thing = head.child("dobj")
    if thing is not None and (thing.lemma in _ENTITLED):
        return False
    near = parse.tokens[head.i + 1 : head.i + 4]
    return not any(item.lemma in _ENTITLED for item in near) and not any(
        child.lemma in _ENTITLED for child in head.children
    )


#: By the name that the lexicon's column `condition` uses.
CONDITIONS: Mapping[str, Callable[[Parse, list[Token]], bool]] = {
    "before_number": _before_number,
    "not_month": _not_month,
    "premodifies_noun": _premodifies_noun,
    "attributive": _premodifies_noun,
    "predicative": _predicative,
    "epistemic_modal": _epistemic_modal,
    "subject_of_report": _subject_of_report,
    "not_entitlement": _not_entitlement,
}
