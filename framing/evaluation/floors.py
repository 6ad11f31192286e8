"""Quality pinned like behaviour: the scores that an evaluation must not fall below."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FLOORS_FILE", "check_floors", "read_floors"]

#: The floors that ship with the package.
FLOORS_FILE = Path(__file__).with_name("floors.json")

#: A score on fewer gold items than this says too little to be held against a floor.
FEWEST = 5


def read_floors(corpus: str, path: str | Path = FLOORS_FILE) -> dict[str, dict[str, float]]:
    """Read one corpus's floors: ``{"at_least": {score: value}, "at_most": {score: value}}``.

    A score is named by its path in the report's ``scores``, as ``mentions.overlap.f1``.
    A corpus that the file does not name has no floors.

    Raises
    ------
    FramingError
        If the file cannot be read, is not JSON, or holds anything but numbers under these keys.

    Examples
    --------
    >>> read_floors("no such corpus")
    {'at_least': {}, 'at_most': {}}
    """
    try:
        raw = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FramingError(f"{path}: cannot be read as a floors file: {error}") from error
    floors: dict[str, dict[str, float]] = {"at_least": {}, "at_most": {}}
    entry = raw.get(corpus, {}) if isinstance(raw, dict) else raw
    if not isinstance(entry, dict):
        raise FramingError(f"{path}: {corpus}: found {entry!r}; an object is accepted")
    for kind, values in entry.items():
        if kind not in floors or not isinstance(values, dict):
            accepted = "objects named at_least and at_most"
            raise FramingError(f"{path}: {corpus}.{kind}: found {values!r}; accepted: {accepted}")
        for name, value in values.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise FramingError(f"{path}: {corpus}: {name}: found {value!r}; give a number")
            floors[kind][name] = float(value)
    return floors


def check_floors(scores: Mapping[str, Any], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """List what fell below its floor or rose above its ceiling, one line each.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of an evaluation report.
    floors : mapping
        As `read_floors` returns it.

    Returns
    -------
    list of str
        Empty when all is well. A score that is absent or undefined is listed too, so that a
        floor cannot be passed by no longer measuring. A score with fewer than 5 gold items
        behind it is never listed.

    Examples
    --------
    >>> scores = {"mentions": {"overlap": {"f1": 0.4, "tp": 4, "fp": 6, "fn": 6}}}
    >>> check_floors(scores, {"at_least": {"mentions.overlap.f1": 0.5}})
    ['mentions.overlap.f1: 0.400 is below its floor 0.500']
    """
    lines = []
    for kind, values in floors.items():
        for name, limit in values.items():
            value, gold_items = _look_up(scores, name)
            if gold_items is not None and gold_items < FEWEST:
                continue
            if value is None:
                lines.append(f"{name}: not measured, so its limit {limit:.3f} cannot be checked")
            elif kind == "at_least" and value < limit:
                lines.append(f"{name}: {value:.3f} is below its floor {limit:.3f}")
            elif kind == "at_most" and value > limit:
                lines.append(f"{name}: {value:.3f} is above its ceiling {limit:.3f}")
    return lines


def _look_up(scores: Mapping[str, Any], name: str) -> tuple[float | None, int | None]:
    """Find a score and the gold items it rests on, each None where it is not said."""
    *place, last = name.split(".")
    node: Any = scores
    for step in place:
        node = node.get(step) if isinstance(node, dict) else None
    if not isinstance(node, dict):
        return None, None
    value = node.get(last)
    items = None
    if "tp" in node and "fn" in node:
        items = node["tp"] + node["fn"]
    elif last in node.get("accuracy_counts", {}):
        items = node["accuracy_counts"][last]["n"]
    return (float(value) if isinstance(value, int | float) else None), items
