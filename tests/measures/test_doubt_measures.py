import pytest
from measure_rows import actors, counts, hedge, measured, pick, rows, source

from framing.actors import Side
from framing.annotation import Proposition


def test_a_doubtful_cue_or_a_hedge_on_ones_own_claim_doubts():
    claims = [
        source("L", 100, stance=-1, span_id="cued"),
        source("L", 200, span_id="hedged"),
        source("L", 300, span_id="bare"),
        source("L", 400, span_id="request", claim=False, stance=-1),
        source("L", 450, span_id="quoted", voice="M1", stance=-1),
        source("M", 500, span_id="rival", stance=1),
    ]
    hedges = [
        hedge("L", 210, "hedged"),
        hedge("L", 510, "rival", in_content_of=("rival",)),  # doubts L inside M's claim
        hedge("L", 310, "bare", level="evidential"),
        hedge("L", 320, "bare", voice="L1"),
    ]
    measures = measured(rows(*claims, *hedges))
    asymmetry = pick(measures, "DA")
    assert counts(asymmetry) == (2, 3, 0, 1)
    assert asymmetry.spans == ("cued", "hedged")
    assert asymmetry.status == "counts only"
    tokens = pick(measures, "HT")
    assert counts(tokens) == (2, 2, 0, 2)
    strict = pick(measures, "HT", "strict")
    assert counts(strict) == (1, 1, 0, 1)
    assert counts(pick(measures, "DA", "without_indirect")) == (2, 3, 0, 1)


def test_a_hedge_without_an_attribution_belongs_to_the_innermost_content():
    found = rows(
        source("M", 100, span_id="outer"),
        source("L", 120, span_id="inner", depth=2, in_content_of=("outer",)),
        hedge("L", 130, None, in_content_of=("outer", "inner")),
    )
    assert pick(measured(found), "DA").spans == ("inner",)


def test_a_hedge_of_the_same_bloc_counts():
    who = actors(sides=[Side("N", "Others", "BLOC"), Side("O", "More", "BLOC")])
    found = rows(source("N", 100, span_id="a"), hedge("O", 110, "a"))
    assert pick(measured(found, who), "doubt_share", side="N").k_a == 1


def test_token_balance_is_exact():
    found = rows(*[hedge("L", 100 + 10 * i) for i in range(8)], hedge("M", 300), hedge("M", 310))
    tokens = pick(measured(found), "HT")
    assert tokens.value == pytest.approx(0.6)
    assert tokens.note == "exact binomial p = 0.109"
    assert tokens.low < 0.6 < tokens.high
    assert tokens.status == "ok"


def test_claims_are_scored_by_issue():
    found = rows(
        source("L", 100, stance=-1, issue="pay"), source("M", 200, issue="pay"),
        source("L", 300, issue="safety"),
    )  # fmt: skip
    measures = measured(found)
    assert counts(pick(measures, "DA", scope="issue:pay")) == (1, 1, 0, 1)
    assert counts(pick(measures, "DA", scope="issue:safety")) == (0, 1, 0, 0)
    assert pick(measures, "DA", scope="issue:safety").status == "no claims"


def proposition(name, holder, hedged, total, mentions=()):
    return Proposition(
        article_id="t", proposition_id=name, proposition=name, holder_side=holder,
        hedged=hedged, total=total, mentions=mentions,
    )  # fmt: skip


def test_propositions_and_their_difference():
    from dataclasses import replace

    found = replace(
        rows(source("M", 200, span_id="a")),
        propositions=(
            proposition("p", "L", 4, 5, ((210, 215, True), (300, 305, True))),
            proposition("q", "M", 1, 5, ((220, 225, True),)),
        ),
    )
    measures = measured(found)
    assert pick(measures, "PH", side="L").value == 0.8
    assert pick(measures, "PH", side="L").note == "p"
    difference = pick(measures, "dPH")
    assert (difference.value, difference.status) == (pytest.approx(0.6), "low n")
    # M's indirect speech runs from 205 to 250: there the hedge on L's proposition may be M's
    assert counts(pick(measures, "dPH", "strict")) == (3, 4, 1, 5)


def test_no_claims_and_no_hedges():
    measures = measured(rows())
    assert pick(measures, "DA").status == "no claims"
    assert pick(measures, "HT").status == "undefined"
    assert not [row for row in measures if row.measure in ("PH", "dPH")]
