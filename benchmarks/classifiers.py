"""How many sentences the shipped sentence classifiers judge in a second of one processor.

``python benchmarks/classifiers.py babe/sentences.jsonl.gz`` times the reading of all classifiers of
sentences together, with the encoder and without it (features and weights of the rest), on sentences
that each is given for the first time; then the training of one from its features.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from time import process_time

os.environ.setdefault("OMP_NUM_THREADS", "1")

from framing.classifiers import TASKS, build, load_classifiers, shipped
from framing.evaluation.corpora.babe import BIASED, read_babe

NUMBER = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a BABE file")
    options = parser.parse_args()
    every = [one for _, block in read_babe(options.data) for one in block]
    texts = list(dict.fromkeys(one.text for one in every))
    names = [name for name in shipped() if TASKS[name].unit == "sentence"]
    models = load_classifiers(names)
    for model in models:
        model.chances(["The council met on Monday."])
    begun = process_time()
    for model in models:
        model.chances(texts[:NUMBER])
    spent = process_time() - begun
    print(f"{', '.join(names)}: {NUMBER / spent:.0f} sentences a second, with the encoder")
    other = texts[NUMBER : 2 * NUMBER]
    begun = process_time()
    for model in models:
        for name, part in model.pipeline.named_steps["features"].transformer_list:
            if name != "vectors":
                part.transform(other)
    spent = process_time() - begun
    print(f"{', '.join(names)}: {NUMBER / spent:.0f} sentences a second, without it")
    begun = process_time()
    target = [int(one.label == BIASED) for one in every]
    build(TASKS["lexical-bias"], without=["vectors"]).fit([one.text for one in every], target)
    print(f"training on {len(every)} sentences without the encoder: {process_time() - begun:.0f} s")


if __name__ == "__main__":
    main()
