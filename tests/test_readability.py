"""Readability scores against values worked out by hand, and without a network."""

import importlib
import socket
import subprocess
import sys

import pytest

from framing.readability import READABILITY, readability, syllables

# 26 words in 2 sentences; 30 syllables, one a word and one a hyphen; no word of three.
HAND = (
    "The old man sat by the sea and saw the ships go past. "  # 13 words, 13 syllables
    "Then rain fell on the har-bour wall, and wo-men ran in-to the mar-ket."  # 13 words, 17
)
TEXT = HAND.replace("-", "")
WORDS, SENTENCES = 26, 2


def test_flesch_and_kincaid_by_hand():
    words = len(TEXT.split())
    marked = sum(1 + word.count("-") for word in HAND.split())
    assert (words, marked) == (WORDS, 30)
    scores = readability(TEXT)
    assert scores["words_per_sentence"] == pytest.approx(words / SENTENCES, abs=0.01)
    assert scores["avg_syllables_per_word"] == pytest.approx(marked / words, abs=0.01)
    ease = 206.835 - 1.015 * words / SENTENCES - 84.6 * marked / words
    grade = 0.39 * words / SENTENCES + 11.8 * marked / words - 15.59
    assert scores["flesch_reading_ease"] == pytest.approx(ease, abs=0.02)
    assert scores["flesch_kincaid_grade"] == pytest.approx(grade, abs=0.02)


def test_fog_by_hand():
    assert readability(TEXT)["gunning_fog"] == pytest.approx(0.4 * WORDS / SENTENCES, abs=0.02)
    hard = TEXT.replace("ships", "dromedaries")  # one word of four syllables
    share = 100 * 1 / WORDS
    assert readability(hard)["gunning_fog"] == pytest.approx(
        0.4 * (WORDS / SENTENCES + share), abs=0.02
    )


def test_automated_readability_index_by_hand():
    characters = len(TEXT.replace(" ", ""))  # every stroke but the spaces, as in the original
    index = 4.71 * characters / WORDS + 0.5 * WORDS / SENTENCES - 21.43
    assert readability(TEXT)["automated_readability_index"] == pytest.approx(index, abs=0.02)


def test_every_score_is_there_in_order():
    assert tuple(readability(TEXT)) == READABILITY


@pytest.mark.parametrize("text", ["", "   \n", "Too short to say.", " ".join(["word"] * 19)])
def test_a_short_text_has_no_scores(text):
    assert readability(text) == {}


@pytest.mark.parametrize("text", ["… " * 40, "123 " * 40, "🙂 " * 40, "مرحبا " * 40, "x" * 9000])
def test_odd_texts_break_nothing(text):
    for value in readability(text).values():
        assert value == value  # not NaN


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("strike", 1), ("strikes", 1), ("terrorist", 3), ("regime", 2), ("people", 2),
        ("government", 3), ("wanted", 2), ("walked", 1), ("carried", 2), ("settled", 2),
        ("sea", 1), ("idea", 3), ("houses", 2), ("table", 2),
        ("Douma’s", 2), ("NATO", 2), ("x", 1), ("", 1), ("1999", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_a_harder_text_reads_as_harder():
    easy = "The cat sat on the mat and the dog ran to the tree. " * 3
    hard = (
        "Notwithstanding considerable institutional opposition, parliamentary representatives "
        "overwhelmingly authorised unprecedented infrastructural expenditure, notwithstanding "
        "environmental considerations, constitutional irregularities, widespread dissatisfaction "
        "and international criticism."
    )
    assert readability(easy)["flesch_reading_ease"] > readability(hard)["flesch_reading_ease"] + 50


def test_no_socket_is_opened(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert readability(TEXT.replace("ships", "brigantines"))["words_per_sentence"] == 13


CHECK = """
import socket
def refuse(*args, **kwargs):
    raise SystemExit("the network was asked for")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
{first}
from framing.readability import readability
print(readability({text!r})["flesch_reading_ease"])
"""


@pytest.mark.parametrize(
    "first", ["", "import textstat", "import textstat; textstat.textstat.set_lang('en_US')"]
)
def test_a_fresh_process_with_textstat_imported_or_not(first):
    done = subprocess.run(
        [sys.executable, "-c", CHECK.format(first=first, text=TEXT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) == readability(TEXT)["flesch_reading_ease"]


def test_importing_readability_imports_no_textstat():
    code = "import sys, framing.readability; sys.exit('textstat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_toolkit_is_not_left_behind_as_an_empty_module():
    code = (
        "import sys; from framing.readability import readability; "
        f"readability({TEXT!r}); left = sys.modules.get('nltk'); "
        "sys.exit(left is not None and not hasattr(left, '__file__'))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert importlib.import_module("framing.readability").readability is readability
