"""What gives clusters of spans: the analysis by its actors, or the learned coreference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from framing.actors import Actors
from framing.annotators import builtin_lexicons, name_table
from framing.encoder import clusters
from framing.language import load_pipeline, parse

if TYPE_CHECKING:
    from framing.article import Article
    from framing.encoder import Coreference
    from framing.evaluation.task import Task

__all__ = ["Predict", "by_actors", "by_model", "found_by", "systems"]

Span = tuple[int, int]

#: Gives the clusters of an article: the offsets of spans that mean the same.
Predict = Callable[["Article"], Sequence[Sequence[Span]]]


def by_actors(task: Task) -> Predict:
    """The mentions of the analysis, those of one actor a cluster."""
    actors = task.actors or Actors()

    def predict(article: Article) -> Sequence[Sequence[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        for mention in task.analyse(article, actors).rows.mentions:
            found[mention.actor].append((mention.start, mention.end))
        return list(found.values())

    return predict


def by_model(task: Task, model: Coreference) -> Predict:
    """Learned coreference on the parse that the analysis would read."""
    actors = task.actors or Actors()
    nlp = load_pipeline(task.pipeline)
    neighbours = builtin_lexicons().neighbours

    def predict(article: Article) -> Sequence[Sequence[Span]]:
        parsed = parse(article, nlp, name_table(actors, article.text), neighbours)
        return [[(one.start, one.end) for one in held] for held in clusters(parsed, model)]

    return predict


def systems(task: Task, predict: Predict | None = None) -> dict[str, Predict]:
    """What is scored: `predict`, or else the task's learned coreference and beside it the analysis.

    The first is named "". Where the analysis goes by the rules, it stands alone.
    """
    if predict is not None:
        return {"": predict}
    if task.linker is None:
        return {"": by_actors(task)}
    return {"": by_model(task, task.linker), "actors": by_actors(task)}


def found_by(
    task: Task, articles: Sequence[Article], predict: Predict | None = None
) -> dict[str, list[Sequence[Sequence[Span]]]]:
    """The clusters of each article by each of `systems`, told of as the work goes on."""
    asked = systems(task, predict)
    found: dict[str, list[Sequence[Sequence[Span]]]] = {name: [] for name in asked}
    for article in task.watch(list(articles)):
        for name, system in asked.items():
            found[name].append(system(article))
    return found
