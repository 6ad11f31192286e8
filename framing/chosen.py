"""Which models an analysis uses: loaded by the names that a user gives, and told of in reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from framing.encoder import load_coreference, load_tagger
from framing.errors import FramingError
from framing.language.pipeline import pipeline_version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from framing.annotators import Lexicons
    from framing.classifiers import Opinions
    from framing.encoder import Coreference, Tagger

__all__ = [
    "LEARNED", "RULES", "load_attribution", "load_linker", "load_opinions", "methods_of",
]  # fmt: skip

#: How attributions and coreference can be found, besides by a model of one's own.
LEARNED, RULES = "learned", "rules"

_Model = TypeVar("_Model")


def load_attribution(name: str) -> Tagger | None:
    """The learned tagger, or None for the rules alone.

    Raises
    ------
    FramingError
        If the name is neither of these nor a folder, or the tagger cannot be loaded.
    """
    return _load("attribution", name, load_tagger)


def load_linker(name: str) -> Coreference | None:
    """The learned coreference, or None for the rules alone; see `load_attribution`."""
    return _load("coreference", name, load_coreference)


def _load(parameter: str, name: str, load: Callable[..., _Model]) -> _Model | None:
    from pathlib import Path

    if name == RULES:
        return None
    if name == LEARNED:
        return load()
    if not Path(name).is_dir():
        accepted = f"{LEARNED!r}, {RULES!r} or the folder of a trained model"
        raise FramingError(f"{parameter}: found {name!r}; accepted: {accepted}")
    return load(Path(name))


def load_opinions(names: Sequence[str | Path]) -> Opinions | None:
    """The classifiers of these names, once a process; without names nothing is imported.

    Raises
    ------
    FramingError
        If there is none of a name, or it cannot be loaded.
    """
    if not names:
        return None
    from framing.classifiers import opinions_of

    return opinions_of(names)


def methods_of(
    nlp: Any,
    tagger: Tagger | None,
    linker: Coreference | None,
    lexicons: Lexicons,
    opinions: Opinions | None,
) -> tuple[tuple[str, str], ...]:
    """What an analysis rests on, by name: parser, models, lexicons, with their versions."""
    return (
        ("parser", pipeline_version(nlp)),
        ("attribution", f"learned ({tagger.version}) and rules" if tagger else "rules"),
        ("coreference", f"learned ({linker.version}) and rules" if linker else "rules"),
        ("other annotators", "rules"),
        *((f"lexicon {name}", item.versioned) for name, item in lexicons.by_name.items()),
        *((f"classifier of {name}", one) for name, one in (opinions.versions if opinions else ())),
    )
