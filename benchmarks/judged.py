"""Precision by hand: a seeded sample of what the tool found, judged blind by two judges.

    python benchmarks/judged.py draw --data DIR -o SHEETS/      analyse, draw, write the sheets
    python benchmarks/judged.py collect SHEETS/ JUDGE1 JUDGE2   join two judges' verdicts
    python benchmarks/judged.py                                 print the tables of results.md

A judge sees the passage, the content and the speaker, not how sure the tool was. A verdicts file
has a line an item: its number and a 1 (right) or 0 for each question, separated by commas. What
is kept in ``benchmarks/judged`` holds ids, offsets and verdicts, never a sentence.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.actors import Actors
from framing.analysis import analyze_one
from framing.annotation import CONFIDENT
from framing.annotators.attribution.learned import CLAIM
from framing.measures.intervals import wilson
from framing.reading import as_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import Attribution
    from framing.article import Article

KEPT = Path(__file__).with_name("judged") / "attributions.csv"
CORPORA = ("fa-kes", "allsides")
QUESTIONS = ("content", "speaker", "claim")
ARTICLES = 120
SEED = 20
#: Characters of the article shown before and after what was found.
AROUND = 500


def main() -> None:
    """Run the part that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    verbs = parser.add_subparsers(dest="verb")
    drawing = verbs.add_parser("draw")
    drawing.add_argument("--data", type=Path, required=True)
    drawing.add_argument("-n", type=int, default=200, help="items a corpus")
    drawing.add_argument("-o", "--output", type=Path, required=True)
    collecting = verbs.add_parser("collect")
    collecting.add_argument("sheets", type=Path)
    collecting.add_argument("judges", type=Path, nargs=2, help="folders with CORPUS.csv")
    options = parser.parse_args()
    if options.verb == "draw":
        options.output.mkdir(parents=True, exist_ok=True)
        for corpus in CORPORA:
            draw(corpus, options.data, options.n, options.output)
    elif options.verb == "collect":
        collect(options.sheets, *options.judges)
    else:
        print(report())


# ------------------------------------------------------------------------ drawing


def draw(corpus: str, data: Path, number: int, folder: Path) -> None:
    """Write one corpus's sheet for the judges and the list of its items."""
    found = [
        (article, row)
        for article in articles(corpus, data)
        for row in analyze_one(article, Actors()).rows.attributions
        if row.depth == 1 and row.scored
    ]
    drawn = random.Random(SEED).sample(found, min(number, len(found)))
    sheet = [_sheet_entry(n, *item) for n, item in enumerate(drawn)]
    lines = [json.dumps(entry, ensure_ascii=False) for entry in sheet]
    (folder / f"{corpus}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with (folder / f"{corpus}.items.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        for n, (article, row) in enumerate(drawn):
            writer.writerow([corpus, n, article.id, *_places(row), row.confidence, int(row.claim)])


def articles(corpus: str, data: Path) -> Iterator[Article]:
    """A seeded sample of a corpus's articles."""
    with gzip.open(data / corpus / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    for record in random.Random(SEED).sample(records, ARTICLES):
        yield from as_articles({name: record[name] for name in ("id", "title", "text", "outlet")})


def _places(row: Attribution) -> list[str]:
    return [
        " ".join(f"{start}-{end}" for start, end in row.spans_of(role))
        for role in ("content", "source")
    ]


def _sheet_entry(number: int, article: Article, row: Attribution) -> dict[str, Any]:
    text = article.text
    content = " […] ".join(text[start:end] for start, end in row.spans_of("content"))
    return {
        "n": number,
        "passage": text[max(0, row.start - AROUND) : row.end + AROUND],
        "cue": row.cue,
        "content": content,
        "source_words": " ".join(text[start:end] for start, end in row.spans_of("source")),
        "speaker": row.speaker,
        "claim": row.claim,
    }


# ------------------------------------------------------------------------ verdicts


def collect(sheets: Path, *judges: Path) -> None:
    """Join the items with both judges' verdicts into the file that is kept."""
    KEPT.parent.mkdir(exist_ok=True)
    with KEPT.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        asked = [f"{question}_{judge}" for judge in (1, 2) for question in QUESTIONS]
        names = ["corpus", "n", "article_id", "content", "source", "confidence", "claim"]
        writer.writerow([*names, *asked])
        for corpus in CORPORA:
            verdicts = [_verdicts(folder / f"{corpus}.csv") for folder in judges]
            for item in csv.reader((sheets / f"{corpus}.items.csv").open(encoding="utf-8")):
                writer.writerow([*item, *(one for judge in verdicts for one in judge[item[1]])])


def _verdicts(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if row and row[0].strip().isdigit()]
    return {row[0].strip(): [cell.strip() for cell in row[1 : 1 + len(QUESTIONS)]] for row in rows}


def report() -> str:
    """A Markdown table: a row a corpus and question."""
    with KEPT.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    lines = [
        "| corpus | question | items | right, mean of two judges | 95 % interval | judges agree "
        "| kappa |",
        "|---|---|---|---|---|---|---|",
    ]
    groups = [(corpus, [row for row in rows if row["corpus"] == corpus]) for corpus in CORPORA]
    claims = [row for row in rows if row["claim"] == "1"]
    groups += [
        ("both", rows),
        (f"both, confidence ≥ {CONFIDENT}", _sure(rows, CONFIDENT)),
        ("both, claims", claims),
        (f"both, claims, confidence ≥ {CLAIM}", _sure(claims, CLAIM)),
    ]
    for name, some in groups:
        for question in QUESTIONS:
            lines.append(_line(name, question, some))
    return "\n".join(lines)


def _sure(rows: list[dict[str, str]], least: float) -> list[dict[str, str]]:
    return [row for row in rows if float(row["confidence"]) >= least]


def _line(name: str, question: str, rows: list[dict[str, str]]) -> str:
    pairs = [(int(row[f"{question}_1"]), int(row[f"{question}_2"])) for row in rows]
    n = len(pairs)
    right = sum(one + other for one, other in pairs) / 2
    low, high = wilson(right, n)
    same = sum(one == other for one, other in pairs) / n
    first, second = (sum(pair[judge] for pair in pairs) / n for judge in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    kappa = f"{(same - chance) / (1 - chance):.2f}" if chance < 1 else "–"
    return (
        f"| {name} | {question} | {n} | {right / n:.3f} | {low:.3f} to {high:.3f} "
        f"| {same:.3f} | {kappa} |"
    )


if __name__ == "__main__":
    main()
