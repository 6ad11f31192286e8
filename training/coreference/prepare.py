"""GUM and GAP as the tool parses them, once for all epochs: needs the parser, not torch.

``python -m training.coreference.prepare --gum DIR --gap DIR -o DIR``; with ``--news FILE=NUMBER``
also so many articles that nobody annotated, for a teacher to read.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.actors import Actor, Actors
from framing.annotators import builtin_lexicons, name_table
from framing.article import Article
from framing.language import load_pipeline, parse
from framing.reading.zones import find_zones
from training.attribution.data import digest
from training.news import draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.language import Parse, Token

    Span = tuple[int, int]

#: Gold types whose names the user's actors file may list, and the kind of actor they are.
KINDS = {"person": "person", "organization": "organisation", "place": "region"}

#: Articles are drawn with this seed; about how many characters of one are read; shorter than
#: this it is left out.
SEED, MOST, SHORTEST = 5, 3500, 500

#: Tags that the head of a mention has, where there is a choice.
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WP$", "WDT", "CD", "DT")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gum", type=Path, required=True, help="train.jsonl.gz and dev.jsonl.gz")
    parser.add_argument("--gap", type=Path, required=True, help="folder of the *.tsv.gz files")
    parser.add_argument("--news", nargs="*", default=[], help="JSON Lines with text, FILE=NUMBER")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    card: dict[str, Any] = {}
    for part in ("train", "dev"):
        source = options.gum / f"{part}.jsonl.gz"
        card[f"gum/{part}"] = digest(source)
        with gzip.open(source, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        write(options.output / f"gum-{part}.jsonl.gz", gum(records, hide=part == "train"))
    for part in ("development", "validation"):
        source = options.gap / f"{part}.tsv.gz"
        card[f"gap/{part}"] = digest(source)
        with gzip.open(source, "rt", encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        write(options.output / f"gap-{part}.jsonl.gz", map(gap, rows))
    if options.news:
        drawn = [text for one in options.news for text in draw(one, MOST)]
        card["news"] = [digest(Path(one.rpartition("=")[0])) for one in options.news]
        write(options.output / "news.jsonl.gz", map(news, drawn))
    (options.output / "card.json").write_text(json.dumps(card, indent=1) + "\n")


def write(path: Path, records: Iterator[dict[str, Any]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    print(path, flush=True)


# ------------------------------------------------------------------------ GUM


def gum(records: list[dict[str, Any]], *, hide: bool) -> Iterator[dict[str, Any]]:
    """Each document as it is; where `hide`, once more with half of its actors listed."""
    lost: Counter[str] = Counter()
    for record in records:
        plain = _parse(record["text"], Actors())
        yield {**_gum(record, plain, lost), "listed": False}
        if hide:
            actors = _listed(record)
            if actors.actors:
                yield {**_gum(record, _parse(record["text"], actors), lost), "listed": True}
    print(dict(lost), flush=True)


def _gum(record: dict[str, Any], parsed: Parse, lost: Counter[str]) -> dict[str, Any]:
    clusters = {
        (start, end): number
        for number, cluster in enumerate(record["coref"])
        for start, end in cluster
    }
    types = {(start, end): kind for one in record["entities"] for start, end, kind in one}
    mentions: dict[int, tuple[int, int, str, int]] = {}
    # Mentions that corefer first, and of those the short ones: they keep their head word.
    spans = sorted(
        {**types, **clusters}, key=lambda span: (span not in clusters, span[1] - span[0], span)
    )
    for span in spans:
        held = parsed.between(*span)
        if not held:
            lost["not parsed"] += 1
            continue
        head = next((one for one in heads(held) if one.i not in mentions), None)
        if head is None:
            lost["head taken, coreferent" if span in clusters else "head taken, single"] += 1
            continue
        exact = held[0].start == span[0] and held[-1].end == span[1]
        lost["exact" if exact else "not exact"] += 1
        mentions[head.i] = (held[0].i, held[-1].i, types.get(span, ""), clusters.get(span, -1))
    return {
        "doc": record["doc"],
        "genre": record["genre"],
        "text": record["text"],
        "gold": record["coref"],
        **_plain(parsed),
        "mentions": [[head, *rest] for head, rest in sorted(mentions.items())],
    }


def heads(held: list[Token]) -> list[Token]:
    """The words that may stand for a span, the best first: its syntactic heads, then its "and"."""
    inside = {token.i for token in held}
    tops = [token for token in held if token.head.i not in inside or token.head is token]
    tops.sort(key=lambda token: token.tag not in _NOUNS)
    joints = [
        child
        for top in tops[:1]
        for child in top.children
        if child.dep == "cc" and child.i in inside
    ]
    if joints and tops[0].child("conj") is not None:
        return [*joints[:1], *tops[:1]]
    return tops


def _listed(record: dict[str, Any]) -> Actors:
    """An actors file for half of the people, organisations and places that have a name."""
    draw = random.Random(record["doc"])
    found = []
    for number, cluster in enumerate(record["entities"]):
        kind = KINDS.get(cluster[0][2])
        names = dict.fromkeys(
            name
            for start, end, _ in cluster
            if _is_name(name := record["text"][start:end].removesuffix("'s").removesuffix("’s"))
        )
        if kind and names and draw.random() < 0.5:
            first, *others = sorted(names, key=len, reverse=True)
            found.append(Actor(f"A{number}", first, kind, None, tuple(others)))
    return Actors(tuple(found))


def _is_name(text: str) -> bool:
    words = text.removeprefix("The ").removeprefix("the ").split()
    known = {"I", "He", "She", "It", "They", "We", "You", "His", "Her", "Their", "My", "Our"}
    return (
        0 < len(words) <= 5
        and all(word[0].isupper() or word in ("of", "the", "and", "de") for word in words)
        and words[0] not in known
        and words[-1][0].isupper()
        and "," not in text
    )


# ------------------------------------------------------------------------ GAP


def gap(row: dict[str, str]) -> dict[str, Any]:
    """One pronoun with its two names, by the head word of each."""
    text = row["Text"]
    parsed = _parse(text, Actors())

    def place(offset: str, words: str) -> list[int]:
        start = int(offset)
        held = parsed.between(start, start + len(words)) or [parsed.at(start) or parsed.tokens[0]]
        return [heads(held)[0].i, held[0].i, held[-1].i]

    return {
        "doc": row["ID"],
        "text": text,
        **_plain(parsed),
        "pronoun": place(row["Pronoun-offset"], row["Pronoun"]),
        "a": place(row["A-offset"], row["A"]),
        "b": place(row["B-offset"], row["B"]),
        "coref": [row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"],
        "masculine": row["Pronoun"].lower() in ("he", "him", "his"),
    }


# ------------------------------------------------------------------------ news without annotation


def news(text: str) -> dict[str, Any]:
    """One article."""
    return {"text": text, **_plain(_parse(text, Actors()))}


# ------------------------------------------------------------------------ the parse


def _parse(text: str, actors: Actors) -> Parse:
    article = Article(id="", text=text, zones=find_zones(text))
    return parse(article, load_pipeline(), name_table(actors, text), builtin_lexicons().neighbours)


def _plain(parsed: Parse) -> dict[str, Any]:
    return {
        "tokens": [
            [one.text, one.lemma, one.tag, one.dep, one.start, one.sent, one.ent, one.name,
             one.shown, one.head.i]
            for one in parsed.tokens
        ],
        "blocks": [sentence.block for sentence in parsed.sentences],
        "quotes": [[quote.start, quote.end] for quote in parsed.quotes],
    }  # fmt: skip


if __name__ == "__main__":
    main()
