"""The classifiers that ship with the package, and those that a user names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.classifiers.store import WEIGHTS, load_classifier
from framing.encoder.tagger import MODELS
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.classifiers.store import Classifier

__all__ = ["SHIPPED", "load_classifiers", "shipped"]

#: The name that stands for all classifiers of the package.
SHIPPED = "shipped"


def shipped() -> tuple[str, ...]:
    """Names of the classifiers that ship with the package.

    Examples
    --------
    >>> "lexical-bias" in shipped()
    True
    """
    return tuple(sorted(path.parent.name for path in MODELS.glob(f"*/{WEIGHTS}")))


def load_classifiers(names: Iterable[str | Path]) -> tuple[Classifier, ...]:
    """Classifiers by name or folder, each loaded once a process.

    Parameters
    ----------
    names : iterable of str or Path
        ``"shipped"`` for all that the package has, one of `shipped`, or a folder that
        ``framing-report train`` wrote.

    Raises
    ------
    FramingError
        If there is none of a name, or its files are not what its card says.
    """
    folders = [folder for name in names for folder in _folders(name)]
    return tuple(_loaded(folder) for folder in dict.fromkeys(folders))


def _folders(name: str | Path) -> list[Path]:
    if name == SHIPPED:
        return [MODELS / one for one in shipped()]
    if name in shipped():
        return [MODELS / name]
    if not Path(name).is_dir():
        accepted = f"{SHIPPED}, {', '.join(shipped())}, or the folder of a model"
        raise FramingError(f"classifier: found {str(name)!r}; accepted: {accepted}")
    return [Path(name)]


_loaded = lru_cache(maxsize=16)(load_classifier)
