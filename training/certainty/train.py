"""Learn the weights of event certainty: ``python -m training.certainty.train --data DIR``.

Median regression (a linear support vector machine with no margin) on the features that
`framing.annotators.epistemic.certainty` reads off the text. The penalty is chosen by
cross-validation over blocks of neighbouring sentences of the train part; the dev part is scored
once and chooses nothing.
"""

from __future__ import annotations

import argparse
import json
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVR

from framing.analysis import analyze_one
from framing.annotators.epistemic.certainty import LIMIT
from framing.chosen import RULES
from framing.evaluation.against_uw_factuality import score
from framing.evaluation.corpora.uw_factuality import read_uw_factuality
from framing.evaluation.events import BLOCK, read_events
from framing.evaluation.task import Task

PENALTIES = (0.01, 0.03, 0.1, 0.3)
FOLDS, SEED = 5, 13
#: Features of fewer events than these are left out, and weights are rounded to so many digits.
LEAST, DIGITS = 8, 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="with train and dev")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--version", default="1.0.0")
    options = parser.parse_args()
    train = options.data / "train.jsonl.gz"
    found, labels, groups = read(train)
    folds = {penalty: cross_validated(found, labels, groups, penalty) for penalty in PENALTIES}
    penalty = min(folds, key=lambda one: folds[one]["mae"])
    weights, base = fit(found, labels, penalty)
    options.output.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"base": base, "weights": weights}, indent=1, sort_keys=True) + "\n"
    (options.output / "weights.json").write_text(content, encoding="utf-8")
    dev, dev_labels, _ = read(options.data / "dev.jsonl.gz")
    card = {
        "name": "certainty",
        "version": options.version,
        "sha256": {"weights.json": sha256(content.encode()).hexdigest()},
        "data_sha256": sha256(train.read_bytes()).hexdigest(),
        "events": len(labels),
        "penalty": penalty,
        "folds": folds[penalty],
        "dev": score(zip(dev_labels, predict(dev, weights, base), strict=True)),
    }
    (options.output / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({**card, "all_folds": {str(key): folds[key] for key in folds}}, indent=1))


def read(path: Path) -> tuple[list[tuple[str, ...]], list[float], list[int]]:
    """Features, labels, and the block of sentences each event is from."""
    sentences = list(read_uw_factuality(path))
    task = Task(path, partial(analyze_one, attribution=RULES))
    found = read_events([(one.text, one.events) for one in sentences], task)
    labels = [label for one in sentences for label in one.labels]
    groups = [number // BLOCK for number, one in enumerate(sentences) for _ in one.labels]
    return found, labels, groups


def fit(
    found: list[tuple[str, ...]], labels: list[float], penalty: float
) -> tuple[dict[str, float], float]:
    """A weight for each feature, and the base."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(names, 1.0) for names in found])
    kept = np.asarray(matrix.sum(0))[0] >= LEAST
    model = LinearSVR(epsilon=0, C=penalty, max_iter=5000, random_state=SEED)
    model.fit(matrix[:, kept], labels)
    names = vectors.get_feature_names_out()[kept]
    pairs = zip(names.tolist(), model.coef_.tolist(), strict=True)
    return {name: round(value, DIGITS) for name, value in pairs}, round(model.intercept_[0], DIGITS)


def predict(found: list[tuple[str, ...]], weights: dict[str, float], base: float) -> list[float]:
    """Certainties, as the package works them out."""
    scores = (base + sum(weights.get(name, 0.0) for name in names) for names in found)
    return [max(-LIMIT, min(LIMIT, value)) for value in scores]


def cross_validated(
    found: list[tuple[str, ...]], labels: list[float], groups: list[int], penalty: float
) -> dict[str, Any]:
    """Scores over blocks of sentences that the model has not seen."""
    numbers = np.zeros(len(labels))
    for seen, unseen in GroupKFold(FOLDS).split(labels, groups=groups):
        model = fit([found[n] for n in seen], [labels[n] for n in seen], penalty)
        numbers[unseen] = predict([found[n] for n in unseen], *model)
    return score(zip(labels, numbers.tolist(), strict=True))


if __name__ == "__main__":
    main()
