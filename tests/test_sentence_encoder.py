"""The sentence encoder: a vector a text, the same alone and in company."""

from __future__ import annotations

import numpy as np
import pytest

from framing.classifiers import EncoderVectors
from framing.encoder.sentences import WIDTH, load_sentence_encoder
from framing.errors import FramingError

TEXTS = ["The council met on Monday.", "", "The mob looted the shop!", "The council met on Monday."]


def test_a_text_has_the_same_vector_alone_and_in_company() -> None:
    encoder = load_sentence_encoder()
    together = encoder.vectors(TEXTS)
    assert together.shape == (4, WIDTH)
    assert (together[0] == together[3]).all()
    assert (together[2] == encoder.vectors([TEXTS[2]])[0]).all()
    assert not together[1].any()


def test_a_long_text_is_read_to_its_end() -> None:
    encoder = load_sentence_encoder()
    long = "The council met on Monday. " * 60
    changed = long + "The vile mob looted the burning shops of the town. " * 10
    first, second = encoder.vectors([long, changed])
    assert not np.allclose(first, second, atol=0.01)


def test_vectors_as_features_have_the_length_that_is_asked_for() -> None:
    found = EncoderVectors(scale=3.0).fit_transform(TEXTS)
    assert np.linalg.norm(found, axis=1) == pytest.approx([3, 0, 3, 3], abs=1e-3)


@pytest.mark.parametrize("name", ["attribution", "nowhere", "../models/sentences"])
def test_an_unknown_encoder_is_refused(name: str) -> None:
    with pytest.raises(FramingError, match="accepted: sentences"):
        load_sentence_encoder(name)
