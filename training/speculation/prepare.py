"""Parse a corpus once: ``python -m training.speculation.prepare --data FILE -o parsed.jsonl.gz``.

A document a line: its tokens, the rules' hedges in it, and its sentences with their gold cues.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

from framing.actors import Actors
from framing.analysis import analyze_one
from framing.annotators.epistemic.speculation import levels_of
from framing.chosen import RULES
from framing.evaluation.corpora.hedged import read_hedged
from framing.language import Token, load_pipeline, parse


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="of BioScope or SFU")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    nlp = load_pipeline()
    with gzip.open(options.output, "wt", encoding="utf-8") as file:
        for article, sentences in read_hedged(options.data, "hedges"):
            parsed = parse(article, nlp)
            rows = analyze_one(article, Actors(), attribution=RULES).rows
            record = {
                "tokens": [
                    [t.text, t.lemma, t.tag, t.dep, t.start, t.sent, t.head.i]
                    for t in parsed.tokens
                ],
                "levels": levels_of(parsed, rows.epistemic),
                "sentences": [[one.text, one.cues, one.start] for one in sentences],
            }
            file.write(json.dumps(record) + "\n")


def tokens_of(record: dict[str, Any]) -> list[Token]:
    """The tokens of a document, in their tree."""
    tokens = [
        Token(i, text, lemma, tag, dep, start, sent)
        for i, (text, lemma, tag, dep, start, sent, _) in enumerate(record["tokens"])
    ]
    for token, (*_, head) in zip(tokens, record["tokens"], strict=True):
        if head != token.i:
            token.head = tokens[head]
            token.head.children.append(token)
    return tokens


if __name__ == "__main__":
    main()
