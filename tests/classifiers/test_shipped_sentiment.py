"""The sentiment model that ships: its files, what it says of plain cases, its estimator."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.model_selection import GridSearchCV

from framing.classifiers.sentiment import TargetSentiment, toward
from framing.encoder import MODELS
from framing.encoder.sentiment import FILES, load_sentiment
from framing.errors import FramingError

FOLDER = MODELS / "sentiment"

BAD = ("lied to the dockers", "is a coward and a fraud", "poisoned the river and hid it")
GOOD = ("saved three children", "was praised for her courage", "won the admiration of all")
PLAIN = ("will travel to Oslo on Monday", "read out a statement", "arrived at noon")
NAMES = ("The minister", "Ada Holm", "Senator Rask", "The union", "Ines Vale")


def said(sentence: str, target: str) -> str:
    start = sentence.index(target)
    [found] = toward(sentence, [(start, start + len(target))], [(0, len(sentence))])
    return found.label


def cases():
    return [
        (f"{name} {what}.", name, label)
        for label, group in (("negative", BAD), ("positive", GOOD), ("neutral", PLAIN))
        for what in group
        for name in NAMES
    ]


def test_plain_cases_are_told_apart_whatever_the_name():
    right = np.mean([said(sentence, name) == label for sentence, name, label in cases()])
    assert right >= 0.85


#: The first is blamed, the second praised.
CONTRASTS = (
    "Critics called {0} a coward, while {1} won the admiration of all.",
    "{0} lied to the dockers, and {1} comforted their families.",
    "{1} saved the children whom {0} had abandoned.",
    "{0} was booed; {1} was cheered.",
    "Unlike the corrupt {0}, {1} was praised for honest work.",
    "{1}, widely respected, accused {0} of stealing from the poor.",
    "{0}, a liar and a thief, insulted the brave and generous nurse {1}.",
    "{0}, a liar and a thief, praised {1}.",
    "{0} was sentenced for fraud, and {1} was honoured for courage.",
    "The crowd jeered at {0} and applauded {1}.",
)


def test_of_two_targets_in_a_sentence_the_blamed_one_scores_lower():
    right = []
    for contrast in CONTRASTS:
        for names in (("Senator Rask", "Ada Holm"), ("Ines Vale", "the union")):
            text = contrast.format(*names)
            starts = [text.index(name) for name in names]
            spans = [(at, at + len(name)) for at, name in zip(starts, names, strict=True)]
            blamed, praised = toward(text, spans, [(0, len(text))])
            right.append(blamed.score < praised.score)
    assert np.mean(right) >= 0.85


def test_a_sentence_is_read_by_itself():
    alone = toward("Ada Holm lied.", [(0, 8)], [(0, 14)])
    text = "She saved us all. Ada Holm lied. A hero!"
    assert toward(text, [(18, 26)], [(0, 17), (18, 32), (33, 40)]) == alone


def test_it_is_small_and_names_its_files_and_its_data():
    card = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))
    assert sum((FOLDER / name).stat().st_size for name in FILES) <= 25e6
    assert set(card["sha256"]) == set(FILES)
    assert len(card["data_sha256"]) == 64
    assert "MIT" in (FOLDER / "CARD.md").read_text(encoding="utf-8")
    assert len(load_sentiment().learned) > 5000


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_the_card_does_not_name_is_refused(tmp_path, name):
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    with (folder / name).open("ab") as file:
        file.write(b"x")
    with pytest.raises(FramingError, match=f"{name}: is not the file that card.json names"):
        load_sentiment.__wrapped__(folder)


def test_a_missing_model_is_told(tmp_path):
    with pytest.raises(FramingError, match="the sentiment model cannot be loaded"):
        load_sentiment.__wrapped__(tmp_path)


def items():
    given = [(sentence, 0, len(name)) for sentence, name, _ in cases()]
    return given, [label[:3] for *_, label in cases()]


def test_the_estimator_learns_ones_own_labels():
    X, y = items()
    fitted = TargetSentiment().fit(X[::2], y[::2])
    assert set(fitted.classes_) == {"neg", "neu", "pos"}
    assert np.mean(fitted.predict(X[1::2]) == y[1::2]) >= 0.85
    assert fitted.predict_proba(X[:3]).sum(1) == pytest.approx(1)


def test_the_estimator_is_one_of_scikit_learns():
    X, y = items()
    search = GridSearchCV(TargetSentiment(), {"C": [0.01, 1.0]}, cv=3).fit(X, y)
    assert search.best_score_ > 0.7
    assert clone(TargetSentiment(C=3)).get_params() == {"C": 3, "class_weight": None}
    with pytest.raises(NotFittedError):
        TargetSentiment().predict(X)


def test_a_target_that_is_not_there_is_told():
    with pytest.raises(FramingError, match=r"X\[1\]: no word at 50:60"):
        TargetSentiment().fit([("A cat.", 0, 5), ("A cat.", 50, 60)], ["a", "b"])
