"""Precision by hand: a seeded sample of what the tool found, judged blind by two judges.

    python benchmarks/judged.py draw LAYER --data DIR -o SHEETS/     analyse, draw, write the sheets
    python benchmarks/judged.py collect LAYER SHEETS/ JUDGE1 JUDGE2  join two judges' verdicts
    python benchmarks/judged.py                                      print the tables of results.md

LAYER is ``attributions`` (those that the measures count), ``epistemic`` or ``labels`` (loaded
ones, of all voices). A judge sees the passage and what was found there: of an attribution the
content and the speaker, of a hedge or booster the cue and whose claim it is, of a label whom it
calls so and in whose words; not how sure the tool was. A verdicts file has a line an item: its
number and a 1 (right) or 0 for each question, separated by commas. What is kept in
``benchmarks/judged`` holds ids, offsets, terms and verdicts, never a sentence. Labels in FA-KES
are found with the actors file of the war, everything else without one.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.actors import Actors, load_actors
from framing.analysis import analyze_one
from framing.annotation import AUTHOR, CONFIDENT, SURE_SPEAKER, SURE_TARGET
from framing.annotators.attribution.learned import CLAIM
from framing.measures.intervals import wilson
from framing.reading import as_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from framing.annotation import Attribution, Epistemic, LoadedTerm, Span
    from framing.article import Article
    from framing.result import Result

KEPT = Path(__file__).with_name("judged")
CORPORA = ("fa-kes", "allsides")
ARTICLES = 120
#: Of the sixteenth sample, of labels; the attributions that are kept are of the tenth, drawn
#: with 101, the hedges of the ninth, with 97.
SEED = 131
#: A stricter confidence than the tool's own, to see what it buys.
SURE = 0.95
#: Characters of the article shown before and after what was found.
AROUND = 500


@dataclass(frozen=True)
class Layer:
    """What is drawn of a layer, what a judge is shown and asked, and what is kept of an item.

    Attributes
    ----------
    questions : tuple of str
    items : int
        How many are drawn from a corpus.
    columns : tuple of str
        Of what is kept, between the article's id and the verdicts.
    rows, shown, kept : callable
        From a result its rows; from a result and a row, what the judge sees and the columns.
    actors : dict
        By corpus, the actors file with which it is analysed, if any.
    """

    questions: tuple[str, ...]
    items: int
    columns: tuple[str, ...]
    rows: Callable[[Result], Iterable[Any]]
    shown: Callable[[Result, Any], dict[str, Any]]
    kept: Callable[[Any], list[Any]]
    actors: dict[str, Path] = field(default_factory=dict)


def main() -> None:
    """Run the part that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    verbs = parser.add_subparsers(dest="verb")
    drawing = verbs.add_parser("draw")
    drawing.add_argument("layer", choices=LAYERS)
    drawing.add_argument("--data", type=Path, required=True)
    drawing.add_argument("-o", "--output", type=Path, required=True)
    collecting = verbs.add_parser("collect")
    collecting.add_argument("layer", choices=LAYERS)
    collecting.add_argument("sheets", type=Path)
    collecting.add_argument("judges", type=Path, nargs=2, help="folders with CORPUS.csv")
    options = parser.parse_args()
    if options.verb == "draw":
        options.output.mkdir(parents=True, exist_ok=True)
        for corpus in CORPORA:
            draw(LAYERS[options.layer], corpus, options.data, options.output)
    elif options.verb == "collect":
        collect(options.layer, options.sheets, *options.judges)
    else:
        print("\n\n".join(report(name) for name in LAYERS if _file_of(name).exists()))
        print(f"\n{speakers()}\n\n{targets()}")


# ------------------------------------------------------------------------ drawing


def draw(layer: Layer, corpus: str, data: Path, folder: Path) -> None:
    """Write one corpus's sheet for the judges and the list of its items."""
    actors = load_actors(layer.actors[corpus]) if corpus in layer.actors else Actors()
    found = [
        (result, row)
        for article in articles(corpus, data)
        for result in [analyze_one(article, actors)]
        for row in layer.rows(result)
    ]
    drawn = random.Random(SEED).sample(found, min(layer.items, len(found)))
    sheet = [{"n": n, **layer.shown(*item)} for n, item in enumerate(drawn)]
    lines = [json.dumps(entry, ensure_ascii=False) for entry in sheet]
    (folder / f"{corpus}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with (folder / f"{corpus}.items.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        for n, (result, row) in enumerate(drawn):
            writer.writerow([corpus, n, result.article.id, *layer.kept(row)])


def articles(corpus: str, data: Path) -> Iterator[Article]:
    """A seeded sample of a corpus's articles."""
    with gzip.open(data / corpus / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    for record in random.Random(SEED).sample(records, ARTICLES):
        yield from as_articles({name: record[name] for name in ("id", "title", "text", "outlet")})


def _passage(result: Result, row: Span) -> str:
    return result.article.text[max(0, row.start - AROUND) : row.end + AROUND]


# ------------------------------------------------------------------------ the layers


def _attribution_shown(result: Result, row: Attribution) -> dict[str, Any]:
    text = result.article.text
    return {
        "passage": _passage(result, row),
        "cue": row.cue,
        "content": " […] ".join(text[start:end] for start, end in row.spans_of("content")),
        "source_words": " ".join(text[start:end] for start, end in row.spans_of("source")),
        "speaker": row.speaker,
        "claim": row.claim,
    }


def _attribution_kept(row: Attribution) -> list[Any]:
    places = [
        " ".join(f"{start}-{end}" for start, end in row.spans_of(role))
        for role in ("content", "source")
    ]
    return [
        *places, row.confidence, int(row.claim), row.speaker_evidence, row.speaker_confidence,
    ]  # fmt: skip


def _cue_shown(result: Result, row: Epistemic) -> dict[str, Any]:
    text = result.article.text
    before, after = text[max(0, row.start - 60) : row.start], text[row.end : row.end + 60]
    return {
        "passage": _passage(result, row),
        "cue": row.text,
        "where": " ".join(f"{before}[[{row.text}]]{after}".split()),
        "kind": f"{row.cue_class}: {row.level}",
        "holder": _holder_shown(result, row),
    }


def _holder_shown(result: Result, row: Epistemic) -> str:
    """Whose claim the tool says it is, in words."""
    said = next((one for one in result.rows.attributions if one.span_id == row.attribution), None)
    for actor_id in (row.holder, row.holder_side):
        if actor_id is not None:
            return result.actors.actor_name(actor_id)
    if said is not None and said.speaker and said.actor is None:
        return said.speaker
    if said is not None and said.speaker:
        return f"somebody else than {said.speaker}"
    return "the author, or nobody in particular"


def _cue_kept(row: Epistemic) -> list[Any]:
    return [f"{row.start}-{row.end}", row.text, row.cue_class, row.level, row.confidence]


def _label_shown(result: Result, row: LoadedTerm) -> dict[str, Any]:
    text = result.article.text
    before, after = text[max(0, row.start - 60) : row.start], text[row.end : row.end + 60]
    return {
        "passage": _passage(result, row),
        "where": " ".join(f"{before}[[{row.text}]]{after}".split()),
        "term": row.term,
        "polarity": row.polarity,
        "target": _target_shown(result, row.actor) if row.actor else "nobody",
        "voice": "the author" if row.voice == AUTHOR else result.actors.actor_name(row.voice),
    }


def _target_shown(result: Result, actor_id: str) -> str:
    """Whom the tool says is called so; of somebody without a name, whom it reckons him with."""
    actor = result.actors.get(actor_id)
    name = result.actors.actor_name(actor_id)
    if actor is None or actor.affiliation is None or actor.kind != "group":
        return name
    return f"{name} (not named, on the side of: {result.actors.actor_name(actor.affiliation)})"


def _label_kept(row: LoadedTerm) -> list[Any]:
    bound = int(row.actor is not None)
    return [f"{row.start}-{row.end}", row.term, row.loadedness, row.confidence, bound]


LAYERS = {
    "attributions": Layer(
        ("content", "speaker", "claim"),
        200,
        ("content", "source", "confidence", "claim", "speaker_evidence", "speaker_confidence"),
        lambda result: (row for row in result.rows.attributions if row.counted and row.scored),
        _attribution_shown,
        _attribution_kept,
    ),
    "epistemic": Layer(
        ("cue", "holder"),
        75,
        ("place", "text", "cue_class", "level", "confidence"),
        lambda result: (row for row in result.rows.epistemic if row.scored),
        _cue_shown,
        _cue_kept,
    ),
    "labels": Layer(
        ("term", "target", "voice"),
        150,
        ("place", "text", "loadedness", "confidence", "bound"),
        lambda result: (
            row
            for row in result.rows.loaded_terms
            if row.kind == "label" and row.loaded and row.scored
        ),
        _label_shown,
        _label_kept,
        {"fa-kes": Path("seeds/syria.actors.toml")},
    ),
}

# ------------------------------------------------------------------------ verdicts


def _file_of(layer: str) -> Path:
    return KEPT / f"{layer}.csv"


def collect(name: str, sheets: Path, *judges: Path) -> None:
    """Join the items with both judges' verdicts into the file that is kept."""
    layer = LAYERS[name]
    KEPT.mkdir(exist_ok=True)
    with _file_of(name).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        asked = [f"{question}_{judge}" for judge in (1, 2) for question in layer.questions]
        writer.writerow(["corpus", "n", "article_id", *layer.columns, *asked])
        for corpus in CORPORA:
            verdicts = [_verdicts(folder / f"{corpus}.csv", layer) for folder in judges]
            for item in csv.reader((sheets / f"{corpus}.items.csv").open(encoding="utf-8")):
                writer.writerow([*item, *(one for judge in verdicts for one in judge[item[1]])])


def _verdicts(path: Path, layer: Layer) -> dict[str, list[str]]:
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if row and row[0].strip().isdigit()]
    last = 1 + len(layer.questions)
    return {row[0].strip(): [cell.strip() for cell in row[1:last]] for row in rows}


def report(name: str) -> str:
    """A Markdown table of a layer: a row a corpus and question."""
    layer = LAYERS[name]
    with _file_of(name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    lines = [
        f"| {name} of | question | items | right, mean of two judges | 95 % interval "
        "| judges agree | kappa |",
        "|---|---|---|---|---|---|---|",
    ]
    groups = [(corpus, [row for row in rows if row["corpus"] == corpus]) for corpus in CORPORA]
    groups += [("both", rows)]
    # Attributions count from a higher confidence on since they were judged.
    cuts: tuple[float, ...] = (CONFIDENT, SURE)
    if "speaker_confidence" in layer.columns:
        cuts = (CONFIDENT, CLAIM, SURE)
    elif "bound" in layer.columns:
        cuts = (CONFIDENT, SURE_TARGET)
    groups += [(f"both, confidence ≥ {least}", _sure(rows, least)) for least in cuts]
    if "speaker_confidence" in layer.columns:
        known = _sure(rows, SURE_SPEAKER, "speaker_confidence")
        groups.append((f"both, speaker's confidence ≥ {SURE_SPEAKER}", known))
        groups.append((f"both, the same, and confidence ≥ {SURE}", _sure(known, SURE)))
    if "bound" in layer.columns:
        groups += [(f"{name}, with an actor", _bound(some)) for name, some in groups[:3]]
    for group, some in groups:
        lines += [_line(group, question, some) for question in layer.questions if some]
        said = [row for row in some if row.get("content_1") == row.get("content_2") == "1"]
        if said:
            lines.append(_line(f"{group}, content right", "speaker", said))
    return "\n".join(lines)


def speakers() -> str:
    """A Markdown table of how often speakers are right, by what they were read off.

    Of the first five samples, each speaker that the tool still gave when the sixth was drawn as
    it had given it when it was judged. `sure` says whether the attribution was as sure as the
    surer seven in ten of its sample.
    """
    with (KEPT / "speakers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kinds: dict[str, list[float]] = {}
    for row in rows:
        kind = row["speaker_evidence"]
        if kind in ("described", "no person") and row["sure"] == "0":
            kind += ", where it is less sure that anybody speaks"
        kinds.setdefault(kind, []).append(float(row["right"]))
    return _shares("speaker read off", kinds)


def targets() -> str:
    """A Markdown table of how often a label's target is right, by what gave it.

    Of eleven samples, the fifth to the fifteenth: each target that the tool still gave when the
    sixteenth was drawn as it had given it when it was judged.
    """
    with (KEPT / "targets.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kinds: dict[str, list[float]] = {}
    for row in rows:
        kinds.setdefault(row["way"], []).append(float(row["right"]))
    return _shares("label's target given by", kinds)


def _shares(what: str, kinds: dict[str, list[float]]) -> str:
    lines = [f"| {what} | judged | right |", "|---|---|---|"]
    for kind, verdicts in sorted(kinds.items(), key=lambda item: -len(item[1])):
        lines.append(f"| {kind} | {len(verdicts)} | {sum(verdicts) / len(verdicts):.2f} |")
    return "\n".join(lines)


def _bound(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [row for row in rows if row["bound"] == "1"]


def _sure(
    rows: list[dict[str, str]], least: float, column: str = "confidence"
) -> list[dict[str, str]]:
    return [row for row in rows if float(row[column]) >= least]


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
