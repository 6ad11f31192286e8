"""Attributions on PolNeAR: other systems, one annotator against another, and this tool.

Run from the project's root: ``python benchmarks/attribution.py --data DEV.jsonl.gz`` prints one
Markdown table, in percent. Figures on the test part are constants, measured once on a part that
is kept apart; those on the given data are measured now, by the scorer that `framing-report
evaluate polnear` uses. textacy is no dependency of the project: its row is left out where it is
not installed.
"""

from __future__ import annotations

import argparse
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.actors import Actors
from framing.analysis import analyze_one
from framing.evaluation.against_polnear import score
from framing.evaluation.corpora.polnear import read_polnear
from framing.evaluation.quotations import Quotation, quotations
from framing.language import load_pipeline
from framing.reading.blocks import split_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from framing.article import Article

    Row = tuple[str, ...]

COLUMNS = (
    "system", "part", "A ≥ .8 P / R / F1", "speaker exact", "R direct / mixed / indirect",
    "B exact F1", "spans exact F1 source / cue / content",
)  # fmt: skip

#: Measured on PolNeAR's test part.
ON_TEST: tuple[Row, ...] = (
    ("textacy 0.13 (per paragraph)", "test", "37.8 / 11.6 / 17.8", "66.4", "51.2 / 8.4 / 0.5",
     "80.0", "27.4 / 33.1 / 30.3"),
    ("GenderGapTracker extractor", "test", "54.2 / 30.0 / 38.6", "88.1", "52.0 / 35.7 / 22.5",
     "80.7", "58.1 / 49.5 / 47.3"),
    ("Citron's design, retrained", "test", "55.5 / 33.1 / 41.5", "90.2", "46.6 / 44.6 / 27.1",
     "78.1", "62.5 / 51.0 / 43.9"),
    ("BERT + CRF, CofeNet paper (slightly other spans)", "test", "–", "–", "–", "–",
     "83.2 / 75.3 / 72.9"),
    ("one human annotator against another", "test", "– / – / 75.4", "93.0",
     "94.0 / 85.4 / 67.2", "97.9", "–"),
)  # fmt: skip


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a PolNeAR file or folder")
    data = parser.parse_args().data
    records = list(read_polnear(data))
    part = data.name.split(".")[0]
    rows = list(ON_TEST)
    for name, find in SYSTEMS.items():
        try:
            found = [find(article) for article, _ in records]
        except ImportError as error:
            print(f"{name}: left out: {error}", file=sys.stderr)
            continue
        scores = score(
            (article.text, gold, given)
            for (article, gold), given in zip(records, found, strict=True)
        )["scores"]
        rows.append((name, part, *figures(scores)))
    print(table(rows))


# ------------------------------------------------------------------------ the systems


def this_tool(article: Article) -> Sequence[Quotation]:
    """What this tool finds without an actors file."""
    return quotations(analyze_one(article, Actors()).rows)


def textacy(article: Article) -> Sequence[Quotation]:
    """Direct quotations by textacy, a paragraph at a time.

    It gives a text up where a quotation mark has no partner; here that costs one paragraph.
    """
    from textacy.extract import direct_quotations

    found = []
    for block in split_blocks(article.text):
        doc = load_pipeline()(block.text)
        try:
            triples = list(direct_quotations(doc))
        except ValueError:
            continue
        for speaker, cue, content in triples:
            spans = (_spans(tokens, block.start) for tokens in (speaker, cue, list(content)))
            found.append(Quotation(*spans, "direct"))
    return found


def _spans(tokens: Iterable[Any], offset: int) -> tuple[tuple[int, int], ...]:
    """Join neighbouring tokens into spans of the article."""
    ordered = sorted({token.i: token for token in tokens}.values(), key=lambda token: token.i)
    cuts = [n for n, (one, other) in enumerate(pairwise(ordered), 1) if other.i > one.i + 1]
    groups = [ordered[a:b] for a, b in pairwise([0, *cuts, len(ordered)])]
    return tuple(
        (offset + group[0].idx, offset + group[-1].idx + len(group[-1])) for group in groups
    )


#: What is run on the data given.
SYSTEMS: dict[str, Callable[[Article], Sequence[Quotation]]] = {
    "textacy 0.13 (per paragraph)": textacy,
    "this tool": this_tool,
}


# ------------------------------------------------------------------------ the table


def figures(scores: dict[str, Any]) -> Row:
    """The cells of a row, from a report's scores."""
    a80, recall, spans = scores["A80"], scores["recall_by_type"], scores["span_exact_f1"]
    return (
        _cell(a80["p"], a80["r"], a80["f1"]),
        _cell(scores["speaker_exact"]),
        _cell(recall["direct"], recall["mixed"], recall["indirect"]),
        _cell(scores["B_exact"]["f1"]),
        _cell(spans["source"], spans["cue"], spans["content"]),
    )


def _cell(*values: float | None) -> str:
    return " / ".join("–" if value is None else f"{100 * value:.1f}" for value in values)


def table(rows: Iterable[Row]) -> str:
    """A Markdown table: one row a system."""
    lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    main()
