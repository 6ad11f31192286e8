"""The PolNeAR reader: records into articles with their attributions, and what is refused."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from framing.errors import LanguageError, ReadError
from framing.evaluation.corpora.polnear import read_polnear

LIKE = Path(__file__).parents[1] / "data" / "polnear-like.jsonl"


def test_a_record_is_an_article_and_its_attributions():
    article, gold = next(read_polnear(LIKE))
    assert (article.id, article.outlet, article.published, article.title) == (
        "harbour-toll", "The Quay", "2031-04-02", "Mayor drops harbour toll",
    )  # fmt: skip
    assert [zone.kind for zone in article.zones] == ["headline", *["body"] * 3]
    raw = [json.loads(line) for line in LIKE.read_text(encoding="utf-8").splitlines()]
    assert article.text == raw[0]["text"]
    assert article.name == f"{LIKE}:1"
    assert [one.type for one in gold] == ["indirect", "direct", "mixed"]
    for (article, gold), record in zip(read_polnear(LIKE), raw, strict=True):
        for one, item in zip(gold, record["quotes"], strict=True):
            for role, written in (("cue", "cue_text"), ("content", "content_text")):
                words = [article.text[start:end] for start, end in getattr(one, role)]
                assert " ".join(words) == item[written]


def test_a_text_that_lacks_its_title_is_kept_as_it_is(tmp_path):
    path = tmp_path / "a.jsonl"
    record = {"doc": "a", "title": "Quite another title", "text": " Lee said no.\r\n", "quotes": []}
    path.write_text(json.dumps(record), encoding="utf-8")
    ((article, gold),) = read_polnear(path)
    assert (article.text, gold) == (record["text"], ())


def test_packed_files_and_folders_are_read_in_the_order_of_their_names(tmp_path):
    lines = LIKE.read_text(encoding="utf-8").splitlines()
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines[0].encode()))
    (tmp_path / "a.jsonl").write_text(f"\n{lines[1]}\n\n{lines[2]}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("No record.", encoding="utf-8")
    ids = [article.id for article, _ in read_polnear(tmp_path)]
    assert ids == ["bridge-delay", "school-meals", "harbour-toll"]


def test_what_is_not_there_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"no\.jsonl: cannot be read: No such file"):
        list(read_polnear(tmp_path / "no.jsonl"))
    with pytest.raises(ReadError, match=re.escape(f"{tmp_path}: no PolNeAR files here")):
        list(read_polnear(tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.jsonl", b"\n \n", "a.jsonl: holds no records"),
        ("a.jsonl", b"%PDF-1.7", "a.jsonl: this is a PDF"),
        ("a.jsonl.gz", b"{}", "a.jsonl.gz: cannot be read"),
        ("a.jsonl.gz", gzip.compress(b"{}" * 99)[:-9], "a.jsonl.gz: cannot be read"),
    ],
)
def test_a_file_that_is_none_is_named(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError, match=re.escape(says)):
        list(read_polnear(path))


QUOTE = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]], "type": "indirect"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("{", "malformed JSON"),
        ("[]", "record: found []; accepted: an object with doc, text and quotes"),
        ({"doc": None}, "doc: found None; accepted: a string"),
        ({"text": 7}, "text: found 7; accepted: a string"),
        ({"text": " ", "quotes": []}, "the text is empty"),
        ({"quotes": {}}, "quotes: found {}; accepted: a list"),
        ({"quotes": [QUOTE, 3]}, "quotes[1]: found 3; accepted: an object"),
        ({"quotes": [{**QUOTE, "type": "free"}]}, "quotes[0].type: found 'free'; accepted: direct"),
        ({"quotes": [{**QUOTE, "cue": None}]}, "quotes[0].cue: found None; accepted: a list"),
        ({"quotes": [{**QUOTE, "content": []}]}, "quotes[0].content: found []; accepted: at least"),
        ({"quotes": [{**QUOTE, "source": [[3, 3]]}]}, "quotes[0].source: found [3, 3]; accepted"),
        ({"quotes": [{**QUOTE, "source": [[-3, 3]]}]}, "quotes[0].source: found [-3, 3]"),
        ({"quotes": [{**QUOTE, "content": [[9, 13]]}]}, "end <= 12, the length of the text"),
        ({"quotes": [{**QUOTE, "content": [["9", 11]]}]}, "found ['9', 11]"),
        ({"quotes": [{**QUOTE, "content": [[True, 11]]}]}, "found [True, 11]"),
        ({"quotes": [{**QUOTE, "content": [9, 11]}]}, "found 9"),
    ],
)
def test_a_bad_record_is_named_with_its_line(tmp_path, change, says):
    good = {"doc": "a", "text": "Lee said no.", "quotes": [QUOTE]}
    bad = change if isinstance(change, str) else json.dumps({**good, **change})
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(good)}\n\n{bad}\n", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        list(read_polnear(path))
    assert str(caught.value).startswith(f"{path}:3: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_record_in_another_language_is_refused(tmp_path):
    text = (
        "Die Gewerkschaft hat den Streik nach Angaben der Behörden am Montag beendet, und die "
        "Arbeiter sind seit dem Morgen wieder im Hafen, wie der Sprecher der Stadt sagte."
    )
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"doc": "a", "text": text, "quotes": []}), encoding="utf-8")
    with pytest.raises(LanguageError, match=r"a\.jsonl:1: .*German"):
        list(read_polnear(path))
