"""The measures of coreference on clusters small enough to count by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.evaluation.clusters import b3, best_alignment, ceafe, muc, without_singletons

GOLD = ["abc", "defg"]
FOUND = ["ab", "cd", "fghi"]


def test_muc_counts_the_links_that_the_other_side_keeps():
    # abc falls into ab|c, defg into d|fg|e: 3-2 + 4-3 of 2+3. ab stays; cd falls apart; of fghi
    # g and f stay, h and i are alone: 2-1 + 2-2 + 4-3 of 1+1+3.
    assert muc(GOLD, FOUND) == ((2, 5), (2, 5))


def test_b3_counts_what_each_mention_shares():
    # Of abc: 2/3 + 2/3 + 1/3; of defg: 1/4 + 0 + 2/4 + 2/4. Of ab: 1 + 1; of cd: 1/2 + 1/2;
    # of fghi: 2/4 + 2/4.
    (right, found), (covered, gold) = b3(GOLD, FOUND)
    assert (right, found) == (pytest.approx(4.0), 8)
    assert (covered, gold) == (pytest.approx(5 / 3 + 5 / 4), 7)


def test_ceafe_aligns_clusters_one_to_one():
    # abc with ab: 2*2/5; defg with fghi: 2*2/8; cd is left over.
    (right, found), (covered, gold) = ceafe(GOLD, FOUND)
    assert right == covered == pytest.approx(0.8 + 0.5)
    assert (found, gold) == (3, 2)


def test_the_example_of_the_conll_scorers_reference():
    # Pradhan et al. 2014, figure 1: key {a,b,c} {d,e,f,g}, response {a,b} {c,d} {f,g,h,i}.
    assert muc(GOLD, FOUND) == ((2, 5), (2, 5))
    (right, found), (covered, gold) = b3(GOLD, FOUND)
    assert right / found == pytest.approx(0.5)
    assert covered / gold == pytest.approx(0.4167, abs=1e-4)
    (right, found), (covered, gold) = ceafe(GOLD, FOUND)
    assert right / found == pytest.approx(0.4333, abs=1e-4)
    assert covered / gold == pytest.approx(0.65)


@pytest.mark.parametrize("metric", [muc, b3, ceafe])
def test_gold_against_itself_is_right_and_nothing_is_nothing(metric):
    (right, found), (covered, gold) = metric(GOLD, GOLD)
    assert right == found == covered == gold
    assert metric(GOLD, []) == ((0, 0), (0, metric(GOLD, GOLD)[1][1]))
    assert metric([], []) == ((0, 0), (0, 0))


def test_a_mention_belongs_to_one_cluster():
    assert without_singletons(["aab", "bc", "d", ""]) == [{"a", "b"}]


WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(lambda n: n / 9)
)


@given(WEIGHTS)
def test_no_other_alignment_weighs_more(weights):
    pairs = best_alignment(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    most = max(
        sum(weights.get((row, column), 0) for row, column in enumerate(order))
        for order in permutations(range(5))
    )
    assert sum(weights[pair] for pair in pairs) == pytest.approx(most)
