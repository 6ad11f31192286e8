"""What a classifier can be made for: what it reads and says, and how it is put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["TASKS", "Task", "build", "task_named"]


@dataclass(frozen=True)
class Task:
    """A kind of judgement.

    Attributes
    ----------
    name : str
    unit : str
        ``"sentence"`` or ``"article"``: what is judged as a whole.
    question : str
        What is asked of it, for reports and cards.
    several : bool
        Whether it may have several labels at once, or none.
    column : str
        The column of the `sentences` table that it fills; empty for those that fill `frames`.
    features : mapping
        The features by name, each a kind (see `framing.classifiers.store.KINDS`) with its
        parameters.
    settings : mapping
        Parameters of `CalibratedLinear`.
    reference : str
        Where the categories come from.
    """

    name: str
    unit: str
    question: str
    several: bool
    column: str
    features: Mapping[str, Mapping[str, Any]]
    settings: Mapping[str, Any]
    reference: str


_SENTENCE: dict[str, dict[str, Any]] = {
    "words": {"kind": "ngrams", "unit": "word", "shortest": 1, "longest": 2, "columns": 2**16},
    "characters": {
        "kind": "ngrams", "unit": "characters", "shortest": 3, "longest": 5, "columns": 2**16
    },
    "surface": {"kind": "surface"},
    "vectors": {"kind": "vectors", "encoder": "sentences", "scale": 4.0},
}  # fmt: skip
_ARTICLE: dict[str, dict[str, Any]] = {
    "words": {"kind": "ngrams", "unit": "word", "shortest": 1, "longest": 2, "columns": 2**16},
    "vectors": {"kind": "articles", "encoder": "sentences", "scale": 1.0, "codebook": ""},
}
_POLICY = {**_ARTICLE, "vectors": {**_ARTICLE["vectors"], "codebook": "policy-frames"}}
_RARE = {"C": 0.3, "class_weight": "balanced", "folds": 3, "threshold": "several"}

#: The tasks by name, in the order in which reports show them.
TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        Task(
            "lexical-bias", "sentence", "Is the sentence worded in a biased way?", False,
            "lexical_bias", _SENTENCE, {"C": 1.0, "folds": 3},
            "Spinde et al. (2021), Neural media bias detection using distant supervision with BABE",
        ),
        Task(
            "loaded-language", "sentence", "Does it hold loaded language or name-calling?",
            False, "loaded_language", _SENTENCE, {"C": 1.0, "folds": 3, "threshold": "f1"},
            "Da San Martino et al. (2019), Fine-grained analysis of propaganda in news articles",
        ),
        Task(
            "policy-frames", "article", "Through which aspects of policy is the issue seen?", True,
            "", _POLICY, _RARE,
            "Boydstun et al. (2014), Tracking the development of media frames; Piskorski et al. "
            "(2023), SemEval-2023 task 3",
        ),
        Task(
            "narrative-frames", "article", "Which story is told: conflict, morality ...?",
            True, "", _ARTICLE, _RARE,
            "Frermann et al. (2023), Conflicts, villains, resolutions: towards models of narrative "
            "media framing",
        ),
        Task(
            "frames", "article", "Which of your own frames are in the article?", True, "",
            _ARTICLE, _RARE, "your own codebook",
        ),
    )
}  # fmt: skip


def task_named(name: str) -> Task:
    """A task by its name.

    Raises
    ------
    FramingError
        If there is none.

    Examples
    --------
    >>> task_named("lexical-bias").unit
    'sentence'
    """
    if name not in TASKS:
        raise FramingError(f"task: found {name!r}; accepted: {', '.join(TASKS)}")
    return TASKS[name]


def build(task: Task, *, without: Sequence[str] = ()) -> Any:
    """An unfitted pipeline for a task: its features, then a calibrated linear classifier.

    Parameters
    ----------
    task : Task
    without : sequence of str
        Names of features to leave out.

    Returns
    -------
    sklearn.pipeline.Pipeline
        Takes a sequence of texts. Of a task with `several` labels the target is a table of 0
        and 1, a column a label.

    Examples
    --------
    >>> list(build(TASKS["lexical-bias"], without=["vectors"]).named_steps)
    ['features', 'classify']
    """
    from sklearn.multioutput import MultiOutputClassifier
    from sklearn.pipeline import FeatureUnion, Pipeline

    from framing.classifiers.linear import CalibratedLinear
    from framing.classifiers.store import made

    parts = [(name, made(given)) for name, given in task.features.items() if name not in without]
    linear = CalibratedLinear(**task.settings)
    last = MultiOutputClassifier(linear) if task.several else linear
    return Pipeline([("features", FeatureUnion(parts)), ("classify", last)])
