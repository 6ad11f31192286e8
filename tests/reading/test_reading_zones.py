import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.article import ZONE_KINDS
from framing.reading.zones import find_zones

PROSE = "The last buses left the town on Monday, the governor said, after two days of talks."
MORE = "Nobody could say where the families would sleep that night or who would feed them."


def kinds(text, title=None, **options):
    return [(zone.kind, text[zone.start : zone.end]) for zone in find_zones(text, title, **options)]


def article(*blocks):
    return "\n\n".join(blocks)


GOLD = Path(__file__).parents[1] / "data" / "gold"


def test_the_seed_article_is_divided_as_its_coder_did():
    gold = json.loads((GOLD / "seed.gold.json").read_text(encoding="utf-8"))
    text = (GOLD / gold["article"]["source_file"]).read_bytes().decode()
    assert [(zone.kind, zone.start, zone.end, zone.paragraph) for zone in find_zones(text)] == [
        (zone["kind"], zone["start"], zone["end"], zone.get("paragraph")) for zone in gold["zones"]
    ]


def test_a_whole_article_in_order():
    text = article(
        "World \xa0 / \xa0 Harbour",
        "Dockers walk out over pay",
        "By Jane Roe, Labour Correspondent",
        "Dockers gather at the gates. (Photo by AFP)",
        f"PORTSEA, March 3 (AFP) — {PROSE}",
        MORE,
        "Our pages can also be accessed at these addresses:",
        "Harbour News App",
    )
    assert kinds(text) == [
        ("kicker", "World \xa0 / \xa0 Harbour"),
        ("headline", "Dockers walk out over pay"),
        ("byline", "By Jane Roe, Labour Correspondent"),
        ("caption", "Dockers gather at the gates. (Photo by AFP)"),
        ("credit", "(Photo by AFP)"),
        ("body", f"PORTSEA, March 3 (AFP) — {PROSE}"),
        ("dateline", "PORTSEA, March 3 (AFP) —"),
        ("body", MORE),
        ("boilerplate", "Our pages can also be accessed at these addresses:"),
        ("boilerplate", "Harbour News App"),
    ]


def test_body_zones_are_numbered_and_captions_are_not():
    text = article("A headline", PROSE, "A boy looks on. Photo: J. Roe/Reuters", MORE)
    assert [zone.paragraph for zone in find_zones(text)] == [None, 0, None, None, 1]


@pytest.mark.parametrize(
    "gap", ["\n\n", "\r\n\r\n", "\r\r", "\n \xa0\t\n", "\n\u200b\n", "\n\n\n\n"]
)
def test_empty_lines_of_every_kind_part_blocks(gap):
    text = gap.join([f"\ufeff{PROSE}", MORE, PROSE]) + gap
    assert kinds(text) == [("body", PROSE), ("body", MORE), ("body", PROSE)]


def test_single_line_ends_part_paragraphs_where_no_line_is_empty():
    lines = ["Dockers walk out", PROSE, MORE, "“We left,” she said.", "All was quiet."]
    assert [kind for kind, _ in kinds("\n".join(lines))] == ["headline"] + ["body"] * 4


def test_wrapped_lines_stay_together():
    wrapped = (
        "The last buses left the town\non Monday, the governor said, after\ntwo days of talks."
    )
    assert kinds(article(wrapped, wrapped)) == [("body", wrapped)] * 2
    assert kinds(wrapped + "\n" + wrapped) == [("body", wrapped + "\n" + wrapped)]


def test_a_given_title_is_the_headline_wherever_it_stands():
    assert kinds(article("Dockers win. Again.", PROSE), "Dockers Win. Again")[0] == (
        "headline",
        "Dockers win. Again.",
    )
    assert [
        kind for kind, _ in kinds(article("Work", "Pay: a dispute", PROSE), "Pay: a dispute")
    ] == [
        "kicker",
        "headline",
        "body",
    ]


def test_a_title_that_opens_the_only_block_is_cut_off():
    title = "Dockers walk out over pay"
    assert kinds(f"{title} {PROSE}", title) == [("headline", title), ("body", PROSE)]
    lead = f"{title} and safety at the port of Portsea."
    assert kinds(lead, title) == [("body", lead)]


@pytest.mark.parametrize(
    "title", ["Dockers walk out over pay", "6 dockers walk out", "The port shut"]
)
def test_a_title_after_a_date_in_its_block_is_found(title):
    assert kinds(f"Fri Feb 27 2015 {title}. {PROSE}", title) == [
        ("boilerplate", "Fri Feb 27 2015"),
        ("headline", f"{title}."),
        ("body", PROSE),
    ]


def test_a_title_may_differ_in_punctuation_and_take_two_blocks():
    text = article("Dockers ‘tired of it.’", "Mayor: not my fault.", PROSE)
    assert [kind for kind, _ in kinds(text, "Dockers 'tired of it'; Mayor: not my fault")] == [
        "headline",
        "headline",
        "body",
    ]


def test_a_second_short_block_is_a_second_headline():
    text = article("Dockers walk out over pay", "Union says talks have failed", PROSE, MORE)
    assert [kind for kind, _ in kinds(text)] == ["headline", "headline", "body", "body"]


@pytest.mark.parametrize("text", ["Douma", "Dockers walk out over pay", PROSE])
def test_a_lone_block_is_body(text):
    assert kinds(text) == [("body", text)]


@pytest.mark.parametrize(
    "kicker",
    ["News / Syria", "World | Africa", "Home > News > Ports", "HEALTH", "Middle East", "UK"],
)
def test_kickers(kicker):
    assert kinds(article(kicker, "Dockers walk out over pay", PROSE))[0] == ("kicker", kicker)


def test_a_short_headline_in_capitals_is_no_kicker():
    assert kinds(article("PORT CLOSED", PROSE))[0] == ("headline", "PORT CLOSED")


@pytest.mark.parametrize(
    "byline",
    [
        "By Jane Roe",
        "By Our Special Correspondent",
        "BY JANE ROE AND JOHN DOE",
        "Jane Roe in Geneva",
        "Jane Roe, Political Correspondent",
        "Jane Roe | Reuters",
        "Reuters Staff",
        "Jane Roe and John van Doe",
    ],
)
def test_bylines(byline):
    assert kinds(article("Dockers walk out over pay", byline, PROSE))[1] == ("byline", byline)


@pytest.mark.parametrize(
    "credit",
    [
        "(Photo by AFP)",
        "(Photograph: Jane Roe/Gulf Press)",
        "(AFP via Getty Images)",
        "(AP Photo/Jane Roe, File)",
        "[Jane Roe/Reuters]",
        "(Harbour Press/Jane Roe)",
        "Photo: J. B. Roe/Patria Daily",
        "Picture: Jane Roe",
        "Credit: Reuters",
        "Jane Roe / AP",
        "REUTERS/Jane Roe",
        "Getty Images",
    ],
)
def test_credits_mark_captions(credit):
    caption = f"A docker in the port on Monday. {credit}"
    found = kinds(article("A headline", PROSE, caption, MORE))
    assert ("caption", caption) in found
    assert ("credit", credit) in found


@pytest.mark.parametrize(
    "caption",
    [
        "Pictured: the gates of the port",
        "In this April 2, 2017, file photo, a docker rests.",
        "FILE PHOTO: Dockers rest at the gates of the port.",
        "This undated photo released by the union shows the gates.",
        "Dockers gather at the gates of the port of Portsea, April 2, 2017.",
    ],
)
def test_captions_without_a_credit(caption):
    assert ("caption", caption) in kinds(article("A headline", PROSE, caption, MORE))


@pytest.mark.parametrize(
    "body",
    [
        "The town fell to the army on April 2, 2017.",
        "The strike began in the port of Portsea on April 2, 2017, the union said.",
        "This picture is grim, he wrote, and it will take years to mend the port.",
        "She said that she had seen video of dockers beating the guards at the gate.",
        "The agency quoted a source in the ministry as saying so (AFP).",
        "Copyright law was changed after the strike.",
        "Like him or not, the minister won the day.",
        "This report was released by the ministry on Monday.",
        "The firm changed its privacy policy after the strike, and dockers were told to sign it.",
        "For more than a year, visitors were told to follow another road.",
    ],
)
def test_prose_stays_in_the_body(body):
    assert ("body", body) in kinds(article("A headline", PROSE, body, MORE))


@pytest.mark.parametrize(
    "footer",
    [
        "© Harbour News 2020",
        "All rights reserved.",
        "Follow us on Telegram",
        "Sign up for our newsletter",
        "Subscribe",
        "Read more: Dockers win",
        "Click here for the list",
        "Share this",
        "This article was originally published by Harbour News.",
        "Additional reporting by John Doe in Geneva",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "John Doe contributed to this report.",
        "tips@harbour.example.org",
        "https://harbour.example.org/strike",
        "JR/JD",
        "***",
    ],
)
def test_footers(footer):
    assert kinds(article("A headline", PROSE, MORE, footer))[-1] == ("boilerplate", footer)


def test_what_follows_a_footer_and_is_no_sentence_belongs_to_it():
    text = article(
        "A headline", PROSE, "Related stories", "Dockers win", "Port reopens", "Harbour app"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "body"] + ["boilerplate"] * 4


@pytest.mark.parametrize(
    "dateline",
    [
        "GENEVA (Agency) —",
        "BEIRUT, March 3 (Reuters) -",
        "WASHINGTON —",
        "LEXINGTON, Va. —",
        "Washington (CNN) –",
        "(Reuters) -",
        "DEVPUR:",
    ],
)
def test_datelines_open_the_first_paragraph_only(dateline):
    text = article("A headline", f"{dateline} {PROSE}", f"PORTSEA — {MORE}")
    assert [zone for kind, zone in kinds(text) if kind == "dateline"] == [dateline]


def test_speakers_in_capitals_are_no_dateline():
    text = article("ROE: We left the port.", "DOE: And who was it that closed the gates?")
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


def test_captions_that_the_source_marks():
    text = article("A headline", PROSE, "Dockers at the gates", MORE)
    assert ("caption", "Dockers at the gates") in kinds(text, captions=["Dockers at the gates"])
    assert ("body", "Dockers at the gates") in kinds(text)


PIECES = (
    "\xa0|\u200b|News / Syria|HEALTH|By Jane Roe|Photo: |(AFP)|(Photo by AP)|GENEVA —|©|Read more|"
    "***|.|”|Related stories|The town fell.|JR/JD|a@b.c|www.a.com|ﬁ|İ|\ud800|\0|x|2 May 2018| |"
    "\n|\r\n|\n\n"
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split("|"))).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.one_of(st.none(), TEXTS))
def test_zones_are_sound_for_any_text(text, title):
    zones = find_zones(text, title)
    assert list(zones) == sorted(zones, key=lambda zone: (zone.start, -zone.end))
    outer = []
    for zone in zones:
        assert zone.kind in ZONE_KINDS
        assert 0 <= zone.start < zone.end <= len(text)
        piece = text[zone.start : zone.end]
        assert piece == piece.strip()
        if outer and zone.start < outer[-1].end:
            assert (outer[-1].kind, zone.kind) in {("caption", "credit"), ("body", "dateline")}
            assert zone.end <= outer[-1].end
        else:
            outer.append(zone)
    numbers = [zone.paragraph for zone in zones if zone.kind == "body"]
    assert numbers == list(range(len(numbers)))
    covered = "".join(text[zone.start : zone.end] for zone in outer)
    assert sum(map(str.isalnum, covered)) == sum(map(str.isalnum, text))
