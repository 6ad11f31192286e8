"""The form of a mention, told by its wording alone."""

from __future__ import annotations

from framing.encoder.wordlists import PRONOUNS

__all__ = ["FORMS", "form_of"]

#: All that `form_of` can give.
FORMS = ("pronoun", "name", "definite", "demonstrative", "possessive", "indefinite", "other")

_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
_POSSESSIVES = frozenset({"my", "our", "your", "his", "her", "its", "their"})
_INDEFINITES = frozenset(
    {"a", "an", "some", "any", "no", "each", "every", "another", "many", "several", "all", "both"}
)
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "von", "van", "al", "&"})


def form_of(text: str) -> str:
    """Tell the form of a mention by its words.

    Returns
    -------
    str
        One of `FORMS`. A name has a capital on every word but "of" and the like, and no other
        article than "the"; a genitive is looked at without its ending.

    Examples
    --------
    >>> [form_of(text) for text in ("Her", "the House of Lords", "the old house", "this one")]
    ['pronoun', 'name', 'definite', 'demonstrative']
    >>> [form_of(text) for text in ("his wife", "a plan", "Ann’s", "two of them")]
    ['possessive', 'indefinite', 'name', 'other']
    """
    words = text.removesuffix("'s").removesuffix("’s").replace(",", " ").split()
    if not words:
        return "other"
    first = words[0].lower()
    if len(words) == 1:
        if first in PRONOUNS:
            return "pronoun"
        return "name" if words[0][0].isupper() else "other"
    held = words[1:] if first == "the" else words
    named = [word for word in held if word.lower() not in _SMALL]
    if named and held[0] in named and all(word[0].isupper() for word in named):
        if first not in _POSSESSIVES | _DEMONSTRATIVES | _INDEFINITES:
            return "name"
    if first == "the":
        return "definite"
    for form, accepted in (
        ("demonstrative", _DEMONSTRATIVES),
        ("possessive", _POSSESSIVES),
        ("indefinite", _INDEFINITES),
    ):
        if first in accepted:
            return form
    return "other"
