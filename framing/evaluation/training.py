"""From coded texts to a stored model with honest figures and a card."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError
from framing.evaluation.crossvalidation import FOLDS, SEED, learning_curve, out_of_fold
from framing.evaluation.labelled import several, single

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy import ndarray

    from framing.classifiers import Classifier, Task
    from framing.evaluation.corpora.coded import Coded

__all__ = ["card_text", "fewest", "labels_of", "train"]

#: Answers that are taken for a yes without being told.
_YES = ("1", "yes", "true", "biased", "loaded")

#: Texts of a label without which no folds can be drawn and calibrated.
fewest = 2 * FOLDS


def labels_of(coded: Sequence[Coded], task: Task, positive: str | None = None) -> tuple[str, ...]:
    """The labels of a training set, of a judgement with two answers the yes last.

    Raises
    ------
    FramingError
        If there are not two answers, which of them is the yes cannot be told, or a label has
        too few texts.
    """
    counts = Counter(label for one in coded for label in one.labels)
    labels = sorted(counts)
    if not task.several:
        if len(labels) != 2:
            raise FramingError(
                f"{task.name}: found {len(labels)} answers ({', '.join(labels[:6])}); accepted: two"
            )
        told = [name for name in labels if name == positive] if positive is not None else [
            name for name in labels if name.lower() in _YES
        ]  # fmt: skip
        if len(told) != 1:
            raise FramingError(
                f"{task.name}: which of {', '.join(labels)} is the yes? Name it with --positive"
            )
        labels.sort(key=lambda name: name == told[0])
    for label in labels:
        if min(counts[label], len(coded) - counts[label]) < fewest:
            raise FramingError(
                f"label {label!r}: {counts[label]} of {len(coded)} texts have it; needed: at "
                f"least {fewest} with it and {fewest} without"
            )
    return tuple(labels)


def train(
    coded: Sequence[Coded],
    task: Task,
    labels: Sequence[str],
    folder: Path,
    about: Mapping[str, Any],
    *,
    without: Sequence[str] = (),
    curve: bool = True,
    folds: int = FOLDS,
) -> Classifier:
    """Score a task's classifier on coded texts by cross-validation, fit it on all, and store it.

    Parameters
    ----------
    coded : sequence of Coded
    labels : sequence of str
        As `labels_of` gives them.
    folder : Path
        Where the model is written, with ``card.json`` and ``CARD.md``.
    about : mapping
        What else the card says: ``name``, ``version``, and of the data its terms.
    without : sequence of str
        Features to leave out.
    curve : bool
        Whether to fit on parts of the texts too, for a learning curve.
    folds : int
        Of the cross-validation.
    """
    import numpy as np

    from framing.classifiers import build, save_classifier

    texts = [one.text for one in coded]
    gold = np.array([[label in one.labels for label in labels] for one in coded], bool)
    if not task.several:
        gold = gold[:, -1]
    target = gold.astype(int)
    whole = all(one.group is not None for one in coded)
    groups = [str(one.group) for one in coded] if whole else None
    make = partial(build, task, without=without)
    said = out_of_fold(make, texts, target, groups, folds)
    score = partial(_macro, task, labels)
    figures = _figures(task, labels, gold, said.found, said.chances)
    grown = learning_curve(make, texts, target, groups, score) if curve else []
    model = make()
    more = {} if groups is None else {"classify__groups": np.array(groups)}
    model.fit(texts, target, **more)
    card = {
        **about,
        "question": task.question,
        "reference": task.reference,
        "texts": len(texts),
        "groups": len(set(groups)) if groups is not None else None,
        "texts_by_label": dict(zip(labels, _counts(task, gold), strict=True)),
        "protocol": _protocol(groups is not None, folds),
        "figures": figures,
        "learning_curve": grown,
    }
    made = save_classifier(folder, task, labels, model, card)
    try:
        (folder / "CARD.md").write_text(card_text(made.card), encoding="utf-8")
    except OSError as error:
        raise FramingError(f"{folder}: cannot be written: {error.strerror}") from error
    return made


def _protocol(grouped: bool, folds: int) -> str:
    kept = "no group on both sides" if grouped else "texts drawn one by one (no groups were given)"
    return (
        f"{folds} folds, seed {SEED}, {kept}; weights, calibration and thresholds fitted inside "
        "the training part of each fold"
    )


def _counts(task: Task, gold: ndarray) -> list[int]:
    if task.several:
        return [int(number) for number in gold.sum(0)]
    return [int((~gold).sum()), int(gold.sum())]


def _figures(
    task: Task, labels: Sequence[str], gold: ndarray, found: ndarray, chances: ndarray
) -> dict[str, Any]:
    import numpy as np

    if task.several:
        usual = np.tile(gold.mean(0) > 0.5, (len(gold), 1))
        scores = several(labels, gold, found, chances)
        return {**scores, "baselines": {"majority": several(labels, gold, usual)}}
    usual = np.full(len(gold), 2 * int(gold.sum()) > len(gold))
    scores = single(gold, found[:, 0], chances[:, 0])
    return {**scores, "baselines": {"majority": single(gold, usual)}}


def _macro(task: Task, labels: Sequence[str], target: ndarray, found: ndarray) -> float:
    scores = several(labels, target == 1, found) if task.several else single(target == 1, found)
    return float(scores["macro_f1"] or 0.0)


# ------------------------------------------------------------------------ the card


def card_text(card: Mapping[str, Any]) -> str:
    """A model's card for people, from the card in JSON."""
    figures = card["figures"]
    about = card.get("data") or {}
    lines = [
        f"# {card['name']} {card['version']}",
        "",
        f"{card['question']} Task `{card['task']}`; labels: {', '.join(card['labels'])}.",
        f"Categories: {card['reference']}.",
        "",
        "## Data and terms",
        "",
        f"{card['texts']} texts" + (f" in {card['groups']} groups" if card["groups"] else "") + ": "
        + ", ".join(f"{name} {number}" for name, number in card["texts_by_label"].items()) + ".",
        *(f"{key.capitalize()}: {value}." for key, value in about.items()),
        "",
        "## Figures",
        "",
        f"Protocol: {card['protocol']}.",
        "",
        "| | macro-F1 | micro-F1 | calibration error (ECE) |",
        "|---|---:|---:|---:|",
        f"| this model | {_shown(figures['macro_f1'])} | {_shown(figures['micro_f1'])} | "
        f"{_shown(figures['reliability']['ece'])} |",
        *(
            f"| {name} | {_shown(entry['macro_f1'])} | {_shown(entry['micro_f1'])} | |"
            for name, entry in figures["baselines"].items()
        ),
        "",
    ]  # fmt: skip
    by_label = figures.get("by_label") or {str(card["labels"][-1]): figures}
    lines += ["| label | precision | recall | F1 |", "|---|---:|---:|---:|"]
    lines += [
        f"| {name} | {_shown(one['p'])} | {_shown(one['r'])} | {_shown(one['f1'])} |"
        for name, one in by_label.items()
    ]
    bins = figures["reliability"]["bins"]
    lines += ["", "Said and seen, by tenths of probability: "]
    lines[-1] += (
        "; ".join(f"{one['said']:.2f}: {one['seen']:.2f} (n = {one['n']})" for one in bins) + "."
    )
    if card["learning_curve"]:
        lines += ["", "Learning curve (macro-F1 by texts trained on): "]
        lines[-1] += (
            "; ".join(f"{one['texts']:.0f}: {one['score']:.3f}" for one in card["learning_curve"])
            + "."
        )
    for title in ("transfer", "limits", "use"):
        if card.get(title):
            lines += ["", f"## {title.capitalize()}", "", str(card[title])]
    return "\n".join(lines) + "\n"


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
