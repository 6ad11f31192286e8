"""Draw articles that nobody annotated, for teachers to read.

``python -m training.news FILE=NUMBER ... -o news.jsonl.gz``: so many articles of each JSON Lines
file with ``text``, the same ones each time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from pathlib import Path

SEED = 5

#: How many characters of an article are read, to the end of a paragraph; the fewest that count.
MOST, SHORTEST = 8000, 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", help="FILE=NUMBER")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    drawn = [text for one in options.files for text in draw(one)]
    lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in drawn)
    options.output.write_bytes(gzip.compress(lines.encode(), mtime=0))
    print(f"{len(drawn)} articles, {sum(map(len, drawn))} characters")


def draw(chosen: str, most: int = MOST) -> list[str]:
    """The beginnings of so many articles of a file, FILE=NUMBER, in whole paragraphs."""
    path, _, number = chosen.rpartition("=")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    begun = [beginning(text, most) for text in random.Random(SEED).sample(texts, len(texts))]
    return [text for text in begun if SHORTEST < len(text) < 2 * most][: int(number)]


def beginning(text: str, most: int) -> str:
    """The paragraphs of a text that begin within its first so many characters."""
    end = text.find("\n", most)
    return text if end < 0 else text[:end]


if __name__ == "__main__":
    main()
