"""How likely it is that a source was taken for the right speaker, by what he was read off.

Shares of speakers that judges found right in four samples of other news, rounded: of the 1,412
that are still given as they were judged (`benchmarks/judged.py` prints them). What was mended
since is left out, so that the shares are a little too high: they are there to order speakers.
"""

from __future__ import annotations

__all__ = ["chance_of_speaker"]

_CHANCE = {
    "named person": 0.98, "name": 0.93, "affiliated": 0.92, "new name": 0.9, "he or she": 0.9,
    "described": 0.87, "taken up": 0.86, "same speaker": 0.85, "no person": 0.81,
    "several": 0.8, "description": 0.61, "pronoun": 0.48, "unknown": 0.37,
}  # fmt: skip

#: The same for some where it is less sure that somebody speaks at all.
_UNSURE = {"described": 0.7, "no person": 0.42}
_SURE = 0.98


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
    return chance if confidence >= _SURE else _UNSURE.get(how, chance)
