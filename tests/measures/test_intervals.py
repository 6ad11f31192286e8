import math

import numpy as np
import pytest

from framing.measures import intervals


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [  # Newcombe 1998, table II, method 10
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0),
        ((10, 10, 0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_gives_the_published_intervals(counts, low, high):
    assert intervals.newcombe(*counts) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [  # Newcombe 1998, the paper on a single proportion: score method
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_intervals(k, n, low, high):
    assert intervals.wilson(k, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [  # the same paper: exact method
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0, 0.1684),
        (1, 29, 0.0009, 0.1776),
    ],
)
def test_clopper_pearson_gives_the_published_intervals(k, n, low, high):
    assert intervals.clopper_pearson(k, n) == pytest.approx((low, high), abs=5e-5)


def test_clopper_pearson_of_all_or_none_has_a_closed_form():
    assert intervals.clopper_pearson(0, 7)[1] == pytest.approx(1 - 0.025 ** (1 / 7))
    assert intervals.clopper_pearson(7, 7)[0] == pytest.approx(0.025 ** (1 / 7))


@pytest.mark.parametrize(
    ("k", "n", "p"), [(6, 6, 2 / 64), (3, 3, 0.25), (5, 10, 1.0), (8, 10, 112 / 1024), (0, 0, 1.0)]
)
def test_binomial_p_counts_outcomes_no_likelier(k, n, p):
    assert intervals.binomial_p(k, n) == pytest.approx(p)


def test_binomial_p_of_an_uneven_chance():
    # of 3 at 1/4: 27/64, 27/64, 9/64, 1/64
    assert intervals.binomial_p(2, 3, 0.25) == pytest.approx(10 / 64)


def test_bootstrap_is_the_same_each_time_and_counts_undefined_resamples():
    features = [[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [0.0, 0.0]]

    def ratio(sums):
        return sums[0] / sums[1]

    low, high, undefined = intervals.bootstrap(features, ratio)
    assert (low, high, undefined) == intervals.bootstrap(features, ratio)
    assert (low, high) == (0, 1)
    # no unit with an amount drawn: (2/4)^4 of the resamples
    assert undefined == pytest.approx(intervals.RESAMPLES / 16, rel=0.4)


def test_bootstrap_that_cannot_vary_gives_no_interval():
    assert intervals.bootstrap([[1.0], [1.0]], lambda sums: sums[0])[:2] == (None, None)
    assert intervals.bootstrap([], lambda sums: sums[0]) == (None, None, intervals.RESAMPLES)


def test_percentiles_match_numpys_and_are_mirrored_by_a_change_of_sign():
    values = np.random.default_rng(1).normal(size=1000)
    low, high, _ = intervals.percentile_interval(values)
    assert (low, high) == pytest.approx(tuple(np.percentile(values, [2.5, 97.5])))
    mirrored = intervals.percentile_interval(-values)[:2]
    assert mirrored == pytest.approx((-high, -low))


def test_entropy_and_hill_numbers():
    assert intervals.entropy([2, 1, 1]) == pytest.approx(1.5)
    assert intervals.hill([2, 1, 1], 1) == pytest.approx(2**1.5)
    assert intervals.hill([2, 1, 1], 2) == pytest.approx(16 / 6)
    assert intervals.miller_madow([2, 1, 1]) == pytest.approx(1.5 + 2 / (8 * math.log(2)))
    assert intervals.entropy([]) == 0 == intervals.hill([], 1)
    assert intervals.entropy([5]) == 0


def test_jensen_shannon_by_hand():
    # (1/2, 1/2) and (1, 0): the middle is (3/4, 1/4)
    middle = 0.75 * math.log2(4 / 3) + 0.25 * 2
    assert intervals.jensen_shannon([3, 3], [4, 0]) == pytest.approx(middle - 0.5)
