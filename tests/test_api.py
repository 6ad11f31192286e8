"""The public names: all there, all documented, and what the README shows works."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest

import framing

SEEDS = Path(__file__).parents[1] / "seeds"


def test_every_public_name_can_be_imported_and_is_documented() -> None:
    for name in framing.__all__:
        value = getattr(framing, name)
        assert inspect.getdoc(value), f"framing.{name} has no docstring"
    assert set(framing.__all__) <= set(dir(framing))


def test_the_lazy_names_are_the_public_ones() -> None:
    assert set(framing._PUBLIC) | {"figures"} == set(framing.__all__)
    for name, module in framing._PUBLIC.items():
        assert name in importlib.import_module(module).__all__, f"{module} does not offer {name}"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'analyse'"):
        framing.analyse  # noqa: B018


@pytest.mark.parametrize("name", ["analyze", "read_articles", "load_actors", "load_lexicon"])
def test_main_functions_say_what_they_take_give_and_raise(name: str) -> None:
    documented = inspect.getdoc(getattr(framing, name)) or ""
    for section in ("Raises\n",) if name == "load_lexicon" else ("Parameters\n", "Raises\n"):
        assert section in documented


@pytest.mark.model
def test_the_first_steps_of_a_user() -> None:
    actors = framing.load_actors(SEEDS / "douma.actors.toml")
    analysis = framing.analyze(framing.read_articles(SEEDS), actors=actors)

    assert len(analysis.results) == 1
    labels = analysis.loaded_terms.query(
        "kind == 'label' and voice == 'author' and loadedness >= 2"
    )
    assert len(labels) > 0
    words = analysis.attributions.query("counted").groupby("side").content_words.sum()
    assert words.gt(0).any()
    assert {"measure", "value", "low", "high", "k_a", "n_a", "status"} <= set(analysis.measures)
    assert "<" in analysis._repr_html_()
    assert framing.figures.profile(analysis).figure is not None


@pytest.mark.model
def test_every_span_is_the_text_at_its_place() -> None:
    article = next(framing.read_articles(SEEDS))
    result = framing.analyze(article).results[0]
    for rows in (result.rows.mentions, result.rows.loaded_terms, result.rows.epistemic):
        for row in rows:
            assert article.text[row.start : row.end] == row.text
