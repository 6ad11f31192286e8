"""Sentence and document classifiers: a learned second opinion beside the lexicons.

Features of a text (hashed n-grams, lexicon and syntax, vectors of the small encoder) and a
calibrated linear classifier, all scikit-learn estimators; models stored as JSON and npz.

Examples
--------
>>> from framing.classifiers import explain, load_classifiers
>>> (classifier,) = load_classifiers(["lexical-bias"])
>>> found = explain(classifier, "The thugs shamelessly looted the shop.")
>>> found.label, found.chance > 0.5
('biased', True)
"""

from __future__ import annotations

from framing.classifiers.article_vectors import ArticleVectors
from framing.classifiers.linear import CalibratedLinear
from framing.classifiers.ngrams import HashedNgrams
from framing.classifiers.occlusion import Explanation, explain
from framing.classifiers.opinion import second_opinion
from framing.classifiers.sentiment import TargetSentiment, toward, with_sentiment
from framing.classifiers.shipped import SHIPPED, Opinions, load_classifiers, opinions_of, shipped
from framing.classifiers.store import Classifier, load_classifier, save_classifier
from framing.classifiers.surface import SurfaceFeatures
from framing.classifiers.tasks import TASKS, Task, build, task_named
from framing.classifiers.vectors import EncoderVectors

__all__ = [
    "SHIPPED",
    "TASKS",
    "ArticleVectors",
    "CalibratedLinear",
    "Classifier",
    "EncoderVectors",
    "Explanation",
    "HashedNgrams",
    "Opinions",
    "SurfaceFeatures",
    "TargetSentiment",
    "Task",
    "build",
    "explain",
    "load_classifier",
    "load_classifiers",
    "opinions_of",
    "save_classifier",
    "second_opinion",
    "shipped",
    "task_named",
    "toward",
    "with_sentiment",
]
