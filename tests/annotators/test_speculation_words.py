"""Words of speculation: the tagger that the evaluations of BioScope and SFU use."""

import json

import numpy as np
import pytest

from framing.annotation import Epistemic
from framing.annotators.epistemic.speculation import (
    BUCKETS,
    FILE,
    Speculation,
    buckets,
    load_speculation,
    speculation_cues,
)
from framing.errors import FramingError
from framing.language import load_pipeline, parse
from framing.reading import as_articles


def parsed(text):
    (article,) = as_articles(text)
    return parse(article, load_pipeline())


def found(text, model, rows=()):
    return [text[start:end] for start, end in speculation_cues(parsed(text), rows, model)]


def says_nothing(*words):
    return Speculation(([0.0] * BUCKETS, [0.0] * BUCKETS), (-1.0, -1.0), frozenset(words))


@pytest.mark.model
def test_listed_words_are_cues_as_modals_and_conjunctions_alone():
    text = "It may rain in May if he comes."
    assert found(text, says_nothing("may", "if")) == ["may", "if"]
    assert found(text, says_nothing()) == []


@pytest.mark.model
def test_a_cue_goes_on_while_the_weights_say_so():
    text = "It seems to rain."
    case = parsed(text)
    model = says_nothing()
    for which, word in ((0, "seems"), (1, "to")):
        token = next(one for one in case.tokens if one.text == word)
        for bucket in buckets(case.tokens, token.i, {}):
            model.weights[which][bucket] = 1.0
    assert found(text, model) == ["seems to"]


@pytest.mark.model
def test_a_hedge_of_the_rules_is_seen():
    text = "Rain is likely."
    row = Epistemic(
        article_id="a", span_id="h", start=8, end=14, text="likely", zone="body",
        cue_class="hedge", level="modal", form="adjective",
    )  # fmt: skip
    case = parsed(text)
    at = next(one.i for one in case.tokens if one.text == "likely")
    assert buckets(case.tokens, at, {at: "modal"}) != buckets(case.tokens, at, {})
    assert found(text, load_speculation(), [row]) == ["likely"]


@pytest.mark.model
def test_the_shipped_model_marks_what_linguists_would():
    text = "These results suggest that the gene may be involved, and it was cloned."
    assert found(text, load_speculation()) == ["suggest", "may"]


@pytest.mark.parametrize("text", ["", " ", "?!", "May", "\u200b may"])
@pytest.mark.model
def test_any_text_goes_in(text):
    case = parsed(text) if text.strip() else None
    spans = speculation_cues(case, (), load_speculation()) if case else []
    assert all(case.text[start:end] for start, end in spans)


def test_another_file_than_the_cards_is_refused(tmp_path):
    np.savez(tmp_path / FILE, which=np.zeros(0, np.uint8))
    card = {"name": "speculation", "version": "0", "sha256": {FILE: "0" * 64}}
    (tmp_path / "card.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(FramingError, match="speculation model cannot be loaded"):
        load_speculation.__wrapped__(tmp_path)
