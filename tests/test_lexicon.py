"""Loading, spelling and matching, on small lexicons written for the tests."""

from dataclasses import FrozenInstanceError

import pytest

from framing.errors import LexiconError
from framing.lexicon import Entry, Matcher, check, fold, list_lexicons, load_lexicon, overlay

TOML = """\
name = "{name}"
title = "A small list"
version = "0.2"
licence = "CC0-1.0"
kind = "{kind}"
notes = "for a test"

[columns]
term = "t"
pos = "t"
polarity = "t"
loadedness = "t"
alternatives = "t"
domain = "t"
source = "t"
note = "t"
"""
HEADER = "term\tpos\tpolarity\tloadedness\talternatives\tdomain\tsource\tnote"
BOSS = "union boss\tnoun\tnegative\t2\tunion leader|official\twork\town judgement\t"


def folder(tmp_path, *lines, kind="labels", toml=TOML, header=HEADER):
    (tmp_path / "lexicon.toml").write_text(toml.format(name="mine", kind=kind), encoding="utf-8")
    text = "\n".join([header, *lines]) + "\n"
    (tmp_path / "entries.tsv").write_text(text, encoding="utf-8")
    return tmp_path


def entries(*terms):
    return [Entry(term, frozenset({"noun"})) for term in terms]


def found(terms, text, **options):
    tokens = [(word,) if isinstance(word, str) else word for word in text]
    return [(i, j, entry.term) for i, j, entry in Matcher(entries(*terms)).find(tokens, **options)]


# ------------------------------------------------------------------------ loading


def test_own_lexicon_by_folder(tmp_path):
    lexicon = load_lexicon(folder(tmp_path, "# bosses", "", BOSS))
    (entry,) = lexicon.entries
    assert (lexicon.name, lexicon.version, lexicon.kind) == ("mine", "0.2", "labels")
    assert entry.many("alternatives") == ("union leader", "official")
    assert entry.number("loadedness") == 2
    assert entry["note"] == ""
    assert entry.many("note") == ()
    assert lexicon.evidence(entry) == "mine@0.2:union boss"
    assert lexicon.lookup("Union Boss") == (entry,)
    assert lexicon.where(domain="work") == (entry,)
    assert lexicon.where(domain="sport") == ()
    assert check(lexicon) == []


def test_lexicon_and_entry_are_frozen(tmp_path):
    lexicon = load_lexicon(folder(tmp_path, BOSS))
    with pytest.raises(FrozenInstanceError):
        lexicon.name = "yours"
    with pytest.raises(FrozenInstanceError):
        lexicon.entries[0].term = "boss"


def test_builtin_lexicons_are_cached():
    assert load_lexicon("labels") is load_lexicon("labels")


def test_byte_order_mark_and_windows_line_ends(tmp_path):
    place = folder(tmp_path)
    text = "\r\n".join([HEADER, BOSS, ""])
    (place / "entries.tsv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [entry.term for entry in load_lexicon(place).entries] == ["union boss"]


def test_unknown_name_lists_what_there_is():
    with pytest.raises(LexiconError, match=r"unknown lexicon 'labls'; accepted: .*labels"):
        load_lexicon("labls")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (BOSS.replace("noun", "nuon"), r"line 3, column pos: 'nuon'; accepted: .*noun"),
        (BOSS.replace("noun", "noun|"), r"line 3, column pos: ''; accepted: .*noun"),
        (BOSS.replace("\t2\t", "\t4\t"), r"line 3, column loadedness: '4'; accepted: 0, 1, 2, 3$"),
        (BOSS.replace("negative", "bad"), r"line 3, column polarity: 'bad'; accepted: negative"),
        (BOSS.replace("negative", "negative|neutral"), r"column polarity: 'negative\|neutral'"),
        (BOSS.replace("union boss", "Union boss"), r"line 3, column term: 'Union boss'; accepted"),
        (BOSS[len("union boss") :], r"line 3, column term: ''; accepted: a lemma"),
        (BOSS + "\textra", r"line 3: 9 cells; accepted: 8, separated by tabs"),
        ("union boss noun negative", r"line 3: 1 cells; accepted: 8"),
    ],
)
def test_malformed_line_is_named(tmp_path, line, message):
    with pytest.raises(LexiconError, match=message) as caught:
        load_lexicon(folder(tmp_path, "# a comment", line))
    assert str(tmp_path / "entries.tsv") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_repeated_term_names_both_lines(tmp_path):
    with pytest.raises(LexiconError, match=r"line 4, .*'union boss' \(noun\).*already in line 2"):
        load_lexicon(folder(tmp_path, BOSS, "# again", BOSS))


@pytest.mark.parametrize(
    "header",
    [
        HEADER.replace("\tnote", ""),
        HEADER.replace("term\tpos", "pos\tterm"),
        HEADER + "\tnote",
        HEADER.replace("\t", " "),
    ],
)
def test_malformed_header(tmp_path, header):
    with pytest.raises(LexiconError, match=r"line 1: header .* accepted: .*loadedness"):
        load_lexicon(folder(tmp_path, header=header))


def test_empty_table(tmp_path):
    place = folder(tmp_path)
    (place / "entries.tsv").write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 1: header"):
        load_lexicon(place)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("name = ", "not valid TOML"),
        (TOML.replace('version = "0.2"', "version = 2"), r"version: needs a text \(found 2\)"),
        (TOML.replace('licence = "CC0-1.0"\n', ""), r"licence: needs a text \(found None\)"),
        (TOML.replace('"{kind}"', '"emoji"'), "kind: unknown kind 'emoji'; accepted: labels, acts"),
        (TOML.split("[columns]")[0] + "columns = 3", "columns: needs a table"),
    ],
)
def test_malformed_toml(tmp_path, toml, message):
    with pytest.raises(LexiconError, match=message):
        load_lexicon(folder(tmp_path, BOSS, toml=toml))


def test_missing_and_unreadable_files(tmp_path):
    with pytest.raises(LexiconError, match=r"lexicon\.toml: missing"):
        load_lexicon(tmp_path)
    place = folder(tmp_path)
    (place / "entries.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconError, match=r"entries\.tsv: not UTF-8"):
        load_lexicon(place)


def test_check_finds_what_loading_lets_pass(tmp_path):
    lines = [
        "fat cat\tnoun\tnegative\t3\t\twork\town judgement\t",
        "fat-cat\tnoun\tnegative\t3\tfat-cat|executive\twork\t\t",
        "baron\tnoun\tneutral\t2\towner\twork\town judgement\t stray",
    ]
    toml = TOML.replace('note = "t"\n', 'nota = "t"\n')
    findings = "\n".join(check(load_lexicon(folder(tmp_path, *lines, toml=toml))))
    for part in (
        "column note: not documented",
        "column nota: not in the table",
        "'fat cat': column alternatives: a loaded term needs",
        "'fat-cat': column source: empty",
        "'fat-cat': column alternatives: the term itself",
        "'baron': column loadedness: a neutral term",
        "'baron': column note: stray spaces",
    ):
        assert part in findings


# ------------------------------------------------------------------------ laid over another


def test_an_entry_laid_over_takes_the_place_of_every_spelling(tmp_path):
    labels = load_lexicon("labels")
    both = overlay(labels, load_lexicon(folder(tmp_path, BOSS, BOSS.replace("\t2\t", "\t0\t", 1)
        .replace("union boss", "fat-cat"))))  # fmt: skip
    (cat,) = both.lookup("fat cat")
    assert (cat.number("loadedness"), both.evidence(cat)) == (0, "mine@0.2:fat-cat")
    assert both.evidence(both.lookup("regime")[0]) == labels.evidence(labels.lookup("regime")[0])
    assert both.versioned == f"labels@{labels.version} + mine@0.2"
    assert len(both.entries) == len(labels.entries)


def test_other_parts_of_speech_keep_their_entry(tmp_path):
    labels = load_lexicon("labels")
    line = BOSS.replace("union boss", "terrorist").replace("\t2\t", "\t1\t")
    both = overlay(labels, load_lexicon(folder(tmp_path, line)))
    loadedness = {pos: e.number("loadedness") for e in both.lookup("terrorist") for pos in e.pos}
    assert loadedness == {"noun": 1, "adj": 2}


def test_a_lexicon_of_another_kind_cannot_be_laid_over(tmp_path):
    mine = load_lexicon(folder(tmp_path, BOSS))
    with pytest.raises(LexiconError, match="mine: kind: 'labels'; accepted over acts: acts"):
        overlay(load_lexicon("acts"), mine)


def test_a_table_may_do_without_conditions(tmp_path):
    assert "condition" not in HEADER
    assert load_lexicon(folder(tmp_path, BOSS)).entries[0].many("condition") == ()


# ------------------------------------------------------------------------ matching


def test_longest_match_first_without_overlaps():
    terms = ("press", "press officer", "officer", "press officer of the day")
    text = ["the", "press", "officer", "of", "the", "week", "met", "an", "officer"]
    assert found(terms, text) == [(1, 3, "press officer"), (8, 9, "officer")]


def test_overlaps_on_request():
    terms = ("press", "press officer", "officer")
    assert found(terms, ["press", "officer"], overlaps=True) == [
        (0, 2, "press officer"),
        (0, 1, "press"),
        (1, 2, "officer"),
    ]


def test_lemma_or_form_of_each_token():
    text = [("Fat", "fat"), ("cats", "cat"), ("purred", "purr")]
    assert found(["fat cat"], text) == [(0, 2, "fat cat")]
    assert found(["purred"], text) == [(2, 3, "purred")]


def test_form_wins_over_lemma():
    text = [("alleged", "allege")]
    assert found(["allege", "alleged"], text) == [(0, 1, "alleged")]


def test_rejected_match_gives_way_to_a_shorter_one():
    def short(i, j, entry):
        return j - i < 2

    assert found(["night", "night shift"], ["night", "shift"], accept=short) == [(0, 1, "night")]


def test_part_of_speech_decides_between_entries():
    noun, verb = Entry("claim", frozenset({"noun"})), Entry("claim", frozenset({"verb"}))
    pos = ["PRON", "VERB", "DET", "NOUN"]
    tokens = [(w,) for w in ["they", "claim", "a", "claim"]]
    matches = Matcher([noun, verb]).find(tokens, accept=lambda i, j, entry: entry.fits(pos[i]))
    assert [(i, entry) for i, _, entry in matches] == [(1, verb), (3, noun)]


@pytest.mark.parametrize(
    ("own", "tag", "fits"),
    [
        ("noun", "PROPN", True),
        ("name", "NOUN", True),
        ("aux", "VERB", True),
        ("verb", "AUX", True),
        ("phrase", "ADV", True),
        ("noun", "verb", False),
        ("adj", "NOUN", False),
    ],
)
def test_parts_of_speech_that_taggers_mix_up(own, tag, fits):
    assert Entry("x", frozenset({own})).fits(tag) is fits


@pytest.mark.parametrize(
    "text",
    [
        ["whistle", "-", "blower"],
        ["whistle-blower"],
        ["whistle", "blower"],
        ["whistleblower"],
        ["Whistle", "‑", "Blower"],
    ],
)
def test_hyphened_term_in_every_spelling(text):
    assert found(["whistle-blower"], text) == [(0, len(text), "whistle-blower")]


def test_spaced_term_may_be_hyphened_but_not_closed():
    assert found(["rent strike"], ["rent", "-", "strike"]) == [(0, 3, "rent strike")]
    assert found(["rent strike"], ["rentstrike"]) == []


def test_hyphen_is_no_part_of_a_match_at_its_edges():
    assert found(["gas"], ["-", "gas", "-"]) == [(1, 2, "gas")]
    assert found(["gas leak"], ["gas", "-", "-"]) == []


def test_apostrophes():
    assert found(["it's clear"], ["It’s", "clear"]) == [(0, 2, "it's clear")]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neutralise", "neutralize"),
        ("rationalisation", "rationalization"),
        ("paralysed", "paralyzed"),
        ("labour", "labor"),
        ("neighbouring", "neighboring"),
        ("favourite", "favorite"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("defence", "defense"),
        ("labelled", "labeled"),
        ("sceptic", "skeptic"),
        ("judgement", "judgment"),
        ("paedophile", "pedophile"),
        ("programme", "program"),
        ("manoeuvre", "maneuver"),
    ],
)
def test_british_and_american_spelling(british, american):
    assert fold(british) == fold(american)
    assert found([british], [american]) == [(0, 1, british)]
    assert found([american], [british]) == [(0, 1, american)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("hour", "hor"), ("prise", "prize"), ("tour", "tor"), ("his", "hiz")],
)
def test_words_that_differ_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_find_on_nothing():
    assert found(["x"], []) == []
    assert found([], ["x"]) == []
    assert found(["x"], [(), ("x",)]) == [(1, 2, "x")]


def test_names_of_builtin_lexicons():
    assert list_lexicons() == tuple(sorted(list_lexicons()))
    assert {"labels", "reporting", "epistemic"} <= set(list_lexicons())


@pytest.mark.model
@pytest.mark.parametrize("mark", ["'", "’"])
def test_terms_with_apostrophes_are_found_in_parsed_text(mark):
    from framing.actors import Actors
    from framing.analysis import analyze_one
    from framing.reading import as_articles

    (article,) = as_articles({"id": "x", "text": f"The plan is a fool{mark}s errand, she said."})
    found = analyze_one(article, Actors()).rows.loaded_terms
    assert [row.term for row in found] == ["fool's errand"]
