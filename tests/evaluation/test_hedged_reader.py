"""Sentences with hedge cues: records into documents, and what is refused."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from framing.errors import ReadError
from framing.evaluation.corpora.hedged import read_hedged

LIKE = Path(__file__).parents[1] / "data" / "hedged-like.jsonl"


def read(path: Path) -> list:
    return list(read_hedged(path, "BioScope"))


def test_the_sentences_of_a_document_are_the_paragraphs_of_an_article():
    documents = read(LIKE)
    assert [article.id for article, _ in documents] == ["NOTES/tide", "PLANS/tide", "kiln"]
    raw = [json.loads(line) for line in LIKE.read_text(encoding="utf-8").splitlines()]
    sentences = [one for _, group in documents for one in group]
    assert [one.text for one in sentences] == [record["text"] for record in raw]
    assert [one.cues for one in sentences[:4]] == [((9, 12),), (), (), ((13, 20), (32, 39))]
    for article, group in documents:
        for one in group:
            assert article.text[one.start : one.start + len(one.text)] == one.text


def test_nothing_is_taken_for_a_byline_and_an_empty_sentence_is_no_zone():
    article, sentences = read(LIKE)[0]
    assert [(zone.kind, zone.start) for zone in article.zones] == [
        ("body", one.start) for one in sentences if one.text
    ]
    assert len(sentences) == 4
    assert article.name == f"{LIKE}:1"


def test_a_document_that_comes_back_later_is_read_as_another(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = [{"doc": doc, "text": "So.", "hedge_cues": []} for doc in "aabba"]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert [(article.id, len(group)) for article, group in read(path)] == [
        ("a", 2), ("b", 2), ("a", 1),
    ]  # fmt: skip


def test_packed_files_and_folders_are_read_in_the_order_of_their_names(tmp_path):
    lines = LIKE.read_text(encoding="utf-8").splitlines()
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines[0].encode()))
    (tmp_path / "a.jsonl").write_text(f"\n{lines[4]}\n\n{lines[6]}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("No record.", encoding="utf-8")
    assert [article.id for article, _ in read(tmp_path)] == ["PLANS/tide", "kiln", "NOTES/tide"]


def test_what_is_not_there_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"no\.jsonl: cannot be read: No such file"):
        read(tmp_path / "no.jsonl")
    with pytest.raises(ReadError, match=re.escape(f"{tmp_path}: no BioScope files here; accepted")):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.jsonl", b"\n \n", "a.jsonl: holds no records; accepted: one JSON object a line"),
        ("a.jsonl", b"%PDF-1.7", "a.jsonl: this is a PDF"),
        ("a.jsonl.gz", b"{}", "a.jsonl.gz: cannot be read"),
        ("a.jsonl.gz", gzip.compress(b"{}" * 99)[:-9], "a.jsonl.gz: cannot be read"),
    ],
)
def test_a_file_that_is_none_is_named(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError, match=re.escape(says)):
        read(path)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("{", "malformed JSON"),
        ("[]", "record: found []; accepted: an object"),
        ({"doc": None}, "doc: found None; accepted: a string that names the document"),
        ({"text": 7}, "text: found 7; accepted: a string"),
        ({"hedge_cues": None}, "hedge_cues: found None; accepted: a list of [start, end]"),
        ({"hedge_cues": [[3, 3]]}, "hedge_cues: found [3, 3]; accepted: [start, end], 0 <="),
        ({"hedge_cues": [[0, 11]]}, "end <= 10, the length of the text"),
        ({"hedge_cues": [[False, 3]]}, "found [False, 3]"),
        ({"hedge_cues": [3]}, "hedge_cues: found 3"),
        ({"uncertain": False}, "uncertain: found False; accepted: True, as there are 1 hedge_cues"),
        ({"hedge_cues": [], "uncertain": True}, "uncertain: found True; accepted: False"),
    ],
)
def test_a_bad_record_is_named_with_its_line(tmp_path, change, says):
    good = {"doc": "a", "text": "It may be.", "hedge_cues": [[3, 6]]}
    bad = change if isinstance(change, str) else json.dumps({**good, **change})
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(good)}\n\n{bad}\n", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
