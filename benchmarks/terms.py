"""How often annotators of news marked each term of the lexicons as loaded.

Run from the project's root: ``python benchmarks/terms.py DATA`` analyses the training part of PTC
and every second block of fifty sentences of BABE, in the folder of corpora DATA, and prints, for
each entry found at least ``--least`` times, its loadedness, its uses, how many of them share a
character with wording marked as loaded language, name-calling or bias, and that share. Entries
whose source is ``counts`` rest on it; PTC's dev part and the other half of BABE are left to judge
by. A use counts if the tool lists it: plain terms and mildly coloured adjectives are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from framing.actors import Actors
from framing.analysis import analyze_one
from framing.chosen import RULES
from framing.evaluation.against_ptc import TECHNIQUES
from framing.evaluation.corpora.babe import read_babe
from framing.evaluation.corpora.ptc import read_ptc
from framing.evaluation.wording import touches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.article import Article

    Span = tuple[int, int]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of corpora")
    parser.add_argument("--least", type=int, default=5, help="the fewest uses shown (default 5)")
    options = parser.parse_args()
    uses: Counter[tuple[str, int]] = Counter()
    marked: Counter[tuple[str, int]] = Counter()
    for article, spans in chain(_ptc(options.data), _babe(options.data)):
        for row in analyze_one(article, Actors(), attribution=RULES).rows.loaded_terms:
            key = (row.entry, row.loadedness)
            if row.loadedness:
                uses[key] += 1
                marked[key] += touches(row.start, row.end, spans)
    print("entry\tloadedness\tuses\tmarked\tshare")
    for key, n in uses.most_common():
        if n >= options.least:
            print(*key, n, marked[key], f"{marked[key] / n:.2f}", sep="\t")


def _ptc(data: Path) -> Iterator[tuple[Article, list[Span]]]:
    for article, spans in read_ptc(data / "ptc" / "train.jsonl.gz"):
        yield article, [(span.start, span.end) for span in spans if span.name in TECHNIQUES]


def _babe(data: Path) -> Iterator[tuple[Article, list[Span]]]:
    for article, sentences in islice(read_babe(data / "babe"), 0, None, 2):
        yield (
            article,
            [(one.start + start, one.start + end) for one in sentences for start, end in one.words],
        )


if __name__ == "__main__":
    main()
