from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.spreadsheet import guard, unguard

STARTS = "=+-@\t\r\n＝＋－＠"


@given(st.text())
def test_every_text_comes_back(text):
    assert unguard(guard(text)) == text


@given(st.text(alphabet="'=+-@ a", max_size=6))
def test_texts_full_of_signs_come_back(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("sign", STARTS)
def test_no_cell_begins_as_a_formula_does(sign):
    assert guard(f"{sign}cmd|' /C calc'!A0").startswith("'")


def test_what_is_no_formula_stays_as_it_is():
    for text in ("", "a = b", "'tis", "“=”", "3-1"):
        assert guard(text) == unguard(text) == text
