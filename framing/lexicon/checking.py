"""A closer look at a lexicon than loading takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.lexicon.kinds import COUNTS, OWN_JUDGEMENT, SENSES
from framing.lexicon.spelling import flatten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.lexicon.entries import Entry, Lexicon

__all__ = ["check"]


def check(lexicon: Lexicon) -> list[str]:
    """What is doubtful in a lexicon that loads: one line a finding, empty if nothing is.

    Looked at: columns without a line in ``lexicon.toml``, empty sources, loaded terms without
    alternatives or that list themselves, one spelling entered twice, cells with stray spaces,
    cue levels that do not belong to their class.
    """
    findings = []
    used = {"term", "pos"} | {column for entry in lexicon.entries for column in entry.values}
    findings += [f"column {name}: not documented" for name in sorted(used - set(lexicon.columns))]
    findings += [f"column {name}: not in the table" for name in sorted(set(lexicon.columns) - used)]
    sense = SENSES.get(lexicon.kind, "")
    seen: dict[tuple[str, str, str], str] = {}
    for entry in lexicon.entries:
        for pos in sorted(entry.pos):
            key = (flatten(entry.term), pos, entry[sense])
            if key in seen:
                findings.append(f"{entry.term!r} ({pos}): a spelling of {seen[key]!r}; keep one")
            seen[key] = entry.term
        findings += [f"{entry.term!r}: {problem}" for problem in _problems(entry)]
    return findings


def _problems(entry: Entry) -> Iterator[str]:
    for column, cell in entry.values.items():
        if cell != cell.strip() or "  " in cell or "||" in cell or cell[:1] == "|":
            yield f"column {column}: stray spaces or separators in {cell!r}"
    if not entry["source"]:
        accepted = f"{OWN_JUDGEMENT}, {COUNTS} or a key of references.bib"
        yield f"column source: empty; accepted: {accepted}"
    if "loadedness" in entry.values:
        if entry.number("loadedness") >= 2 and not entry["alternatives"]:
            yield "column alternatives: a loaded term needs a plainer one"
        if entry.term in entry.many("alternatives"):
            yield "column alternatives: the term itself"
        if entry["polarity"] == "neutral" and entry.number("loadedness") >= 2:
            yield "column loadedness: a neutral term cannot be loaded"
        if "plain" in entry.many("condition") and entry.number("loadedness"):
            yield "column condition: a plain term has loadedness 0"
    if entry["level"]:
        hedges = {"distancing", "evidential", "modal", "approximator", "vague_source"}
        if (entry["level"] in hedges) != (entry["cue_class"] == "hedge"):
            yield f"column level: {entry['level']!r} is no {entry['cue_class']}"
