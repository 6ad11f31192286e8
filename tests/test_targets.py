"""A sentence with its target, as word pieces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.encoder import load_tagger
from framing.encoder.pieces import LONGEST
from framing.encoder.targets import target_pieces


@pytest.fixture(scope="module")
def tokenizer():
    return load_tagger()._tokenizer


def words(tokenizer, text, sentence, target, quotes=()):
    cut, marks = target_pieces(tokenizer, text, sentence, target, quotes)
    shown = [text[a:b] for (a, b), mark in zip(cut.spans, marks, strict=True) if mark]
    return cut, marks, shown


def test_the_pieces_of_the_target_are_marked_and_no_others(tokenizer):
    text = "Well. The mayor lied to Mayor Holm."
    cut, marks, shown = words(tokenizer, text, (6, 35), (24, 34))
    assert "".join(shown) == "MayorHolm"
    assert (marks[0], marks[-1]) == (0, 0), "never the special pieces"
    assert text[cut.spans[1][0] : cut.spans[1][1]] == "The", "nothing of the sentence before"


@pytest.mark.parametrize("at", [0, 5000, 11990])
def test_of_a_long_sentence_the_part_around_the_target_is_kept(tokenizer, at):
    text = "word, and " * 1200
    cut, marks, shown = words(tokenizer, text, (0, len(text)), (at, at + 4))
    assert len(cut) <= LONGEST
    assert shown == ["word"]
    before, after = marks.index(1), len(marks) - marks.index(1)
    if at == 5000:
        assert min(before, after) > 40


def test_quotation_marks_show_in_the_shapes(tokenizer):
    text = "“She lied,” he said."
    inside = target_pieces(tokenizer, text, (0, 20), (1, 4), [(0, 11)])[0].shapes
    outside = target_pieces(tokenizer, text, (0, 20), (1, 4))[0].shapes
    assert inside[2] != outside[2]
    assert inside[-2] == outside[-2]


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="ab .𝔘é字", min_size=1, max_size=900), st.data())
def test_whatever_the_text_the_encoder_can_take_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut, marks = target_pieces(load_tagger()._tokenizer, text, (0, len(text)), (start, end))
    assert len(cut) == len(marks) <= LONGEST
    for (first, last), mark in zip(cut.spans, marks, strict=True):
        assert mark == (first < end and start < last)
