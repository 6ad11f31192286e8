"""The second opinion: which rows it fills, and that the rest stays as it was."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pytest

import framing.classifiers.opinion as opinion
from framing.actors import Actors
from framing.annotation import ArticleRow, Mention, Rows, Sentence
from framing.article import Article, Zone
from framing.classifiers import TASKS, Opinions, second_opinion
from framing.reporting import markdown, terminal
from framing.reporting.html import fragment
from framing.result import Result
from framing.tables import frames

TEXT = "Thugs <b>won</b>.\n\nThe council met.\n\nAll rights reserved."
ZONES = (Zone("headline", 0, 17), Zone("body", 19, 35, 0), Zone("boilerplate", 37, 57))


@dataclass(frozen=True)
class Counting:
    """A stand-in for a classifier: its probability is .9 with "Thugs", else .1."""

    task: Any
    labels: tuple[str, ...]
    read: list[str] = field(default_factory=list)
    version: str = "stub@1"
    card: Any = field(default_factory=dict)
    thresholds: tuple[float, ...] = (0.5,)

    def chances(self, texts: list[str]) -> np.ndarray:
        self.read.extend(texts)
        return np.array(
            [[0.9 if "Thugs" in text else 0.1] * len(self.thresholds) for text in texts]
        )


def rows() -> Rows:
    return Rows(
        sentences=tuple(
            Sentence(
                article_id="a", span_id=f"s{number}", start=zone.start, end=zone.end,
                text=TEXT[zone.start : zone.end], zone=zone.kind,
            )
            for number, zone in enumerate(ZONES)
        )
    )  # fmt: skip


ARTICLE = Article("a", TEXT, ZONES)


def test_sentences_get_a_probability_a_verdict_and_the_words_behind_it() -> None:
    stub = Counting(TASKS["lexical-bias"], ("not biased", "biased"))
    first, second, footer = second_opinion(ARTICLE, rows(), Opinions((stub,))).sentences
    assert (first.lexical_bias, first.lexical_bias_found) == (0.9, True)
    assert first.lexical_bias_words == ("Thugs",)
    assert (second.lexical_bias, second.lexical_bias_found) == (0.1, False)
    assert footer.lexical_bias is None, "what measures do not count is not judged"
    assert first.loaded_language is None


def test_an_article_gets_a_row_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinion, "strongest", lambda model, text, label, number: (label,))
    stub = Counting(
        TASKS["policy-frames"], ("Economic", "Political"), thresholds=(0.95, 0.5)
    )  # fmt: skip
    found = second_opinion(ARTICLE, rows(), Opinions((stub,))).frames
    assert [(row.frame, row.present, row.terms) for row in found] == [
        ("Economic", False, ()), ("Political", True, ("Political",)),
    ]  # fmt: skip
    assert "rights" not in stub.read[0]
    assert {row.scheme for row in found} == {"policy-frames"}


def test_reports_show_it_in_a_section_of_its_own_and_escaped() -> None:
    stub = Counting(TASKS["lexical-bias"], ("not biased", "biased"))
    info = ArticleRow(article_id="a")
    without = Result(ARTICLE, Actors(), info, rows())
    asked = replace(without, rows=second_opinion(ARTICLE, rows(), Opinions((stub,))))
    assert "A second opinion" not in fragment(without)
    shown = fragment(asked)
    assert "A second opinion" in shown
    assert "<b>won</b>" not in shown
    assert "1 of 2 sentences" in shown
    assert "1 of 2 sentences" in terminal.render(asked, width=90, colour=False, brief=True)
    assert "A second opinion" in markdown.render(asked)


def test_the_tables_hold_it() -> None:
    stub = Counting(TASKS["lexical-bias"], ("not biased", "biased"))
    result = Result(ARTICLE, Actors(), ArticleRow(article_id="a"), rows())
    asked = replace(result, rows=second_opinion(ARTICLE, result.rows, Opinions((stub,))))
    tables = frames([asked])
    assert tables["sentences"]["lexical_bias"].tolist()[:2] == [0.9, 0.1]
    assert tables["frames"].empty
    assert {"frame", "probability", "present", "terms"} <= set(tables["frames"].columns)


def test_reports_add_up_the_sentiment_toward_each_actor() -> None:
    def mention(number: int, label: str, score: float) -> Mention:
        return Mention(
            article_id="a", span_id=f"m{number}", start=0, end=5, text="Thugs", zone="headline",
            actor="Thugs", side=None, form="common", sentiment=label, sentiment_score=score,
        )  # fmt: skip

    felt = (mention(0, "negative", -0.9), mention(1, "negative", -0.7), mention(2, "neutral", 0.1))
    result = Result(ARTICLE, Actors(), ArticleRow(article_id="a"), replace(rows(), mentions=felt))
    shown = markdown.render(result)
    assert "| Thugs | 2 | 1 | 0 | −0.50 |" in shown
    assert "Sentiment toward actors" not in markdown.render(replace(result, rows=rows()))
