"""What the scorers of policy frames and of narrative frames share.

Without a model the classifier of the package is trained anew in each of five folds of articles;
calibration and thresholds are fitted inside the training part. With a model that has the same
labels, that model scores every article; of a model with other labels the pairs of frames that
mean nearly the same are compared (`ALIKE`).

Beside every figure stand the majority (a label for all where more than half of the other folds
have it) and TF-IDF of words with plain logistic regression.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from framing.evaluation.corpora.framed import read_framed
from framing.evaluation.crossvalidation import out_of_fold, splits
from framing.evaluation.labelled import COLUMNS, auc, row, several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy import ndarray

    from framing.classifiers import Classifier
    from framing.evaluation.corpora.framed import Framed
    from framing.evaluation.task import Task

__all__ = ["ALIKE", "COLUMNS", "ITEMS", "evaluate", "score", "summary_table"]

#: What `n` counts.
ITEMS = "articles"

#: Frames of two codebooks that mean nearly the same.
ALIKE = (frozenset({"economic", "Economic"}), frozenset({"morality", "Morality"}))


def evaluate(task: Task, corpus: str, kind: str) -> dict[str, Any]:
    """Score the classifier of a task of the package, or a stored one; see `score`."""
    labels, articles = read_framed(task.path)
    return score(labels, articles, corpus, kind, task.classifier)


def score(
    labels: Sequence[str],
    articles: Sequence[Framed],
    corpus: str,
    kind: str,
    classifier: Classifier | None = None,
) -> dict[str, Any]:
    """Score a classifier on articles with frames.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` and ``scores``, in [0, 1]: ``macro_f1``,
        ``micro_f1``, ``by_label`` and ``reliability``, ``by_outlet`` (no outlet on both sides)
        where there are five, and ``baselines``: ``majority``, ``tfidf``. Of a stored model with
        other labels: ``transfer``, the AUC of each pair in `ALIKE`.
    """
    import numpy as np

    texts = [one.text for one in articles]
    gold = np.array([[label in one.frames for label in labels] for one in articles], bool)
    target = gold.astype(int)
    folds = list(splits(target))
    common = np.zeros(gold.shape, bool)
    for train, test in folds:
        common[test] = gold[train].mean(0) > 0.5
    baselines: dict[str, Any] = {"majority": several(labels, gold, common)}
    if classifier is not None:
        scores = {"model": classifier.version, **_stored(classifier, labels, texts, gold)}
    else:
        from framing.classifiers import TASKS, build

        make = partial(build, TASKS[kind])
        said = out_of_fold(make, texts, target)
        scores = several(labels, gold, said.found, said.chances)
        outlets = [_outlet(one.outlet) for one in articles]
        if len(set(outlets)) >= 5:
            said = out_of_fold(make, texts, target, outlets)
            scores["by_outlet"] = several(labels, gold, said.found, said.chances)
        baselines["tfidf"] = several(labels, gold, _tfidf(texts, target, folds))
    scores["baselines"] = baselines
    return {"corpus": corpus, "protocol": f"{corpus}-1", "n": len(articles), "scores": scores}


def _stored(
    classifier: Classifier, labels: Sequence[str], texts: Sequence[str], gold: ndarray
) -> dict[str, Any]:
    import numpy as np

    chances = classifier.chances(texts)
    if set(labels) <= set(classifier.labels):
        at = [classifier.labels.index(label) for label in labels]
        found = chances[:, at] >= np.array(classifier.thresholds)[at]
        return several(labels, gold, found, chances[:, at])
    pairs = {
        f"{theirs} for {ours}": auc(gold[:, labels.index(ours)], chances[:, number])
        for number, theirs in enumerate(classifier.labels)
        for ours in labels
        if {theirs, ours} in ALIKE
    }
    return {"macro_f1": None, "micro_f1": None, "transfer": pairs}


def _tfidf(texts: Sequence[str], target: ndarray, folds: Sequence[tuple[Any, Any]]) -> ndarray:
    """Plain TF-IDF of words and logistic regression, one label at a time, cut at one half."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline

    found = np.zeros(target.shape, bool)
    for train, test in folds:
        linear = OneVsRestClassifier(LogisticRegression(class_weight="balanced", max_iter=1000))
        model = make_pipeline(TfidfVectorizer(sublinear_tf=True, min_df=2), linear)
        model.fit([texts[at] for at in train], target[train])
        found[test] = model.predict([texts[at] for at in test]) == 1
    return found


def _outlet(name: str | None) -> str:
    """An outlet's name as one word, since corpora write it in several ways."""
    return "".join(char for char in (name or "").lower() if char.isalnum())


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `COLUMNS`."""
    rows = [row(scores.get("model", "five folds of articles"), scores)]
    if "by_outlet" in scores:
        rows.append(row("five folds, no outlet on both sides", scores["by_outlet"]))
    rows += [row(f"  {label}", entry) for label, entry in scores.get("by_label", {}).items()]
    rows += [row(f"  {pair}", {"auc": value}) for pair, value in scores.get("transfer", {}).items()]
    rows += [row(f"  baseline: {name}", entry) for name, entry in scores["baselines"].items()]
    return rows
