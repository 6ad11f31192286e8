"""The `framing-report` command; the only place that prints, and the only one that exits.

A verb is a file here and one line in `framing.cli.app.VERBS`.
"""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line: exit 0 done, 1 a `FramingError`, 2 usage, 3 below a floor."""
    from framing.cli._start import tame_streams, use_one_thread

    use_one_thread()
    tame_streams()
    from framing.cli.app import app

    app()
