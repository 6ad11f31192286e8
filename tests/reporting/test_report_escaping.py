"""Text of an article is text in every format, whatever it holds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reader import Page
from report_case import bare_result, small_result

from framing.annotation import Attribution, Epistemic, LoadedTerm, Mention, RoleSpan, Rows
from framing.article import ZONE_KINDS, Article, Zone
from framing.reporting import FORMATS, fragment, html, markdown, records, terminal
from framing.reporting._clean import printable

HOSTILE = (
    "</span></div><script>alert(\"x\")</script> ]]> --> & &amp; <b onclick='y'>it</b> "
    "a|b **c** [red]d[/red] `e` [f](javascript:g) {{ h }} {% i %} \u202eevil\u202c \x1b[31mj\x07 "
    "<!-- k </style></title></textarea>\r\n# l\n| - | - |\nwww.example.org"
)


def hostile_result() -> object:
    """Every text that a report shows is hostile."""
    result = small_result()
    rows = result.rows
    end = len(HOSTILE)

    def spoilt(row: object) -> object:
        return replace(row, start=0, end=end, text=HOSTILE, evidence=HOSTILE, voice=HOSTILE)

    article = Article(
        HOSTILE, HOSTILE, (Zone("headline", 0, 20), Zone("body", 20, end)),
        title=HOSTILE, outlet=HOSTILE, url=f"javascript:{HOSTILE}",
    )  # fmt: skip
    actors = replace(
        result.actors,
        sides=tuple(replace(side, name=HOSTILE) for side in result.actors.sides),
        actors=tuple(replace(actor, name=HOSTILE) for actor in result.actors.actors),
    )
    parts = (RoleSpan("content", 0, end), RoleSpan("source", 3, 9))
    rows = Rows(
        mentions=tuple(map(spoilt, rows.mentions)),
        attributions=tuple(
            replace(spoilt(row), parts=parts, speaker=HOSTILE, cue=HOSTILE, issue=HOSTILE)
            for row in rows.attributions
        ),
        loaded_terms=tuple(
            replace(spoilt(row), alternatives=(HOSTILE,), kind=HOSTILE, polarity=HOSTILE)
            for row in rows.loaded_terms
        ),
        epistemic=tuple(replace(spoilt(row), proposition=HOSTILE) for row in rows.epistemic),
        events=tuple(replace(spoilt(row), predicate=HOSTILE) for row in rows.events),
        propositions=tuple(replace(row, proposition=HOSTILE) for row in rows.propositions),
    )
    measures = tuple(replace(row, note=HOSTILE) for row in result.measures)
    info = replace(result.info, outlet=HOSTILE, url=None, readability={HOSTILE: 1.0})
    return replace(
        result, article=article, actors=actors, rows=rows, measures=measures, info=info,
        methods=((HOSTILE, HOSTILE),),
    )  # fmt: skip


@pytest.mark.parametrize("render", [html.render, fragment])
def test_html_cannot_be_broken_out_of(render: object) -> None:
    source = render(hostile_result())
    page = Page(source)
    assert page.complete
    plain = Page(render(small_result()))
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in plain.tags}
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "javascript:" not in (attributes.get("href") or "")
    assert source.count("<script") == (1 if render is html.render else 0)
    assert page.article == printable(HOSTILE)


def test_terminal_gets_no_control_characters() -> None:
    text = terminal.render(hostile_result(), width=100, colour=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert "[red]d[/red]" in text
    coloured = terminal.render(hostile_result(), width=100, colour=True)
    assert "\x1b[31mj" not in coloured
    assert "\x07" not in coloured


def test_markdown_makes_no_markup_of_the_text() -> None:
    text = markdown.render(hostile_result())
    assert "<script" not in re.sub(r"\\.", "", text)
    assert "\\<script\\>" in text
    assert "[red]" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "\u202e" not in text
    assert "\x1b" not in text
    lines = text.split("\n")
    assert not [line for line in lines if line.startswith("# l")]
    for above, below in pairwise(lines):
        if above.startswith("|") and below.startswith("|"):
            assert cells(above) == cells(below)


def cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row))


def test_json_keeps_the_text_as_it_is() -> None:
    data = json.loads(records.render(hostile_result()))
    assert data["article"]["text"] == HOSTILE


def test_csv_runs_no_formula(tmp_path: object) -> None:
    result = bare_result("=1+1", Rows())
    result = replace(result, info=replace(result.info, title="=HYPERLINK(1)"))
    records.write_csv([result], tmp_path)
    assert "'=HYPERLINK(1)" in (tmp_path / "articles.csv").read_text(encoding="utf-8")


ODD = "ab <>&\"'|\\*_[]{}\r\n\t\u202e\u00a0\u2028é😀\x1b\x00"
TEXTS = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)
PARENTS = st.sampled_from([None, "a0", "a1"])


@st.composite
def results(draw: st.DrawFn) -> object:
    """Any text with any spans: overlapping, nested, empty, outside of the text."""
    text = draw(TEXTS)
    edge = st.integers(-2, len(text) + 3)

    def span(name: str) -> dict[str, object]:
        start, end = draw(edge), draw(edge)
        return {
            "article_id": "any", "span_id": name, "start": start, "end": end,
            "text": text[max(start, 0) : max(end, 0)], "zone": draw(st.sampled_from(ZONE_KINDS)),
            "confidence": draw(st.sampled_from([0.2, 1.0])),
            "voice": draw(st.sampled_from(["author", "X"])),
        }  # fmt: skip

    many = range(draw(st.integers(0, 3)))
    zones = tuple(
        Zone(draw(st.sampled_from(ZONE_KINDS)), draw(edge), draw(edge))
        for _ in range(draw(st.integers(0, 4)))
    )
    roles = st.sampled_from(["source", "cue", "content", "direct_part"])
    sides = st.sampled_from([None, "A", "B"])
    rows = Rows(
        mentions=tuple(
            Mention(**span(f"m{n}"), actor="X", side=draw(sides), form="name") for n in many
        ),
        attributions=tuple(
            Attribution(
                **span(f"a{n}"), type="mixed", side=draw(sides), parent=draw(PARENTS),
                parts=tuple(RoleSpan(draw(roles), draw(edge), draw(edge)) for _ in range(3)),
            )
            for n in many
        ),
        loaded_terms=tuple(
            LoadedTerm(
                **span(f"l{n}"), kind="label", term="", actor="X",
                loadedness=draw(st.integers(0, 3)),
                polarity=draw(st.sampled_from(["negative", "positive", "neutral"])),
            )
            for n in many
        ),
        epistemic=tuple(
            Epistemic(**span(f"h{n}"), cue_class="hedge", level="modal") for n in many
        ),
    )  # fmt: skip
    return bare_result(text, rows, zones=zones)


@settings(max_examples=150, deadline=None)
@given(results())
def test_any_text_with_any_spans(result: object) -> None:
    page = Page(html.render(result))
    assert page.complete
    assert page.article == printable(result.article.text)
    assert len(page.ids) == len(set(page.ids))
    for render in FORMATS.values():
        render(result)
    assert Page(fragment(result)).complete
