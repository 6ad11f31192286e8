"""Short texts made up for the tests: plain and loaded sentences, and stories with frames."""

from __future__ import annotations

from itertools import product

PLAIN = [
    f"The {who} {did} the {what} on {when}."
    for who, did, what, when in product(
        ("council", "ministry", "company"), ("approved", "published", "reviewed"),
        ("budget", "report", "plan"), ("Monday", "Friday"),
    )
]  # fmt: skip
LOADED = [
    f"The {how} {who} {did} the helpless {what}!"
    for how, who, did, what in product(
        ("shameless", "vile", "corrupt"), ("thugs", "cronies", "mob"),
        ("looted", "betrayed", "smeared"), ("town", "voters"),
    )
]  # fmt: skip
TEXTS = PLAIN + LOADED
TARGET = [0] * len(PLAIN) + [1] * len(LOADED)

STORIES = [
    f"{where} {'lost jobs and wages as prices rose' if money else 'kept its calm'}. "
    f"{'Police arrested two men for the theft' if crime else 'The weather was mild'} in {when}."
    for where, when, money, crime in product(
        ("Ostby", "Nordhavn", "Vik", "Lund"), ("May", "June", "July"), (0, 1), (0, 1)
    )
]
STORY_FRAMES = [
    [int("jobs" in story), int("Police" in story)] for story in STORIES
]  # fmt: skip
FRAMES = ("economic", "crime")
