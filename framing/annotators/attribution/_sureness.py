"""How likely it is that a source was taken for the right speaker, by what he was read off.

Shares of speakers that judges found right in ten samples of other news, rounded
(`benchmarks/judged.py` prints them). Of the first five only those count that were still given
as they were judged when the sixth was drawn; what was mended since is left out, so that the
shares are a little too high: they are there to order speakers.
"""

from __future__ import annotations

__all__ = ["chance_of_speaker"]

_CHANCE = {
    "named person": 0.97, "name": 0.92, "new name": 0.91, "same speaker": 0.92, "described": 0.91,
    "affiliated": 0.88, "taken up": 0.87, "he or she": 0.86, "several": 0.78, "no person": 0.79,
    "description": 0.61, "pronoun": 0.51, "unknown": 0.32,
}  # fmt: skip

#: The same for some where it is less sure that somebody speaks at all.
_UNSURE = {"described": 0.72, "no person": 0.48}
_SURE = 0.978


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
