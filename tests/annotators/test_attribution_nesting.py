"""Which attribution stands under which: never one under itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.annotators import attribution
from framing.annotators.attribution._raw import Raw
from framing.language import Token

SPAN = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: (one[0], sum(one)))


def raw(content: tuple[int, int], cue: int) -> Raw:
    """An attribution by a cue of one character."""
    token = Token(0, "x", "x", "VBD", "ROOT", cue, 0)
    return Raw(token, cue=[(cue, cue + 1)], content=[content])


@given(st.lists(st.tuples(SPAN, st.integers(0, 50)), max_size=8))
def test_nobody_stands_under_himself(drawn):
    raws = [raw(content, cue) for content, cue in drawn]
    parents = attribution._parents(raws)
    for number in range(len(raws)):
        held = list(zip(range(len(raws) + 1), attribution._above(number, parents), strict=False))
        assert len(held) <= len(raws)


def test_three_that_stand_under_each_other():
    raws = [raw((0, 176), 184), raw((18, 174), 3), raw((108, 189), 191)]
    parents = attribution._parents(raws)
    assert None in parents
