"""The group whose name stands right beside a noun for its members, however it was parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._names import COUNTRY
from framing.annotators._words import prefix_of
from framing.annotators.mentions.camps import label_of

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["named_beside"]


def named_beside(refs: Referents, token: Token) -> str | None:
    """The group named right beside a plural, however it was parsed.

    "Fighters **from X** fired", "the **X** (XX) fighters".
    """
    tokens = refs.parse.tokens
    first = token.i
    while first > 1 and tokens[first - 1].tag in ("JJ", "NN", "NNP") and not tokens[first - 1].name:
        first -= 1
    before = tokens[first - 1] if first else None
    if before is not None and any(one.tag in ("``", "''") for one in tokens[before.i : token.i]):
        return None  # "called men from X “thugs”"
    loaded = label_of(refs, token) is not None
    named = before is not None and before.name and not before.name.startswith(COUNTRY)
    if loaded and before is not None and named and not prefix_of(refs.parse, before):
        return refs.actor_at(before)  # "the X terrorist organisation", however it was parsed
    after = tokens[token.i + 1 : token.i + 5]
    if len(after) > 2 and after[0].lower in _TIED and after[1].lower in ("to", "with", "for"):
        after = after[1:]
    elif after[:1] and after[0].lower != "from":
        after = []
    if after and token.plural:
        near = next((one for one in after[1:] if one.dep != "det"), None)
        if near is not None and near.name and not near.name.startswith(COUNTRY):
            return refs.actor_at(near)
    if first > 1 and (token.plural or loaded) and tokens[first - 1].text == ")":
        back = tokens[max(0, first - _BRACKETS) : first - 1]
        opening = next((one for one in reversed(back) if one.text == "("), None)
        if opening is not None and opening.i:
            inside = tokens[opening.i - 1 : first - 1]
            return next(filter(None, map(refs.actor_at, inside)), None)
    return None


#: Participles that tie a group to one that is named: "groups **linked** to X".
_TIED = frozenset({"affiliated", "linked", "tied", "allied", "loyal", "belonging",
                   "fighting"})  # fmt: skip

#: The most words of a pair of brackets between a name and its noun.
_BRACKETS = 7
