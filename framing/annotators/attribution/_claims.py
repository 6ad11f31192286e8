"""What is no claim, whoever found the attribution: nobody's words, and deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.annotators.attribution._raw import Raw
    from framing.language import Token

__all__ = ["is_no_claim"]


def is_no_claim(raw: Raw, how: str) -> bool:
    """Whether nobody is told to say it, or its verb is of a deed.

    `how` says what the speaker was read off.
    """
    if how == "no person" and raw.at.lemma == "continue":
        return True  # "as the violence continued"
    if raw.source is not None and (_is_nobody(raw.source) or _is_yardstick(raw)):
        return True
    return _is_deed(raw.at)


def _is_nobody(source: Token) -> bool:
    """Whether there is no such speaker: "nobody", "no one", "no group"."""
    none = any(child.lower == "no" for child in source.children_of("det"))
    return none or source.lower in ("nobody", "none", "neither")


def _is_yardstick(raw: Raw) -> bool:
    """Whether "according to" says what is measured by: "according to their size"."""
    return (
        raw.at.lower == "according" and raw.source is not None and raw.source.lemma in _YARDSTICKS
    )


_YARDSTICKS = frozenset({"type", "location", "pattern", "plan", "schedule", "law", "rule", "need",
                         "size", "age", "standard", "criterion", "taste", "custom", "tradition",
                         "rank", "income", "weight", "merit", "ability"})  # fmt: skip


def _is_deed(verb: Token) -> bool:
    """Whether a verb is of a deed: "continued their operations", "called the minister"."""
    if verb.lemma == "hold":
        return verb.dep == "relcl" or verb.child("dobj") is not None
    if verb.lemma == "continue":
        return verb.child("dobj") is not None
    if verb.lemma != "call" or verb.child("ccomp", "prt", "dative") is not None:
        return False
    called = list(verb.children_of("dobj", "oprd"))
    urged = verb.child("xcomp")
    if urged is not None:  # "called him to concede"
        return bool(called) and any(child.lower == "to" for child in urged.children_of("aux"))
    number = len(called) == 1 and called[0].lemma in ("number", "line", "hotline", "police", "911")
    return number or (
        len(called) == 1
        and (called[0].ent == "PERSON" or any(one.ent == "PERSON" for one in called[0].children))
    )
