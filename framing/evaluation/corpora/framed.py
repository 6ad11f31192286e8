"""Articles with frames: policy frames (SemEval-2023 task 3), narrative frames (climate news)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.evaluation.corpora._records import records, refused, text_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NARRATIVE", "Framed", "read_framed"]

#: What the letters of the narrative frames stand for.
NARRATIVE = {
    "RE": "resolution", "HI": "human interest", "CO": "conflict", "MO": "morality",
    "EC": "economic",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Framed:
    """An article's text with its frames."""

    text: str
    frames: frozenset[str]
    outlet: str | None = None


def read_framed(path: str | Path) -> tuple[tuple[str, ...], list[Framed]]:
    """Read a file of articles with frames, or all files of a folder.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line: ``text`` and ``frames``, a list
        of names, or an object that says of each name true or false; ``outlet`` where present.

    Returns
    -------
    labels : tuple of str
        All frames of the file in alphabetical order; the letters of `NARRATIVE` written out,
        underscores as spaces.
    articles : list of Framed

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above.
    """
    articles = [_checked(record, place) for record, place in records(path, "frames")]
    labels = sorted({name for _, names in articles for name in names})
    return tuple(labels), [one for one, _ in articles]


def _checked(record: dict[str, Any], place: str) -> tuple[Framed, list[str]]:
    given, outlet = record.get("frames"), record.get("outlet")
    if isinstance(given, dict) and all(isinstance(value, bool) for value in given.values()):
        present = [name for name, value in given.items() if value]
    elif isinstance(given, list) and all(isinstance(name, str) and name for name in given):
        present = given
    else:
        accepted = "a list of names, or an object of true and false"
        raise refused(f"{place}: frames", given, accepted)
    if outlet is not None and not isinstance(outlet, str):
        raise refused(f"{place}: outlet", outlet, "a string")
    frames = frozenset(_written(name) for name in present)
    return Framed(text_of(record, place), frames, outlet), [_written(name) for name in given]


def _written(name: str) -> str:
    return NARRATIVE.get(name, name.replace("_", " "))
