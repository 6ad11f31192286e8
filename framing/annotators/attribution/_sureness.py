"""How likely it is that a source was taken for the right speaker, by what he was read off.

Shares of speakers that two judges found right, in four samples of other news (1,600
attributions that count, FA-KES and AllSides; `docs/errors/attribution.md`), rounded.
"""

from __future__ import annotations

__all__ = ["chance_of_speaker"]

_CHANCE = {
    "named person": 0.98, "name": 0.93, "affiliated": 0.92, "new name": 0.9, "he or she": 0.9,
    "described": 0.87, "taken up": 0.86, "same speaker": 0.85, "no person": 0.81,
    "several": 0.8, "description": 0.61, "pronoun": 0.48, "unknown": 0.37,
}  # fmt: skip

#: Descriptions depend on how sure it is that somebody speaks at all.
_DESCRIPTIONS = frozenset({"described", "no person"})
_SURE, _LESS = 0.98, 0.8


def chance_of_speaker(how: str, confidence: float) -> float:
    """The chance that a speaker read off in this way is right, in [0, 1].

    Parameters
    ----------
    how : str
        As `Speaker.how` gives it.
    confidence : float
        Of the attribution, in [0, 1].
    """
    chance = _CHANCE[how]
    if how in _DESCRIPTIONS and confidence < _SURE:
        chance *= _LESS
    return round(chance, 2)
