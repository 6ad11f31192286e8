"""Quotations that a line of names after them credits, as digests of comment have them."""

import pytest

from framing import analyze

pytestmark = pytest.mark.model

_LONG = "The minister has been arguing, weakly, that the port was safe and that nobody was paid."


def speakers(text):
    (result,) = analyze(text).results
    return [(row.speaker, row.cue) for row in result.rows.attributions if not row.cue]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{_LONG}” Ann Lee, Lund Courier\n", "Ann Lee"),
        (f"“{_LONG}”\n\nAnn Lee, Lund Courier\n\nMore opinions below.\n", "Ann Lee"),
        (f"“{_LONG}” Ann Lee and Ole Holm, Lund Courier\n", "Ann Lee"),
    ],
)
def test_a_name_and_a_paper_after_a_quotation(text, speaker):
    ((found, _),) = speakers(text)
    assert speaker in found


def test_all_paragraphs_of_a_quotation_are_credited():
    text = f"“{_LONG}\n\n“{_LONG}”\n\nAnn Lee, Lund Courier\n"
    assert [name for name, _ in speakers(text)] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        f"“{_LONG}” The council met on Monday, and left.\n",
        "“A thug,” Ann Lee, mayor.\n",
        f"“{_LONG}” Ann Lee said so, too.\n",
    ],
)
def test_what_is_no_credit(text):
    (result,) = analyze(text).results
    assert not any("credit" in row.evidence for row in result.rows.attributions)
