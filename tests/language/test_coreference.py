"""What coreference is told of words and pairs, and how links become clusters; without a model."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hand import hand_parse
from hypothesis import given
from hypothesis import strategies as st

from framing.encoder.coreference import Coreference, clusters, load_coreference
from framing.encoder.facts import ENTITIES, KINDS, ROLES, Facts, facts_of
from framing.encoder.pair_features import FEATURES, pair_features
from framing.encoder.span_windows import DISTANCES, EDGES, around
from framing.encoder.word_windows import word_pieces, word_windows
from framing.errors import FramingError

VISIT = (
    """
    Mrs. NNP compound 3
    Ann NNP compound 3 ent=PERSON
    Lee NNP nsubj 4 ent=PERSON
    visited VBD ROOT 0
    the DT det 6
    workers NNS dobj 4 lemma=worker
    . . punct 4
    """,
    """
    “ `` punct 4
    ~They PRP nsubj 4
    all DT appos 2
    knew VBD ROOT 0
    Lee NNP dobj 4 ent=PERSON
    ~” '' punct 4
    ~, , punct 8
    said VBD ROOT 0
    her PRP$ poss 10
    driver NN nsubj 8
    . . punct 8
    """,
)
LEE, WORKERS, THEY, LEE_AGAIN, HER, DRIVER = 2, 5, 8, 11, 15, 16


def told(*sentences: str) -> Facts:
    parse = hand_parse(*sentences)
    return facts_of(
        parse.tokens,
        [one.block for one in parse.sentences],
        [(one.start, one.end) for one in parse.quotes],
    )


def test_what_is_told_of_each_word():
    facts = told(*VISIT)
    at = [LEE, WORKERS, THEY, LEE_AGAIN, HER, DRIVER]
    kinds = ["name", "the", "they", "name", "she", "possessed"]
    assert [KINDS[facts.kind[i]] for i in at] == kinds
    assert facts.gender[at].tolist() == [2, 0, 0, 2, 2, 0]  # "Mrs" says it, for both
    assert facts.number[at].tolist() == [1, 2, 2, 1, 1, 1]
    assert [ROLES[facts.role[i]] for i in at] == [
        "subject", "object", "subject", "object", "possessor", "subject",
    ]  # fmt: skip
    assert ENTITIES[facts.entity[LEE]] == "PERSON"
    assert (facts.quote[at] >= 0).tolist() == [False, False, True, True, False, False]
    assert facts.block[at].tolist() == [0, 0, 1, 1, 1, 1]
    assert (facts.phrase[LEE], facts.phrase[WORKERS]) == ("mrs. ann lee", "workers")
    assert facts.first[[LEE, WORKERS, DRIVER]].tolist() == [0, 4, HER]


def test_a_listed_name_is_its_actor():
    facts = told(
        "Rell NNP nsubj 2 name=T shown=Johnson\nleft VBD ROOT 0\n",
        "Tomas_Rell NNP nsubj 2 name=T shown=Johnson\nleft VBD ROOT 0\n",
        "Oster NNP nsubj 2 name=J shown=Johnson\nleft VBD ROOT 0\n",
    )
    match = pair_features(facts, np.array([0, 2, 4]), slice(0, 3))[..., 4]
    assert match[1, 0] == 8  # names, all of whose wording is the same
    assert match[2, 0] == match[2, 1] == 0


def test_an_and_stands_for_what_it_joins():
    facts = told(
        """
        Jan NNP nsubj 4
        and CC cc 1
        Eva NNP conj 1
        left VBD ROOT 0
        """
    )
    assert KINDS[facts.kind[1]] == "and"
    assert (facts.number[1], facts.left[1], facts.right[1]) == (2, 0, 2)


def test_what_is_told_of_a_pair():
    facts = told(*VISIT)
    at = np.array([LEE, WORKERS, THEY, LEE_AGAIN, HER])
    features = pair_features(facts, at, np.array([3, 4]))
    assert features.shape == (2, 5, len(FEATURES))
    words, sentences, mentions, kinds, match, agree, quoted, *_ = features[0, 0].tolist()
    assert (words, sentences, mentions) == (6, 1, 2)
    assert kinds == KINDS.index("name") * (len(KINDS) + 1)
    assert match == 7  # names, the one within the other
    assert agree == 4  # gender and number the same
    assert quoted == 3
    agree = features[1, :, 5].tolist()
    assert agree[0] == 4  # she and Mrs
    assert agree[2] == 2  # they are many


@given(st.lists(st.integers(0, len(VISIT[0].split("\n")) + 10), min_size=1, unique=True))
def test_every_feature_is_below_its_number(places):
    facts = told(*VISIT)
    at = np.array(sorted(place for place in places if place < len(facts.kind)) or [0])
    features = pair_features(facts, at, slice(0, len(at)))
    assert (features >= 0).all()
    assert (features < np.array(FEATURES)).all()


def test_the_words_around_a_head():
    facts = told(*VISIT)
    at, distance, edge, valid = around(facts, np.array([WORKERS, DRIVER]))
    assert at[0][valid[0]].tolist() == list(range(7))
    assert at[1][valid[1]].tolist() == list(range(7, len(facts.kind)))
    assert distance.min() >= 0
    assert distance.max() < DISTANCES
    assert edge.max() < EDGES
    held = dict(zip(at[0].tolist(), edge[0].tolist(), strict=True))
    assert (held[4], held[5], held[6]) == (1 + 4 + 8, 2 + 8, 0)


# ------------------------------------------------------------------------ windows


@given(st.lists(st.integers(0, 5), max_size=60), st.integers(12, 30), st.integers(0, 4))
def test_every_word_is_read_once_and_no_window_is_too_long(lengths, longest, context):
    windows = list(word_windows(lengths, longest, context))
    assert [at for one in windows for at in range(one.start, one.end)] == list(range(len(lengths)))
    for one in windows:
        assert one.first <= one.start < one.end <= one.last
        assert sum(lengths[one.first : one.last]) <= longest - 2


class Letters:
    """A tokenizer for which every letter is a piece."""

    def encode_batch(self, words, add_special_tokens):
        assert not add_special_tokens
        return [SimpleNamespace(ids=[ord(char) for char in word]) for word in words]


def test_word_pieces_tell_shape_and_quotation():
    found = word_pieces(Letters(), ["Ann", "is", "!"], [False, True, False])
    assert found == [([65, 110, 110], [2, 2, 2]), ([105, 115], [8, 8]), ([33], [6])]


# ------------------------------------------------------------------------ clusters


class Graph:
    """A network that computes what a test wants."""

    def __init__(self, compute, outputs=()):
        self.compute, self.outputs = compute, outputs

    def get_outputs(self):
        return [SimpleNamespace(name=name) for name in self.outputs]

    def run(self, _, given):
        return self.compute(**given)


def model(heads: dict[int, float], links: dict[tuple[int, int], float]) -> Coreference:
    """Finds the heads at these odds, and links them at these; each word has a span of its own.

    A word's vector is one-hot, so that coarse scores are what the test says.
    """
    size = 32

    def words(vectors, kind, entity, role):
        number = len(kind)
        mention = np.array([heads.get(i, -9.0) for i in range(number)], np.float32)
        left = np.full((number, size), -9.0, np.float32)
        for (one, other), odds in links.items():
            left[one, other] = odds - heads[other]
        none = np.zeros((number, 1), np.float32)
        right = np.eye(number, size, dtype=np.float32)
        return [mention, left, right, none, none, none, none, none]

    def spans(asks, offers, distance, edge):
        same = (distance == DISTANCES // 2).astype(np.float32)
        return [np.stack([same, same], -1)]

    outputs = ("mention", "left", "right", "one", "other", "product", "asks", "offers")
    return Coreference(
        "stub@0",
        Letters(),
        Graph(lambda ids, shapes: [np.zeros((*ids.shape, 4), np.float32)]),
        Graph(words, outputs),
        Graph(lambda features, **_: [np.zeros(len(features), np.float32)]),
        Graph(spans),
        np.zeros(sum(FEATURES), np.float32),
    )


def test_links_become_clusters():
    parse = hand_parse(*VISIT)
    heads = {LEE: 3.0, WORKERS: 2.0, THEY: 2.0, LEE_AGAIN: 2.0, HER: 2.0, DRIVER: 2.0}
    links = {(THEY, WORKERS): 2.0, (LEE_AGAIN, LEE): 5.0, (HER, LEE): 1.0, (HER, LEE_AGAIN): 2.0}
    found = clusters(parse, model(heads, links))
    assert [[one.head for one in held] for held in found] == [
        [LEE, LEE_AGAIN, HER],
        [WORKERS, THEY],
    ]
    assert [parse.text[one.start : one.end] for one in found[0]] == ["Lee", "Lee", "her"]
    first, _, her = found[0]
    assert first.confidence == pytest.approx(1 / (1 + np.exp(-3)), abs=1e-3)
    # The length of (e, e²) against that and 1, and the odds of words that it is not linked to.
    assert her.confidence == pytest.approx(0.887, abs=0.005)


def test_a_word_that_is_not_linked_is_in_no_cluster():
    parse = hand_parse(*VISIT)
    heads = {LEE: 3.0, WORKERS: 2.0, THEY: -2.0}
    assert clusters(parse, model(heads, {(WORKERS, LEE): -0.5, (THEY, WORKERS): 3.0})) == []
    assert clusters(hand_parse(), model({}, {})) == []
    assert clusters(parse, model({LEE: 3.0}, {})) == []


#: Few of a text's words may head a mention: these make it long enough.
MORE = "it PRP nsubj 2\nrained VBD ROOT 0\n" + "again RB advmod 2\n" * 8


def test_an_object_is_not_its_own_subject():
    left = "Lee NNP nsubj 2 ent=PERSON\nleft VBD ROOT 0\n"
    replaced = "Moss NNP nsubj 2 ent=PERSON\nreplaced VBD ROOT 0\nhim PRP dobj 2\n"
    lee, moss, him = 0, 2, 4
    heads = {lee: 3.0, moss: 3.0, him: 3.0}
    links = {(him, moss): 5.0, (him, lee): 1.0}
    found = clusters(hand_parse(left, replaced, MORE), model(heads, links))
    assert [[one.head for one in held] for held in found] == [[lee, him]]


@pytest.mark.parametrize(("given", "chains"), [(["Hamza"], [[1, 3]]), (["Hamza", "Omar"], [])])
def test_a_surname_is_the_only_person_of_that_name(given, chains):
    full = "{} NNP compound 2\nAziz NNP nsubj 3 ent=PERSON\nleft VBD ROOT 0\n"
    people = [full.format(name) for name in given]
    at = [*[1, 4][: len(people)], 3 * len(people)]
    parse = hand_parse(*people, "Aziz NNP nsubj 2 ent=PERSON\nleft VBD ROOT 0\n", MORE)
    found = clusters(parse, model(dict.fromkeys(at, 3.0), {}))
    assert [[one.head for one in held] for held in found] == chains


def test_a_model_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FramingError, match="the coreference model cannot be loaded"):
        load_coreference(tmp_path)
