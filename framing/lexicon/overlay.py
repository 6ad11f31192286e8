"""A lexicon of one's own laid over a built-in one: new terms are added, known ones replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.errors import LexiconError
from framing.lexicon.spelling import flatten

if TYPE_CHECKING:
    from framing.lexicon.entries import Entry, Lexicon

__all__ = ["overlay"]


def overlay(base: Lexicon, own: Lexicon) -> Lexicon:
    """Lay a lexicon over another of its kind.

    An entry of `own` takes the place of every entry of `base` with its term, in any spelling,
    for the parts of speech that it names; the other parts of speech keep their entry. With
    loadedness 0, or the condition ``plain``, a term no longer counts.

    Parameters
    ----------
    base, own : Lexicon
        Of one kind.

    Returns
    -------
    Lexicon
        Named as `base`; `Lexicon.evidence` names the lexicon that an entry comes from.

    Raises
    ------
    LexiconError
        If the kinds differ.

    Examples
    --------
    >>> from framing.lexicon import Entry, Lexicon
    >>> def lexicon(name, *entries):
    ...     return Lexicon(name, "", "1.0.0", "CC0-1.0", "labels", "", entries)
    >>> base = lexicon("labels", Entry("outfit", frozenset({"noun"}), {"loadedness": "2"}))
    >>> mine = lexicon("mine", Entry("outfit", frozenset({"noun"}), {"loadedness": "0"}))
    >>> both = overlay(base, mine)
    >>> [(entry.number("loadedness"), both.evidence(entry)) for entry in both.lookup("outfit")]
    [(0, 'mine@1.0.0:outfit')]
    """
    if own.kind != base.kind:
        raise LexiconError(
            f"{own.name}: kind: {own.kind!r}; accepted over {base.name}: {base.kind}"
        )
    replaced: dict[str, frozenset[str]] = {}
    for entry in own.entries:
        key = flatten(entry.term)
        replaced[key] = replaced.get(key, frozenset()) | entry.pos
    kept = (_without(entry, replaced.get(flatten(entry.term))) for entry in base.entries)
    entries = (*own.entries, *(entry for entry in kept if entry is not None))
    return replace(base, entries=entries, overlays=(own, *base.overlays))


def _without(entry: Entry, pos: frozenset[str] | None) -> Entry | None:
    """The entry for the parts of speech that are left, if any."""
    if not pos or not entry.pos & pos:
        return entry
    return replace(entry, pos=entry.pos - pos) if entry.pos - pos else None
