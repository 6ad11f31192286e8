from __future__ import annotations

import csv
import json

import pytest
from coding_case import stored

from framing.coding.drawing import draw
from framing.coding.sheets import find_key, read_key, read_sheet, write_sheet
from framing.errors import FramingError


@pytest.fixture
def drawn(tmp_path):
    return draw(stored(tmp_path / "run"), 12)


def rows_of(path, delimiter=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def save(path, rows, delimiter=",", encoding="utf-8"):
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def filled(path, **answers):
    return [{**row, **answers} for row in rows_of(path)]


def test_coders_see_neither_the_tool_nor_the_outlet_nor_the_article(tmp_path, drawn):
    sheet, *_ = write_sheet(drawn, tmp_path / "s.csv")
    rows = rows_of(sheet)
    assert list(rows[0]) == ["id", "before", "text", "after", "judged", "loaded", "side", "note"]
    assert {row["judged"] for row in rows} == {"thugs", "fighters", "Officials"}
    assert {row["loaded"] + row["side"] + row["note"] for row in rows} == {""}
    content = sheet.read_text(encoding="utf-8-sig")
    assert not any(word in content for word in ("Daily", "Weekly", "a01", "yes"))


def test_the_tool_is_shown_when_asked_for(tmp_path, drawn):
    sheet, key, _ = write_sheet(drawn, tmp_path / "s.csv", show_tool=True)
    assert {row["tool_loaded"] for row in rows_of(sheet)} == {"yes", "no"}
    assert read_key(key)[1] is False


def test_no_cell_is_a_formula_and_the_file_opens_as_utf_8(tmp_path, drawn):
    sheet, *_ = write_sheet(drawn, tmp_path / "s.csv", separator=";")
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbf")
    cells = [cell for row in rows_of(sheet, ";") for cell in row.values()]
    assert any(cell.startswith("'=The") for cell in cells)
    assert not any(cell[:1] in tuple("=+-@") for cell in cells if cell)
    assert read_sheet(sheet, drawn).answers.keys() == {item.id for item in drawn.items}


def test_the_codebook_says_what_is_asked_and_accepted(tmp_path, drawn):
    *_, codebook = write_sheet(drawn, tmp_path / "s.csv")
    text = codebook.read_text(encoding="utf-8")
    for question in drawn.questions:
        assert question.asks in text
        assert all(f"`{value}`" in text for value in question.values)


def test_the_key_comes_back_as_it_was(tmp_path, drawn):
    _, key, _ = write_sheet(drawn, tmp_path / "s.csv")
    assert read_key(key) == (drawn, True)


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1252"), (",", "ascii")],
)
def test_a_sheet_is_read_however_a_spreadsheet_saved_it(tmp_path, drawn, delimiter, encoding):
    sheet, *_ = write_sheet(drawn, tmp_path / "s.csv")
    rows = filled(sheet, loaded=" Y ", side="b")
    path = save(tmp_path / "anna.csv", rows[::-1], delimiter, encoding)
    coded = read_sheet(path, drawn)
    assert coded.coder == "anna"
    assert {tuple(answers.items()) for answers in coded.answers.values()} == {
        (("loaded", "yes"), ("side", "B"))
    }


def test_unsure_and_empty_are_accepted(tmp_path, drawn):
    sheet, *_ = write_sheet(drawn, tmp_path / "s.csv")
    rows = filled(sheet, loaded="?")
    coded = read_sheet(save(tmp_path / "a.csv", rows[:3]), drawn)
    assert [answer["loaded"] for answer in coded.answers.values()] == ["unsure"] * 3
    assert [answer["side"] for answer in coded.answers.values()] == [None] * 3


def test_an_answer_that_is_not_accepted_is_named_with_its_line(tmp_path, drawn):
    sheet, *_ = write_sheet(drawn, tmp_path / "s.csv")
    rows = filled(sheet, loaded="yes")
    rows[1]["loaded"] = "perhaps"
    with pytest.raises(FramingError, match=r"a\.csv:3: loaded is 'perhaps'; accepted: yes, no"):
        read_sheet(save(tmp_path / "a.csv", rows), drawn)


def test_rows_sorted_in_part_are_noticed(tmp_path, drawn):
    sheet, *_ = write_sheet(drawn, tmp_path / "s.csv")
    rows = filled(sheet, loaded="yes")
    other = next(row for row in rows if row["text"] != rows[0]["text"])
    rows[0]["text"] = other["text"]
    with pytest.raises(FramingError, match="were the rows sorted in part"):
        read_sheet(save(tmp_path / "a.csv", rows), drawn)


def test_ids_of_another_sheet_or_twice_and_missing_columns_are_told(tmp_path, drawn):
    sheet, *_ = write_sheet(drawn, tmp_path / "s.csv")
    rows = filled(sheet)
    with pytest.raises(FramingError, match="stands twice"):
        read_sheet(save(tmp_path / "a.csv", [rows[0], rows[0]]), drawn)
    with pytest.raises(FramingError, match="is not of this sheet's key"):
        read_sheet(save(tmp_path / "b.csv", [{**rows[0], "id": "q1"}]), drawn)
    less = [{name: row[name] for name in ("id", "text", "loaded")} for row in rows]
    with pytest.raises(FramingError, match="has no column 'side'; found: id, text, loaded"):
        read_sheet(save(tmp_path / "c.csv", less), drawn)


def test_an_office_document_is_refused(tmp_path, drawn):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 and so on")
    with pytest.raises(FramingError, match=r"a\.xlsx: .*accepted: a sheet saved as CSV"):
        read_sheet(path, drawn)


def test_the_key_is_found_beside_the_sheet_by_what_it_holds(tmp_path, drawn):
    sheet, key, _ = write_sheet(drawn, tmp_path / "s.csv")
    write_sheet(draw(stored(tmp_path / "run"), 12, seed=1), tmp_path / "another.csv")
    coded = save(tmp_path / "renamed.csv", filled(sheet))
    assert find_key(coded).name == key.name
    with pytest.raises(FramingError, match="name it with --key"):
        find_key(save(tmp_path / "x.csv", [{**filled(sheet)[0], "id": "q0"}]))


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"framing_key": 2, "blind": true}'])
def test_what_is_no_key_is_refused(tmp_path, content):
    path = tmp_path / "a.key.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FramingError, match="is no key of a coding sheet"):
        read_key(path)


def test_a_key_with_an_item_that_names_no_stratum_is_refused(tmp_path, drawn):
    _, key, _ = write_sheet(drawn, tmp_path / "s.csv")
    found = json.loads(key.read_text(encoding="utf-8"))
    found["items"][0]["stratum"] = 99
    key.write_text(json.dumps(found), encoding="utf-8")
    with pytest.raises(FramingError, match="is no key of a coding sheet"):
        read_key(key)
