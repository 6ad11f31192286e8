"""The PTC and BABE readers: records into articles with their gold, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.errors import LanguageError, ReadError
from framing.evaluation.corpora.babe import BLOCK, read_babe
from framing.evaluation.corpora.ptc import read_ptc

DATA = Path(__file__).parents[1] / "data"
PTC, BABE = DATA / "ptc-like.jsonl", DATA / "babe-like.jsonl"


def lines(path: Path, *records: object) -> Path:
    texts = [each if isinstance(each, str) else json.dumps(each) for each in records]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_a_ptc_record_is_an_article_and_its_techniques():
    articles = list(read_ptc(PTC))
    assert [article.id for article, _ in articles] == ["old-pier", "grain-market", "library"]
    article, gold = articles[1]
    assert article.name == f"{PTC}:2"
    assert [zone.kind for zone in article.zones] == ["headline", "body", "body"]
    assert [span.name for span in gold] == ["Name_Calling-Labeling", "Loaded_Language", "Doubt"]
    raw = [json.loads(line) for line in PTC.read_text(encoding="utf-8").splitlines()]
    for (article, gold), record in zip(articles, raw, strict=True):
        assert article.text == record["text"]
        assert [article.text[start:end] for start, end, _ in gold] == [
            item["txt"] for item in record["spans"]
        ]


SPAN = {"start": 0, "end": 3, "technique": "Doubt", "txt": "Lee"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("{", "malformed JSON"),
        ({"id": 7}, "id: found 7; accepted: a string that names the article"),
        ({"text": None}, "text: found None; accepted: a string"),
        ({"text": " ", "spans": []}, "the text is empty"),
        ({"spans": {}}, "spans: found {}; accepted: a list"),
        ({"spans": [SPAN, 3]}, "spans[1]: found 3; accepted: an object"),
        ({"spans": [{**SPAN, "end": 13}]}, "spans[0]: found [0, 13]; accepted: [start, end]"),
        ({"spans": [{**SPAN, "start": "0"}]}, "spans[0]: found ['0', 3]"),
        ({"spans": [{"start": 0, "end": 3}]}, "spans[0].technique: found None; accepted"),
        ({"spans": [{**SPAN, "txt": "Kim"}]}, "spans[0].txt: found 'Kim'; accepted: what the text"),
    ],
)
def test_a_bad_ptc_record_is_named_with_its_line(tmp_path, change, says):
    good = {"id": "a", "text": "Lee said no.", "spans": [SPAN]}
    bad = change if isinstance(change, str) else {**good, **change}
    path = lines(tmp_path / "a.jsonl", good, "", bad)
    with pytest.raises(ReadError) as caught:
        list(read_ptc(path))
    assert str(caught.value).startswith(f"{path}:3: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_ptc_article_in_another_language_is_refused(tmp_path):
    text = (
        "Die Gewerkschaft hat den Streik nach Angaben der Behörden am Montag beendet, und die "
        "Arbeiter sind seit dem Morgen wieder im Hafen, wie der Sprecher der Stadt sagte."
    )
    path = lines(tmp_path / "a.jsonl", {"id": "a", "text": text, "spans": []})
    with pytest.raises(LanguageError, match=r"a\.jsonl:1: .*German"):
        list(read_ptc(path))


def test_babe_sentences_are_paragraphs_of_blocks(tmp_path):
    record = {"text": "It rained.", "label": "Non-biased", "spans": []}
    path = lines(tmp_path / "a.jsonl", *[record] * (BLOCK + 1))
    first, second = read_babe(path)
    assert (len(first[1]), len(second[1])) == (BLOCK, 1)
    assert [article.id for article, _ in (first, second)] == ["babe-0", "babe-1"]
    assert second[0].name == f"{path}:{BLOCK + 1}"
    assert {zone.kind for zone in first[0].zones} == {"body"}
    assert len(first[0].zones) == BLOCK
    ((_, sentences),) = read_babe(BABE)
    assert [one.label for one in sentences][-2:] == ["Non-biased", "No agreement"]
    assert [one.outlet for one in sentences][-2:] == ["Harbour Wire", None]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("[]", "record: found []; accepted: an object"),
        ({"text": 7}, "text: found 7; accepted: a string"),
        ({"label": "biased"}, "label: found 'biased'; accepted: Biased, Non-biased, No agreement"),
        ({"spans": None}, "spans: found None; accepted: a list"),
        ({"spans": [[0, 99, "Lee"]]}, "spans: found [0, 99]; accepted: [start, end]"),
        ({"spans": ["Lee"]}, "spans: found 'Lee'; accepted: [start, end]"),
        ({"outlet": ["Q"]}, "outlet: found ['Q']; accepted: a string"),
    ],
)
def test_a_bad_babe_record_is_named_with_its_line(tmp_path, change, says):
    good = {"text": "Lee said no.", "label": "Biased", "spans": [[0, 3, "Lee"]]}
    bad = change if isinstance(change, str) else {**good, **change}
    path = lines(tmp_path / "a.jsonl", good, bad)
    with pytest.raises(ReadError) as caught:
        list(read_babe(path))
    assert str(caught.value).startswith(f"{path}:2: ")
    assert says in str(caught.value)


@pytest.mark.parametrize("read", [read_ptc, read_babe])
def test_what_is_not_there_is_named(tmp_path, read):
    with pytest.raises(ReadError, match=r"no\.jsonl: cannot be read: No such file"):
        list(read(tmp_path / "no.jsonl"))
    with pytest.raises(ReadError, match=r"no (PTC|BABE) files here"):
        list(read(tmp_path))
