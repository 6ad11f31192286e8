"""The classifiers that ship were fitted with the lexicons of this version."""

import json

import pytest

from framing.classifiers import shipped
from framing.classifiers.surface import lexicon_digest
from framing.encoder import MODELS

COUNTING = [
    (name, card["lexicons_sha256"])
    for name in shipped()
    if "lexicons_sha256" in (card := json.loads((MODELS / name / "card.json").read_text()))
]


@pytest.mark.parametrize(("name", "digest"), COUNTING)
def test_a_classifier_counts_the_terms_that_it_was_fitted_with(name, digest):
    again = f"the lexicons changed: python -m training.classifiers.ship {name}"
    assert digest == lexicon_digest(), again


def test_there_are_some():
    assert {name for name, _ in COUNTING} == {"lexical-bias", "loaded-language"}
