"""Fit the classifiers that ship: ``python -m training.classifiers.ship TASK --data DIR -o MODELS``.

Needs no torch: the encoder is frozen. Each model is cross-validated on the data it is fitted on,
and what it must not be used for stands on its card.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from framing.classifiers import TASKS
from framing.classifiers.surface import lexicon_digest
from framing.encoder.cards import digest
from framing.evaluation.corpora.babe import LABELS, read_babe
from framing.evaluation.corpora.coded import Coded
from framing.evaluation.corpora.framed import read_framed
from framing.evaluation.training import labels_of, train
from training.classifiers.data import lines

if TYPE_CHECKING:
    from collections.abc import Callable

VERSION = "1.0.0"


def lexical_bias(path: Path) -> list[Coded]:
    """The sentences of BABE on which its coders agreed; those of one page are kept together."""
    answers = dict(zip(LABELS[:2], ("biased", "not biased"), strict=True))
    return [
        Coded(one.text, (answers[one.label],), one.url or one.outlet)
        for _, block in read_babe(path)
        for one in block
        if one.label in answers
    ]


def loaded_language(path: Path) -> list[Coded]:
    """The lines of PTC; those of one article are kept together."""
    return [
        Coded(line.text, ("loaded" if line.loaded else "plain",), line.article)
        for line in lines(path)
    ]


def frames(path: Path) -> list[Coded]:
    """Articles with frames."""
    return [Coded(one.text, tuple(sorted(one.frames))) for one in read_framed(path)[1]]


SOURCES: dict[str, tuple[str, Callable[[Path], list[Coded]], str, str]] = {
    "lexical-bias": (
        "babe/sentences.jsonl.gz", lexical_bias,
        "BABE (Spinde et al. 2021): experts' labels of sentences of US news; no terms of their own "
        "are stated for the data, and its authors' own model is CC BY-NC 4.0, so these weights "
        "are for non-commercial use",
        "Labels follow outlets: the rule that gives every sentence its outlet's usual label does "
        "nearly as well without reading it. US topics of 2017 to 2020.",
    ),
    "loaded-language": (
        "ptc/train.jsonl.gz", loaded_language,
        "PTC version 2, train part (Da San Martino et al. 2019): news articles; for research",
        "Lines with a span of loaded language or name-calling. What is loaded in a topic of "
        "another time or place is missed.",
    ),
    "policy-frames": (
        "semeval2023-frames/articles.jsonl.gz", frames,
        "SemEval-2023 task 3, English (Piskorski et al. 2023), mostly opinion pieces; for research",
        "Whole articles. Rare frames (economic, public opinion, capacity and resources) rest on 20 "
        "to 31 articles and are unsure. All articles are also in PTC.",
    ),
    "narrative-frames": (
        "narrative-frames/articles.jsonl.gz", frames,
        "climate news with narrative frames (Frermann et al. 2023); MIT",
        "Whole articles on the climate; on other issues nobody has checked them.",
    ),
}  # fmt: skip

USE = (
    "A second opinion for reading and for drawing samples to code. Not for rating persons, outlets "
    "or single articles, nor for deciding what may be published; not a measure of truth or intent."
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=SOURCES)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    name, read, terms, limits = SOURCES[options.task]
    path = options.data / name
    coded = read(path)
    task = TASKS[options.task]
    about = {
        "name": task.name,
        "version": VERSION,
        "data": {"file": name, "sha256": digest(path), "terms": terms},
        "limits": limits,
        "use": USE,
    }
    if "surface" in task.features:
        about["lexicons_sha256"] = lexicon_digest()
    labels = labels_of(coded, task)
    made = train(
        coded, task, labels, options.output / task.name, about, curve=False, folds=options.folds
    )
    figures = made.card["figures"]
    print(task.name, {key: figures[key] for key in ("macro_f1", "micro_f1")})


if __name__ == "__main__":
    main()
