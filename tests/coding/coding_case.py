"""Results made by hand, for the tests of coding sheets: no parser needed."""

from __future__ import annotations

from pathlib import Path

from framing.actors import Actors
from framing.annotation import (
    ArticleRow,
    Attribution,
    LoadedTerm,
    Mention,
    RoleSpan,
    Rows,
    Sentence,
)
from framing.article import Article
from framing.parquet import ParquetTables
from framing.result import Result
from framing.stored import Stored, open_results

SENTENCES = (
    "=The thugs came at night.",
    "Officials\n  called them fighters.",
    "Nobody “was hurt”, the mayor said.",
    "It rained.",
)
TEXT = "\n\n".join(SENTENCES)

#: Word, loadedness and side of the terms of an article.
TERMS = (("thugs", 3, "B"), ("fighters", 0, "B"), ("Officials", 0, "A"))


def _span(article: str, number: str, words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {
        "article_id": article, "span_id": number, "start": start, "end": start + len(words),
        "text": words, "zone": "body",
    }  # fmt: skip


def result(name: str, outlet: str | None) -> Result:
    """One article with four sentences, three terms, a mention and an attribution."""
    sentences = tuple(
        Sentence(**_span(name, f"s{at}", words)) for at, words in enumerate(SENTENCES)
    )
    terms = tuple(
        LoadedTerm(
            **_span(name, f"l{at}", words), kind="label", term=words, loadedness=loaded, side=side,
            alternatives=("=1+1", "'='"),
        )
        for at, (words, loaded, side) in enumerate(TERMS)
    )  # fmt: skip
    said = _span(name, "ar0", SENTENCES[2])
    content = TEXT.index("Nobody")
    quoted = Attribution(
        **said, type="mixed", side="A", speaker="the mayor",
        parts=(
            RoleSpan("content", content, TEXT.index(", the mayor")),
            RoleSpan("cue", TEXT.index("said"), TEXT.index("said.") + 4),
        ),
    )  # fmt: skip
    mayor = Mention(**_span(name, "m0", "the mayor"), actor="mayor", side="C", form="common")
    rows = Rows(sentences=sentences, loaded_terms=terms, attributions=(quoted,), mentions=(mayor,))
    info = ArticleRow(article_id=name, outlet=outlet, sentences=4)
    return Result(Article(name, TEXT, outlet=outlet), Actors(), info, rows)


def results(count: int = 12) -> list[Result]:
    """Articles of two outlets, a third of them the second's."""
    return [result(f"a{at:02}", "Daily" if at % 3 else "Weekly") for at in range(count)]


def stored(folder: Path, count: int = 12) -> Stored:
    """These results as a run writes them."""
    with ParquetTables(folder / "tables") as tables:
        for one in results(count):
            tables.add(one)
    return open_results(folder)
