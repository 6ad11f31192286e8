import pytest
from measure_rows import article, counts, measured, pick, rows, source


def test_source_share_in_words_attributions_and_direct_words():
    found = rows(
        source("L", 100, words=30, direct=10), source("L", 200, words=10),
        source("M", 300, words=20, direct=20), source("T", 400, words=40),
        source("M", 500, words=99, depth=2, counted=False), source("L", 10, zone="headline"),
    )  # fmt: skip
    measures = measured(found)
    words = pick(measures, "SA_words")
    assert (words.k_a, words.k_b, words.value) == (40, 20, pytest.approx(1 / 3))
    assert words.status == "counts only"
    assert words.note.startswith("2 v 1 attributions")
    assert pick(measures, "SA_attributions").value == pytest.approx(1 / 3)
    assert pick(measures, "SA_direct_words").value == pytest.approx(-1 / 3)
    assert pick(measures, "source_words", side="T").value == 0.4
    assert pick(measures, "source_attributions", side="L").value == 0.5
    assert pick(measures, "attributed_share").value == pytest.approx(100 / 200)


@pytest.mark.parametrize(
    ("n_a", "n_b", "status"),
    [(0, 0, "not sourced"), (3, 0, "counts only"), (6, 0, "not sourced"), (2, 2, "counts only"),
     (5, 4, "low n"), (9, 1, "ok")],
)  # fmt: skip
def test_the_status_of_a_balance_counts_both_sides_attributions(n_a, n_b, status):
    found = rows(*[source("L", 100 + i) for i in range(n_a)],
                 *[source("M", 300 + i) for i in range(n_b)])  # fmt: skip
    measures = measured(found)
    assert pick(measures, "SA_words").status == status
    assert pick(measures, "SA_attributions").status == status
    assert pick(measures, "QP").status == status


def test_a_silent_side_is_stored_with_no_collapsed_interval():
    found = rows(*[source("L", 100 + 100 * i) for i in range(6)])
    words = pick(measured(found), "SA_words")
    assert (words.value, words.low, words.high) == (1, None, None)
    assert "M not sourced" in words.note


def test_no_direct_words_on_either_side_is_undefined():
    measures = measured(rows(source("L", 100), source("M", 200)))
    direct = pick(measures, "SA_direct_words")
    assert (direct.value, direct.status) == (None, "undefined")


def test_issues_have_their_own_shares():
    found = rows(source("L", 100, words=9, issue="pay"), source("M", 200, words=3, issue="pay"),
                 source("M", 300, words=50, issue="safety"))  # fmt: skip
    measures = measured(found)
    assert counts(pick(measures, "SA_words", scope="issue:pay")) == (9, 12, 3, 12)
    assert pick(measures, "SA_words", scope="issue:safety").value == -1
    assert pick(measures, "QP", scope="issue:safety").value == -1


def test_diversity_counts_speakers_and_sides():
    found = rows(
        source("L", 100, actor="A"), source("L", 200, actor="A"),
        source("L", 300, actor="B"), source("M", 400, actor=None, speaker="an official",
                                            anonymous=True),
    )  # fmt: skip
    measures = measured(found)
    entropy = pick(measures, "speaker_entropy")
    assert (entropy.value, entropy.k_a, entropy.n_a) == (1.5, 3, 4)
    assert pick(measures, "N1").value == pytest.approx(2**1.5)
    assert pick(measures, "N2").value == pytest.approx(16 / 6)
    assert pick(measures, "N1_sides").value == pytest.approx(2 ** (2 - 0.75 * 1.584962500721156))
    assert pick(measures, "anonymity").value == 0.25


def test_prominence_weighs_words_by_how_early_they_come():
    # the body runs from 100 to 1000; contents start 5 after their attribution
    found = rows(source("L", 95, words=10), source("M", 545, words=20), source("M", 900, words=0))
    measures = measured(found)
    assert pick(measures, "mean_position", side="L").value == pytest.approx(1)
    assert pick(measures, "mean_position", side="M").value == pytest.approx(0.5)
    assert pick(measures, "prominence_share", side="L").value == pytest.approx(0.5)
    assert pick(measures, "QP").value == pytest.approx(0)
    assert pick(measures, "first_quoted_paragraph", side="L").value == 1
    assert pick(measures, "first_quoted_paragraph", side="M").value == 5
    assert pick(measures, "words_per_attribution", side="M").value == 10
    assert pick(measures, "last_word", side="M").value == 1
    assert pick(measures, "last_word", side="L").value == 0


def test_positions_outside_the_body_stay_in_range():
    measures = measured(rows(source("L", 0, zone="caption"), source("M", 990)))
    assert pick(measures, "mean_position", side="L").value == 1
    assert pick(measures, "mean_position", side="M").value >= 0


def test_an_article_without_a_body_has_no_prominence():
    measures = measured(rows(source("L", 10)), text=article(length=100))
    assert not [row for row in measures if row.measure == "QP"]


def test_nobody_quoted():
    measures = measured(rows())
    assert pick(measures, "speaker_entropy").status == "not sourced"
    assert pick(measures, "source_words", side="L").status == "not sourced"
    assert pick(measures, "attributed_share").value == 0
    assert pick(measures, "last_word", side="L").value is None
