"""Quotation marks of every style, paired."""

import pytest

from framing.language import Quote, find_quotes


def quotes_of(*paragraphs: str) -> tuple[str, list[Quote]]:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append((len(text), len(text) + len(paragraph)))
        text += paragraph
    return text, find_quotes(text, blocks)


def quoted(*paragraphs: str) -> list[str]:
    text, quotes = quotes_of(*paragraphs)
    return [text[quote.start : quote.end] for quote in quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left," he said.', ['"We left,"']),
        ("“We left,” he said. “They stayed.”", ["“We left,”", "“They stayed.”"]),
        ("'We left,' she said. 'It is over.'", ["'We left,'", "'It is over.'"]),
        ("‘We left,’ she said, ‘and that is it.’", ["‘We left,’", "‘and that is it.’"]),
        ("«We leave», she said.", ["«We leave»"]),
        ("»Wir gehen«, he said.", ["»Wir gehen«"]),
        ("‹We go›, they said.", ["‹We go›"]),
        ("„Wir gehen“, he said.", ["„Wir gehen“"]),
        ("„We go,” he added.", ["„We go,”"]),
        ("‚Wir gehen‘, she said.", ["‚Wir gehen‘"]),
        ("”Vi går”, he said.", ["”Vi går”"]),
        ('He said “we left." Then "they stayed”.', ['“we left."', '"they stayed”']),
        ("“We left”—he said—“at noon”.", ["“We left”", "“at noon”"]),
        ("(“We left”) [“We stayed”]", ["“We left”", "“We stayed”"]),
        ('The "so-called" plan of the "elders".', ['"so-called"', '"elders"']),
        ('He said:"We left."', ['"We left."']),
    ],
)
def test_every_style(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize("space", [" ", "\xa0", "\u202f"])
def test_guillemets_with_french_spacing(space):
    text = f"«{space}We leave{space}», she said. The hall emptied."
    assert quoted(text) == [f"«{space}We leave{space}»"]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' demand is fair, the dockers' leader said.",
        "The workers’ demand is fair, the dockers’ leader said.",
        "It’s James’ book, isn’t it? They’re the Joneses’.",
        'He said 5" pipes were 6" long.',
        "In the '90s nobody left.",
        "Rock ’n’ roll is here.",
        "Nothing is quoted here.",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text):
    assert quoted(text) == []


def test_elisions_are_no_quotations():
    assert quoted("'Twas the '90s and rock 'n' roll was the boys' thing.") == []


@pytest.mark.parametrize("mark", ["'", "’"])
def test_apostrophes_inside_single_marks(mark):
    opening = "'" if mark == "'" else "‘"
    speech = f"{opening}The workers{mark} demand is fair and we won{mark}t go,{mark}"
    assert quoted(f"{speech} he said. The workers{mark} leader left.") == [speech]


@pytest.mark.parametrize(
    "speech",
    [
        "“She told me ‘go home’ and left,”",
        "\"She told me 'go home' and left,\"",
        "‘She told me “go home” and left,’",
        "“She told me “go home” and left,”",
        "«She told me «go home» and left»",
    ],
)
def test_only_the_outer_quotation_is_reported(speech):
    assert quoted(f"{speech} he said.") == [speech]


def test_inner_offsets_leave_the_marks_out():
    text, (quote,) = quotes_of("He said “we left” twice.")
    assert text[quote.inner_start : quote.inner_end] == "we left"
    assert quote.closed
    assert not quote.continues


def test_a_stray_mark_costs_at_most_its_own_sentence():
    text, quotes = quotes_of("“He never closed. The next is mine. And “this” is closed.")
    assert [text[q.start : q.end] for q in quotes] == ["“He never closed.", "“this”"]
    assert [q.closed for q in quotes] == [False, True]


def test_a_stray_straight_mark_costs_at_most_its_own_sentence():
    assert quoted('"He never closed. The next is mine. And "this" is closed.') == [
        '"He never closed.',
        '"this"',
    ]


def test_a_stray_mark_ends_with_its_paragraph():
    assert quoted("He said “we never closed", "The next paragraph is plain.") == [
        "“we never closed"
    ]


def test_a_stray_closing_mark_opens_nothing():
    assert quoted("He left.” Then “they” came.") == ["“they”"]


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_a_quotation_over_paragraphs_opens_each_and_closes_once(marks):
    opening, closing = marks
    text, quotes = quotes_of(
        f"{opening}We go on.",
        f"{opening}And on.",
        f"{opening}It ends.{closing} He left.",
        "He sat.",
    )
    assert [text[q.start : q.end] for q in quotes] == [
        f"{opening}We go on.", f"{opening}And on.", f"{opening}It ends.{closing}",
    ]  # fmt: skip
    assert [q.closed for q in quotes] == [False, False, True]
    assert [q.continues for q in quotes] == [False, True, True]


def test_a_single_marked_quotation_over_paragraphs():
    text, quotes = quotes_of("‘We go on.", "‘It ends.’ He left.")
    assert [text[q.start : q.end] for q in quotes] == ["‘We go on.", "‘It ends.’"]
    assert [q.continues for q in quotes] == [False, True]


def test_the_open_part_reaches_the_end_of_its_paragraph():
    text, quotes = quotes_of("He said: “We go on. And on.", "“It ends,” he said.")
    assert text[quotes[0].start : quotes[0].end] == "“We go on. And on."


def test_an_open_quotation_that_the_next_paragraph_does_not_take_up():
    text, quotes = quotes_of("“He opens. And more.", "The next “does” not open.")
    assert [text[q.start : q.end] for q in quotes] == ["“He opens.", "“does”"]
    assert not any(q.continues for q in quotes)


def test_a_closed_quotation_is_not_continued_by_the_next_paragraph():
    _, quotes = quotes_of("“We left,” he said.", "“We stayed,” she said.")
    assert [q.continues for q in quotes] == [False, False]


@pytest.mark.parametrize(
    "text", ["“", "”", '"', "'", "‘’", "«»", "“ ”", '""""', "'''", "“‘”’", "»«"]
)
def test_marks_alone_break_nothing(text):
    for quote in quotes_of(text)[1]:
        assert 0 <= quote.start < quote.inner_start <= quote.inner_end <= quote.end <= len(text)
