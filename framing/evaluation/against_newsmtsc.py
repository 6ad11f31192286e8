"""Sentiment toward actors against NewsMTSC, beside the majority and a linear classifier.

Sentences that the network learned from are left out, and counted: of the file it was trained on
one fold in five, grouped by sentence, remains; of any other file, all. The baselines are scored on
the same targets. They learn from the sentences that the network learned from where the file holds
some, else from the other folds of the file.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from framing.classifiers.sentiment import LABELS, Toward, toward
from framing.encoder.targets import FOLDS, fold_of, sentence_key
from framing.errors import FramingError
from framing.evaluation.corpora.newsmtsc import Targeted, read_newsmtsc
from framing.evaluation.forms import form_of
from framing.evaluation.scoring import precision_recall_f1, shown
from framing.measures.intervals import bootstrap

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from framing.encoder.sentiment import SentimentNetwork
    from framing.evaluation.task import Task

__all__ = [
    "ITEMS",
    "PROTOCOL",
    "SUMMARY_COLUMNS",
    "baselines",
    "evaluate",
    "reliability",
    "renamed",
    "score",
    "summary_table",
]

#: How it is scored; a change in it changes this name.
PROTOCOL = (
    f"newsmtsc-1: macro-F1 of three labels on sentences the model did not learn from, one fold of "
    f"{FOLDS} grouped by sentence where it learned from the file"
)

#: What ``n`` counts.
ITEMS = "targets"

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "p", "r", "f1")

#: Characters around the target whose words the linear classifier sees as words of their own.
_NEAR = 40

#: The name that every other is replaced by.
_NAME = "Robin Hale"

#: What is no part of a word.
_MARKS = '.,;:!?“”"()'

#: Into how many equal parts of [0, 1] the chances are sorted to see whether they are right.
_BINS = 10


def evaluate(task: Task, network: SentimentNetwork | None = None) -> dict[str, Any]:
    """Score the model's sentiment on a NewsMTSC file.

    Parameters
    ----------
    task : Task
    network : SentimentNetwork, optional
        Another than the one that ships.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (targets scored), ``learned_from`` (targets
        left out), and ``scores``: those of `score`, ``renamed`` and ``baselines`` (see there).

    Raises
    ------
    FramingError
        If the model learned from every sentence of the file.
    """
    from framing.encoder.sentiment import load_sentiment

    network = network or load_sentiment()
    items = list(read_newsmtsc(task.path))
    held = [item for item in items if sentence_key(item.text) not in network.learned]
    learned = [item for item in items if sentence_key(item.text) in network.learned]
    if not held:
        raise FramingError(f"{task.path}: the model learned from every sentence of it")
    found = [_toward(network, item) for item in held]
    return {
        "corpus": "newsmtsc",
        "protocol": PROTOCOL,
        "n": len(held),
        "learned_from": len(learned),
        "scores": {
            **score(held, found),
            "renamed": renamed(network, held, found),
            "baselines": baselines(held, learned),
        },
    }


def _toward(network: SentimentNetwork, item: Targeted) -> Toward:
    """The chances of one target; alike where the network can say nothing."""
    [found] = toward(item.text, [(item.start, item.end)], [(0, len(item.text))], network)
    return found or Toward(1 / 3, 1 / 3, 1 / 3)


def renamed(
    network: SentimentNetwork, items: Sequence[Targeted], found: Sequence[Toward]
) -> dict[str, Any]:
    """How far it is the name that decides: all targets that are names get one and the same.

    Returns
    -------
    dict
        ``n`` (targets that are names), ``kept`` (the share whose label stays) and ``macro_f1``
        before and after; None where no target is a name.
    """
    pairs = [(item, one) for item, one in zip(items, found, strict=True) if _is_name(item)]
    if not pairs:
        return {"n": 0, "kept": None, "before": None, "after": None}
    gold, before = [item.label for item, _ in pairs], [one.label for _, one in pairs]
    after = [_toward(network, _renamed(item)).label for item, _ in pairs]
    return {
        "n": len(pairs),
        "kept": sum(a == b for a, b in zip(before, after, strict=True)) / len(pairs),
        "before": _macro(gold, before)["macro_f1"],
        "after": _macro(gold, after)["macro_f1"],
    }


def _is_name(item: Targeted) -> bool:
    return form_of(item.text[item.start : item.end]) == "name"


def _renamed(item: Targeted) -> Targeted:
    text = f"{item.text[: item.start]}{_NAME}{item.text[item.end :]}"
    return Targeted(text, item.start, item.start + len(_NAME), item.label)


def score(items: Sequence[Targeted], found: Sequence[Toward]) -> dict[str, Any]:
    """Macro-F1, accuracy, the figures of each label, and how far the chances can be trusted.

    Returns
    -------
    dict
        ``macro_f1`` with ``low`` and ``high`` of its 95 % interval (bootstrap over sentences),
        ``accuracy``, ``labels`` (p, r, f1 of each), ``reliability``.

    Examples
    --------
    >>> from framing.evaluation.corpora.newsmtsc import Targeted
    >>> items = [Targeted("A.", 0, 1, "negative"), Targeted("B.", 0, 1, "positive")]
    >>> scores = score(items, [Toward(0.8, 0.1, 0.1), Toward(0.6, 0.1, 0.3)])
    >>> scores["accuracy"], round(scores["labels"]["negative"]["f1"], 2)
    (0.5, 0.67)
    """
    gold, said = [item.label for item in items], [one.label for one in found]
    low, high = _interval(items, said)
    chances = [max(one.negative, one.neutral, one.positive) for one in found]
    return {
        **_macro(gold, said),
        "low": low,
        "high": high,
        "accuracy": sum(a == b for a, b in zip(gold, said, strict=True)) / len(gold),
        "labels": {label: _label(label, gold, said) for label in LABELS},
        "reliability": reliability(gold, said, chances),
    }


def _macro(gold: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    figures = [_label(label, gold, said)["f1"] or 0.0 for label in LABELS]
    return {"macro_f1": sum(figures) / len(figures)}


def _label(label: str, gold: Sequence[str], said: Sequence[str]) -> dict[str, Any]:
    both = sum(a == b == label for a, b in zip(gold, said, strict=True))
    return precision_recall_f1(both, said.count(label) - both, gold.count(label) - both)


def _interval(items: Sequence[Targeted], said: Sequence[str]) -> tuple[float | None, float | None]:
    """Of macro-F1; all targets of a sentence are drawn together."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0] * (3 * len(LABELS)))
    for item, guess in zip(items, said, strict=True):
        row = counts[item.text]
        for at, label in enumerate(LABELS):
            row[3 * at] += item.label == guess == label
            row[3 * at + 1] += item.label == label
            row[3 * at + 2] += guess == label
    low, high, _ = bootstrap(
        list(counts.values()),
        lambda sums: (2 * sums[0::3] / (sums[1::3] + sums[2::3])).mean(0),
    )
    return low, high


def reliability(
    gold: Sequence[str], said: Sequence[str], chances: Sequence[float]
) -> dict[str, Any]:
    """Whether what is given a chance of p is right in a share p of the cases.

    Returns
    -------
    dict
        ``error``: the expected calibration error, in [0, 1]; ``bins``: for each tenth in which
        there are any, ``n``, the mean ``chance`` and the share that is ``right``.

    References
    ----------
    Guo et al. 2017, On Calibration of Modern Neural Networks, ICML.
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for right, guess, chance in zip(gold, said, chances, strict=True):
        bins.setdefault(min(_BINS - 1, int(chance * _BINS)), []).append((chance, right == guess))
    found = [
        {
            "n": len(rows),
            "chance": sum(chance for chance, _ in rows) / len(rows),
            "right": sum(right for _, right in rows) / len(rows),
        }
        for _, rows in sorted(bins.items())
    ]
    gaps = (one["n"] * abs(one["chance"] - one["right"]) for one in found)
    return {"error": sum(gaps) / len(gold), "bins": found}


# ------------------------------------------------------------------------ baselines


def baselines(held: Sequence[Targeted], learned: Sequence[Targeted]) -> dict[str, Any]:
    """Macro-F1 without the network: always the commonest label, and words alone.

    The linear classifier sees the sentence's words and, as words of their own, those within
    forty characters of the target. Both learn from `learned`, or without any from the folds of
    `held` in turn.
    """
    if learned:
        splits = [(learned, held)]
    else:
        folds = [(fold_of(item.text), item) for item in held]
        splits = [
            (
                [item for own, item in folds if own != fold],
                [one for own, one in folds if own == fold],
            )
            for fold in sorted({own for own, _ in folds})
        ]
    learners: dict[str, Callable[[], Any]] = {"majority": _majority, "linear": _linear}
    return {name: _learnt(learner, splits) for name, learner in learners.items()}


def _learnt(
    learner: Callable[[], Any], splits: Sequence[tuple[Sequence[Targeted], Sequence[Targeted]]]
) -> dict[str, float | None]:
    gold: list[str] = []
    said: list[str] = []
    for learned, held in splits:
        if len({item.label for item in learned}) > 1:
            model = learner().fit(list(map(_words, learned)), [item.label for item in learned])
            gold += [item.label for item in held]
            said += [str(label) for label in model.predict(list(map(_words, held)))]
    return {**_macro(gold, said)} if gold else {"macro_f1": None}


def _words(item: Targeted) -> str:
    """The sentence, the target as one word, and the words around it marked as near."""
    near = item.text[max(0, item.start - _NEAR) : item.start].split()[1:]
    near += item.text[item.end : item.end + _NEAR].split()[:-1]
    text = f"{item.text[: item.start]} targetword {item.text[item.end :]}"
    return " ".join([text, *("near_" + word.strip(_MARKS) for word in near)])


def _majority() -> Any:
    from sklearn.dummy import DummyClassifier

    return DummyClassifier(strategy="most_frequent")


def _linear() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=1)
    return make_pipeline(words, LinearSVC(C=0.3))


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`."""
    rows = [
        (label, *(shown(one[key]) for key in ("p", "r", "f1")))
        for label, one in scores["labels"].items()
    ]
    rows.append(("macro", "", "", shown(scores["macro_f1"])))
    interval = f"{shown(scores['low'])} to {shown(scores['high'])}"
    rows.append(("macro, 95 % interval", "", "", interval))
    rows += [
        (f"macro, {name}", "", "", shown(one["macro_f1"]))
        for name, one in scores["baselines"].items()
    ]
    other = scores["renamed"]
    rows.append((f"macro, {other['n']} names", "", "", shown(other["before"])))
    rows.append(("macro, all the same name", "", "", shown(other["after"])))
    rows.append(("labels kept with it", "", "", shown(other["kept"])))
    rows.append(("calibration error", "", "", shown(scores["reliability"]["error"])))
    return rows
