"""How often the syllable rule of `framing.readability` agrees with a pronouncing dictionary.

``python benchmarks/syllables.py CMUDICT TEXT...``: CMUDICT is the CMU Pronouncing Dictionary (lines
of a word and its phones), TEXT any text files; each running word that the dictionary knows counts.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from framing.readability import syllables


def main(dictionary: str, *texts: str) -> None:
    """Print the share of running words with the right count, and the ratio of the totals."""
    known: dict[str, int] = {}
    for line in Path(dictionary).read_text(encoding="utf-8", errors="replace").splitlines():
        word, _, phones = line.strip().strip(",").replace('"', "").replace(":", "").partition(" ")
        known.setdefault(word.lower(), sum(char.isdigit() for char in phones))
    right = total = ours = theirs = 0
    for path in texts:
        for word in re.findall(r"[a-z]{2,}", Path(path).read_text(encoding="utf-8").lower()):
            if known.get(word):
                total += 1
                right += syllables(word) == known[word]
                ours += syllables(word)
                theirs += known[word]
    print(
        f"{total} words: {right / total:.1%} right; total syllables {ours / theirs:.4f} of theirs"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
