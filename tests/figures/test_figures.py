"""Figures draw the values they hand back, and nothing where a status forbids it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from framing.actors import Actors, Side
from framing.annotation import ArticleRow, Attribution, Measure, RoleSpan, Rows
from framing.article import Article, Zone
from framing.errors import FramingError
from framing.figures import FIGURES, Figure, profile, sources, strip, style
from framing.result import Result

if TYPE_CHECKING:
    from pathlib import Path

WORDS = 40
ACTORS = Actors(sides=(Side("A", "Alpha (one)"), Side("B", "Beta"))).with_contrast("A", "B")


def attribution(name: str, start: int, end: int, side: str | None, kind: str) -> Attribution:
    return Attribution(
        article_id="x", span_id=name, start=start, end=end, text="", zone="body", type=kind,
        parts=(RoleSpan("content", start, end),), speaker=f"speaker {name}", side=side,
        content_words=(end - start) // 2, issue="i_one" if side == "A" else "two",
    )  # fmt: skip


def measure(name: str, **values: object) -> Measure:
    return Measure(article_id="x", measure=name, **values)


def result(measures: tuple[Measure, ...] = (), rows: Rows | None = None) -> Result:
    text = "w " * WORDS
    article = Article("x", text, (Zone("headline", 0, 8), Zone("body", 10, len(text))))
    rows = rows or Rows(
        attributions=(
            attribution("a", 10, 20, "A", "direct"),
            attribution("b", 30, 50, "B", "indirect"),
            attribution("c", 52, 60, "A", "direct"),
        )
    )
    return Result(article, ACTORS, ArticleRow(article_id="x"), rows, measures)


MEASURES = (
    measure("label_share", side_a="A", value=0.4, low=0.2, high=0.7, k_a=4, n_a=10),
    measure("net_valence", side_a="A", value=-0.3, k_a=-3, n_a=10),
    measure("label_share", side_a="B", value=0.5, k_a=1, n_a=2, status="counts only"),
    measure(
        "LA", side_a="A", side_b="B", value=0.4, low=0.1, high=0.6, k_a=4, n_a=10, k_b=0, n_b=10
    ),
    measure(
        "DA", side_a="A", side_b="B", value=1.0, k_a=3, n_a=3, k_b=0, n_b=4, status="counts only"
    ),
)  # fmt: skip


def texts(drawn: Figure) -> str:
    found = [text.get_text() for axes in drawn.figure.axes for text in axes.texts]
    return " | ".join(found)


def test_profile_plots_its_data() -> None:
    drawn = profile(result(MEASURES))
    bars = [item for item in drawn.data if item["panel"] == "names"]
    assert [(b["name"], b["negative"], b["neutral"], b["positive"]) for b in bars] == [
        ("Alpha", 4, 5, 1), ("Beta", 1, 1, 0),
    ]  # fmt: skip
    widths = sorted(round(patch.get_width(), 3) for patch in drawn.figure.axes[0].patches)
    assert widths == [-0.4, 0.1, 0.5]  # no bar for Beta: its n allows counts only
    assert "counts only: 1 against, 0 for, of n = 2" in texts(drawn)


def test_profile_prints_counts_where_no_value_may_stand() -> None:
    drawn = profile(result(MEASURES))
    assert "3 of 3 v 0 of 4" in texts(drawn)
    points = [line for line in drawn.figure.axes[1].lines if line.get_marker() == "o"]
    assert [round(float(point.get_xdata()[0]), 2) for point in points] == [0.4]


def test_sources_add_up() -> None:
    drawn = sources(result())
    total = [item for item in drawn.data if item["issue"] == "all issues"]
    assert {(item["name"], item["type"]): item["words"] for item in total} == {
        ("Alpha", "direct"): 9, ("Beta", "indirect"): 10,
    }  # fmt: skip
    assert {item["issue"] for item in drawn.data} == {"all issues", "i one", "two"}
    patches = drawn.figure.axes[0].patches
    assert [round(patch.get_width()) for patch in patches] == [i["words"] for i in drawn.data]


def test_strip_places_blocks_in_words() -> None:
    drawn = strip(result())
    assert [(item["start"], item["words"]) for item in drawn.data] == [(5, 5), (15, 10), (26, 4)]
    patches = drawn.figure.axes[0].patches
    assert {round(patch.get_x()) for patch in patches} >= {5, 15, 26}


@pytest.mark.parametrize("name", FIGURES)
def test_figures_save_and_leak_nothing(name: str, tmp_path: Path) -> None:
    drawn = FIGURES[name](result(MEASURES))
    drawn.figure.savefig(tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
    assert drawn._repr_png_().startswith(b"\x89PNG")
    assert "matplotlib.pyplot" not in sys.modules


@pytest.mark.parametrize("name", FIGURES)
def test_empty_article_gives_a_figure(name: str, tmp_path: Path) -> None:
    empty = Result(Article("e", ""), Actors(), ArticleRow(article_id="e"), Rows())
    drawn = FIGURES[name](empty)
    assert drawn.data == ()
    drawn.figure.savefig(tmp_path / "x.png")


def test_figures_of_an_analysis_need_one_article() -> None:
    class Analysis:
        def __init__(self, *results: Result) -> None:
            self.results = results

    assert strip(Analysis(result())).data == strip(result()).data
    with pytest.raises(FramingError, match="found 2 articles in Analysis; accepted: one"):
        strip(Analysis(result(), result()))


def test_sides_keep_their_colours() -> None:
    assert len(set(style.SIDE_COLOURS)) == len(style.SIDE_COLOURS)
    count = len(style.SIDE_COLOURS)
    looks = {(style.side_colour(n), style.side_pattern(n)) for n in range(4 * count)}
    assert len(looks) == 4 * count
