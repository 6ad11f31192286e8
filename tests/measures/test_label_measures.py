import math

import pytest
from measure_rows import actors, article, counts, label, measured, mention, person, pick, rows

from framing.annotation import PRIOR, SURE_TARGET, Rows


def many(side, n, loaded, start=100):
    """`n` mentions of a side, the first `loaded` of them with a loaded label inside."""
    found = []
    for i in range(n):
        found.append(mention(side, start + 20 * i))
        if i < loaded:
            found.append(label(side, start + 20 * i + 2))
    return found


def test_label_asymmetry_and_its_parts():
    found = rows(*many("L", 10, 4), *many("M", 20, 1, start=400))
    measures = measured(found)
    asymmetry = pick(measures, "LA")
    assert counts(asymmetry) == (4, 10, 1, 20)
    assert asymmetry.value == pytest.approx(0.4 - 0.05)
    assert asymmetry.status == "ok"
    assert asymmetry.low < 0.35 < asymmetry.high
    assert len(asymmetry.spans) == 5
    log_odds = pick(measures, "label_log_odds")
    assert log_odds.value == pytest.approx(math.log(4.5 / 6.5) - math.log(1.5 / 19.5))
    assert pick(measures, "label_share", side="L").value == 0.4
    rate = pick(measures, "term_rate", side="L")
    assert (rate.value, rate.k_a, rate.n_a) == (pytest.approx(100 * 4 / 210), 4, 210)


@pytest.mark.parametrize(
    ("n", "status"),
    [(0, "no mentions"), (1, "counts only"), (4, "counts only"), (5, "low n"), (9, "low n"),
     (10, "ok")],
)  # fmt: skip
def test_status_follows_the_smaller_side(n, status):
    asymmetry = pick(measured(rows(*many("L", 15, 3), *many("M", n, 0, start=500))), "LA")
    assert asymmetry.status == status
    assert (asymmetry.value is None) == (n == 0)


def test_a_zero_says_what_it_rules_out():
    asymmetry = pick(measured(rows(*many("L", 12, 0), *many("M", 12, 0, start=500))), "LA")
    assert asymmetry.value == 0
    assert asymmetry.note == "no asymmetry seen; larger than 0.24 ruled out"


def test_an_empty_side_is_named():
    asymmetry = pick(measured(rows(*many("L", 12, 2))), "LA")
    assert asymmetry.note == "no mentions of M"


def test_only_the_authors_nominal_mentions_in_scored_zones_count():
    found = rows(
        mention("L", 100),
        mention("L", 120, form="pronoun"),
        mention("L", 140, voice="M1"),
        mention("L", 160, zone="boilerplate"),
        label("L", 102, voice="M1"),
        label("L", 104, loadedness=1),
        label("L", 105, kind="dysphemism"),
    )
    share = pick(measured(found), "label_share", side="L")
    assert (share.k_a, share.n_a) == (0, 1)


def test_a_label_counts_for_its_own_side_and_for_the_mention_it_is_said_of():
    outer = mention("M", 100, end=140)
    said_of = mention("L", 300)
    found = rows(outer, mention("L", 105), label("L", 106), said_of,
                 label("L", 350, mention_id=said_of.span_id))  # fmt: skip
    measures = measured(found)
    assert pick(measures, "label_share", side="M").k_a == 0
    assert pick(measures, "label_share", side="L").k_a == 2


def test_variants_leave_out_persons_bare_names_debatable_and_indirect():
    people = [person("ANN", "L")]
    found = rows(
        mention("L", 100), label("L", 101),
        mention("L", 120, form="name"),
        mention("L", 140, form="name", actor="ANN"),
        mention("L", 160, form="mixed"), label("L", 161, confidence=0.5),
        mention("L", 180, confidence=0.5),
        mention("L", 200, in_content_of=("a1",)), label("L", 201, in_content_of=("a1",)),
        mention("M", 300), mention("M", 320, form="metonym"),
    )  # fmt: skip
    measures = measured(found, actors(people=people))
    got = {v: counts(pick(measures, "LA", v)) for v in
           ("all", "groups", "descriptors", "high_confidence", "without_indirect")}  # fmt: skip
    assert got == {
        "all": (3, 6, 0, 2),
        "groups": (3, 5, 0, 2),
        "descriptors": (3, 4, 0, 1),
        "high_confidence": (2, 5, 0, 2),
        "without_indirect": (2, 5, 0, 2),
    }


def test_variants_leave_out_unsure_targets_and_the_governments_prior():
    prior = mention("M", 300, evidence=PRIOR)
    named, sure, doubtful = mention("M", 320), mention("L", 100), mention("L", 120)
    found = rows(
        sure, label("L", 101, confidence=SURE_TARGET, mention_id=sure.span_id),
        doubtful, label("L", 121, confidence=SURE_TARGET - 0.01, mention_id=doubtful.span_id),
        mention("L", 140),
        prior, label("M", 301, mention_id=prior.span_id),
        named, label("M", 321, mention_id=named.span_id),
    )  # fmt: skip
    measures = measured(found)
    got = {v: counts(pick(measures, "LA", v)) for v in ("all", "sure_targets", "without_prior")}
    assert got == {
        "all": (2, 3, 2, 2), "sure_targets": (1, 2, 2, 2), "without_prior": (2, 3, 1, 1),
    }  # fmt: skip


def test_net_valence_sets_praise_against_blame():
    found = rows(mention("L", 100), label("L", 100, polarity="positive"), mention("L", 120),
                 mention("L", 140), label("L", 140), mention("L", 160),
                 label("L", 160, polarity="positive"))  # fmt: skip
    valence = pick(measured(found), "net_valence", side="L")
    assert (valence.k_a, valence.n_a, valence.value) == (1, 4, 0.25)


def test_zones_have_their_own_scores():
    head = [mention("L", 10, zone="headline"), label("L", 11, zone="headline")]
    measures = measured(rows(*head, *many("L", 3, 0), *many("M", 3, 1, start=400)))
    assert counts(pick(measures, "LA", scope="zone:headline")) == (1, 1, 0, 0)
    assert counts(pick(measures, "LA", scope="zone:body")) == (0, 3, 1, 3)
    assert not [row for row in measures if row.scope == "zone:caption"]


def test_without_a_contrast_every_side_still_has_rows():
    from framing.actors import Actors

    measures = measured(rows(*many("U", 3, 1), *many("P", 2, 0, start=400)), Actors())
    assert not [row for row in measures if row.side_b]
    assert pick(measures, "label_share", side="U").k_a == 1
    assert pick(measures, "label_share", side="P").n_a == 2


def test_nothing_at_all_is_no_error():
    for text in (article(), article(headline=0), article(length=0, headline=0)):
        measures = measured(Rows(), text=text)
        assert all(row.value in (None, 0) for row in measures)
        assert pick(measures, "LA").status == "no mentions"
