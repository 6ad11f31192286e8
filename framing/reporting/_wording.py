"""The words of a report: names and questions of measures, numbers as text, how to read them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "FURTHER", "GUIDE", "LIMITS", "LOADEDNESS", "NO_CONTRAST", "PROFILE", "STATUS", "VARIANTS",
    "Spec", "joined", "number", "plural", "scope_name", "signed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spec:
    """How a measure of the profile is shown.

    `single` is the measure of one side that stands in for it where no two sides are compared.
    `counts` is the text of one side's counts, with {k} and {n} or their {percent}; `more` says
    what a positive value means for the first {side}; `few` why a score is withheld; `fact`
    the same for the summary, with the sides {a}, {b} and their counts {x}, {y}. The axis
    runs from `-limit` to `limit`; `parts` says whether k is a part of n.
    """

    measure: str
    single: str
    code: str
    name: str
    question: str
    counts: str
    more: str
    fact: str = ""
    few: str = "fewer than 5 on one side"
    limit: float = 1.0
    parts: bool = True


PROFILE: tuple[Spec, ...] = (
    Spec(
        "LA", "label_share", "LA", "Loaded names",
        "Whom does the article, in its own voice, call by loaded names?",
        counts="{k} of {n} mentions", more="more loaded names for {side}",
        fact="loaded names stand in {x} mentions of {a} and {y} of {b}",
    ),
    Spec(
        "DA", "doubt_share", "DA", "Doubted claims",
        "Whose claims are told with doubt (“claimed”, “alleged”)?",
        counts="{k} of {n} claims", more="more doubt on the claims of {side}",
        fact="doubt is put on {x} claims of {a} and {y} of {b}",
    ),
    Spec(
        "dPH", "PH", "dPH", "Rival claims",
        "Where two claims compete, which one is hedged?",
        counts="{k} of {n} times hedged", more="the claim of {side} is hedged more",
        fact="the claim of {a} is hedged {x} times, that of {b} {y}",
    ),
    Spec(
        "SA_words", "source_words", "SA", "Room to speak",
        "Who gets words to speak, overall and on each issue?",
        counts="{k} of {n} words", more="more words for {side}",
        fact="{x} words quoted or cited go to {a}, {y} to {b}", few="fewer than 5 attributions",
    ),
    Spec(
        "QP", "prominence_share", "QP", "Prominence",
        "Who is heard early and at length?",
        counts="{percent} of prominence", more="{side} is heard earlier and longer",
        few="fewer than 5 attributions",
    ),
    Spec(
        "VS", "verb_stance", "VS", "Verbs of saying",
        "Do the verbs lend a side's claims support (“confirmed”, +1) or doubt (“claimed”, −1)?",
        counts="sum {k} over {n} claims", more="verbs kinder to {side}",
        limit=2.0, parts=False,
    ),
    Spec(
        "AD", "agent_deleted_share", "AD", "Hidden agents",
        "Whose harmful acts are told without saying who did them?",
        counts="{k} of {n} harmful acts", more="the agent {side} is hidden more often",
        fact="the agent is left out in {x} harmful acts of {a} and {y} of {b}",
    ),
    Spec(
        "LD", "LD", "LD", "Headline and body",
        "Is the headline more loaded than the text below it?",
        counts="{k} loaded in {n} words", more="the {side} is more loaded",
        few="fewer than 5 loaded terms in the headline",
        limit=20.0, parts=False,
    ),
)  # fmt: skip

#: Names of measures that are listed below the profile.
FURTHER: dict[str, str] = {
    "label_log_odds": "Loaded names, log-odds",
    "label_share": "Share of mentions with a loaded name",
    "term_rate": "Loaded negative terms per 100 of the author's words",
    "net_valence": "Positive minus negative names per mention",
    "doubt_share": "Share of claims doubted",
    "HT": "Balance of distancing hedges",
    "hedge_tokens": "Distancing hedges",
    "PH": "Share of a claim's mentions that are hedged",
    "SA_attributions": "Room to speak, in attributions",
    "SA_direct_words": "Room to speak, in directly quoted words",
    "source_words": "Words quoted or cited",
    "source_attributions": "Attributions",
    "source_direct_words": "Words quoted directly",
    "attributed_share": "Share of the body that is attributed",
    "speaker_entropy": "Diversity of speakers (bits)",
    "N1": "Effective number of speakers (N1)",
    "N2": "Effective number of speakers (N2)",
    "N1_sides": "Effective number of sides heard (N1)",
    "anonymity": "Share of attributions to unnamed speakers",
    "prominence_share": "Share of prominence",
    "mean_position": "Mean position of attributions (1 = top)",
    "first_quoted_paragraph": "Paragraph of the first attribution",
    "words_per_attribution": "Mean words per attribution",
    "last_word": "Who has the last word",
    "verb_stance": "Mean stance of the verbs of saying",
    "HS": "Share of the harmful acts told",
    "agent_deleted_share": "Share of harmful acts told without agent",
    "JSD": "Sides named in headline against body (divergence)",
    "loaded_rate": "Loaded terms per 100 of the author's words",
    "headline_claim": "Headline's main claim attributed",
    "without_standing": "Share of actors spoken of and never heard",
}

VARIANTS: dict[str, str] = {
    "all": "",
    "high_confidence": "without debatable items",
    "groups": "groups only, persons left out",
    "descriptors": "only where a description was chosen",
    "without_indirect": "without wording inside indirect speech",
    "sure_speakers": "only where it is sure who speaks",
    "sure_targets": "only where it is sure who is called so",
    "without_prior": "without what is the government’s by its sort alone",
    "without_debatable_sides": "without debatable sides",
    "strict": "hedges inside indirect speech left out",
}

STATUS: dict[str, str] = {
    "counts only": "counts only",
    "no mentions": "no score: one side is never mentioned",
    "no claims": "no score: one side makes no claims here",
    "not sourced": "no score: one side is not sourced",
    "undefined": "no score: nothing to count on one side",
}

LOADEDNESS = ("neutral", "mild", "loaded", "strongly loaded")

NO_CONTRAST = (
    "No two sides are named, so each is counted on its own and none are compared. "
    "Name two with --side-a and --side-b, or write an actors file "
    "(framing-report actors proposes one)."
)

GUIDE: tuple[str, ...] = (
    "Every number is a count of marked passages; follow it to the words it rests on.",
    "Wording inside quotation marks is the speaker's. Wording in indirect speech is the writer's "
    "choice and counts as the article's own.",
    "A difference is the first side's share minus the second's. Positive means more of it for the "
    "first side named, negative more for the second, and 0 that both are treated alike.",
    "The interval (95 %) says how far a score depends on a few items of this one article. It says "
    "nothing of the outlet or of other articles.",
    "From 5 to 9 items on the smaller side a score is marked “low n”; below 5 only the counts "
    "are given.",
    "A passage marked “?” and underlined with dots is debatable: careful readers, or the methods "
    "used here, may differ on it.",
)

LIMITS: tuple[str, ...] = (
    "This describes the text. It cannot tell whether a claim is true, nor what the writer meant.",
    "Zero means equal treatment, not correct treatment. Where the two sides acted differently, an "
    "equal text may be the wrong one.",
    "There is no total score: the measures answer different questions and often point in "
    "different directions. Being quoted much is no favour where the quotations are admissions.",
    "What the article leaves out is visible only beside other articles on the same event.",
    "The passages were found by machine, which misses some and marks others wrongly. Check the "
    "passages behind a number before you rest on it.",
)


def number(value: float | None, digits: int = 2) -> str:
    """Give a number to read: whole where it is whole, with a true minus sign; empty for None.

    Examples
    --------
    >>> number(12.0), number(0.5294), number(-1.25), number(1234)
    ('12', '0.53', '−1.25', '1,234')
    """
    if value is None or value != value:
        return ""
    if float(value).is_integer():
        return f"{int(value):,}".replace("-", "−")
    text = f"{value:,.{digits}f}"
    return "0." + "0" * digits if float(text.replace(",", "")) == 0 else text.replace("-", "−")


def signed(value: float, digits: int = 2) -> str:
    """Give a difference: always with its sign, except zero.

    Examples
    --------
    >>> signed(0.5294), signed(-0.081), signed(0)
    ('+0.53', '−0.08', '0')
    """
    if abs(value) < 0.5 * 10**-digits:
        return "0"
    return f"{value:+.{digits}f}".replace("-", "−")


def plural(count: float, noun: str, many: str = "") -> str:
    """Give the count and the noun in the right number.

    Examples
    --------
    >>> plural(1, "term"), plural(0, "term")
    ('1 term', '0 terms')
    """
    return f"{number(count)} {noun if count == 1 else many or noun + 's'}"


def joined(items: list[str]) -> str:
    """Give the items as an English list.

    Examples
    --------
    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def scope_name(scope: str) -> str:
    """Say what to call the scope of a measure.

    Examples
    --------
    >>> scope_name("all"), scope_name("issue:chemical_attack"), scope_name("zone:headline")
    ('whole article', 'on “chemical attack”', 'in the headline')
    """
    kind, _, name = scope.partition(":")
    if kind == "issue":
        return f"on “{name.replace('_', ' ')}”"
    if kind == "zone":
        return f"in the {name}"
    return "whole article" if scope == "all" else scope.replace(":", " ").replace("_", " ")
