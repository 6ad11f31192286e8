"""Known groups: whether outlets known to take a side differ in label asymmetry.

    python benchmarks/known_groups.py analyse --data DIR   analyse FA-KES, write the counts
    python benchmarks/known_groups.py                      print the tables of results.md

The outlets of FA-KES report one war, some close to the Syrian government, some to its opponents.
Whoever knows them expects the Syrian state agency (SANA) and the stations of the government's
allies (Manar, Alalam) to give its opponents more loaded names than it; Ahram, which prints agency
reports, is the yardstick. Beside the measure stand two plainer counts: certain words in 10,000,
and loaded words near the names of either camp, whoever speaks and whomever they are about.

What is kept in ``benchmarks/known_groups.csv`` is a row of counts an article, no text. A run
that was broken off goes on where it stopped, unless the code, a lexicon or the actors file has
changed since.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.actors import load_actors
from framing.analysis import analyze_one
from framing.annotation import AUTHOR
from framing.annotators import builtin_lexicons
from framing.measures import compute
from framing.measures.intervals import bootstrap
from framing.reading import read_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from framing.actors import Actors
    from framing.annotation import Measure
    from framing.result import Result

ROOT = Path(__file__).resolve().parent.parent
KEPT = Path(__file__).with_suffix(".csv")
ACTORS = ROOT / "seeds" / "syria.actors.toml"

#: Outlets with fewer articles are shown as counts only.
ENOUGH = 30
#: A loaded word is near a name if at most so many words lie between.
NEAR = 5

WORDS = ("terrorist", "rebel", "regime")
#: Ways to count what LA counts: its variants, and what is left without voice, or without both.
COUNTS = {
    "LA": "all",
    "LA, indirect speech left out": "without_indirect",
    "LA, sure rows only": "high_confidence",
    "LA, without Islamic State and Nusra": "without_debatable_sides",
    "target without voice": "any_voice",
    "loaded words near names": "near",
}
CELLS = ("k_a", "n_a", "k_b", "n_b")
#: What becomes of each loaded negative label.
FATES = ("loaded", "quoted", "indirect", "foes", "govt", "other_side", "no_side")


def main() -> None:
    """Run the part that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    verbs = parser.add_subparsers(dest="verb")
    analysing = verbs.add_parser("analyse")
    analysing.add_argument("--data", type=Path, required=True, help="the folder with fa-kes/")
    analysing.add_argument("--limit", type=int, help="so many articles, spread over the corpus")
    analysing.add_argument("-o", "--output", type=Path, default=KEPT)
    options = parser.parse_args()
    if options.verb == "analyse":
        analyse(options.data, options.output, options.limit)
    else:
        print(report(read_counts(KEPT)))


# ------------------------------------------------------------------------ analysing


def analyse(data: Path, output: Path, limit: int | None) -> None:
    """Count in every article and write the table."""
    actors = load_actors(ACTORS)
    articles = list(read_articles(str(data / "fa-kes" / "articles.jsonl.gz")))
    if limit:
        articles = articles[:: max(1, len(articles) // limit)][:limit]
    work = Path(tempfile.gettempdir()) / f"known-groups-{_state()}.csv"
    done = {row["id"]: row for row in _rows(work)} if work.exists() else {}
    with work.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns(), lineterminator="\n")
        if not done:
            writer.writeheader()
        for number, article in enumerate(articles, 1):
            if article.id in done:
                continue
            row = counts(analyze_one(article, actors), actors)
            done[article.id] = {name: str(value) for name, value in row.items()}
            writer.writerow(row)
            file.flush()
            print(f"\r{number} of {len(articles)}", end="", flush=True)
    print()
    with output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(done[article.id] for article in articles)


def _state() -> str:
    """A digest of everything that the counts depend on, the data aside."""
    digest = hashlib.sha256()
    sources = [*(ROOT / "framing").rglob("*.py"), *(ROOT / "lexicons").rglob("*.*")]
    for path in sorted([*sources, ACTORS, Path(__file__)]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def columns() -> list[str]:
    """The columns of the table."""
    cells = [f"{way}_{cell}" for way in COUNTS.values() for cell in CELLS]
    return ["id", "outlet", "words", *WORDS, *FATES, *cells]


def counts(result: Result, actors: Actors) -> dict[str, Any]:
    """One article's row."""
    text = result.article.text
    found: dict[str, Any] = {
        "id": result.article.id, "outlet": result.article.outlet, "words": result.info.words,
    }  # fmt: skip
    for word in WORDS:
        found[word] = len(re.findall(rf"\b{word}", text, re.IGNORECASE))
    found |= _fates(result, actors)
    voiced = {row.variant: row for row in result.measures if _is_asymmetry(row)}
    voiced["any_voice"] = _any_voice(result, actors)
    for way in COUNTS.values():
        cells = near_names(text, actors) if way == "near" else _cells(voiced.get(way))
        found |= {f"{way}_{cell}": value for cell, value in zip(CELLS, cells, strict=True)}
    return found


def _is_asymmetry(row: Measure) -> bool:
    return row.measure == "LA" and row.scope == "all"


def _cells(row: Measure | None) -> tuple[int, ...]:
    if row is None:
        return (0, 0, 0, 0)
    return tuple(int(cell or 0) for cell in (row.k_a, row.n_a, row.k_b, row.n_b))


def _any_voice(result: Result, actors: Actors) -> Measure:
    """LA as if all quotations were the author's own words: the target counts, the voice not."""
    rows = replace(
        result.rows,
        mentions=tuple(replace(row, voice=AUTHOR) for row in result.rows.mentions),
        loaded_terms=tuple(replace(row, voice=AUTHOR) for row in result.rows.loaded_terms),
    )
    measures = compute(result.article, rows, result.actors)
    return next(row for row in measures if _is_asymmetry(row) and row.variant == "all")


def _fates(result: Result, actors: Actors) -> dict[str, int]:
    labels = [
        row
        for row in result.rows.loaded_terms
        if row.kind == "label" and row.loaded and row.polarity == "negative" and row.scored
    ]
    foes, govt = actors.members("FOES"), actors.members("GOVT")
    sides = [row.side or result.actors.side_of(row.actor) for row in labels]
    return {
        "loaded": len(labels),
        "quoted": sum(row.voice != AUTHOR for row in labels),
        "indirect": sum(row.voice == AUTHOR and bool(row.in_content_of) for row in labels),
        "foes": sum(side in foes for side in sides),
        "govt": sum(side in govt for side in sides),
        "other_side": sum(side is not None and side not in foes | govt for side in sides),
        "no_side": sum(side is None for side in sides),
    }


def near_names(text: str, actors: Actors) -> tuple[int, int, int, int]:
    """Names of either camp with a loaded negative word near, and all of them.

    A plain count: no grammar, no voice, no target. A word of the lexicon counts in the singular
    and with -s; a name is a listed one, the longest first.
    """
    loaded = {
        entry.term
        for entry in builtin_lexicons()["labels"].entries
        if entry["polarity"] == "negative" and entry.number("loadedness") >= 2
    }
    words = list(re.finditer(r"[\w’'-]+", text))
    lowered = [word.group().lower() for word in words]
    hits = [
        at
        for at, word in enumerate(lowered)
        if loaded & {word, word.removesuffix("s"), word.removesuffix("es")}
    ]
    starts = {word.start(): at for at, word in enumerate(words)}
    cells = [0, 0, 0, 0]
    for camp, place in (("FOES", 0), ("GOVT", 2)):
        members = actors.members(camp)
        names = [
            name
            for actor in actors.actors
            if actors.side_of(actor.id) in members
            for name in actor.names
        ]
        pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        for found in re.finditer(rf"\b(?:{pattern})\b", text):
            first = starts.get(found.start())
            if first is None:
                continue
            last = first + len(found.group().split()) - 1
            cells[place + 1] += 1
            cells[place] += any(first - NEAR - 1 <= at <= last + NEAR + 1 for at in hits)
    return cells[0], cells[1], cells[2], cells[3]


# ------------------------------------------------------------------------ reporting


def read_counts(path: Path) -> list[dict[str, Any]]:
    """The rows of the table, numbers as such."""
    text = ("id", "outlet")
    return [
        {name: value if name in text else int(value) for name, value in row.items()}
        for row in _rows(path)
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_outlet(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of each outlet, the largest outlets first."""
    outlets: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        outlets.setdefault(row["outlet"], []).append(row)
    return dict(sorted(outlets.items(), key=lambda item: -len(item[1])))


def asymmetry(
    rows: Sequence[dict[str, Any]], way: str
) -> tuple[float | None, float | None, float | None]:
    """The pooled asymmetry of articles with its 95 % interval from resampled articles."""
    table = _table(rows, way)
    low, high, _ = bootstrap(table, _difference)
    value = float(_difference(np.array(table, dtype=float).sum(axis=0)))
    return (value if np.isfinite(value) else None), low, high


def _table(rows: Sequence[dict[str, Any]], way: str) -> list[list[float]]:
    return [[row[f"{way}_{cell}"] for cell in CELLS] for row in rows]


def _difference(sums: NDArray[np.float64]) -> Any:
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums[0] / sums[1] - sums[2] / sums[3]


def report(rows: list[dict[str, Any]]) -> str:
    """The tables of `results.md`."""
    outlets = by_outlet(rows)
    parts = [f"{len(rows)} articles, {len(outlets)} outlets"]
    parts += [_table_of_outlets(outlets), _table_of_ways(outlets), _table_of_fates(outlets)]
    return "\n\n".join(parts)


def _table_of_outlets(outlets: dict[str, list[dict[str, Any]]]) -> str:
    lines = [
        "| outlet | articles | FOES k/n | GOVT k/n | LA [95 %] | indirect speech left out [95 %] |",
        "|---|---|---|---|---|---|",
    ]
    for outlet, rows in outlets.items():
        k_a, n_a, k_b, n_b = (int(value) for value in np.sum(_table(rows, "all"), axis=0))
        cells = [outlet, str(len(rows)), f"{k_a}/{n_a}", f"{k_b}/{n_b}"]
        cells += [_shown(rows, way) for way in ("all", "without_indirect")]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _table_of_ways(outlets: dict[str, list[dict[str, Any]]]) -> str:
    """What voice and target add: the same contrast, counted in plainer ways."""
    shown = [name for name, rows in outlets.items() if len(rows) >= ENOUGH]
    lines = [
        "| counted | " + " | ".join(shown) + " |",
        "|---" * (len(shown) + 1) + "|",
    ]
    for word in WORDS:
        rates = [
            10000 * sum(row[word] for row in rows) / sum(row["words"] for row in rows)
            for rows in (outlets[name] for name in shown)
        ]
        lines.append(
            f"| {word}… in 10,000 words | " + " | ".join(f"{rate:.1f}" for rate in rates) + " |"
        )
    for title, way in COUNTS.items():
        cells = [_shown(outlets[name], way) for name in shown]
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _table_of_fates(outlets: dict[str, list[dict[str, Any]]]) -> str:
    """Where the loaded negative labels of each outlet go."""
    lines = [
        "| outlet | loaded labels | quoted | in indirect speech | of FOES | of GOVT "
        "| of another side | of no side |",
        "|---|---|---|---|---|---|---|---|",
    ]
    every = [row for rows in outlets.values() for row in rows]
    for outlet, rows in [*outlets.items(), ("all", every)]:
        sums = [sum(row[fate] for row in rows) for fate in FATES]
        cells = [str(sums[0])] + [
            f"{value} ({value / sums[0]:.0%})" if sums[0] else "0" for value in sums[1:]
        ]
        lines.append(f"| {outlet} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _shown(rows: Sequence[dict[str, Any]], way: str) -> str:
    if len(rows) < ENOUGH:
        return "–"
    value, low, high = asymmetry(rows, way)
    if value is None or low is None or high is None:
        return "–"
    return f"{value:+.2f} [{low:+.2f}, {high:+.2f}]"


if __name__ == "__main__":
    main()
