"""Parses of odd texts: every token and sentence is a slice of the text as it was given."""

import pytest

from framing.article import Article, Zone
from framing.errors import FramingError
from framing.language import load_pipeline, parse

pytestmark = pytest.mark.model

ODD = {
    "plain": "The dam held. Engineers left.",
    "no-break spaces": "The\xa0dam held for 20\u202f000 people. It\xa0held.",
    "CRLF inside": "The dam\r\nheld. Engineers\r\nleft.",
    "emoji": "The dam 🏞️ held 👩‍🚒👩‍🚒. Engineers 😀 left.",
    "curly": "“The dam’s fine,” she said. ‘It’s over.’ Then—nothing…",
    "zero width": "The\u200b dam \ufeffheld. Engi\u00adneers\u200d left\u2060.",
    "combining": "Le\u0301on Garci\u0301a left. Zażółć gęślą jaźń stayed.",
    "astral": "𝒯𝒽𝑒 𝒹𝒶𝓂 held. 𠀀𠀁 left.",
    "right to left": "The word \u202bسلام\u202c appears. It held.",
    "tabs": "The dam\theld.  \t Engineers   left.\t",
    "no space": "Thedamheld.Engineersleft,“yes”no.",
    "controls": "The dam \x07 held. \x0b Engineers left.",
    "one letter": "A",
}


def parsed(text, *, names=None, zones=None):
    article = Article("a", text, zones or (Zone("body", 0, len(text), 1),))
    return parse(article, load_pipeline(), names)


def check_offsets(result):
    text = result.text
    for place, token in enumerate(result.tokens):
        assert token.i == place
        assert text[token.start : token.end] == token.text
        assert not token.text.isspace()
        assert token.left <= token.i <= token.right
    for one, other in zip(result.tokens, result.tokens[1:], strict=False):
        assert one.end <= other.start
    covered = [token for sentence in result.sentences for token in result.tokens_of(sentence)]
    assert covered == result.tokens
    for sentence in result.sentences:
        assert sentence.start == result.tokens[sentence.first].start
        assert sentence.end == result.tokens[sentence.last - 1].end
        assert {token.sent for token in result.tokens_of(sentence)} == {sentence.index}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_offsets_slice_the_text_exactly(text):
    result = parsed(text)
    check_offsets(result)
    shown = "".join(token.text for token in result.tokens)
    assert shown == "".join(char for char in text if not char.isspace())


def test_a_very_long_paragraph_is_parsed_in_pieces():
    sentence = "The council’s engineers measured the old dam again on Monday. "
    text = sentence * 700
    assert len(text) > 40_000
    result = parsed(text)
    check_offsets(result)
    assert "".join(token.text for token in result.tokens) == text.replace(" ", "")
    assert len(result.sentences) == pytest.approx(700, abs=3)


def test_a_long_paragraph_without_a_single_space():
    text = "x" * 45_000
    result = parsed(text)
    check_offsets(result)
    assert "".join(token.text for token in result.tokens) == text


def test_a_sentence_never_runs_from_one_paragraph_into_the_next():
    text = "The dam held\n\nEngineers left on Monday"
    zones = (Zone("headline", 0, 12), Zone("body", 14, len(text), 1))
    result = parsed(text, zones=zones)
    check_offsets(result)
    assert [sentence.zone for sentence in result.sentences] == ["headline", "body"]


def test_a_credit_inside_a_caption_is_cut_out():
    text = "Engineers at the dam. (Photo by Wire)"
    zones = (Zone("caption", 0, len(text)), Zone("credit", 22, len(text)))
    result = parsed(text, zones=zones)
    assert result.tokens[-1].text == "."
    assert "Wire" not in [token.text for token in result.tokens]


def test_a_hidden_name_keeps_its_text_and_offsets_and_says_whose_it_is():
    text = "Fighters of Jund al-Sakhr left. “Jund al-Sakhr’s men” said so."
    result = parsed(text, names={"Jund al-Sakhr": ("JUND", "NATO")})
    check_offsets(result)
    named = [token for token in result.tokens if token.name]
    assert [(token.text, token.name) for token in named] == [("Jund al-Sakhr", "JUND")] * 2
    assert named[1].start == text.rindex("Jund")
    assert named[0].proper


def test_the_longest_listed_name_wins():
    text = "The Port Workers Union met the Port."
    names = {"Port": ("PORT", "NATO"), "Port Workers Union": ("UNION", "NATO")}
    result = parsed(text, names=names)
    assert [(token.text, token.name) for token in result.tokens if token.name] == [
        ("Port Workers Union", "UNION"),
        ("Port", "PORT"),
    ]


def test_a_name_is_found_across_odd_spaces_and_marks():
    text = "The Dockers’\xa0Union left."
    result = parsed(text, names={"Dockers' Union": ("DU", "NATO")})
    check_offsets(result)
    assert [token.text for token in result.tokens if token.name] == ["Dockers’\xa0Union"]


def test_two_names_are_parsed_alike():
    def shape(name):
        result = parsed(
            f"Officials said {name} had shelled the bridge before its men left.",
            names={name: ("X", "NATO")},
        )
        return [(token.tag, token.dep, token.head.i) for token in result.tokens]

    assert shape("Jund al-Sakhr") == shape("Kovač Brigade") == shape("the Yellow Hats of Orr")


def test_lookups_by_offset():
    text = "The dam held. Engineers left."
    result = parsed(text)
    assert result.at(text.index("dam") + 1).text == "dam"
    assert result.at(0).text == "The"
    assert [token.text for token in result.between(4, 12)] == ["dam", "held"]
    assert result.sentence_at(text.index("Engineers")).id == "s1"
    assert parsed("").at(0) is None
    assert parsed("").sentence_at(0) is None


def test_quote_at():
    text = "He said “we left” twice."
    result = parsed(text)
    assert result.quote_at(text.index("we")) is result.quotes[0]
    assert result.quote_at(text.index("twice")) is None


def test_an_unknown_pipeline_is_named():
    with pytest.raises(FramingError, match=r"'no_such_pipeline' is not installed"):
        load_pipeline("no_such_pipeline")
