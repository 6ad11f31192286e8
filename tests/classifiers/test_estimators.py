"""The estimators: scikit-learn's own checks, and what each is for."""

from __future__ import annotations

import numpy as np
import pytest
from coded_texts import LOADED, PLAIN, TARGET, TEXTS
from hypothesis import example, given
from hypothesis import strategies as st
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import parametrize_with_checks

from framing.classifiers import TASKS, CalibratedLinear, HashedNgrams, SurfaceFeatures, build
from framing.classifiers.linear import best_threshold
from framing.classifiers.ngrams import ngrams
from framing.classifiers.surface import FEATURES

WITHOUT = ("vectors",)


@parametrize_with_checks([CalibratedLinear(), HashedNgrams(columns=64), SurfaceFeatures()])
def test_scikit_learn_accepts_it(estimator, check) -> None:
    check(estimator)


def test_it_works_in_pipelines_cross_validation_and_grid_search() -> None:
    model = make_pipeline(HashedNgrams(columns=512), CalibratedLinear())
    assert cross_val_score(model, TEXTS, TARGET, cv=3).mean() > 0.9
    searched = GridSearchCV(model, {"calibratedlinear__C": [0.1, 1.0]}, cv=2).fit(TEXTS, TARGET)
    assert searched.best_params_["calibratedlinear__C"] in (0.1, 1.0)


def test_probabilities_are_calibrated_on_rows_that_the_weights_did_not_see() -> None:
    draw = np.random.default_rng(5)
    X = draw.normal(size=(400, 200))
    y = (X[:, 0] + draw.normal(size=400) > 0).astype(int)
    model = CalibratedLinear(C=100.0).fit(X, y)
    assert model.slope_[0] < 0.5, "two hundred weights on four hundred rows are far too sure"
    fresh = draw.normal(size=(2000, 200))
    seen = fresh[:, 0] + draw.normal(size=2000) > 0
    said = model.predict_proba(fresh)[:, 1]
    high = said > 0.7
    assert abs(said[high].mean() - seen[high].mean()) < 0.12


def test_groups_are_kept_on_one_side_of_the_calibration() -> None:
    draw = np.random.default_rng(2)
    groups = np.repeat(np.arange(40), 10)
    X = np.eye(40)[groups] + draw.normal(scale=0.01, size=(400, 40))
    y = draw.integers(0, 2, 40)[groups]
    leaky = CalibratedLinear().fit(X, y)
    honest = CalibratedLinear().fit(X, y, groups=groups)
    assert leaky.slope_[0] > 5 * honest.slope_[0], "a group's own column says nothing of another"


def test_the_threshold_is_the_one_of_the_highest_f1() -> None:
    draw = np.random.default_rng(1)
    X = draw.normal(size=(600, 3))
    y = (X[:, 0] + draw.normal(size=600) > 1.8).astype(int)
    half, best = CalibratedLinear().fit(X, y), CalibratedLinear(threshold="f1").fit(X, y)
    assert half.threshold_ == 0.5
    assert best.threshold_ < 0.5
    assert best.predict(X).sum() > half.predict(X).sum()
    assert ((best.predict_proba(X)[:, 1] > best.threshold_) == (best.predict(X) == 1)).all()


def test_a_label_among_several_is_cut_between_its_own_best_and_the_shared_one() -> None:
    draw = np.random.default_rng(1)
    X = draw.normal(size=(600, 3))
    y = (X[:, 0] + draw.normal(size=600) > 1.8).astype(int)
    rare = CalibratedLinear(threshold="several").fit(X, y)
    assert 0.14 < rare.threshold_ < 0.35, "its own F1 is below the .7 reckoned with"
    plain = CalibratedLinear(threshold="several").fit([[0.0], [1.0]] * 50, [0, 1] * 50)
    assert plain.threshold_ == pytest.approx((0.6 * 1 + 0.4 * 0.7) / 2)


@given(st.lists(st.tuples(st.floats(0.05, 0.95), st.booleans()), min_size=2, max_size=30))
@example([(0.05, False), (0.05000000000000001, True)])
def test_no_other_threshold_has_a_higher_f1(drawn: list[tuple[float, bool]]) -> None:
    chances = np.array([chance for chance, _ in drawn])
    gold = np.array([yes for _, yes in drawn])

    def f1(threshold: float) -> float:
        found = chances >= threshold
        return 2 * (found & gold).sum() / max(1, found.sum() + gold.sum())

    chosen = f1(best_threshold(chances, gold))
    if gold.any():
        assert all(chosen >= f1(other) - 1e-9 for other in chances)


@pytest.mark.parametrize(
    ("settings", "named"), [({"threshold": "best"}, "threshold"), ({"folds": 1}, "folds")]
)
def test_a_parameter_that_is_not_accepted_is_named(settings: dict, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        CalibratedLinear(**settings).fit([[0.0], [1.0]], [0, 1])


def test_more_than_two_classes_get_probabilities_that_add_up() -> None:
    X = np.repeat(np.eye(3), 20, 0)
    model = CalibratedLinear().fit(X, np.repeat(["a", "b", "c"], 20))
    assert np.allclose(model.predict_proba(X).sum(1), 1)
    assert (model.predict(np.eye(3)) == ["a", "b", "c"]).all()


# ------------------------------------------------------------------------ features


def test_rows_of_ngrams_have_length_one_and_rare_words_weigh_more() -> None:
    features = HashedNgrams(columns=2**14, longest=1).fit(["the mob", "the plan", "the town"])
    row = features.transform(["the mob"])
    assert np.sqrt(row.multiply(row).sum()) == pytest.approx(1)
    places = ngrams(features, "the mob")
    dense = row.toarray()[0]
    assert dense[places["mob"]] > dense[places["the"]]
    assert features.transform([""]).nnz == 0


def test_a_feature_takes_a_sequence_of_texts_only() -> None:
    for features in (HashedNgrams(), SurfaceFeatures()):
        with pytest.raises(ValueError, match="one string"):
            features.fit("one text")
        with pytest.raises(ValueError, match=r"X\[1\]: found int"):
            features.fit(["a", 7])


def surface(text: str) -> dict[str, float]:
    return dict(zip(FEATURES, SurfaceFeatures().transform([text])[0].tolist(), strict=True))


def test_surface_features_count_what_they_name() -> None:
    row = surface("The regime's thugs ALWAYS lie, and you must not believe them!")
    assert row["loaded labels"] > 0
    assert row["words in capitals"] == row["modals"] == row["negation"]
    assert row["exclamation"] > 0 == row["question"]
    plain = surface("The council met on Monday.")
    assert plain["loaded labels"] == plain["boosters"] == 0
    assert all(value == 0 for value in surface("").values())


def test_an_inflected_term_is_found() -> None:
    assert surface("They slaughtered many.")["harm"] > 0
    assert surface("Insurgencies spread.").keys() == surface("").keys()


@given(st.text(max_size=200))
def test_surface_features_of_any_text_are_finite(text: str) -> None:
    found = SurfaceFeatures().transform([text])
    assert found.shape == (1, len(FEATURES))
    assert np.isfinite(found).all()
    assert (found >= 0).all()


def test_the_pipeline_of_a_task_tells_plain_from_loaded() -> None:
    model = build(TASKS["loaded-language"], without=WITHOUT).fit(TEXTS[::2], TARGET[::2])
    chances = model.predict_proba([PLAIN[1], LOADED[1]])[:, 1]
    assert chances[0] < 0.3 < 0.7 < chances[1]
