"""From the words for a source to its side: unnamed, collective, by trade, by affiliation."""

import pytest
from hand import hand_parse
from model_case import front, harbour, read

from framing.annotators.attribution._source_words import whole_name

pytestmark = pytest.mark.model

LEAD = "The ships stayed in the port on Monday.\n\n"


def speakers(case):
    return [(row.speaker, row.side) for row in case.rows.attributions]


def sides(case):
    return [row.side for row in case.rows.attributions]


def test_an_unnamed_source_that_is_quoted_again_keeps_its_side():
    text = (
        "An aide to Teresa Quiroga said the port was closed. The aide added that nobody had been "
        "paid."
    )
    assert sides(harbour(LEAD + text)) == ["L", "L"]


def test_a_pronoun_goes_back_to_the_unnamed_source():
    text = "A union official told reporters that the port was closed. He said nobody was paid."
    assert sides(harbour(LEAD + text)) == ["L", "L"]


@pytest.mark.parametrize(
    ("source", "side"),
    [("A military source", "S"), ("An army officer", "S"), ("A government official", "S")],
)
def test_a_trade_with_one_listed_actor_gives_the_side(source, side):
    case = front(f"The war went on in the north.\n\n{source} said the bridge had been taken.")
    assert sides(case) == [side]


def test_a_trade_that_nobody_listed_has_gives_no_side():
    case = harbour(f"{LEAD}A military source said the bridge had been taken.")
    assert sides(case) == [None]


@pytest.mark.parametrize(
    "source", ["Residents", "Some workers", "An aide who asked not to be named"]
)
def test_collective_and_anonymous_sources_are_kept_and_counted(source):
    case = harbour(f"{LEAD}{source} said the port was closed.")
    (row,) = case.rows.attributions
    assert row.anonymous
    assert row.counted
    assert row.speaker


def test_a_surname_and_a_pronoun_are_the_person_named_before():
    text = (
        "Teresa Quiroga of the Dockers' Union said the port was closed. Quiroga added that nobody "
        "was paid. “We are tired,” she said."
    )
    assert {row.actor for row in harbour(LEAD + text).rows.attributions} == {"QUI"}


def test_a_report_that_is_no_actor_is_not_replaced_by_one():
    text = (
        "The Harbour Authority opened the gates. A report blamed the crane. It said that the chain "
        "had been too old."
    )
    last = harbour(LEAD + text).rows.attributions[-1]
    assert last.side is None


def test_a_place_where_somebody_is_based_is_no_affiliation():
    text = (
        "The Britain-based Monitoring Office for Human Rights said ten people died. Peter Neumann "
        "of the London-based Centre for Strategic Studies said the port was closed."
    )
    assert [row.affiliation for row in read(text).rows.attributions] == [None, None]


def test_a_name_with_a_phrase_after_its_head_is_one_speaker_also_in_short():
    text = (
        "The Monitoring Office for Human Rights said ten people died. The Office said they were "
        "workers."
    )
    assert {row.speaker for row in read(text).rows.attributions} == {
        "Monitoring Office for Human Rights"
    }


def test_other_residents_are_not_the_resident_named_before():
    text = (
        "Resident Paulo Reis said nobody was safe. Other residents said the raids went on. "
        "Residents said the port was closed."
    )
    first, second, third = [row.speaker for row in read(text).rows.attributions]
    assert first == "Paulo Reis"
    assert "Reis" not in second + third


def test_a_surname_is_found_without_its_article():
    text = "Homs Governor Talal al-Barazi said six people died. Nobody fled, according to Barazi."
    assert [row.speaker for row in read(text).rows.attributions] == ["Talal al-Barazi"] * 2


def test_whom_a_source_accuses_is_no_affiliation_of_it():
    text = "The news came on Monday, with the opposition accusing the Syrian government of murder."
    assert all(row.affiliation is None for row in read(text).rows.attributions)


def test_the_noun_before_a_plain_noun_is_no_name_for_its_owner():
    case = read("The Russian defence ministry met on Monday. The civil defence said jets flew.")
    assert "Russia" not in [actor for text, actor in case.mentions if "civil" in text]


def test_a_title_that_does_not_fit_means_somebody_else_of_the_name():
    text = "Hillary Clinton spoke to voters. “Stick with me,” Mr. Clinton said."
    assert read(text).rows.attributions[-1].speaker == "Mr. Clinton"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee head of the Monitoring Office said ten people died.", "Ann Lee"),
        ("A source at the Police Command said ten people died.", "A source at the Police Command"),
        ("Some 70% of registered voters say that they care.", "Some 70% of registered voters"),
        ("An official who asked not to be named said ten people died.", "An official"),
        ("Van den Heever said that the port was closed.", "Van den Heever"),
        (
            "Family members of prisoner Tony Kim said that he was well.",
            "Family members of prisoner Tony Kim",
        ),
        ("Clinton campaign spokesman Brian Fallon said that it was false.", "Brian Fallon"),
    ],
)
def test_a_source_is_called_by_its_own_words_or_the_name_in_them(text, speaker):
    assert [row.speaker for row in read(text).rows.attributions] == [speaker]


def test_a_news_agency_is_not_its_country():
    case = read("The official Syrian news agency said that ten people died in the city.")
    assert case.only.actor != "Syria"


def test_a_monitor_is_the_one_body_of_the_article_that_watches():
    text = (
        "Ten people died in the raid, a monitor said. The Northern Observatory for Human Rights "
        "said they were workers."
    )
    assert {row.speaker for row in read(text).rows.attributions} == {
        "Northern Observatory for Human Rights"
    }


def test_it_is_the_body_that_was_quoted_before():
    text = "A report by the clinic said ten people had died. It added that they were workers."
    one, other = read(text).rows.attributions
    assert one.speaker == other.speaker


def test_a_relative_pronoun_is_the_noun_before_it():
    text = "The bridge was opened by the clinic, which said that ten people had died."
    assert read(text).only.speaker.endswith("clinic")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The plan failed, according to a report in al-Monitor.", "a report in al-Monitor"),
        ("“We fled,” said another resident of Deir al-Zor.", "another resident of Deir al-Zor"),
    ],
)
def test_the_words_for_a_source_are_not_cut_at_a_hyphen(text, speaker):
    rows = read(text).rows.attributions
    assert [row.speaker for row in rows] == [speaker]


def test_a_name_is_not_cut_at_an_abbreviation():
    parse = hand_parse("""
        REP NNP compound 4
        ~. . punct 1
        ANN NNP compound 4
        LEWIS NNP ROOT 0
        spoke VBD dep 4
    """)
    assert whole_name(parse, parse.tokens[3], (0, 14)) == "REP. ANN LEWIS"
    assert whole_name(parse, parse.tokens[3], (0, len(parse.text))) == ""
