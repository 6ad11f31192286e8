from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.coding.passages import Passages, marked

ARTICLE = Passages([(0, 6, "A  b\tc"), (8, 14, "D\n e. "), (20, 22, "Fg"), (23, 25, "Hi")])


def test_a_span_is_marked_where_it_stood_after_white_space_has_gone():
    passage = ARTICLE.around(11, 12, [(11, 12)])
    assert marked(passage) == "D [[e]]."
    assert (passage.before, passage.after) == ("A b c", "Fg Hi")


def test_a_span_over_sentences_shows_them_all():
    passage = ARTICLE.around(3, 21, [(3, 4), (20, 21)])
    assert passage.text == "A b c D e. Fg"
    assert marked(passage) == "A [[b]] c D e. [[F]]g"
    assert passage.before == ""


def test_a_span_outside_all_sentences_has_no_passage():
    assert ARTICLE.around(15, 18).text == ""


def test_control_characters_are_not_shown():
    assert Passages([(0, 3, "a\x1bb")]).around(0, 3).text == "a\ufffdb"


@given(st.text(alphabet="ab \n\t.", min_size=1, max_size=30), st.data())
def test_the_marked_words_are_those_of_the_span(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Passages([(0, len(text), text)]).around(start, end, [(start, end)])
    shown = "".join(passage.text[a:b] for a, b in passage.places)
    assert shown.split() == text[start:end].split()
    assert passage.text == " ".join(text.split())
