"""Scores on the gold articles, beside the first run and the second coder.

Run from the project's root: ``python benchmarks/gold.py`` prints the tables of `results.md`;
``--record FILE`` writes this run's figures as JSON.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from framing.actors import Actors, load_actors
from framing.analysis import analyze_one
from framing.evaluation.against_gold import score_rows
from framing.evaluation.corpora.gold import Gold, read_gold
from framing.measures import compute

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "data" / "gold"
FIRST_RUN = Path(__file__).with_name("first_run.json")
NAMES = (
    "seed", "harbour", "pension-march", "coalition", "verdict", "vaccine-trial", "aid-convoy",
)  # fmt: skip
#: Written and coded later, when the rules stood.
YOUNGER = ("ceasefire", "landslide-inquiry", "pipeline-vote", "border-clash")
SECOND_CODED = ("harbour", "vaccine-trial")

#: What the tables show: layer, then a path into its scores.
COLUMNS = {
    "zones F1": ("zones", "overlap", "f1"),
    "mentions F1": ("mentions", "overlap", "f1"),
    "mention actor": ("mentions", "actor"),
    "labels and wording F1": ("loaded_terms", "overlap", "f1"),
    "loaded terms F1": ("loaded_terms", "loaded_only", "overlap", "f1"),
    "attributions F1": ("attributions", "overlap", "f1"),
    "counted attributions F1": ("attributions", "counted_only", "overlap", "f1"),
    "speaker's side": ("attributions", "speaker_side"),
    "cues F1": ("epistemic", "overlap", "f1"),
    "holder's side": ("epistemic", "holder_side"),
    "events F1": ("events", "overlap", "f1"),
    "agent deleted": ("events", "agent_deleted"),
}


#: What is added up over all articles: spans found, and answers right on what was found.
FOUND = {
    "counted attributions": ("attributions", "counted_only"),
    "cues": ("epistemic",),
    "events": ("events",),
    "mentions": ("mentions",),
    "loaded labels": ("loaded_terms", "loaded_only"),
}
RIGHT = {
    "speaker's side": ("attributions", "speaker_side"),
    "holder's side": ("epistemic", "holder_side"),
    "agent deleted": ("events", "agent_deleted"),
    "actor of names": ("mentions", "actor_of_names"),
    "actor of third-person pronouns": ("mentions", "actor_of_pronouns"),
    "actor of descriptions": ("mentions", "actor_of_descriptions"),
    "label's actor": ("loaded_terms", "actor"),
    "label's voice": ("loaded_terms", "voice"),
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", type=Path, help="write this run's figures to FILE")
    options = parser.parse_args()
    scores = {name: _scores(name) for name in (*NAMES, *YOUNGER)}
    now = {name: figures(one) for name, one in scores.items()}
    if options.record:
        options.record.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    print("## This version\n\n" + tables(now) + "\n\n" + pooled(list(scores.values())))
    if FIRST_RUN.exists():
        first = json.loads(FIRST_RUN.read_text(encoding="utf-8"))
        print("\n## First run, before any error was looked at\n\n" + tables(first["figures"]))
    print("\n## A second coder against the first\n\n" + table(agreement()))


def agreement() -> dict[str, dict[str, float | None]]:
    """The second coder's annotation scored against the first's, as if it were a tool's."""
    result = {}
    for name in SECOND_CODED:
        actors = load_actors(GOLD / f"{name}.actors.toml")
        first = read_gold(GOLD / f"{name}.gold.json", actors)
        second = read_gold(GOLD / "second-coder" / f"{name}.gold.json", actors)
        result[name] = figures(_compare(first, second.rows, actors))
    return result


def _scores(name: str) -> dict[str, Any]:
    path = ROOT / "seeds" / "douma.actors.toml" if name == "seed" else GOLD / f"{name}.actors.toml"
    actors = load_actors(path)
    gold = read_gold(GOLD / f"{name}.gold.json", actors)
    return _compare(gold, analyze_one(gold.article, actors).rows, actors)


def _compare(gold: Gold, rows: Any, actors: Actors) -> dict[str, Any]:
    measures = (compute(gold.article, rows, actors), compute(gold.article, gold.rows, actors))
    scores: dict[str, Any] = score_rows(gold, rows, *measures, actors=actors)["scores"]
    return scores


def figures(scores: dict[str, Any]) -> dict[str, float | None]:
    """The figures of `COLUMNS`, by their titles."""
    found = {}
    for title, path in COLUMNS.items():
        value: Any = scores
        for key in path:
            value = value[key]
        found[title] = None if value is None else round(value, 3)
    return found


def tables(rows: dict[str, dict[str, float | None]]) -> str:
    """One table for the older articles, one for the younger."""
    return "\n\n".join(
        table({name: rows[name] for name in names if name in rows}) for names in (NAMES, YOUNGER)
    )


def pooled(scores: list[dict[str, Any]]) -> str:
    """Two Markdown tables over all articles: F1 of spans, shares of right answers."""
    lines = ["| over all articles | found | false | missed | F1 |", "|---|---|---|---|---|"]
    for title, path in FOUND.items():
        parts = [_at(one, path)["overlap"] for one in scores]
        right, false, missed = (sum(part[key] for part in parts) for key in ("tp", "fp", "fn"))
        f1 = 2 * right / (2 * right + false + missed)
        lines.append(f"| {title} | {right} | {false} | {missed} | {f1:.2f} |")
    lines += ["", "| over all articles | right | of | share |", "|---|---|---|---|"]
    for title, (layer, name) in RIGHT.items():
        counts = [one[layer]["accuracy_counts"][name] for one in scores]
        right, asked = (sum(count[key] for count in counts) for key in ("k", "n"))
        lines.append(f"| {title} | {right} | {asked} | {right / asked:.2f} |")
    return "\n".join(lines)


def _at(scores: dict[str, Any], path: tuple[str, ...]) -> Any:
    for key in path:
        scores = scores[key]
    return scores


def table(rows: dict[str, dict[str, float | None]]) -> str:
    """A Markdown table: one row a figure, one column an article."""
    names = list(rows)
    lines = ["| | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for title in COLUMNS:
        cells = [rows[name].get(title) for name in names]
        shown = ["–" if cell is None else f"{cell:.2f}" for cell in cells]
        lines.append(f"| {title} | " + " | ".join(shown) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
