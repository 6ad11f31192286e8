"""What the words of a long text add to a linear score, read off its weights."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.classifiers.store import Classifier

__all__ = ["strongest"]


def strongest(classifier: Classifier, text: str, label: str, number: int = 5) -> tuple[str, ...]:
    """The words and pairs of words of a text that speak most for a label.

    To leave out each word in turn would mean reading a long article hundreds of times; of the
    hashed n-grams of words the weights say the same at once. Hashes cannot be read back: what is
    listed are n-grams of this text, and one may owe its weight to another with the same hash.

    Parameters
    ----------
    classifier : Classifier
        Of a task with several labels.
    label : str
        One of its labels.

    Returns
    -------
    tuple of str
        The strongest first, none of which holds another; empty for a classifier without
        n-grams of words.
    """
    import numpy as np

    from framing.classifiers.ngrams import HashedNgrams, ngrams

    parts = classifier.pipeline.named_steps["features"].transformer_list
    row = classifier.labels.index(label)
    model = classifier.pipeline.named_steps["classify"].estimators_[row]
    weights, at = model.coef_[0], 0
    found: defaultdict[str, float] = defaultdict(float)
    for _, part in parts:
        values = part.transform([text])
        if isinstance(part, HashedNgrams) and part.unit == "word":
            dense = np.asarray(values.todense()).ravel() * weights[at : at + part.columns]
            for gram, column in ngrams(part, text).items():
                found[gram] = max(found[gram], float(dense[column]))
        at += values.shape[1]
    chosen: list[str] = []
    for gram, weight in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if weight <= 0 or len(chosen) == number:
            break
        words = set(gram.split())
        if not any(words & set(other.split()) for other in chosen):
            chosen.append(gram)
    return tuple(chosen)
