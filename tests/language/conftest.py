"""Lets these tests use the hand-made parses of the annotators' tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "annotators"))
