"""The classifiers that ship with the package, and those that a user names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.classifiers.store import WEIGHTS, load_classifier
from framing.encoder.sentiment import SentimentNetwork, load_sentiment
from framing.encoder.stored import MODELS
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.classifiers.store import Classifier

__all__ = ["SENTIMENT", "SHIPPED", "Opinions", "load_classifiers", "opinions_of", "shipped"]

#: The name that stands for all classifiers of the package.
SHIPPED = "shipped"

#: The name of the one that judges mentions of actors, not sentences or articles.
SENTIMENT = "sentiment"


@dataclass(frozen=True)
class Opinions:
    """Who is asked for a second opinion: classifiers, and the network for sentiment, if any."""

    classifiers: tuple[Classifier, ...] = ()
    sentiment: SentimentNetwork | None = None

    def __bool__(self) -> bool:
        """Whether anybody is asked."""
        return bool(self.classifiers) or self.sentiment is not None

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """What each is asked, and its ``name@version``."""
        found = [(one.task.name, one.version) for one in self.classifiers]
        if self.sentiment is not None:
            found.append(("sentiment toward a mention", self.sentiment.version))
        return tuple(found)


def shipped() -> tuple[str, ...]:
    """Names of the classifiers that ship with the package.

    Examples
    --------
    >>> "lexical-bias" in shipped()
    True
    """
    return tuple(sorted(path.parent.name for path in MODELS.glob(f"*/{WEIGHTS}")))


def opinions_of(names: Iterable[str | Path]) -> Opinions:
    """All who are meant by names: as `load_classifiers`, and ``"sentiment"``.

    Raises
    ------
    FramingError
        If there is none of a name, or its files are not what its card says.
    """
    wanted = list(names)
    sentiment = load_sentiment() if {SENTIMENT, SHIPPED} & {*map(str, wanted)} else None
    return Opinions(load_classifiers(one for one in wanted if one != SENTIMENT), sentiment)


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
        accepted = f"{SHIPPED}, {', '.join(shipped())}, {SENTIMENT}, or the folder of a model"
        raise FramingError(f"classifier: found {str(name)!r}; accepted: {accepted}")
    return [Path(name)]


_loaded = lru_cache(maxsize=16)(load_classifier)
