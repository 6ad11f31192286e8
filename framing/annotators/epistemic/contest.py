"""Which claims the article's sources make and which they contest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.annotation import Attribution, Rows
    from framing.annotators.resources import Resources
    from framing.language import Parse, Token

__all__ = ["CONTESTING", "asserted_by", "denies", "is_contested"]

#: Predicates that deny that their argument is what it is called.
CONTESTING = frozenset(
    {"stage", "fake", "fabricate", "invent", "concoct", "forge", "falsify", "simulate",
     "orchestrate", "deny", "dismiss", "reject", "refute", "rebut", "disprove", "debunk",
     "contradict", "dispute"}
)  # fmt: skip
_CONTESTING_NOUNS = frozenset(
    {"hoax", "fabrication", "lie", "fiction", "myth", "fake", "invention", "forgery", "sham",
     "propaganda", "nonsense", "rumour", "rumor", "provocation", "slander"}
)  # fmt: skip
_CONTESTING_ADJECTIVES = frozenset(
    {"false", "untrue", "fake", "baseless", "groundless", "unfounded", "staged", "fabricated",
     "fictitious", "bogus", "phoney", "wrong", "absurd", "ridiculous"}
)  # fmt: skip


def denies(token: Token) -> bool:
    """Whether a verb denies that its argument is what it is called ("stag" for "staged" too)."""
    lemma = token.lemma
    return lemma in CONTESTING or (token.tag in ("VBD", "VBN", "VBG") and f"{lemma}e" in CONTESTING)


def is_contested(noun: Token, parse: Parse, row: Attribution | None = None) -> bool:
    """Whether a noun is the argument of a predicate that denies it ("the attack was staged").

    Parameters
    ----------
    noun : Token
    parse : Parse
    row : Attribution, optional
        With it, a reporting verb of denial that introduces the noun counts too.
    """
    if row is not None:
        for start, end in row.spans_of("cue"):
            if any(denies(token) for token in parse.between(start, end)):
                return True
    for up in (noun, *noun.ancestors()):
        if up is not noun and up.verb:
            if denies(up):
                return True
            if any(child.dep == "neg" or child.lower == "never" for child in up.children) and (
                up.lemma in ("happen", "occur", "exist", "take", "be")
            ):
                return True
            for child in up.children_of("attr", "acomp", "oprd"):
                if child.lemma in _CONTESTING_NOUNS or child.lower in _CONTESTING_ADJECTIVES:
                    return True
            return False
        if any(child.lower in _CONTESTING_ADJECTIVES for child in up.children_of("amod")):
            return True
    return False


def asserted_by(parse: Parse, rows: Rows, resources: Resources) -> dict[str, tuple[str, ...]]:
    """From the lemma of an event noun to the sides that assert it, in text order.

    A side asserts a noun that stands, uncontested, in the content of its attribution, or in
    the noun phrase that a relative clause with its reporting verb modifies ("an attack which
    X said had killed 40").
    """
    asserted: dict[str, list[str]] = {}
    for row in rows.attributions:
        if row.side is None:
            continue
        tokens = [
            token
            for start, end in row.spans_of("content")
            for token in parse.between(start, end)
            if token.noun
        ]
        for start, end in row.spans_of("cue"):
            for cue in parse.between(start, end):
                if cue.dep == "relcl" and cue.head.noun:
                    tokens.append(cue.head)
        for token in tokens:
            if token.lemma in resources.lexicons.event_nouns and not is_contested(
                token, parse, row
            ):
                asserted.setdefault(token.lemma, []).append(row.side)
    return {lemma: tuple(sides) for lemma, sides in asserted.items()}
