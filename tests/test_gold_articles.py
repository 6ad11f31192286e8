"""What the annotators find in the annotated articles, by the code of the evaluation.

The seed carries the figures that the project promises; the other articles hold floors, set a
few points under what is reached, so that a change that costs quality is seen.
"""

from functools import lru_cache
from pathlib import Path

import pytest

from framing.actors import load_actors
from framing.analysis import analyze_one
from framing.annotation import AUTHOR
from framing.evaluation.against_gold import score_rows
from framing.evaluation.corpora.gold import read_gold
from framing.evaluation.floors import check_floors, read_floors
from framing.measures import compute

pytestmark = pytest.mark.model

GOLD = Path(__file__).parent / "data" / "gold"
SEED_ACTORS = Path(__file__).parents[1] / "seeds" / "douma.actors.toml"
ANTI = {"OPP", "WEST", "WH"}

#: Coded when the rules of other layers stood; their errors in hedges and events are not read yet.
YOUNGER = ("ceasefire", "landslide-inquiry", "pipeline-vote", "border-clash")

COUNTED = "attributions.counted_only"

#: F1 by overlap that each article must reach: a few points under what it does reach. Of
#: attributions only the counted ones: the tagger also finds attitudes, which gold does not hold.
FLOORS = {
    "harbour": {"mentions": 0.82, "loaded_terms": 0.68, COUNTED: 0.78},
    "pension-march": {"mentions": 0.81, "loaded_terms": 0.70, COUNTED: 0.84},
    "coalition": {"mentions": 0.83, "loaded_terms": 0.72, COUNTED: 0.93},
    "verdict": {"mentions": 0.85, "loaded_terms": 0.74, COUNTED: 0.90},
    "vaccine-trial": {"mentions": 0.86, "loaded_terms": 0.71, COUNTED: 0.79},
    "aid-convoy": {"mentions": 0.86, "loaded_terms": 0.69, COUNTED: 0.78},
    "ceasefire": {"mentions": 0.84, "loaded_terms": 0.70, COUNTED: 0.90},
    "landslide-inquiry": {"mentions": 0.86, "loaded_terms": 0.70, COUNTED: 0.90},
    "pipeline-vote": {"mentions": 0.84, "loaded_terms": 0.60, COUNTED: 0.88},
    "border-clash": {"mentions": 0.83, "loaded_terms": 0.62, COUNTED: 0.86},
}


class Run:
    """One article: gold, prediction, and the scores of one against the other."""

    def __init__(self, name: str) -> None:
        own = GOLD / f"{name}.actors.toml"
        self.actors = load_actors(own if own.exists() else SEED_ACTORS)
        self.gold = read_gold(GOLD / f"{name}.gold.json", self.actors)
        self.text = self.gold.article.text
        result = analyze_one(self.gold.article, self.actors)
        self.rows, self.measures = result.rows, result.measures
        self.gold_measures = compute(self.gold.article, self.gold.rows, self.actors)
        self.scores = score_rows(
            self.gold, self.rows, self.measures, self.gold_measures, actors=self.actors
        )["scores"]


@lru_cache(maxsize=8)
def run(name: str) -> Run:
    return Run(name)


@pytest.fixture(scope="module")
def seed() -> Run:
    return run("seed")


# ------------------------------------------------------------------------ the seed


def test_all_counted_attributions_but_one_with_at_most_one_false(seed):
    overlap = seed.scores["attributions"]["counted_only"]["overlap"]
    assert overlap["tp"] + overlap["fn"] == 12
    assert overlap["fn"] <= 1
    assert overlap["fp"] <= 1


def test_the_counted_attributions_have_the_right_speakers_side(seed):
    wanted = [row for row in seed.gold.rows.attributions if row.counted]
    found = [row for row in seed.rows.attributions if row.counted]

    def same(gold, row):
        a, b = set(), set()
        for start, end in gold.spans_of("content"):
            a.update(range(start, end))
        for start, end in row.spans_of("content"):
            b.update(range(start, end))
        return len(a & b) >= 0.5 * len(a | b)

    right = [gold for gold in wanted if any(same(gold, r) and r.side == gold.side for r in found)]
    assert len(right) >= len(wanted) - 1


def test_the_author_voice_loaded_terms_for_the_armed_group(seed):
    def loaded(rows):
        return [
            row
            for row in rows.loaded_terms
            if row.kind == "label" and row.side == "OPP" and row.voice == AUTHOR
            and row.loaded and row.polarity == "negative" and row.scored
        ]  # fmt: skip

    wanted, found = loaded(seed.gold.rows), loaded(seed.rows)
    assert len(wanted) == 12
    missed = [
        row for row in wanted if not any(r.start < row.end and row.start < r.end for r in found)
    ]
    assert len(missed) <= 1
    assert len(found) <= len(wanted) + 1


def test_no_author_voice_loaded_term_for_the_government(seed):
    against = [
        row.text
        for row in seed.rows.loaded_terms
        if row.side == "GOV" and row.loaded and row.voice == AUTHOR
    ]
    assert against == []


def test_regime_is_in_hassans_voice_only(seed):
    rows = [row for row in seed.rows.loaded_terms if row.term == "regime"]
    assert [(row.voice, row.side) for row in rows] == [("HASSAN", "GOV")]


def test_the_six_distancing_tokens_and_whose_claims_they_weaken(seed):
    found = [
        row
        for row in seed.rows.epistemic
        if row.level == "distancing" and row.voice == AUTHOR and row.scored
    ]
    assert sorted(row.text.lower() for row in found if row.holder_side in ANTI) == [
        "alleged", "alleged", "alleged", "claimed", "claimed", "suspected",
    ]  # fmt: skip
    assert [row.text for row in found if row.holder_side == "GOV"] == []


def test_both_boosters(seed):
    found = [row for row in seed.rows.epistemic if row.text.lower() == "irrefutable"]
    assert len(found) == 2
    assert {(row.cue_class, row.holder_side) for row in found} == {("booster", "GOV")}


MEASURES = [
    *(("LA", scope) for scope in ("all", "zone:body")),
    ("DA", "all"),
    ("HT", "all"),
    *(
        (name, scope)
        for name in ("SA_words", "SA_attributions", "SA_direct_words", "QP")
        for scope in ("all", "issue:douma_hostages", "issue:chemical_attack")
    ),
    ("VS", "all"),
]


@pytest.mark.parametrize(("name", "scope"), MEASURES)
def test_a_measure_is_near_golds_own_with_the_same_status(seed, name, scope):
    def pick(measures):
        return next(
            row for row in measures if (row.measure, row.variant, row.scope) == (name, "all", scope)
        )

    gold, found = pick(seed.gold_measures), pick(seed.measures)
    assert found.status == gold.status
    assert (found.side_a, found.side_b) == (gold.side_a, gold.side_b)
    assert found.value == pytest.approx(gold.value, abs=0.10)


def test_the_seed_as_read_from_its_file_is_the_annotated_one(seed):
    from framing.reading import read_articles

    (article,) = read_articles(Path(__file__).parents[1] / "seeds")
    assert article.text == seed.text
    result = analyze_one(article, seed.actors)
    assert [(row.start, row.end) for row in result.rows.attributions] == [
        (row.start, row.end) for row in seed.rows.attributions
    ]


# ------------------------------------------------------------------------ the others


@pytest.mark.parametrize("name", FLOORS)
def test_floors(name):
    floors = {f"{layer}.overlap.f1": value for layer, value in FLOORS[name].items()}
    assert check_floors(run(name).scores, {"at_least": floors}) == []


@pytest.mark.parametrize("name", ["seed", *(name for name in FLOORS if name not in YOUNGER)])
def test_the_shipped_floors(name):
    assert check_floors(run(name).scores, read_floors("gold")) == []


@pytest.mark.parametrize("name", FLOORS)
def test_no_author_is_given_a_quotation(name):
    """Wording inside quotation marks is seldom the author's, whatever the article."""
    case = run(name)
    voices = case.scores["loaded_terms"]["voice"]
    assert voices is None or voices >= 0.9


@pytest.mark.parametrize("name", ["seed", *FLOORS])
def test_speakers_of_counted_attributions(name):
    """The speaker's side is right for most attributions that are found."""
    assert run(name).scores["attributions"]["speaker_side"] >= 0.6
