"""The reference annotation (`*.gold.json`): an article and the rows a coder made for it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.actors import Actor, Actors, Contrast, Issue, Side
from framing.article import Article, Zone
from framing.errors import ReadError
from framing.evaluation.corpora._gold_rows import build_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framing.annotation import Rows

__all__ = ["Gold", "read_gold"]

_Item = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """One annotated article; `rows` are of the same kinds as a prediction's."""

    article: Article
    actors: Actors
    rows: Rows


def read_gold(path: str | Path, actors: Actors | None = None) -> Gold:
    """Read a gold file and the article beside it.

    Parameters
    ----------
    path : str or Path
        A ``*.gold.json``; the article lies in the same folder, under the name that
        ``article.source_file`` gives.
    actors : Actors, optional
        Used instead of the actors, sides, contrasts and blocs of the gold file.

    Returns
    -------
    Gold
        What the coder marked debatable has confidence 0.5, everything else 1.0.

    Raises
    ------
    ReadError
        If either file is missing or malformed, or the article is not the one annotated.

    Examples
    --------
    >>> gold = read_gold("tests/data/gold/seed.gold.json")
    >>> gold.actors.contrasts["claims"].side_a, len(gold.rows.attributions)
    ('ANTI', 16)
    """
    path = Path(path)
    raw = _load(path)
    try:
        text = _text(path, raw["article"])
        article = _article(path, raw, text)
        return Gold(article, actors or _actors(raw), build_rows(raw, article))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"missing {error}" if isinstance(error, KeyError) else str(error)
        raise ReadError(
            f"{path}: not a gold file: {what}; accepted: the layers of seed.gold.json"
        ) from error


def _load(path: Path) -> _Item:
    try:
        raw = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ReadError(f"{path}: not UTF-8 JSON: {error}") from error
    if not isinstance(raw, dict) or "article" not in raw:
        raise ReadError(f"{path}: not a gold file: accepted: a JSON object with an 'article'")
    return raw


def _text(path: Path, about: _Item) -> str:
    source = path.parent / str(about["source_file"])
    try:
        data = source.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path}: article.source_file {source.name!r} cannot be read beside it: "
            f"{error.strerror}"
        ) from error
    found = hashlib.sha256(data).hexdigest()
    if found != about["sha256"]:
        raise ReadError(
            f"{source}: sha256 {found[:12]}… differs from {str(about['sha256'])[:12]}… in "
            f"{path.name}; accepted: the file that was annotated, byte for byte"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"{source}: not UTF-8 text: {error.reason}") from error


def _article(path: Path, raw: _Item, text: str) -> Article:
    about = raw["article"]
    zones = tuple(
        Zone(item["kind"], item["start"], item["end"], item.get("paragraph"))
        for item in raw["zones"]
    )
    title = next((text[zone.start : zone.end] for zone in zones if zone.kind == "headline"), None)
    source = str(path.parent / str(about["source_file"]))
    return Article(about["id"], text, zones, title, outlet=about.get("outlet"), path=source)


# ------------------------------------------------------------------- who is who


def _actors(raw: _Item) -> Actors:
    names = {item["name"]: item["id"] for item in raw["actors"]}
    sides = tuple(
        Side(item["id"], item["name"], item.get("bloc"), bool(item.get("debatable")))
        for item in raw["sides"]
    )
    actors = tuple(
        Actor(
            id=item["id"],
            name=item["name"],
            kind=item.get("kind", ""),
            side=item.get("side"),
            affiliation=names.get(_bare(item.get("affiliation"))),
        )
        for item in raw["actors"]
    )
    contrasts = {
        family: Contrast(
            _camp(camp_a, sides), _camp(camp_b, sides), frozenset(camp_a), frozenset(camp_b)
        )
        for family, (camp_a, camp_b) in raw.get("contrasts", {}).items()
    }
    issues = dict.fromkeys(item.get("issue") for item in raw["attributions"])
    return Actors(actors, sides, contrasts, tuple(Issue(issue) for issue in issues if issue))


def _bare(affiliation: str | None) -> str:
    """Drop the remark: "Russia (by inference)" is "Russia"."""
    return (affiliation or "").split(" (")[0].strip()


def _camp(ids: Sequence[str], sides: Iterable[Side]) -> str:
    """Name a camp: by its one side, by its bloc, else by its sides joined."""
    if len(ids) == 1:
        return ids[0]
    blocs: dict[str, set[str]] = {}
    for side in sides:
        if side.bloc:
            blocs.setdefault(side.bloc, set()).add(side.id)
    return next((bloc for bloc, members in blocs.items() if members == set(ids)), "+".join(ids))
