"""Texts of links that hang glued in a sentence are nobody's words."""

import pytest

from framing.annotators.attribution._spans import outside
from framing.article import Article, Zone
from framing.language import load_pipeline, parse
from framing.language.link_texts import link_texts

HUNG = " Ann Maria LeeHarbour vote “delayed” Holm says no MORE"
TEXT = f"Sen. Ann Lee{HUNG} (D) said the vote was off."


def test_the_full_name_and_the_headlines_are_found():
    assert [TEXT[start:end] for start, end in link_texts(TEXT)] == [HUNG]


def test_two_names_in_one_line_hold_a_link_each():
    text = "Justices Ann LeeAnn LeeVote delayed MORE, Ole Holm Ole Peter HolmOle wins MORE agreed."
    assert [text[start:end] for start, end in link_texts(text)] == [
        "Ann LeeVote delayed MORE", " Ole Peter HolmOle wins MORE",
    ]  # fmt: skip


def test_prose_is_left_alone():
    for text in (
        "Ann Lee met Ann Lee and wanted MORE.",
        "LeeAnn Lee sang. READ MORE",
        "Ann Lee Ann LeeVote\ndelayed MORE",
    ):
        assert link_texts(text) == []


@pytest.mark.model
def test_a_parse_leaves_them_out_and_keeps_the_offsets():
    parsed = parse(Article("a", TEXT, (Zone("body", 0, len(TEXT), 0),)), load_pipeline())
    words = [token.text for token in parsed.tokens]
    assert words[:3] == ["Sen.", "Ann", "Lee"]
    assert "Harbour" not in "".join(words)
    assert all(TEXT[token.start : token.end] == token.text for token in parsed.tokens)
    assert parsed.quotes == []
    kept = [TEXT[start:end] for start, end in outside(parsed, [(0, len(TEXT))])]
    assert kept == ["Sen. Ann Lee", "(D) said the vote was off."]
