"""Classifiers on disk: a card in JSON, weights in npz; nothing in them is ever executed.

A model is a folder with ``card.json`` (name, version, task, labels, features with their
parameters, the SHA-256 of the weights, the figures), ``weights.npz`` (arrays of numbers) and
``CARD.md``, the same for people. On loading, kinds and parameters must be known ones, every array
must have the shape and type that follow from the card and hold finite numbers only, and the
encoder must be the one that the model was trained with.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from framing.classifiers.codebook import CODEBOOKS
from framing.classifiers.tasks import TASKS, Task
from framing.encoder.cards import CARD, checked_files
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy import ndarray

__all__ = ["KINDS", "WEIGHTS", "Classifier", "load_classifier", "made", "save_classifier"]

#: The file of the arrays.
WEIGHTS = "weights.npz"

#: Kinds of features, and of each parameter the type and the values accepted.
KINDS: dict[str, dict[str, tuple[type, Any]]] = {
    "ngrams": {
        "unit": (str, ("word", "characters")),
        "shortest": (int, range(1, 10)),
        "longest": (int, range(1, 10)),
        "columns": (int, range(2, 2**20 + 1)),
    },
    "surface": {},
    "vectors": {"encoder": (str, None), "scale": (float, None)},
    "articles": {
        "encoder": (str, None),
        "scale": (float, None),
        "codebook": (str, ("", *CODEBOOKS)),
    },
}

#: Arrays that features learn, by the names of their attributes, and the type they are kept in.
_LEARNED = {"idf": "float16", "mean": "float32"}

#: The most labels a model may have.
_MOST_LABELS = 200


@dataclass(frozen=True)
class Classifier:
    """A fitted classifier with what its card says.

    Attributes
    ----------
    task : Task
    labels : tuple of str
        Of one judgement with two answers, the two, the one that is looked for last.
    pipeline : sklearn.pipeline.Pipeline
        Takes a sequence of texts.
    card : dict
        All that the card says; JSON-ready.
    """

    task: Task
    labels: tuple[str, ...]
    pipeline: Any = field(repr=False)
    card: Mapping[str, Any] = field(repr=False)

    @property
    def version(self) -> str:
        """``name@version``, as in the evidence of what it finds."""
        return f"{self.card['name']}@{self.card['version']}"

    def chances(self, texts: Sequence[str]) -> ndarray:
        """Calibrated probabilities.

        Returns
        -------
        ndarray, (texts, labels)
            In [0, 1]; of a task without `several` labels one column, for the last label.
        """
        import numpy as np

        if not texts:
            return np.zeros((0, len(self.labels) if self.task.several else 1))
        found = self.pipeline.predict_proba(list(texts))
        if self.task.several:
            return np.column_stack([column[:, 1] for column in found])
        return np.asarray(found)[:, 1:]

    @property
    def thresholds(self) -> tuple[float, ...]:
        """From which probability on each column of `chances` is a yes."""
        last = self.pipeline.named_steps["classify"]
        own = last.estimators_ if self.task.several else [last]
        return tuple(float(one.threshold_) for one in own)


def made(given: Mapping[str, Any]) -> Any:
    """An unfitted feature of a recipe: its kind, and its parameters by name."""
    chosen = {name: value for name, value in given.items() if name != "kind"}
    return _kinds()[given["kind"]](**chosen)


def _kinds() -> dict[str, type]:
    """The class of each kind of feature."""
    from framing.classifiers.article_vectors import ArticleVectors
    from framing.classifiers.ngrams import HashedNgrams
    from framing.classifiers.surface import SurfaceFeatures
    from framing.classifiers.vectors import EncoderVectors

    return {
        "ngrams": HashedNgrams, "surface": SurfaceFeatures, "vectors": EncoderVectors,
        "articles": ArticleVectors,
    }  # fmt: skip


# ------------------------------------------------------------------------ writing


def save_classifier(
    folder: Path, task: Task, labels: Sequence[str], pipeline: Any, about: Mapping[str, Any]
) -> Classifier:
    """Write a fitted pipeline, as `framing.classifiers.tasks.build` makes it.

    Parameters
    ----------
    folder : Path
        Made if it is not there.
    about : mapping
        What else the card says; ``name`` and ``version`` are needed.

    Raises
    ------
    FramingError
        If the folder cannot be written.
    """
    import numpy as np

    arrays: dict[str, Any] = dict(_arrays(pipeline))
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    weights = buffer.getvalue()
    features = {name: _recipe(part) for name, part in _features(pipeline)}
    card = {
        **about,
        "task": task.name,
        "labels": list(labels),
        "features": features,
        "sha256": {WEIGHTS: sha256(weights).hexdigest()},
        "encoders": _encoders(features),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / WEIGHTS).write_bytes(weights)
        written = json.dumps(card, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
        (folder / CARD).write_text(written, encoding="utf-8")
    except OSError as error:
        raise FramingError(f"{folder}: cannot be written: {error.strerror}") from error
    return Classifier(task, tuple(labels), pipeline, card)


def _features(pipeline: Any) -> list[tuple[str, Any]]:
    return list(pipeline.named_steps["features"].transformer_list)


def _recipe(part: Any) -> dict[str, Any]:
    kinds = {of: kind for kind, of in _kinds().items()}
    return {"kind": kinds[type(part)], **part.get_params()}


def _encoders(features: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The encoders of a recipe with the SHA-256 of their networks."""
    from framing.encoder.sentences import load_sentence_encoder

    names = {given["encoder"] for given in features.values() if "encoder" in given}
    return {name: load_sentence_encoder(name).digest for name in sorted(names)}


def _arrays(pipeline: Any) -> list[tuple[str, ndarray]]:
    """What was learned, as arrays: weights in half precision, the rest in full."""
    import numpy as np

    found = [
        (f"{name}.{learned}", getattr(part, f"{learned}_").astype(kept))
        for name, part in _features(pipeline)
        for learned, kept in _LEARNED.items()
        if hasattr(part, f"{learned}_")
    ]
    last = pipeline.named_steps["classify"]
    models = getattr(last, "estimators_", [last])
    wide = np.concatenate([one.coef_ for one in models])
    found.append(("coef", wide.astype(np.float16)))
    for name in ("intercept", "slope", "shift"):
        found.append((name, np.concatenate([getattr(one, f"{name}_") for one in models])))
    found.append(("threshold", np.array([one.threshold_ for one in models])))
    return found


# ------------------------------------------------------------------------ reading


def load_classifier(folder: Path) -> Classifier:
    """Load a classifier, from this package or from elsewhere, after checking all that is in it.

    Raises
    ------
    FramingError
        If a file is missing or is not the one that the card names, or the card or an array
        holds anything but what is accepted.
    """
    card, files = checked_files(folder, [WEIGHTS])
    where = f"{folder / CARD}"
    task = TASKS.get(card.get("task", ""))
    if task is None:
        raise FramingError(
            f"{where}: task: found {card.get('task')!r}; accepted: {', '.join(TASKS)}"
        )
    labels = card.get("labels")
    if (
        not isinstance(labels, list)
        or not all(isinstance(label, str) and label for label in labels)
        or not (2 <= len(set(labels)) == len(labels) <= _MOST_LABELS or (task.several and labels))
        or (not task.several and len(labels) != 2)
    ):
        raise FramingError(f"{where}: labels: found {labels!r:.60}; accepted: a list of texts")
    features = _checked_features(card.get("features"), where)
    known = card.get("encoders")
    if _encoders(features) != known:
        raise FramingError(
            f"{where}: encoders: the model was trained with another encoder than the one "
            "installed; train it again, or install the version that it names"
        )
    arrays = _read_arrays(files[WEIGHTS], folder / WEIGHTS)
    pipeline = _rebuilt(task, features, labels, arrays, folder / WEIGHTS)
    return Classifier(task, tuple(labels), pipeline, card)


def _checked_features(given: Any, where: str) -> dict[str, dict[str, Any]]:
    if not isinstance(given, dict) or not given:
        raise FramingError(f"{where}: features: found {given!r:.60}; accepted: an object")
    for name, recipe in given.items():
        kind = recipe.get("kind") if isinstance(recipe, dict) else None
        if kind not in KINDS:
            raise FramingError(f"{where}: features.{name}: accepted kinds: {', '.join(KINDS)}")
        accepted = KINDS[kind]
        if set(recipe) - {"kind"} != set(accepted):
            names = ", ".join(accepted) or "none"
            raise FramingError(f"{where}: features.{name}: accepted parameters: {names}")
        for key, (of, values) in accepted.items():
            value = recipe[key]
            good = type(value) is of and (values is None or value in values)
            if of is float:
                good = good and math.isfinite(value) and 0 < value <= 1000
            if not good:
                raise FramingError(f"{where}: features.{name}.{key}: cannot be {value!r:.60}")
    return given


def _read_arrays(content: bytes, path: Path) -> dict[str, ndarray]:
    """The arrays of an npz file that holds numbers only; what unpacks to too much is refused."""
    import numpy as np

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > 2**30:
                raise FramingError(f"{path}: unpacks to more than a gigabyte")
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            found = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, zipfile.BadZipFile, EOFError, KeyError) as error:
        raise FramingError(f"{path}: cannot be read as arrays: {error}") from error
    for name, array in found.items():
        if array.dtype.kind != "f" or not np.isfinite(array).all():
            raise FramingError(f"{path}: {name}: accepted: an array of finite numbers")
    return {name: array.astype(np.float64) for name, array in found.items()}


def _rebuilt(
    task: Task,
    features: Mapping[str, Mapping[str, Any]],
    labels: Sequence[str],
    arrays: Mapping[str, ndarray],
    path: Path,
) -> Any:
    import numpy as np
    from sklearn.multioutput import MultiOutputClassifier
    from sklearn.pipeline import FeatureUnion, Pipeline

    from framing.classifiers.linear import CalibratedLinear
    from framing.classifiers.surface import FEATURES
    from framing.encoder.sentences import WIDTH

    rows = len(labels) if task.several else 1
    widths, shapes = {}, dict[str, tuple[int, ...]]()
    for name, given in features.items():
        match given["kind"]:
            case "ngrams":
                widths[name] = int(given["columns"])
                shapes[f"{name}.idf"] = (widths[name],)
            case "articles":
                widths[name] = WIDTH + len(CODEBOOKS.get(given["codebook"], ()))
                shapes[f"{name}.mean"] = (WIDTH,)
            case kind:
                widths[name] = {"surface": len(FEATURES), "vectors": WIDTH}[kind]
    shapes["coef"] = (rows, sum(widths.values()))
    shapes |= dict.fromkeys(("intercept", "slope", "shift", "threshold"), (rows,))
    found = {name: array.shape for name, array in arrays.items()}
    if found != shapes:
        raise FramingError(f"{path}: found arrays {found}; accepted, by the card: {shapes}")
    if not ((arrays["threshold"] > 0) & (arrays["threshold"] < 1)).all():
        raise FramingError(f"{path}: threshold: accepted: numbers between 0 and 1")
    parts = []
    for name, given in features.items():
        part = made(given)
        for learned in _LEARNED:
            if f"{name}.{learned}" in arrays:
                setattr(part, f"{learned}_", arrays[f"{name}.{learned}"])
        parts.append((name, part))
    models = []
    for row in range(rows):
        one = CalibratedLinear(**task.settings)
        one.classes_ = np.array([0, 1])
        one.n_features_in_ = arrays["coef"].shape[1]
        one.coef_ = arrays["coef"][[row]]
        for name in ("intercept", "slope", "shift"):
            setattr(one, f"{name}_", arrays[name][[row]])
        one.threshold_ = float(arrays["threshold"][row])
        models.append(one)
    last: Any = models[0]
    if task.several:
        last = MultiOutputClassifier(CalibratedLinear(**task.settings))
        last.estimators_ = models
        last.classes_ = [one.classes_ for one in models]
    return Pipeline([("features", FeatureUnion(parts)), ("classify", last)])
