"""Stored classifiers: what is read back is what was written, and nothing else is accepted."""

from __future__ import annotations

import io
import json
import pickle
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from coded_texts import FRAMES, STORIES, STORY_FRAMES, TARGET, TEXTS

from framing.classifiers import (
    TASKS,
    Classifier,
    build,
    explain,
    load_classifier,
    load_classifiers,
    save_classifier,
    shipped,
)
from framing.classifiers.contributions import strongest
from framing.errors import FramingError

WITHOUT = ("vectors",)
ABOUT = {"name": "own", "version": "1"}


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    task = TASKS["loaded-language"]
    model = build(task, without=WITHOUT).fit(TEXTS, TARGET)
    folder = tmp_path_factory.mktemp("stored") / "own"
    return save_classifier(folder, task, ("plain", "loaded"), model, {**ABOUT, "at": str(folder)})


@pytest.fixture(scope="module")
def framed(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    task = TASKS["frames"]
    model = build(task).fit(STORIES, np.array(STORY_FRAMES))
    folder = tmp_path_factory.mktemp("framed") / "own"
    return save_classifier(folder, task, FRAMES, model, {**ABOUT, "at": str(folder)})


def copied(model: Classifier, to: Path) -> Path:
    to.mkdir()
    for file in Path(model.card["at"]).iterdir():
        (to / file.name).write_bytes(file.read_bytes())
    return to


def test_a_classifier_is_read_back_as_it_was_written(stored: Classifier) -> None:
    again = load_classifier(Path(stored.card["at"]))
    assert again.version == "own@1"
    assert again.labels == ("plain", "loaded")
    assert np.allclose(again.chances(TEXTS), stored.chances(TEXTS), atol=0.01)
    assert again.thresholds == pytest.approx(stored.thresholds)
    assert again.chances([]).shape == (0, 1)


def test_several_labels_are_read_back_too(framed: Classifier) -> None:
    again = load_classifier(Path(framed.card["at"]))
    assert again.chances(STORIES).shape == (len(STORIES), 2)
    assert np.allclose(again.chances(STORIES), framed.chances(STORIES), atol=0.01)
    assert again.chances([]).shape == (0, 2)


def test_no_word_of_the_training_texts_is_stored(stored: Classifier) -> None:
    for file in Path(stored.card["at"]).iterdir():
        content = file.read_bytes()
        assert b"thugs" not in content
        assert b"shameless" not in content
    with np.load(Path(stored.card["at"]) / "weights.npz", allow_pickle=False) as arrays:
        assert {arrays[name].dtype.kind for name in arrays.files} == {"f"}


def spoil(folder: Path, change: dict | None = None, arrays: dict | None = None) -> Path:
    """The model with another card or other arrays, its hash made to fit."""
    card = json.loads((folder / "card.json").read_text())
    card |= change or {}
    with np.load(folder / "weights.npz") as found:
        kept = {name: found[name] for name in found.files} | (arrays or {})
    buffer = io.BytesIO()
    np.savez(buffer, **kept)
    (folder / "weights.npz").write_bytes(buffer.getvalue())
    card["sha256"] = {"weights.npz": sha256(buffer.getvalue()).hexdigest()}
    (folder / "card.json").write_text(json.dumps(card))
    return folder


NAN = np.full(1, np.nan)


@pytest.mark.parametrize(
    ("change", "arrays", "named"),
    [
        ({"task": "astrology"}, {}, "task: found 'astrology'"),
        ({"labels": ["one"]}, {}, "labels"),
        ({"labels": ["a", "a"]}, {}, "labels"),
        ({"features": {}}, {}, "features"),
        ({"features": {"words": {"kind": "os.system"}}}, {}, "accepted kinds"),
        ({"features": {"words": {"kind": "ngrams", "unit": "word"}}}, {}, "accepted parameters"),
        ({"features": {"surface": {"kind": "surface", "path": "/"}}}, {}, "accepted parameters"),
        ({"encoders": {"sentences": "0" * 64}}, {}, "another encoder"),
        ({}, {"intercept": NAN}, "intercept: accepted: an array of finite numbers"),
        ({}, {"threshold": np.array([1.5])}, "threshold"),
        ({}, {"coef": np.zeros((1, 7))}, "accepted, by the card"),
        ({}, {"extra": np.zeros(3)}, "accepted, by the card"),
        ({}, {"slope": np.array(["text"])}, "slope"),
        ({}, {"slope": np.array([1], dtype=object)}, "cannot be read as arrays"),
    ],
)
def test_what_a_model_must_not_hold_is_refused(
    stored: Classifier, tmp_path: Path, change: dict, arrays: dict, named: str
) -> None:
    folder = spoil(copied(stored, tmp_path / "m"), change, arrays)
    with pytest.raises(FramingError, match=named) as told:
        load_classifier(folder)
    assert "\n" not in str(told.value)


def test_the_columns_of_ngrams_have_a_limit(stored: Classifier, tmp_path: Path) -> None:
    features = json.loads(json.dumps(stored.card["features"]))
    features["words"]["columns"] = 2**40
    folder = spoil(copied(stored, tmp_path / "m"), {"features": features})
    with pytest.raises(FramingError, match="columns"):
        load_classifier(folder)


def test_changed_missing_and_pickled_files_are_refused(stored: Classifier, tmp_path: Path) -> None:
    changed = copied(stored, tmp_path / "changed")
    with (changed / "weights.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(FramingError, match=r"is not the file that card\.json names"):
        load_classifier(changed)
    missing = copied(stored, tmp_path / "missing")
    (missing / "weights.npz").unlink()
    with pytest.raises(FramingError, match="cannot be read"):
        load_classifier(missing)
    pickled = copied(stored, tmp_path / "pickled")
    content = pickle.dumps({"coef": 1})
    (pickled / "weights.npz").write_bytes(content)
    card = json.loads((pickled / "card.json").read_text())
    card["sha256"] = {"weights.npz": sha256(content).hexdigest()}
    (pickled / "card.json").write_text(json.dumps(card))
    with pytest.raises(FramingError, match="cannot be read as arrays"):
        load_classifier(pickled)
    (pickled / "card.json").write_text("[]")
    with pytest.raises(FramingError, match=r"card\.json"):
        load_classifier(pickled)


def test_an_unknown_name_says_what_is_accepted() -> None:
    with pytest.raises(FramingError, match="found 'astrology'; accepted: shipped"):
        load_classifiers(["astrology"])


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_classifier_loads_and_has_a_whole_card(name: str) -> None:
    (model,) = load_classifiers([name])
    assert model.task.name == name
    for key in ("data", "limits", "use", "protocol", "figures"):
        assert model.card[key], key
    assert model.card["data"]["terms"]
    chances = model.chances(["The council met on Monday."])
    assert ((chances >= 0) & (chances <= 1)).all()


# ------------------------------------------------------------------------ explanations


def test_leaving_out_the_word_that_matters_lowers_the_score(stored: Classifier) -> None:
    found = explain(stored, "The vile mob approved the plan.")
    assert found.label == "loaded"
    assert {word.text for word in found.top(2)} == {"vile", "mob"}
    assert [found.text[word.start : word.end] for word in found.words] == [
        word.text for word in found.words
    ]
    other = explain(stored, "The vile mob approved the plan.", "plain")
    assert other.chance == pytest.approx(1 - found.chance)
    assert other.words[1].weight == pytest.approx(-found.words[1].weight)
    assert "vile" in str(found)
    with pytest.raises(ValueError, match="accepted: plain, loaded"):
        explain(stored, "a", "purple")


def test_an_explanation_shows_itself_with_its_text_escaped(stored: Classifier) -> None:
    shown = explain(stored, "A <script> vile & mob.")._repr_html_()
    assert "<script>" not in shown
    assert "&lt;" in shown
    assert "&amp;" in shown


def test_the_words_behind_a_frame_come_from_the_text(framed: Classifier) -> None:
    text = "Police arrested two men for the theft."
    words = strongest(framed, text, "crime")
    assert words
    assert all(word in text.lower() for gram in words for word in gram.split())
    assert explain(framed, text).label == "crime"
