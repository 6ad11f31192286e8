"""Who goes on speaking, and who is only taken up: pronouns and descriptions after a speaker."""

import pytest
from model_case import front, harbour, read

pytestmark = pytest.mark.model


def last_speaker(text, reading=read):
    return reading(text).rows.attributions[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Samuel Okoro indicated that Peter Lund was meeting other traders. Two more houses "
            "burned, he added.",
            "Samuel Okoro",
        ),
        (
            "A nurse said that Nigel Bly had left the port. He said nobody was paid.",
            "nurse",
        ),
        (
            "The harbour council said the quay was closed. Two ships sank near the pier, it said.",
            "The harbour council",
        ),
        (
            "Anna Lund said the port was closed.\n\n“We will not pay,” the Ohio Republican added.",
            "Anna Lund",
        ),
        (
            "Peter Lund said the quay was closed.\n\n“The port is safe,” the statement said.",
            "Peter Lund",
        ),
        (
            "Ben Carson unveiled a plan on Monday. “It applies to everybody,” the retired surgeon "
            "told Fox News.",
            "Ben Carson",
        ),
        (
            "Anna Lund's remarks fit the pattern. “He does not love us,” the former mayor said.",
            "Anna Lund",
        ),
        (
            "A union official said the quay was closed. A Ohio official said it was open. The "
            "official said nobody was paid.",
            "A Ohio official",
        ),
        (
            "The choice drew chortles from skeptics, who say the port will close.",
            "skeptics",
        ),
        (
            "Sidney Powell and Jesse Binnall wrote that the plan was in bad faith. “Nobody was "
            "paid,” they wrote.",
            "Sidney Powell, Jesse Binnall",
        ),
        (
            "The Lund Observatory said there were fresh air strikes by Sudan on Wednesday. It said "
            "those strikes appeared to have hit the port.",
            "Lund Observatory",
        ),
    ],
)
def test_who_spoke_before_goes_on(text, speaker):
    assert last_speaker(text) == speaker


def test_a_pronoun_is_not_the_one_spoken_of():
    text = "Teresa Quiroga told reporters that Nigel Bly had lied. She said the union would strike."
    assert last_speaker(text, harbour) == "Teresa Quiroga"


def test_it_is_nobody_of_flesh_and_blood():
    text = (
        "The Harbour Authority said forty workers were hurt. It said the quay would open on Monday."
    )
    assert last_speaker(text, harbour) == "Harbour Authority"


def test_a_participle_is_said_by_whoever_reports_not_by_the_hurt():
    text = (
        "The Harbour Authority confirmed that a worker was hurt in the blast, saying that the quay "
        "was safe."
    )
    assert {row.speaker for row in harbour(text).rows.attributions} == {"Harbour Authority"}


@pytest.mark.parametrize("text", ["You can say that the war is lost.", "One must ask why it fell."])
def test_nobody_in_particular_says_nothing(text):
    assert read(text).rows.attributions == ()


def test_words_against_a_state_keep_its_name_from_a_force():
    case = read("Sudanese opposition forces claimed that the bridge had fallen.")
    assert case.only.speaker == "Sudanese opposition forces"
    assert read("Sudanese forces claimed that the bridge had fallen.").only.speaker == "Sudan"


def test_a_council_is_not_the_government():
    case = front("Sudan was quiet. The local council in Darfa accused the army of arson.")
    assert case.rows.attributions[-1].speaker == "The local council in Darfa"


def test_another_body_of_the_same_kind_is_another():
    case = read("The Lund Agency said the quay was closed. The Orme Agency said the quay was open.")
    assert [row.speaker for row in case.rows.attributions] == ["Lund Agency", "Orme Agency"]


def test_the_turns_of_an_interview():
    case = read(
        "We met at the port.\n\nAnna Lund\n\nWhy was the quay closed?\n\nPeter Orme\n\nNobody paid "
        "us. The crane fell.\n\nIt was old.\n\nAnna Lund\n\nAnd now?\n\nPeter Orme\n\nWe wait."
    )
    turns = [row for row in case.rows.attributions if "turn" in row.evidence]
    assert [row.speaker for row in turns] == ["Anna Lund", "Peter Orme"] * 2
    assert case.contents(turns[1]) == ["Nobody paid us. The crane fell.", "It was old."]


def test_the_turns_of_listed_people():
    case = harbour(
        "We met.\n\nTeresa Quiroga\n\nWhy was the quay closed?\n\nNigel Bly\n\nNobody came."
        "\n\nTeresa Quiroga:"
        "\n\nAnd now?\n\nNigel Bly:\n\nWe wait."
    )
    turns = [row.speaker for row in case.rows.attributions if "turn" in row.evidence]
    assert turns == ["Teresa Quiroga", "Nigel Bly"] * 2


def test_names_alone_in_a_line_are_no_turns_unless_they_come_again():
    case = read("Anna Lund\n\nThe quay was closed on Monday.\n\nPeter Orme\n\nThe crane fell.")
    assert case.rows.attributions == ()


def test_a_name_that_has_lost_its_apostrophe():
    text = "Sudans government said the bridge was safe. Basharis regime fell."
    case = front(text)
    assert case.only.speaker == "Sudanese government"
    assert case.label("regime").actor == "GOV"
    assert [name for name, _ in case.mentions] == [
        "Sudans government",
        "Basharis regime",
        "Bashari",
    ]


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("The Harbour Authority met the Dockers' Union and its allies in Lisbon.", "its", "DU"),
        ("An aide to Nigel Bly, who asked not to be named, said so.", "who", "aide"),
    ],
)
def test_whose_a_pronoun_is(text, pronoun, actor):
    assert harbour(text).mention(pronoun).actor == actor
