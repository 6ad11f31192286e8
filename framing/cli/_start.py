"""A lean start: what the command's own process does before the first article.

None of this happens in a program that imports `framing`.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from types import ModuleType
from typing import Any

__all__ = ["import_spacy", "tame_streams", "use_one_thread"]

#: What numpy's linear algebra reads when it is first loaded.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

#: What spaCy imports of its own command line, which brings two HTTP clients along.
UNUSED = ("spacy.cli", "spacy.cli.info")


def use_one_thread() -> None:
    """Use one thread for linear algebra unless the user's environment says otherwise.

    The matrices of one article are small: more threads cost more than they give.
    """
    for name in THREADS:
        os.environ.setdefault(name, "1")


def tame_streams() -> None:
    """Print a character that the terminal's encoding lacks as ``?`` instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def import_spacy() -> None:
    """Import spaCy without its command line: a third of the time that importing it takes.

    ``import spacy`` imports `spacy.cli` for one function, `spacy.info`, and with it the means
    to download models, which nothing here may do. Stand-ins take their place during the
    import and are gone after it, so that ``import spacy.cli`` still gives the real one.
    """
    if "spacy" in sys.modules:
        return
    for name in UNUSED:
        sys.modules[name] = ModuleType(name)
    vars(sys.modules["spacy.cli.info"])["info"] = _info
    try:
        importlib.import_module("spacy")
    finally:
        for name in UNUSED:
            sys.modules.pop(name, None)


def _info(*args: Any, **kwargs: Any) -> Any:
    """`spacy.info`, imported when it is first called."""
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)
