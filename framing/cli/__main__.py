"""``python -m framing.cli`` is `framing-report`."""

from framing.cli import main

main()
