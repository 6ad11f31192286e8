"""The tree of frozen values that every report format lays out, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "LAYERS", "Bar", "Block", "Cell", "Column", "Count", "Layer", "Mark", "Part",
    "ProfileGroup", "ProfileLine", "Report", "Row", "Section", "Segment", "SideKey", "Table",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind of mark in the highlighted article, with the sign that shows it without colour."""

    id: str
    name: str
    sign: str
    about: str
    shown: bool = True


LAYERS: tuple[Layer, ...] = (
    Layer("voice", "Who speaks", "“ ”", "what a source is quoted or cited as saying"),
    Layer("loaded", "Loaded terms", "−/+", "wording that takes a side, against (−) or for (+)"),
    Layer("epistemic", "Hedges and boosters", "~/!", "cues that weaken (~) or boost (!) a claim"),
    Layer("agent", "Hidden agents", "∅", "acts told without saying who did them"),
    Layer("mention", "Mentions", "_", "every reference to an actor", shown=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SideKey:
    """A side, its colour and its place in the contrast (``"A"``, ``"B"`` or empty)."""

    id: str
    name: str
    colour: int
    camp: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted for one side: `k` of `n`, and the words to show.

    `share` is in [0, 1] where k is a part of n, else None.
    """

    label: str
    text: str
    colour: int | None = None
    k: float | None = None
    n: float | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A value and its 95 % interval on an axis from `-limit` to `limit`."""

    value: float
    low: float | None
    high: float | None
    limit: float
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One measure in one scope, or one other way of counting it (`variant`).

    `brief` is the whole line as one short text: the first side's counts, then the second's.
    """

    scope: str
    variant: str
    counts: tuple[Count, ...]
    value: str
    interval: str
    verdict: str
    status: str
    bar: Bar | None = None
    note: str = ""
    brief: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """A measure with its plain name, its question and its lines."""

    code: str
    name: str
    question: str
    lines: tuple[ProfileLine, ...]
    variants: tuple[ProfileLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A row that is shown in the article: its layer, its sign and what the tooltip says."""

    id: str
    layer: str
    kind: str
    sign: str
    colour: int | None
    facts: tuple[tuple[str, str], ...]
    debatable: bool = False
    chip: str = ""
    quoted: bool = False

    @property
    def tooltip(self) -> str:
        """The facts as lines of plain text."""
        return "\n".join(f"{name}: {value}" if name else value for name, value in self.facts)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that belongs to a mark; `role` as in attributions, else empty."""

    mark: Mark
    start: int
    end: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text between two neighbouring boundaries: what covers it, opens and closes there."""

    start: int
    text: str
    parts: tuple[Part, ...] = ()
    opens: tuple[Part, ...] = ()
    closes: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A zone of the article, or what lies between zones (`kind` is ``"gap"``)."""

    kind: str
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The text of the block, unchanged."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ledger; a `minor` one may move to a second line where space is short."""

    name: str
    numeric: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a ledger; `spans` are the marks it points to."""

    text: str
    spans: tuple[str, ...] = ()
    debatable: bool = False
    colour: int | None = None
    loaded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a ledger; `level` is how deep it is nested, a `heading` starts a group."""

    cells: tuple[Cell, ...]
    level: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ledger."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str = "None found."


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the report: notes, then tables."""

    id: str
    title: str
    intro: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report on one article shows, in the order in which it shows it."""

    article_id: str
    title: str
    source: str
    url: str
    sides: tuple[SideKey, ...]
    pooled: tuple[str, ...]
    summary: tuple[str, ...]
    profile: tuple[ProfileGroup, ...]
    hint: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
