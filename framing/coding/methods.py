"""What was coded, in words: a paragraph for a methods section, a table for the terminal, data."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from framing.measures.intervals import RESAMPLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.coding.drawing import Draw
    from framing.coding.scoring import Rate, Scored

__all__ = ["as_record", "methods", "summary_table"]

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def methods(drawn: Draw, scored: Sequence[Scored], coders: int, *, blind: bool = True) -> str:
    """A paragraph for a methods section: the sample, the coders, agreement, the tool's figures."""
    what = f"{drawn.unit} found" if not drawn.census else f"{drawn.unit} in them"
    sample = (
        f"From the results of framing-report on {drawn.articles:,} "
        f"article{'s' * (drawn.articles != 1)}, {len(drawn.items):,} of the {drawn.size:,} {what} "
    )
    if len(drawn.items) < drawn.size:
        sample += (
            f"were drawn at random, stratified by {_listed(drawn.by)} ({len(drawn.strata)} "
            f"strata; half of the rows in equal shares, the rest by size; seed {drawn.seed})."
        )
    else:
        sample += "were taken, which are all."
    who = f"{_number(coders).capitalize()} coder{'s' * (coders != 1)} judged them"
    how = "without seeing the tool's answers" if blind else "with the tool's answers in view"
    parts = [sample, f"{who} from the passage, {how} or the outlet's name."]
    if not blind:
        parts[-1] = f"{who} from the passage, {how}."
    weighted = len({round(stratum.weight, 9) for stratum in drawn.strata}) > 1
    parts += [_sentence(drawn, one, coders, weighted=weighted) for one in scored if one.rows]
    return " ".join(parts)


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _listed(names: Sequence[str]) -> str:
    """The names in a row, the last after "and"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _sentence(drawn: Draw, one: Scored, coders: int, *, weighted: bool) -> str:
    said = [f"On “{one.question.asks}” ({one.question.name}),"]
    if one.agreement and one.agreement.pairs:
        said.append(_agreed(one, coders))
    elif coders > 1:
        said.append("no row was judged by two coders, so that no agreement can be given;")
    if one.accuracy is None:
        said.append("the tool gives no answer of its own.")
    else:
        against = "a coder taken at random" if coders > 1 else "the coder"
        scaled = ", weighted to the strata's sizes" if weighted else ""
        said.append(f"against {against}{scaled}, the tool's {_listed(_figures(one))}.")
        if not drawn.census and len(one.values) == 1 and one.values[0].recall:
            said.append(f"Recall is of the {drawn.unit} that the tool found, not of all there are.")
    if one.unsure:
        were = "answers were" if one.unsure != 1 else "answer was"
        said.append(f"{one.unsure} {were} “unsure” and left out.")
    return " ".join(said)


def _figures(one: Scored) -> list[str]:
    """Precision and recall of yes; of other answers the table has them, here stands accuracy."""
    if len(one.values) != 1:
        return [f"accuracy was {_rate(one.accuracy)}"] if one.accuracy else []
    of = one.values[0]
    pairs = (("precision", of.precision), ("recall", of.recall))
    found = [f"{name} was {_rate(rate)}" for name, rate in pairs if rate is not None]
    return found or ([f"accuracy was {_rate(one.accuracy)}"] if one.accuracy else [])


def _agreed(one: Scored, coders: int) -> str:
    found = one.agreement
    if found is None:
        return ""
    of = f"{found.rows} rows" if coders == 2 else f"{found.pairs} pairs of answers"
    share = f"the coders agreed on {found.same} of {of} judged by two or more"
    if coders == 2:
        share = f"the coders agreed on {found.same} of {of} judged by both"
    share += f" ({100 * found.same / found.pairs:.1f} %);"
    if found.alpha is None:
        return f"{share} Krippendorff's alpha is undefined, as all answers are the same;"
    interval = (
        "no interval"
        if found.low is None
        else f"95 % interval {found.low:.2f} to {found.high:.2f}, bootstrap over rows, "
        f"{RESAMPLES:,} resamples"
    )
    return f"{share} Krippendorff's alpha ({found.level}) was {found.alpha:.2f} ({interval});"


def _rate(rate: Rate) -> str:
    return f"{rate.value:.2f} (Wilson interval {rate.low:.2f} to {rate.high:.2f}, n = {rate.rows})"


def summary_table(scored: Sequence[Scored]) -> list[tuple[str, ...]]:
    """Rows for the terminal, the header first."""
    rows: list[tuple[str, ...]] = [("question", "figure", "value", "95 % interval", "n")]
    for one in scored:
        found, name = one.agreement, one.question.name
        if found is not None and found.pairs:
            rows.append(
                (name, "coders agree", f"{found.same / found.pairs:.3f}", "", f"{found.rows}")
            )
            alpha = "undefined" if found.alpha is None else f"{found.alpha:.3f}"
            rows.append(
                (
                    name,
                    f"alpha ({found.level})",
                    alpha,
                    _span(found.low, found.high),
                    f"{found.rows}",
                )
            )
        rates = [("accuracy", one.accuracy)]
        rates += [
            (f"{figure}, {score.value}", rate)
            for score in one.values
            for figure, rate in (
                ("precision", score.precision), ("recall", score.recall), ("F1", score.f1),
            )
        ]  # fmt: skip
        rows += [
            (
                name,
                f"tool: {figure}",
                f"{rate.value:.3f}",
                _span(rate.low, rate.high),
                f"{rate.rows}",
            )
            for figure, rate in rates
            if rate is not None
        ]
    return rows


def _span(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{low:.3f} to {high:.3f}"


def as_record(
    drawn: Draw, scored: Sequence[Scored], coders: Sequence[str], *, blind: bool = True
) -> dict[str, Any]:
    """All figures as plain data, fractions in [0, 1], with the paragraph under ``methods``."""
    return {
        "layer": drawn.layer,
        "about": drawn.about or None,
        "protocol": {
            "articles": drawn.articles, "size": drawn.size, "drawn": len(drawn.items),
            "by": list(drawn.by), "strata": len(drawn.strata), "seed": drawn.seed, "blind": blind,
            "recall_of": f"all {drawn.unit}" if drawn.census else f"the {drawn.unit} found",
        },
        "coders": list(coders),
        "questions": {
            one.question.name: {
                "rows": one.rows, "unsure": one.unsure, "empty": one.empty,
                "agreement": asdict(one.agreement) if one.agreement else None,
                "accuracy": asdict(one.accuracy) if one.accuracy else None,
                "values": {
                    score.value: {
                        name: asdict(rate) if rate else None
                        for name, rate in (
                            ("precision", score.precision), ("recall", score.recall),
                            ("f1", score.f1),
                        )
                    }
                    for score in one.values
                },
            }
            for one in scored
        },
        "methods": methods(drawn, scored, len(coders), blind=blind),
    }  # fmt: skip
