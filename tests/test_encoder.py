"""The way from text to word pieces and back, and the files of a tagger."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.encoder import MODELS, gender_of_name, load_coreference, load_tagger, show, windows
from framing.encoder import coreference as coreferences
from framing.encoder.pieces import LONGEST, SHAPES
from framing.encoder.tagger import FILES
from framing.errors import FramingError

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=400)


@given(TEXT, st.integers(0, 40), st.integers(0, 12))
def test_what_is_shown_leads_back_to_what_it_stands_for(text, at, length):
    start, end = min(at, len(text)), min(at + length, len(text))
    names = [(start, end, "Smith")] if start < end else []
    shown = show(text, 0, len(text), names)
    for place in range(len(shown.text)):
        first, last = shown.origin(place)
        if names and start <= first < end:
            assert (first, last) == (start, end)
        else:
            assert text[first:last] == shown.text[place]


@given(TEXT)
def test_without_names_the_text_is_shown_as_it_is(text):
    shown = show(text, 0, len(text), [])
    assert shown.text == text
    assert all(shown.place(at) == at for at in range(len(text)))


@given(st.lists(st.sampled_from(["dam", "held.", "“No,”", "\n", "x" * 90]), max_size=200))
def test_windows_cover_a_block_without_a_gap(words):
    text = " ".join(words)
    cut = list(windows(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in cut) == text


@pytest.mark.model
def test_pieces_know_shapes_quotations_and_offsets():
    text = "Ana said “NATO left.”"
    (pieces,) = load_tagger().stretches(text, 0, len(text), [(9, 21)])
    words = [text[start:end] for start, end in pieces.spans if start >= 0]
    assert words == ["Ana", "said", "“", "NATO", "left", ".", "”"]
    inside = len(SHAPES)
    outside, within = ["capitalised", "lower"], ["mark", "capitals", "lower", "mark", "mark"]
    names = ["none", *outside, *within, "none"]
    assert [SHAPES[shape % inside] for shape in pieces.shapes] == names
    assert [shape >= inside for shape in pieces.shapes] == [False] * 3 + [True] * 5 + [False]


@pytest.mark.model
@pytest.mark.parametrize("word", ["dam ", "Ḥayy ʿAbd al-Qādir ", "7319402", "مرحبا "])
def test_no_stretch_is_too_long_and_none_is_left_out(word):
    text = word * (1600 // len(word))
    cut = list(load_tagger().stretches(text, 0, len(text)))
    assert all(len(pieces) <= LONGEST for pieces in cut)
    read = {at for pieces in cut for first, last in pieces.spans for at in range(first, last)}
    assert {at for at, char in enumerate(text) if char.isalnum()} <= read


@pytest.mark.model
def test_a_stretch_is_read_alike_alone_and_among_others():
    tagger = load_tagger()
    texts = ["Ana Brandt said that the dam held.", "!", "The port was closed on Monday."]
    cut = [next(iter(tagger.stretches(text, 0, len(text)))) for text in texts]
    alone = [odds for pieces in cut for _, _, odds in tagger.tag([pieces])]
    together = [odds for _, _, odds in tagger.tag(cut)]
    assert all((one == other).all() for one, other in zip(alone, together, strict=True))


@pytest.mark.parametrize("broken", ["missing", "changed", "not json"])
@pytest.mark.parametrize(
    ("load", "files", "remedy"),
    [
        (load_tagger, FILES, "--attribution rules"),
        (load_coreference, coreferences.FILES, "--coreference rules"),
    ],
)
def test_a_model_that_is_not_what_its_card_says_is_refused(
    tmp_path: Path, load, files, remedy, broken: str
):
    for name in (*files, "card.json"):
        (tmp_path / name).write_bytes(b"{}")
    if broken == "missing":
        (tmp_path / files[0]).unlink()
    if broken == "not json":
        (tmp_path / "card.json").write_bytes(b"{")
    if broken == "changed":
        card = {"name": "own", "version": "1", "sha256": dict.fromkeys(files, "0" * 64)}
        (tmp_path / "card.json").write_text(json.dumps(card))
    with pytest.raises(FramingError, match=remedy):
        load(tmp_path)


@pytest.mark.parametrize(
    ("name", "gender"), [("Halima", "f"), ("JOHN", "m"), ("Alex", ""), ("", "")]
)
def test_a_given_name_says_man_woman_or_nothing(name: str, gender: str):
    assert gender_of_name(name) == gender


def test_every_shipped_model_has_its_card():
    for folder in (path for path in MODELS.iterdir() if path.is_dir()):
        assert (folder / "CARD.md").exists(), folder
        assert json.loads((folder / "card.json").read_text())["sha256"]
