"""Whatever the text, the analysis ends, its rows hold together, and its reports escape it."""

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from framing.actors import Actors, load_actors, parse_actors
from framing.analysis import analyze
from framing.annotation import Span
from framing.article import ZONE_KINDS
from framing.errors import FramingError
from framing.reporting import FORMATS, render

pytestmark = pytest.mark.model

DOUMA = load_actors(Path(__file__).parents[1] / "seeds" / "douma.actors.toml")
ODD = parse_actors(
    {
        "side": [{"id": "<A>", "name": "<b>A & Co"}, {"id": "B", "name": "B", "bloc": "X"}],
        "contrasts": {"labels": ["<A>", "B"], "claims": ["<A>", "X"]},
        "actor": [
            {"id": "1", "name": "<script>alert(1)</script> Front", "kind": "armed group",
             "side": "<A>"},
            {"id": "2", "name": "O’Neill & \"Sons\"", "kind": "company", "side": "B"},
            {"id": "3", "name": "the", "kind": "person", "side": "B"},
            {"id": "4", "name": ".*", "kind": "state", "side": "<A>", "aliases": ["(", "US"]},
        ],
        "issue": [{"id": "<i>", "terms": ["attack", "<script>"]}, {"id": "none"}],
    }
)  # fmt: skip

FRAGMENTS = (
    "The terrorists", "Jaish al-Islam", "the regime", "Lavrov", "he", "it", "they", "said", "says",
    "claimed", "“", "”", '"', "'", "’", "‘", "«", "»", "„", "according to", "quoted", "as saying",
    "Moscow", "Syrian officials", "US-backed", "terrorist-held", "was killed", "by", "not",
    "alleged", "irrefutable", "the group’s spokesmen",
    ",", ".", "?", "!", ":", ";", "—", "(", ")", "(MEE)",
    "\n", "\n\n", "\r\n\r\n", "\xa0", "\u200b", "😀", "that", "who", "which", "had", "would", "and",
    "O’Neill & \"Sons\"", "<script>alert(1)</script> Front", "</mark>", "&lt;b&gt;", "{{ 7*7 }}",
    "the attack", "of", "on", "April 12, 2018", "(Photo by AFP)", "By Ann Lee", "News / World",
    "News", "/", "8,000", "$", "\\", "\x00", "\x1b[31m", "*", "_", "|", "`", "[link](http://x)",
    "WASHINGTON (AP) —", "Follow us on Twitter", "I", "we", "US", "the", ".*", "…", "-", "’s",
)  # fmt: skip

newsy = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=30).map("".join)
arbitrary = st.text(max_size=200)
mixed = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=40).map(
    " ".join
)


def cut(words, seed_text):
    """A piece of a real article with strange words let in."""
    start, length, extra = words
    piece = seed_text[start : start + length].split(" ")
    for place, word in extra:
        piece.insert(place % (len(piece) + 1), word)
    return " ".join(piece)


real = st.tuples(
    st.sampled_from([
        path.read_text(encoding="utf-8")
        for path in sorted((Path(__file__).parent / "data" / "gold").glob("*.txt"))
    ]),
    st.tuples(
        st.integers(0, 3500), st.integers(40, 900),
        st.lists(st.tuples(st.integers(0, 200), st.sampled_from(FRAGMENTS)), max_size=6),
    ),
).map(lambda pair: cut(pair[1], pair[0]))  # fmt: skip
texts = st.one_of(newsy, glued, arbitrary, mixed, real)
who = st.sampled_from([None, DOUMA, ODD, Actors()])

TABLES = ("zones", "sentences", "mentions", "attributions", "loaded_terms", "epistemic", "events")
UNIT = {"HS", "JSD", "attributed_share", "PH", "prominence_share", "anonymity"}
SIGNED = {"LA", "DA", "AD", "HT", "SA_words", "SA_attributions", "SA_direct_words", "QP", "dPH"}


def bounded(examples):
    return settings(
        max_examples=examples, deadline=None, derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )  # fmt: skip


def analysed(text, actors):
    """The result, or None where the text is refused with an error of our own."""
    try:
        return analyze(text, actors=actors).results[0]
    except FramingError as error:
        message = str(error)
    assert message
    assert "\n" not in message
    return None


def check_spans(result):
    text, rows = result.article.text, result.rows
    for name in TABLES:
        table: tuple[Span, ...] = getattr(rows, name)
        assert len({row.span_id for row in table}) == len(table), name
        for row in table:
            assert row.text == text[row.start : row.end], (name, row)
            assert 0 <= row.start < row.end <= len(text), (name, row)
            assert row.zone in ZONE_KINDS
            assert 0 <= row.confidence <= 1
            assert row.voice
            assert row.article_id == result.article.id


def check_references(result):
    rows = result.rows
    mentions = {row.span_id for row in rows.mentions}
    said = {row.span_id for row in rows.attributions}
    sentences = {row.span_id for row in rows.sentences}
    known = {actor.id for actor in result.actors.actors}
    for name in TABLES[2:]:
        for row in getattr(rows, name):
            assert set(row.in_content_of) <= said, row
            assert row.sentence_id in sentences or row.zone in ("credit", "dateline"), row
    for row in rows.mentions:
        assert row.actor in known, row
    for row in rows.loaded_terms:
        assert row.mention_id is None or row.mention_id in mentions, row
        assert row.actor is None or row.actor in known, row
    for row in rows.epistemic:
        assert row.attribution is None or row.attribution in said, row
        assert 0 <= row.scope_start <= row.scope_end <= len(result.article.text), row
    for row in rows.propositions:
        assert 0 <= row.hedged <= row.total, row
    for row in rows.attributions:
        check_attribution(row, rows, known)


def check_attribution(row, rows, known):
    by_id = {other.span_id: other for other in rows.attributions}
    assert row.parent is None or row.parent in by_id, row
    assert row.depth == 1 if row.parent is None else row.depth == by_id[row.parent].depth + 1, row
    assert row.counted == (row.claim and row.depth == 1), row
    assert set((row.actor or "").split("+")) - {""} <= known, row
    assert row.conduit is None or row.conduit in known, row
    assert 0 <= row.direct_words <= row.content_words, row
    assert row.spans_of("content"), row
    for part in row.parts:
        assert row.start <= part.start < part.end <= row.end, row
    contents = sorted(row.spans_of("content"))
    assert all(a[1] <= b[0] for a, b in pairwise(contents)), row


def measure_keys(measures):
    return [(row.measure, row.variant, row.scope, row.side_a, row.side_b) for row in measures]


def check_measures(result):
    ids = {row.span_id for name in TABLES for row in getattr(result.rows, name)}
    ids |= {row.proposition_id for row in result.rows.propositions}
    keys = measure_keys(row for row in result.measures if row.side_a or row.measure != "PH")
    assert len(set(keys)) == len(keys)
    for row in result.measures:
        for number in (row.value, row.low, row.high, row.low_total, row.high_total):
            assert number is None or math.isfinite(number), row
        if row.value is not None and row.measure in SIGNED:
            assert -1 - 1e-9 <= row.value <= 1 + 1e-9, row
        if row.value is not None and row.measure in UNIT:
            assert -1e-9 <= row.value <= 1 + 1e-9, row
        if row.low is not None and row.high is not None:
            assert row.low <= row.high + 1e-9, row
        if row.measure != "VS":
            for k, n in ((row.k_a, row.n_a), (row.k_b, row.n_b)):
                if row.measure in SIGNED | UNIT and k is not None and n is not None:
                    assert -1e-9 <= k <= n + 1e-9, row
        assert set(row.spans) <= ids, row


def check_reports(result):
    for name in FORMATS:
        shown = render(result, name)
        assert shown.strip()
        if name == "html":
            assert "<script>alert(1)" not in shown
            assert "{{" in shown or "{{" not in result.article.text
        if name == "terminal":
            assert "\x1b[31m" not in shown


#: Two rival propositions, and no actors file to say whose they are.
TWO_UNHELD = (
    "The alleged chemical attack was staged and directed by Britain.\n\nRussian Defense Ministry "
    "spokesman Maj. Gen. Igor Konashenkov said Britain had told the White Helmets to fake the "
    "suspected chemical attack in the town of Douma."
)


@bounded(80)
@given(texts, who)
@example(TWO_UNHELD, None)
@example(" / Horn of Africa\n\nRebel according to rockets kill according to 31", None)
def test_any_text_gives_rows_that_hold_together(text, actors):
    result = analysed(text, actors)
    if result is None:
        return
    assert result.article.text == text or "<" in text
    check_spans(result)
    check_references(result)
    check_measures(result)


def test_every_measure_has_a_key_of_its_own():
    keys = measure_keys(analysed(TWO_UNHELD, None).measures)
    assert len(set(keys)) == len(keys)


@bounded(15)
@given(st.one_of(newsy, real), who)
def test_any_report_renders_and_escapes(text, actors):
    result = analysed(text, actors)
    if result is not None:
        check_reports(result)


@bounded(12)
@given(st.one_of(newsy, real))
def test_the_same_text_gives_the_same_rows(text):
    assert analysed(text, DOUMA) == analysed(text, DOUMA)


@bounded(12)
@given(real)
def test_the_name_of_a_side_changes_nothing_but_the_name(text):
    """Renaming sides in the actors file leaves every span where it was."""
    from dataclasses import replace

    sides = tuple(replace(side, name=side.name + " X") for side in DOUMA.sides)
    one, other = analysed(text, DOUMA), analysed(text, replace(DOUMA, sides=sides))
    if one is not None and other is not None:
        assert one.rows == other.rows
