"""Speed as ratios in one run: the whole analysis beside the parser alone, and the cold command.

Run from the project's root: ``python benchmarks/speed.py``. *Bare* is the same spaCy pipeline on
the same blocks of text, with the same batch size, in the same process. Times are the best of
several; the first, which loads everything, is left out.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from framing.actors import Actors, load_actors
from framing.analysis import analyze_one
from framing.annotators import Resources, annotate, builtin_lexicons, name_table, naming
from framing.annotators._reading import read
from framing.encoder import clusters, load_coreference, load_tagger
from framing.language import load_pipeline, parse
from framing.measures import compute
from framing.reading import read_articles
from framing.reporting import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from framing.article import Article

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "data" / "gold"
REPEATS = 7


def best(work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of several runs."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def cases() -> list[tuple[Article, Actors]]:
    """The seed and the gold articles, each with its actors file."""
    seed = next(iter(read_articles(ROOT / "seeds")))
    found = [(seed, load_actors(ROOT / "seeds" / "douma.actors.toml"))]
    for path in sorted(GOLD.glob("*.actors.toml")):
        text = path.with_name(path.name.replace(".actors.toml", ".txt"))
        found.append((next(iter(read_articles(text))), load_actors(path)))
    return found


def main() -> None:
    """Print the tables of `results.md`."""
    nlp = load_pipeline()
    print("| article | words | bare, ms | without coreference | ratio | analysis | ratio |")
    print("|---|---|---|---|---|---|---|")
    totals = [0.0, 0.0, 0.0]
    articles = cases()
    for article, actors in articles:
        analyze_one(article, actors)
        parsed = parse(article, nlp)
        blocks = [article.text[block.start : block.end] for block in parsed.blocks]
        bare = best(lambda blocks=blocks: list(nlp.pipe(blocks, batch_size=8)))
        some, whole = (
            best(partial(analyze_one, article, actors, coreference=which))
            for which in ("rules", "learned")
        )
        totals = [total + more for total, more in zip(totals, (bare, some, whole), strict=True)]
        _line(f"{article.id[:14]} | {len(article.text.split())}", bare, some, whole)
    _line("all |", *totals)
    _parts(*articles[0])
    _cold()


def _line(first: str, bare: float, some: float, whole: float) -> None:
    print(
        f"| {first} | {bare:.0f} | {some:.0f} | {some / bare:.2f} "
        f"| {whole:.0f} | {whole / bare:.2f} |"
    )


def _parts(article: Article, actors: Actors) -> None:
    nlp = load_pipeline()
    names = name_table(actors, article.text)
    parsed = parse(article, nlp, names)
    tagger, linker = load_tagger(), load_coreference()
    rules = Resources(actors, builtin_lexicons())
    both = replace(rules, tagger=tagger, coreference=linker)
    rows, known = annotate(parsed, article, both)
    result = analyze_one(article, actors)
    parts = {
        "parsing, names hidden": lambda: parse(article, nlp, names),
        "attribution tagger": lambda: read(parsed, tagger),
        "coreference": lambda: clusters(parsed, linker, whole=False),
        "look-up of lexicons, naming": lambda: naming.annotate(
            parsed, article, rows, replace(both, actors=known)
        ),
        "annotators with both": lambda: annotate(parsed, article, both),
        "annotators, rules alone": lambda: annotate(parsed, article, rules),
        "measures": lambda: compute(article, rows, known),
        "HTML report": lambda: render(result, "html"),
    }
    print("\n| part, on the seed article | ms |\n|---|---|")
    for name, work in parts.items():
        print(f"| {name} | {best(work):.1f} |")


def _cold() -> None:
    """CPU and memory of the command on the seed article, each run a new process."""
    command = [
        sys.executable, "-m", "framing.cli", "run", str(ROOT / "seeds"),
        "--actors", str(ROOT / "seeds" / "douma.actors.toml"),
    ]  # fmt: skip
    seconds = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print("\n| the command on the seed article, cold | |\n|---|---|")
    print(f"| CPU, best of 5 | {min(seconds):.2f} s |")
    print(f"| peak memory | {after.ru_maxrss / 1024:.0f} MB |")


if __name__ == "__main__":
    main()
