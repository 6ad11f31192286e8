"""The files of a stored model, each held against the hash on the model's card."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["CARD", "checked_files", "digest", "read_card"]

#: The card of a model, in its folder.
CARD = "card.json"


def read_card(folder: Path) -> dict[str, Any]:
    """What a model's card says.

    Raises
    ------
    FramingError
        If it cannot be read, is not a JSON object, or lacks a name, a version or hashes.
    """
    path = folder / CARD
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FramingError(f"{path}: cannot be read as a model's card: {reason}") from error
    kinds = {"name": str, "version": str, "sha256": dict}
    for key, kind in kinds.items():
        found = card.get(key) if isinstance(card, dict) else None
        if not isinstance(found, kind) or not found:
            accepted = f"an object with {', '.join(kinds)}"
            raise FramingError(f"{path}: {key}: found {found!r:.60}; accepted: {accepted}")
    return dict(card)


def checked_files(folder: Path, names: Iterable[str]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The card of a model and its files.

    Raises
    ------
    FramingError
        If a file cannot be read, or is not the one that the card names.
    """
    card = read_card(folder)
    files: dict[str, bytes] = {}
    for name in names:
        try:
            files[name] = (folder / name).read_bytes()
        except OSError as error:
            raise FramingError(f"{folder / name}: cannot be read: {error.strerror}") from error
        if sha256(files[name]).hexdigest() != card["sha256"].get(name):
            raise FramingError(f"{folder / name}: is not the file that {CARD} names")
    return card, files


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, of a folder's those of its files in the order of names."""
    found = sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.is_file():
            found.update(file.read_bytes())
    return found.hexdigest()
