"""Classifiers of lexical bias against BABE's labels.

Without a model the classifier of the package is trained anew in each of five folds, drawn four
ways: stratified by label; no article (url) on both sides; no topic on both sides; no outlet on
both sides. What is fitted, calibration and threshold included, is fitted inside the training part.
The encoder is frozen and saw no sentence of BABE. With a model, that model scores every sentence.

The labels follow the outlets, so the rule that gives each sentence its outlet's more frequent label
in the other folds stands beside every figure, with the more frequent label of all and TF-IDF of
words alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from framing.evaluation.corpora.babe import BIASED, LABELS, read_babe
from framing.evaluation.crossvalidation import out_of_fold, splits
from framing.evaluation.labelled import COLUMNS, group_rule, row, single

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framing.classifiers import Classifier
    from framing.evaluation.corpora.babe import Judged
    from framing.evaluation.task import Task

__all__ = ["ITEMS", "PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "score", "summary_table"]

#: The rules above; a change in them changes this name.
PROTOCOL = "babe-1"

#: What `n` counts.
ITEMS = "sentences"

SUMMARY_COLUMNS = COLUMNS

#: What else than words the TF-IDF baseline leaves out.
_MORE = ("characters", "surface", "vectors")


def evaluate(task: Task) -> dict[str, Any]:
    """Score the package's classifier, or a stored one, on a BABE file or folder: see `score`."""
    sentences = [one for _, block in read_babe(task.path) for one in block]
    return score([one for one in sentences if one.label in LABELS[:2]], task.classifier)


def score(sentences: list[Judged], classifier: Classifier | None = None) -> dict[str, Any]:
    """Score a classifier on judged sentences; those without agreement are to be left out before.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` and ``scores``, in [0, 1]: ``macro_f1``,
        ``micro_f1``, ``f1`` of Biased and ``reliability`` of the stratified folds (or of the
        stored model), ``by_url``, ``by_topic`` and ``by_outlet`` where the sentences have them,
        and ``baselines``: ``outlet_rule``, ``majority``, ``tfidf``.
    """
    import numpy as np

    texts = [one.text for one in sentences]
    gold = np.array([one.label == BIASED for one in sentences])
    target = gold.astype(int)
    folds = list(splits(target))
    outlets = [one.outlet for one in sentences]
    alike: list[str | None] = [None] * len(sentences)
    baselines = {
        "outlet_rule": single(gold, np.array(group_rule(gold.tolist(), outlets, folds))),
        "majority": single(gold, np.array(group_rule(gold.tolist(), alike, folds))),
    }
    if classifier is not None:
        chances = classifier.chances(texts)[:, 0]
        found = single(gold, chances >= classifier.thresholds[0], chances)
        scores = {"model": classifier.version, **found, "baselines": baselines}
    else:
        from framing.classifiers import TASKS, build

        task = TASKS["lexical-bias"]
        make = partial(build, task)
        said = out_of_fold(make, texts, target)
        scores = single(gold, said.found[:, 0], said.chances[:, 0])
        for name in ("url", "topic", "outlet"):
            groups = [str(getattr(one, name)) for one in sentences]
            if len(set(groups)) >= 5:
                said = out_of_fold(make, texts, target, groups)
                scores[f"by_{name}"] = single(gold, said.found[:, 0], said.chances[:, 0])
        said = out_of_fold(partial(build, task, without=_MORE), texts, target)
        baselines["tfidf"] = single(gold, said.found[:, 0], said.chances[:, 0])
        scores["baselines"] = baselines
    return {"corpus": "babe", "protocol": PROTOCOL, "n": len(sentences), "scores": scores}


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`."""
    first = scores.get("model", "five folds, stratified")
    rows = [row(first, scores)]
    for name in ("url", "topic", "outlet"):
        if f"by_{name}" in scores:
            rows.append(row(f"five folds, no {name} on both sides", scores[f"by_{name}"]))
    names = {
        "outlet_rule": "outlet rule, no text",
        "majority": "majority",
        "tfidf": "TF-IDF of words",
    }
    rows += [row(f"  {names[name]}", entry) for name, entry in scores["baselines"].items()]
    return rows
