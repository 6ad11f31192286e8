"""Whom a pronoun cannot mean, by syntax alone."""

from __future__ import annotations

import pytest
from hand import hand_parse

CALLED = "Lee NNP nsubj 2\ncalled VBD ROOT 0\nhim PRP dobj 2\na DT det 5\nliar NN oprd 2\n"
HIRED = "the DT det 2\nman NN ROOT 0\nhe PRP nsubj 4\nhired VBD relcl 2\n"
CHOSE = "Lee NNP nsubj 2\nchose VBD ROOT 0\nto TO aux 4\nreplace VB xcomp 2\nhim PRP dobj 4\n"
BESIDE = "Lee NNP nsubj 2\nsaw VBD ROOT 0\nMoss NNP dobj 2\nbehind IN prep 2\nhim PRP pobj 4\n"
AIMED = "Lee NNP nsubj 2\nshouted VBD ROOT 0\nat IN prep 2\nher PRP pobj 3\n"
PASSIVE = "Lee NNP nsubjpass 3\nwas VBD auxpass 3\ngiven VBN ROOT 0\nit PRP dobj 3\n"
OWN = "Lee NNP nsubj 2\nhurt VBD ROOT 0\nhimself PRP dobj 2\n"
HIS = "Lee NNP nsubj 2\nsold VBD ROOT 0\nhis PRP$ poss 4\nhouse NN dobj 2\n"


@pytest.mark.parametrize(
    ("sentence", "mates"),
    [
        (CALLED, {2: 0}), (HIRED, {2: 1}), (CHOSE, {4: 0}), (AIMED, {3: 0}),
        (BESIDE, {}), (PASSIVE, {}), (OWN, {}), (HIS, {}),
    ],
)  # fmt: skip
def test_a_pronoun_and_the_word_that_it_cannot_mean(sentence, mates):
    assert hand_parse(sentence).mates == mates
