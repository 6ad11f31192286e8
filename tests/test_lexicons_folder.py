"""Every built-in lexicon: whole, documented and plausible."""

import re
from pathlib import Path

import pytest

from framing.lexicon import COUNTS, KINDS, OWN_JUDGEMENT, check, fold, list_lexicons, load_lexicon

REFERENCES = Path(__file__).parent.parent / "docs" / "references.bib"

#: The lexicons of which a term can be loaded.
LOADED = ("labels", "evaluative", "acts")

#: At least so many entries: a lexicon that lost half its lines must not pass.
SIZES = {
    "acts": 1500,
    "countries": 200,
    "epistemic": 550,
    "events": 550,
    "evaluative": 1100,
    "groups": 30,
    "labels": 1150,
    "predicates": 250,
    "reporting": 700,
    "roles": 1400,
}


@pytest.fixture(params=list_lexicons())
def lexicon(request):
    return load_lexicon(request.param)


def known_sources():
    text = REFERENCES.read_text(encoding="utf-8") if REFERENCES.is_file() else ""
    return {OWN_JUDGEMENT, COUNTS, *re.findall(r"^@\w+\{([^,\s]+),", text, flags=re.MULTILINE)}


def only(name, term, **values):
    return [
        entry
        for entry in load_lexicon(name).lookup(term)
        if all(entry[column] == value for column, value in values.items())
    ]


def test_all_are_there():
    assert set(SIZES) == set(list_lexicons())


def test_description(lexicon):
    assert lexicon.kind in KINDS
    assert lexicon.licence in {"CC0-1.0", "MIT"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", lexicon.version)


def test_nothing_to_find_fault_with(lexicon):
    assert check(lexicon) == []


def test_size(lexicon):
    assert len(lexicon.entries) >= SIZES[lexicon.name]


def test_sources_are_known(lexicon):
    unknown = {entry["source"] for entry in lexicon.entries} - known_sources()
    assert unknown == set()


def test_every_term_is_found_by_its_own_words(lexicon):
    for entry in lexicon.entries:
        tokens = [(word,) for word in re.split(r"[ -]", entry.term)]
        matches = lexicon.matcher.find(tokens, overlaps=True)
        assert any(match == (0, len(tokens), entry) for match in matches), entry.term


@pytest.mark.parametrize(
    ("name", "term", "values"),
    [
        ("labels", "terrorist", {"polarity": "negative", "loadedness": "2"}),
        ("labels", "rebel", {"polarity": "neutral", "loadedness": "0"}),
        ("labels", "freedom fighter", {"polarity": "positive", "loadedness": "2"}),
        ("labels", "whistleblower", {"polarity": "positive"}),
        ("acts", "collateral damage", {"kind": "euphemism", "favours": "agent"}),
        ("acts", "witch-hunt", {"kind": "dysphemism", "favours": "patient"}),
        ("reporting", "claim", {"stance": "-1", "claim": "yes"}),
        ("reporting", "say", {"stance": "0", "claim": "yes"}),
        ("reporting", "point out", {"stance": "1", "class": "factive"}),
        ("reporting", "order", {"claim": "no", "class": "directive"}),
        ("epistemic", "alleged", {"cue_class": "hedge", "level": "distancing"}),
        ("epistemic", "reportedly", {"level": "evidential"}),
        ("epistemic", "some", {"level": "approximator", "condition": "before_number"}),
        ("epistemic", "some", {"level": "vague_source", "condition": "subject_of_report"}),
        ("epistemic", "irrefutable", {"cue_class": "booster", "level": "certainty"}),
        ("events", "kill", {"harm": "physical", "agentless": "no"}),
        ("events", "die", {"agentless": "yes"}),
        ("events", "hold", {"harm": "coercive", "object": "person"}),
        ("events", "release", {"harm": "none"}),
        ("roles", "spokeswoman", {"class": "role", "gender": "f"}),
        ("roles", "widow", {"class": "kin", "gender": "f"}),
        ("roles", "ministry", {"class": "institution"}),
        ("countries", "japan", {"capital": "Tokyo"}),
    ],
)
def test_well_known_entries(name, term, values):
    assert only(name, term, **values)


def test_neutral_terms_are_at_most_contested():
    for name in LOADED:
        for entry in load_lexicon(name).entries:
            if entry["polarity"] == "neutral":
                assert entry.number("loadedness") <= 1, entry.term


def test_plainer_terms_are_not_themselves_loaded():
    """An alternative that is loaded the same way would be no advice."""
    entries = [entry for name in LOADED for entry in load_lexicon(name).entries]
    loaded = {
        (fold(entry.term), entry["polarity"], pos)
        for entry in entries
        for pos in entry.pos
        if entry.number("loadedness") >= 2 and not entry["condition"]
    }
    for entry in entries:
        for term in entry.many("alternatives"):
            keys = {(fold(term), entry["polarity"], pos) for pos in entry.pos}
            assert not keys & loaded, (entry.term, term)


def test_a_word_is_evaluated_in_one_lexicon_only():
    """Two entries of one word would be two judgements; the first look-up would hide the other."""
    seen = {}
    for name in LOADED:
        for entry in load_lexicon(name).entries:
            for pos in entry.pos & {"adj", "adv"}:
                key = (fold(entry.term), pos)
                assert seen.setdefault(key, name) == name, entry.term


def test_orders_and_questions_assert_nothing():
    for entry in load_lexicon("reporting").entries:
        if entry["class"] in {"directive", "question"}:
            assert entry["claim"] == "no", entry.term


def test_forms_fit_levels():
    for entry in load_lexicon("epistemic").entries:
        if entry["level"] == "modal" and "modal" in entry["form"]:
            assert "aux" in entry.pos, entry.term
        if entry["level"] == "vague_source":
            assert entry["form"] == "vague_source", entry.term


def test_countries_name_capital_and_people():
    without = {entry.term for entry in load_lexicon("countries").entries if not entry["capital"]}
    assert without <= {"hong kong"}
    bodies = {"united nations", "nato", "asean", "european commission"}
    nameless = {e.term for e in load_lexicon("countries").entries if not e["demonyms"]}
    assert nameless == bodies


@pytest.mark.parametrize(
    ("alias", "country"),
    [("UK", "united kingdom"), ("Burma", "myanmar"), ("DRC", "democratic republic of the congo")],
)
def test_aliases_belong_to_one_country(alias, country):
    owners = [e.term for e in load_lexicon("countries").entries if alias in e.many("aliases")]
    assert owners == [country]


def test_no_alias_is_claimed_twice():
    seen = {}
    for entry in load_lexicon("countries").entries:
        for name in {entry.term, *map(str.lower, entry.many("aliases"))}:
            assert seen.setdefault(name, entry.term) == entry.term


def test_euphemisms_paint_well_and_dysphemisms_badly():
    polarity = {"euphemism": {"positive"}, "dysphemism": {"negative"}}
    for entry in load_lexicon("acts").entries:
        assert entry["polarity"] in polarity.get(entry["kind"], {entry["polarity"]}), entry.term
