"""A seeded, stratified sample of what a run found, as items for a coder."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.article import SCORED_ZONES
from framing.coding.passages import Passage, Passages
from framing.coding.questions import ABOUT, LAYERS, NO, YES, Layer, Question, presence, with_sides
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from framing.stored import Stored

__all__ = ["SEED", "Draw", "Item", "Stratum", "allocate", "draw"]

SEED = 20

Row = dict[str, Any]

#: In which columns of the layers sides stand.
_SIDES = ("side", "agent_side", "patient_side", "holder_side", "about_side")


@dataclass(frozen=True)
class Stratum:
    """A class of rows: its values of the columns drawn by, how many there are and were drawn."""

    values: tuple[str, ...]
    size: int
    drawn: int

    @property
    def weight(self) -> float:
        """How many rows of the results a drawn one stands for."""
        return self.size / self.drawn


@dataclass(frozen=True)
class Item:
    """One row of a coding sheet.

    Attributes
    ----------
    stratum : int
        Its place among the strata of the draw.
    tool : dict of str to str
        The tool's own answer to each question that it has one to.
    """

    id: str
    article_id: str
    outlet: str | None
    span_id: str
    stratum: int
    passage: Passage
    tool: Mapping[str, str]
    confidence: float = 1.0


@dataclass(frozen=True)
class Draw:
    """A sample and how it was drawn.

    Attributes
    ----------
    layer, about : str
        The layer, and for sentences what they are judged for (else empty).
    by : tuple of str
        The columns that make the strata.
    articles : int
        How many articles the results hold.
    census : bool
        Whether it was drawn from all units there are: see `framing.coding.questions.Layer`.
    """

    layer: str
    about: str
    unit: str
    by: tuple[str, ...]
    seed: int
    articles: int
    census: bool
    questions: tuple[Question, ...]
    strata: tuple[Stratum, ...]
    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        """How many rows were drawn from."""
        return sum(stratum.size for stratum in self.strata)


def draw(
    stored: Stored,
    number: int,
    layer: str = "loaded_terms",
    *,
    about: str = "loaded_terms",
    by: Sequence[str] = (),
    seed: int = SEED,
) -> Draw:
    """Draw rows of a layer from a run's results, stratified.

    Every stratum gets an equal share of half of the rows, as far as it has that many; the rest
    is shared out in proportion to the strata's sizes. What is counted later is weighted by
    size over drawn, so that it holds for the results as a whole. Only the zones that measures
    count are drawn from.

    Parameters
    ----------
    stored : Stored
        As `framing.stored.open_results` gives it.
    number : int
        Rows; all there are, if there are fewer.
    layer : str
        A key of `framing.coding.questions.LAYERS`, or ``"sentences"``.
    about : str
        What sentences are judged for, a key of `ABOUT`.
    by : sequence of str
        The columns that make the strata: of the layer's table, or ``outlet``. Default: the
        layer's own.
    seed : int
        The same seed and results give the same sheet.

    Raises
    ------
    FramingError
        If the layer or a column is unknown, nothing was found, or there are more strata than
        rows to draw.
    """
    if number < 1:
        raise FramingError(f"-n: found {number}; accepted: 1 or more")
    if layer != "sentences" and layer not in LAYERS:
        raise FramingError(f"layer: unknown {layer!r}; accepted: {', '.join(LAYERS)}, sentences")
    if about not in ABOUT:
        raise FramingError(f"about: unknown {about!r}; accepted: {', '.join(ABOUT)}")
    spec = presence(about) if layer == "sentences" else LAYERS[layer]
    chosen_by = tuple(by) or spec.strata
    articles = stored.table("articles")
    outlets = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    rows = _rows(stored, layer, about, outlets)
    if not len(rows):
        raise FramingError(f"{stored.path}: no {layer} in the zones that count; nothing to draw")
    if unknown := [name for name in chosen_by if name not in rows]:
        accepted = ", ".join(sorted(map(str, rows)))
        raise FramingError(f"by: {layer} has no column {unknown[0]!r}; accepted: {accepted}")
    strata, places = _sample(rows, chosen_by, number, seed)
    taken = _records(rows.iloc[[place for place, _ in places]])
    chosen = [(row, stratum) for row, (_, stratum) in zip(taken, places, strict=True)]
    sides = {str(side) for name in _SIDES if name in rows for side in rows[name].dropna()}
    sides |= {str(side) for side in stored.table("mentions")["side"].dropna()}
    return Draw(
        layer,
        about if layer == "sentences" else "",
        spec.unit,
        chosen_by,
        seed,
        len(outlets),
        spec.census,
        tuple(with_sides(question, sorted(sides)) for question, _ in spec.questions),
        strata,
        tuple(_items(stored, layer, spec, chosen, seed)),
    )


# ------------------------------------------------------------------------ what is drawn from


def _records(frame: pd.DataFrame) -> list[Row]:
    """The rows as plain records, None for what is missing."""
    columns = [list(frame[name].astype(object).where(frame[name].notna(), None)) for name in frame]
    names = list(map(str, frame))
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _rows(stored: Stored, layer: str, about: str, outlets: Mapping[str, str]) -> pd.DataFrame:
    """The rows of a layer in the zones that count, in an order that is always the same."""
    rows = stored.table(layer)
    rows = rows[rows["zone"].isin(list(SCORED_ZONES))]
    rows = rows.sort_values(["article_id", "start", "end", "span_id"], kind="stable")
    rows["outlet"] = rows["article_id"].map(outlets).astype("string")
    if layer == "sentences":
        found = _found(stored, about)
        places = zip(rows["article_id"], rows["start"], rows["end"], strict=True)
        rows["found"] = [
            YES if any(a < end and start < b for a, b in found.get(article, ())) else NO
            for article, start, end in places
        ]
    return rows.reset_index(drop=True)


def _found(stored: Stored, about: str) -> dict[str, list[tuple[int, int]]]:
    """Where the tool found what the sentences are judged for, by article."""
    counts = ABOUT[about][1]
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    table = stored.table(about)
    needed = [
        name for name in ("article_id", "start", "end", "loadedness", "harm") if name in table
    ]
    for row in _records(table[needed]):
        if counts(row):
            found[row["article_id"]].append((row["start"], row["end"]))
    return found


# ------------------------------------------------------------------------ the strata


def allocate(sizes: Sequence[int], number: int) -> list[int]:
    """How many to draw from strata of these sizes: half in equal shares, the rest by size.

    Examples
    --------
    >>> allocate([900, 90, 10], 100)
    [70, 20, 10]
    """
    total = sum(sizes)
    if number >= total:
        return list(sizes)
    equal = max(1, number // (2 * len(sizes)))
    drawn = [min(size, equal) for size in sizes]
    left = number - sum(drawn)
    while left > 0:
        rest = [size - taken for size, taken in zip(sizes, drawn, strict=True)]
        shares = [left * open_ / sum(rest) for open_ in rest]
        whole = [int(share) for share in shares]
        order = sorted(range(len(sizes)), key=lambda at: (whole[at] - shares[at], at))
        for at in order[: left - sum(whole)]:
            whole[at] += rest[at] > whole[at]
        drawn = [taken + more for taken, more in zip(drawn, whole, strict=True)]
        left = number - sum(drawn)
    return drawn


def _sample(
    rows: pd.DataFrame, by: Sequence[str], number: int, seed: int
) -> tuple[tuple[Stratum, ...], list[tuple[int, int]]]:
    """The strata, and for each drawn row its place and its stratum's, in random order."""
    members: dict[tuple[str, ...], list[int]] = defaultdict(list)
    values = [rows[name].astype(object).where(rows[name].notna(), "").map(str) for name in by]
    for place, stratum in enumerate(zip(*values, strict=True)):
        members[stratum].append(place)
    names = sorted(members)
    if len(names) > number:
        raise FramingError(
            f"by {', '.join(by)}: {len(names)} strata for {number} rows; draw more (-n), or by "
            "fewer columns (--by)"
        )
    taken = allocate([len(members[name]) for name in names], number)
    chance = random.Random(seed)
    drawn = [
        (place, stratum)
        for stratum, (name, count) in enumerate(zip(names, taken, strict=True))
        for place in chance.sample(members[name], count)
    ]
    chance.shuffle(drawn)
    strata = (
        Stratum(name, len(members[name]), count) for name, count in zip(names, taken, strict=True)
    )
    return tuple(strata), drawn


# ------------------------------------------------------------------------ the items


def _items(
    stored: Stored, layer: str, spec: Layer, chosen: Sequence[tuple[Row, int]], seed: int
) -> list[Item]:
    articles = {row["article_id"] for row, _ in chosen}
    sentences: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in _records(stored.table("sentences", articles)):
        sentences[row["article_id"]].append((row["start"], row["end"], row["text"] or ""))
    passages = {article: Passages(sorted(found)) for article, found in sentences.items()}
    contents = _contents(stored, articles) if layer == "attributions" else {}
    named = "\n".join(f"{row['article_id']} {row['span_id']}" for row, _ in chosen)
    digest = hashlib.sha256(f"{layer} {seed} {named}".encode()).hexdigest()[:6]
    made = []
    for count, (row, stratum) in enumerate(chosen, 1):
        article, start, end = row["article_id"], row["start"], row["end"]
        places = contents.get((article, row["span_id"])) or [(start, end)]
        if article not in passages:
            raise FramingError(f"{stored.path}: the table sentences lacks article {article!r}")
        passage = passages[article].around(start, end, () if spec.census else places)
        tool = {question.name: answer(row) for question, answer in spec.questions}
        made.append(
            Item(
                f"q{digest}x{count:04}",
                article,
                row["outlet"],
                row["span_id"],
                stratum,
                passage,
                {name: said for name, said in tool.items() if said is not None},
                row["confidence"],
            )
        )
    return made


def _contents(stored: Stored, articles: set[str]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """The contents of the attributions, which is what is marked of them."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in _records(stored.table("attribution_spans", articles)):
        if row["role"] == "content":
            found[row["article_id"], row["attribution_id"]].append((row["start"], row["end"]))
    return found
