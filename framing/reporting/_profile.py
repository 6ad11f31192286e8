"""The profile: each measure as counts, a value, an interval and what may be said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.reporting._wording import PROFILE, STATUS, VARIANTS, number, scope_name, signed
from framing.reporting.model import Bar, Count, ProfileGroup, ProfileLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framing.annotation import Measure
    from framing.reporting._context import Context
    from framing.reporting._wording import Spec

__all__ = ["RATED", "camps", "profile"]

#: Statuses under which a value may be printed.
RATED = frozenset({"ok", "low n"})

#: Measures with a line of their own for each issue; of the others issues are other ways to count.
_BY_ISSUE = frozenset({"SA_words"})

#: Beginnings and ends of remarks that a report says in its own words, or not at all.
_SAID = ("no asymmetry seen", "no mentions of", "no claims of", "nothing of", "exact binomial")
_SAID_ENDS = (" not sourced", " words")


def profile(context: Context) -> tuple[ProfileGroup, ...]:
    """One group a measure of the profile, in its order; those not computed are left out."""
    links = _snippets(context)
    groups = (_compared(context, spec, links) or _counted(context, spec, links) for spec in PROFILE)
    return tuple(group for group in groups if group is not None)


def camps(context: Context, spec: Spec, row: Measure) -> tuple[str, str]:
    """Say what the two sides of a measure are called."""
    if spec.measure == "LD":
        return "headline", "body"
    return context.camp(row.side_a), context.camp(row.side_b)


def _compared(context: Context, spec: Spec, links: Mapping[str, str]) -> ProfileGroup | None:
    """Give the group of a measure that compares two sides."""
    rows = [row for row in context.result.measures if row.measure == spec.measure]
    if spec.measure == "LD":
        rows = _headline_rows(context, rows)
    else:
        rows = [row for row in rows if row.side_a and row.side_b]
    if not rows:
        return None

    def main(row: Measure) -> bool:
        if row.variant != "all":
            return False
        return row.scope == "all" or (row.scope.startswith("issue:") and spec.measure in _BY_ISSUE)

    others = [
        row
        for row in rows
        if not main(row) and (row.n_a or row.n_b) and (row.variant == "all" or row.scope == "all")
    ]
    return ProfileGroup(
        spec.code, spec.name, spec.question,
        tuple(_line(context, spec, row, links) for row in rows if main(row)),
        tuple(_line(context, spec, row, {}) for row in others),
    )  # fmt: skip


def _headline_rows(context: Context, rows: list[Measure]) -> list[Measure]:
    """Headline against body for the sides of the contrast, or those with a loaded term."""
    contrast = context.result.actors.contrast("labels")
    if contrast is not None:
        rows = [row for row in rows if row.side_a in contrast.sides_a | contrast.sides_b]
    loaded = [row for row in rows if row.k_a or row.k_b]
    return loaded or [row for row in rows if contrast and row.variant == "all"]


def _counted(context: Context, spec: Spec, links: Mapping[str, str]) -> ProfileGroup | None:
    """Give the group of a measure without two sides to compare: every side's counts."""
    rows = [
        row
        for row in context.result.measures
        if row.measure == spec.single and (row.variant, row.scope) == ("all", "all") and row.n_a
    ]
    if not rows or spec.measure == "LD":
        return None
    counts = tuple(
        _count(spec, _single_name(context, spec, row), context.colour(row.side_a), row.k_a, row.n_a)
        for row in rows
    )
    spans = dict.fromkeys(name for row in rows for name in row.spans if name in links)
    line = ProfileLine(
        scope=scope_name("all"), variant="", counts=counts, value="", interval="",
        verdict="counted side by side, not compared", status="counts only",
        links=tuple((name, links[name]) for name in spans),
    )  # fmt: skip
    return ProfileGroup(spec.code, spec.name, spec.question, (line,))


def _single_name(context: Context, spec: Spec, row: Measure) -> str:
    name = context.camp(row.side_a)
    return f"{name}: {row.note}" if spec.single == "PH" and row.note else name


def _snippets(context: Context) -> dict[str, str]:
    """Say what to call a row in a list of passages."""
    rows = context.result.rows
    found = {}
    for row in (*rows.mentions, *rows.loaded_terms, *rows.epistemic, *rows.events):
        found[row.span_id] = context.snippet(row.start, row.end, 40)
    for claim in rows.propositions:
        found[claim.proposition_id] = claim.proposition
    for item in rows.attributions:
        name = context.speaker(item)
        found[item.span_id] = f"{name}: {item.cue}" if item.cue else name
    return found


def _line(context: Context, spec: Spec, row: Measure, links: Mapping[str, str]) -> ProfileLine:
    label_a, label_b = camps(context, spec, row)
    rated = row.status in RATED and row.value is not None
    value = signed(row.value) if rated and row.value is not None else ""
    interval, bar = "", None
    if rated and row.low is not None and row.high is not None:
        interval = f"{signed(row.low)} to {signed(row.high)}"
    if rated and row.value is not None:
        bar = Bar(row.value, row.low, row.high, spec.limit, label_b, label_a)
    colour_a = context.colour(row.side_a)
    colour_b = colour_a if spec.measure == "LD" else context.colour(row.side_b)
    counts = (
        _count(spec, label_a, colour_a, row.k_a, row.n_a),
        _count(spec, label_b, colour_b, row.k_b, row.n_b),
    )
    scope = scope_name(row.scope)
    if spec.measure == "LD":
        scope = f"for {context.camp(row.side_a)}"
    variant = VARIANTS.get(row.variant, row.variant.replace("_", " "))
    return ProfileLine(
        scope=scope, variant=variant, counts=counts, value=value, interval=interval,
        verdict=_verdict(spec, row, label_a, label_b), status=row.status, bar=bar,
        note=_note(row), brief=_brief(spec, scope, variant, counts, value, interval),
        links=tuple((name, links[name]) for name in row.spans if name in links),
    )  # fmt: skip


def _brief(
    spec: Spec, scope: str, variant: str, counts: tuple[Count, Count], value: str, interval: str
) -> str:
    unit = spec.counts.rpartition("}")[2]
    names = [scope] if scope != scope_name("all") or not variant else []
    name = ", ".join([*names, variant] if variant else names)
    text = f"{name}: {counts[0].text.removesuffix(unit)} v {counts[1].text}"
    if value:
        text += f"; {value}"
    return f"{text} ({interval})" if value and interval else text


def _note(row: Measure) -> str:
    """Give the measure's remarks, without what the verdict says already."""
    return "; ".join(
        part
        for part in row.note.split("; ")
        if part and not part.startswith(_SAID) and not part.endswith(_SAID_ENDS)
    )


def _count(spec: Spec, label: str, colour: int | None, k: float | None, n: float | None) -> Count:
    if k is None or n is None:
        return Count(label, "not counted" if k is None else number(k), colour, k, n)
    inside = spec.parts and n > 0 and 0 <= k <= n
    share = k / n if inside else None
    percent = "none" if share is None else f"{100 * share:.0f} %"
    text = spec.counts.format(k=number(k), n=number(n), percent=percent)
    return Count(label, text, colour, k, n, share)


def _verdict(spec: Spec, row: Measure, label_a: str, label_b: str) -> str:
    """Say what the numbers allow to say, and no more."""
    if row.status == "counts only":
        return f"counts only: {spec.few}"
    if row.status in STATUS:
        return _absent(row, label_a, label_b) or STATUS[row.status]
    if row.status not in RATED or row.value is None:
        return row.status
    low_n = "; low n" if row.status == "low n" else ""
    known = row.low is not None and row.high is not None
    low, high = row.low or 0.0, row.high or 0.0
    if signed(row.value) == "0":
        ruled = f"; larger than {number(max(-low, high))} ruled out" if known else ""
        return f"no asymmetry seen{ruled}{low_n}"
    text = spec.more.format(side=label_a if row.value > 0 else label_b)
    if known and low <= 0 <= high:
        text += ", but the interval includes 0"
    return text + low_n


def _absent(row: Measure, label_a: str, label_b: str) -> str:
    """Names the side that a status of absence is about."""
    what = {
        "no mentions": "no mentions of", "no claims": "no claims of",
        "not sourced": "nobody is quoted or cited for", "undefined": "nothing to count for",
    }.get(row.status)  # fmt: skip
    weight_a, weight_b = (row.k_a, row.k_b) if row.status == "not sourced" else (row.n_a, row.n_b)
    absent = [name for name, n in ((label_a, weight_a), (label_b, weight_b)) if not n]
    return f"no score: {what} {' or '.join(absent)}" if what and absent else ""
