"""Whose claim an accusation is: its maker's, where the text tells; whose view "in his view" is."""

import pytest
from model_case import FRONT

from framing import analyze

pytestmark = pytest.mark.model


def holder(text, cue):
    (result,) = analyze(text, actors=FRONT).results
    return next(row for row in result.rows.epistemic if row.text.lower() == cue)


@pytest.mark.parametrize(
    ("text", "cue", "actor"),
    [
        ("Samuel Okoro repeated the accusations against the army.", "accusations", "OKO"),
        ("The minister was angry at the accusations by Samuel Okoro.", "accusations", "OKO"),
        ("Omar Bashari said that Samuel Okoro's allegations were lies.", "allegations", "OKO"),
        ("Samuel Okoro spoke. In his view, the army had fired first.", "in his view", "OKO"),
    ],
)
def test_a_claim_is_its_makers(text, cue, actor):
    assert holder(text, cue).holder == actor


def test_who_speaks_of_accusations_need_not_make_them():
    text = "Omar Bashari said that the front would stand trial on allegations of theft."
    assert holder(text, "allegations").holder is None
