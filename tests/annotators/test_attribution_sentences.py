"""Whole sentences read by the real pipeline: who says what, by which expression."""

import pytest
from model_case import front, harbour, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "contents", "kind"),
    [
        (
            "“The ferry was unsafe,” said Maria Duarte, a harbour inspector.",
            "Maria Duarte", "said", ["“The ferry was unsafe,”"], "direct",
        ),
        (
            "Maria Duarte said the ferry was unsafe.",
            "Maria Duarte", "said", ["the ferry was unsafe"], "indirect",
        ),
        (
            "Maria Duarte said the ferry was “a floating coffin” in bad weather.",
            "Maria Duarte", "said", ["the ferry was “a floating coffin” in bad weather"], "mixed",
        ),
        (
            "“The ferry,” said Maria Duarte, “was unsafe from the start.”",
            "Maria Duarte", "said", ["“The ferry,”", "“was unsafe from the start.”"], "direct",
        ),
        (
            "“The ferry was unsafe,” said Maria Duarte. “Nobody listened to us.”",
            "Maria Duarte", "said", ["“The ferry was unsafe,”", "“Nobody listened to us.”"],
            "direct",
        ),
        (
            "‘The ferry was unsafe,’ Maria Duarte told the inquiry.",
            "Maria Duarte", "told", ["‘The ferry was unsafe,’"], "direct",
        ),
        (
            "Officials said on Tuesday that the dam would hold.",
            "Officials", "said", ["the dam would hold"], "indirect",
        ),
        (
            "The dam will hold, officials say.",
            "officials", "say", ["The dam will hold"], "indirect",
        ),
        (
            "The ministry said in a statement that the vote was fair.",
            "The ministry", "said", ["the vote was fair"], "indirect",
        ),
        (
            "The report found that the vote was fair.",
            "The report", "found", ["the vote was fair"], "indirect",
        ),
        (
            "Miners called the deal “an insult to our dead”.",
            "Miners", "called", ["the deal “an insult to our dead”"], "mixed",
        ),
        (
            "The government denied any wrongdoing.",
            "The government", "denied", ["any wrongdoing"], "indirect",
        ),
    ],
)  # fmt: skip
def test_one_attribution(text, speaker, cue, contents, kind):
    case = read(text)
    assert case.said == [(speaker, cue, contents)]
    row = case.only
    assert (row.type, row.depth, row.claim, row.counted) == (kind, 1, True, True)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("According to the ministry, twelve people drowned.", ["twelve people drowned"]),
        (
            "Twelve people, according to the ministry, drowned near the reef.",
            ["Twelve people", "drowned near the reef"],
        ),
        (
            "Twelve people drowned near the reef, according to the ministry.",
            ["Twelve people drowned near the reef"],
        ),
    ],
)
def test_according_to_in_three_places(text, contents):
    case = read(text)
    ((speaker, cue, found),) = case.said
    assert (speaker, cue.lower(), found) == ("the ministry", "according to", contents)
    assert case.only.cue_stance == 0


def test_two_sources_of_one_sentence_are_no_part_of_what_they_say():
    case = read("According to police, the crowd was large, according to witnesses.")
    for row in case.rows.attributions:
        assert "according" not in " ".join(case.contents(row)).lower()


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The ferry, Maria Duarte said, was unsafe.", ["The ferry", "was unsafe"]),
        (
            "The dam, as officials said, will hold until May.",
            ["The dam", "will hold until May"],
        ),
    ],
)
def test_a_cue_between_commas_inside_its_content(text, contents):
    case = read(text)
    assert case.contents(case.only) == contents


def test_a_quotation_over_paragraphs_is_one_attribution():
    case = read(
        "“The river rose at noon,” said Ana Brandt, the mayor of Orlan. “It took the bridge.\n\n"
        "“Nobody had warned us. It went on all night.\n\n"
        "“By morning it was gone.” She left the hall."
    )
    (row,) = case.rows.attributions
    assert row.speaker == "Ana Brandt"
    assert case.contents(row)[0] == "“The river rose at noon,”"
    assert case.contents(row)[-1] == "“By morning it was gone.”"
    assert row.type == "direct"
    assert row.content_words == row.direct_words == 23


def test_a_quotation_alone_belongs_to_the_speaker_before():
    case = read(
        "“The river rose at noon,” said Ana Brandt.\n\n“Nobody in the valley had warned us.”"
    )
    assert [(speaker, contents[0][:12]) for speaker, _, contents in case.said] == [
        ("Ana Brandt", "“The river r"),
        ("Ana Brandt", "“Nobody in t"),
    ]
    assert case.rows.attributions[1].confidence < case.rows.attributions[0].confidence


def test_a_quotation_nobody_is_near_is_given_to_nobody():
    case = read("The hall was empty. “We will come back with more people.” Rain fell on the tents.")
    assert all(row.actor is None for row in case.rows.attributions)


@pytest.mark.parametrize(
    "text",
    [
        "The Lisbon Courier quoted Teresa Quiroga as saying that the crane was unsafe.",
        "Teresa Quiroga was quoted by the Lisbon Courier as saying that the crane was unsafe.",
        "Teresa Quiroga said the crane was unsafe, the Lisbon Courier reported.",
    ],
)
def test_a_relay_credits_the_inner_speaker(text):
    row = harbour(text).only
    assert (row.speaker, row.side, row.conduit, row.depth) == ("Teresa Quiroga", "L", "COU", 1)
    assert row.counted
    assert harbour(text).contents(row) == ["the crane was unsafe"]


def test_a_relay_by_an_unlisted_medium():
    row = read("Maria Duarte said the ferry was unsafe, the Lisbon Courier reported.").only
    assert (row.speaker, row.depth) == ("Maria Duarte", 1)
    assert row.conduit == "Lisbon Courier"


def test_nesting_is_depth_and_only_the_outer_counts():
    case = harbour("Teresa Quiroga said the engineer had admitted that the brake had failed.")
    outer, inner = case.rows.attributions
    assert (outer.depth, outer.counted, outer.parent) == (1, True, None)
    assert (inner.depth, inner.counted, inner.parent) == (2, False, outer.span_id)
    assert inner.in_content_of == (outer.span_id,)
    assert case.contents(inner) == ["the brake had failed"]


def test_coordinated_reporting_verbs_go_back_to_the_speaker():
    case = harbour(
        "Teresa Quiroga said the blast was an accident and accused the port of hiding the wreck."
    )
    assert [(row.speaker, row.cue, row.depth) for row in case.rows.attributions] == [
        ("Teresa Quiroga", "said", 1),
        ("Teresa Quiroga", "accused", 1),
    ]
    assert case.contents(case.rows.attributions[0]) == ["the blast was an accident"]


def test_coordinated_reporting_verbs_of_one_subject():
    case = harbour("Teresa Quiroga said the ferry was unsafe and warned that more would follow.")
    assert [(row.cue, row.depth, case.contents(row)) for row in case.rows.attributions] == [
        ("said", 1, ["the ferry was unsafe"]),
        ("warned", 1, ["more would follow"]),
    ]


def test_each_half_of_a_sentence_has_its_speaker():
    case = read(
        "Witnesses said that police had fired into the crowd, but the ministry insisted that "
        "officers had shot into the air."
    )
    assert [(row.speaker, row.cue_stance, row.counted) for row in case.rows.attributions] == [
        ("Witnesses", 0, True),
        ("the ministry", -1, True),
    ]


def test_a_noun_can_be_the_cue():
    case = front("Omar Bashari repeated the army's claim that the bridge had been mined.")
    row = next(row for row in case.rows.attributions if row.cue == "claim")
    assert (row.side, row.cue_stance) == ("S", -1)
    assert case.contents(row) == ["the bridge had been mined"]


@pytest.mark.xfail(strict=True, reason="the parser reads the main verb into the clause")
def test_the_content_of_a_noun_ends_before_the_main_verb():
    case = read("The minister's claim that the ferry was safe angered the families.")
    assert case.contents(case.only) == ["the ferry was safe"]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Bashari ordered the troops to leave the valley.",
        "Omar Bashari told the troops to leave the valley.",
        "Omar Bashari urged the rebels to lay down their arms.",
        "Omar Bashari asked whether the valley was empty.",
    ],
)
def test_orders_and_questions_are_no_claims(text):
    row = front(text).only
    assert (row.speaker, row.claim, row.counted) == ("Omar Bashari", False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Omar Bashari would say that the valley was empty if anyone asked.",
        "Omar Bashari did not say whether the valley was empty.",
        "Nobody should say that the valley is empty.",
        "The valley was empty and the road was closed.",
        "It was getting dark when the trucks reached the valley.",
        "Omar Bashari added sugar to the tea and told a long story.",
        "The clock said noon.",
    ],
)
def test_nothing_is_said_here(text):
    assert front(text).rows.attributions == ()


def test_a_question_put_to_the_speaker_is_not_the_speakers():
    case = read("Asked whether the roof was safe, Ana Brandt said: “Ask the builders.”")
    assert case.said == [("Ana Brandt", "said", ["“Ask the builders.”"])]


@pytest.mark.parametrize(
    ("text", "anonymous", "affiliation"),
    [
        ("Two officials said the talks had failed.", True, None),
        ("A Dockers' Union official said the talks had failed.", True, "Dockers' Union"),
        ("One of the union's spokesmen said the talks had failed.", True, "Dockers' Union"),
        ("Some suggested the talks had failed.", True, None),
        ("Teresa Quiroga said the talks had failed.", False, "Dockers' Union"),
        ("The Harbour Authority said the talks had failed.", False, None),
        ("Ines Prado of the Bakers' Guild said the talks had failed.", False, None),
    ],
)
def test_who_is_anonymous(text, anonymous, affiliation):
    row = harbour(text).only
    assert row.anonymous is anonymous
    assert (row.affiliation if affiliation else None) == affiliation


def test_an_unlisted_speaker_is_found_under_the_name_given():
    case = harbour("Jan Kowalski, who runs the bakery, said the street was flooded.")
    assert (case.only.speaker, case.only.side) == ("Jan Kowalski", None)
    assert case.actors.get(case.only.actor) is not None


def test_a_spokesman_speaks_for_his_group():
    case = harbour("A spokesman for the Dockers' Union said the crane was unsafe.")
    assert case.only.side == "L"
    assert case.only.affiliation == "Dockers' Union"


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", 0), ("claimed", -1), ("alleged", -1), ("added", 0),
        ("confirmed", 1), ("revealed", 1),
    ],
)  # fmt: skip
def test_the_cue_has_a_stance(verb, stance):
    assert harbour(f"Teresa Quiroga {verb} that the crane had failed.").only.cue_stance == stance


def test_a_lie_of_the_author_is_no_quotation_mark_for_the_cue():
    case = harbour("Teresa Quiroga said the so-called “safety plan” had never existed.")
    assert case.only.type == "mixed"
    assert case.only.direct_words == 2


@pytest.mark.parametrize(
    "text",
    [
        "Photo by Teresa Quiroga said",
        "Said, said the said.",
        "“” said Teresa Quiroga.",
        "“No,” “yes,” “maybe,” said Teresa Quiroga, said Nigel Bly.",
        "According to.",
        "According to whom?",
        "Said.",
    ],
)
def test_odd_sentences_break_nothing(text):
    for row in harbour(text).rows.attributions:
        assert row.text == text[row.start : row.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Critics say the law is unfair; supporters say it is overdue.",
            [("Critics", ["the law is unfair"]), ("supporters", ["it is overdue"])],
        ),
        (
            "Human Rights Watch said in a report released Thursday that soldiers had left.",
            [("Human Rights Watch", ["soldiers had left"])],
        ),
        (
            "The coach insisted his players had “given everything” in Lagos.",
            [("The coach", ["his players had “given everything” in Lagos"])],
        ),
        (
            "As the mayor put it, “the river does not vote”.",
            [("the mayor", ["“the river does not vote”"])],
        ),
        ("“Never!” shouted the crowd.", [("the crowd", ["“Never!”"])]),
        ("One villager, Amina, 34, said soldiers had come.", [("Amina", ["soldiers had come"])]),
        ("The minister declined to say whether he would resign.", []),
        (
            "Speaking in Nairobi, Wanjiru said the court had no right to hear the case.",
            [("Wanjiru", ["the court had no right to hear the case"])],
        ),
        (
            "Soldiers had taken the men, said Human Rights Watch, which interviewed villagers.",
            [("Human Rights Watch", ["Soldiers had taken the men"])],
        ),
        (
            "The driver fled, police said in a statement on Tuesday.",
            [("police", ["The driver fled"])],
        ),
        (
            "The law is void, the court said, adding that parliament had a year to change it.",
            [
                ("the court", ["The law is void"]),
                ("the court", ["parliament had a year to change it"]),
            ],
        ),
        (
            "He was accused of bribery by the opposition.",
            [("the opposition", ["He was accused of bribery"])],
        ),
        (
            "“We have nothing left,” Mr Lopez, a fisherman, told reporters. “The sea is empty.”",
            [("Mr Lopez", ["“We have nothing left,”", "“The sea is empty.”"])],
        ),
        (
            "Vogt added that inflation would fall and that rates could follow.",
            [("Vogt", ["inflation would fall and that rates could follow"])],
        ),
    ],
)
def test_sentences_from_many_kinds_of_story(text, expected):
    assert [(speaker, contents) for speaker, _, contents in read(text).said] == expected


@pytest.mark.xfail(strict=True, reason="only wrongdoing, guilt and the like count as denied")
def test_what_is_denied_may_be_a_charge():
    assert read("Mr Silva has denied the charges.").said == [
        ("Mr Silva", "has denied", ["the charges"])
    ]


@pytest.mark.xfail(strict=True, reason="the apposition is read as part of the clause before it")
def test_a_denial_in_an_apposition():
    case = read("The farmers say they were never paid, a charge the company denies.")
    assert [(speaker, contents) for speaker, _, contents in case.said] == [
        ("farmer", ["they were never paid"]),
        ("the company", ["a charge"]),
    ]
