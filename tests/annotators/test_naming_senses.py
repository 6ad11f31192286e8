"""Senses of loaded words, by the sentence around them."""

import pytest
from model_case import front

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Under our net neutrality regime, Samuel Okoro would not be blocked.",
        "The regime that Samuel Okoro is now proposing is weak.",
        "After they adopted their regime, Samuel Okoro had widespread blocking.",
        "The perfect is the enemy of the good, Samuel Okoro said.",
    ],
)
def test_no_label_of_anybody(text):
    terms = {row.text for row in front(text).rows.loaded_terms if row.loaded}
    assert not terms & {"regime", "net neutrality regime", "enemy"}


def test_a_regime_that_rules():
    assert front("Omar Bashari's regime shelled Khartoum on Monday.").label("regime").loaded
