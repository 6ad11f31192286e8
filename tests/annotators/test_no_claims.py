"""What looks like an attribution and is no claim: nobody's words, deeds, titles, things."""

import pytest

from framing import analyze

pytestmark = pytest.mark.model


def claims(text):
    (result,) = analyze(text).results
    return [row for row in result.rows.attributions if row.claim]


@pytest.mark.parametrize(
    "text",
    [
        "No one immediately claimed responsibility for the attack.",
        "Army units killed many fighters as they continued their operations in various areas.",
        "After the meeting, Peter Lund called the British prime minister, Theresa May.",
        "Emily Miller is the author of “Emily Gets Her Gun” and of two other books.",
    ],
)
def test_no_claim(text):
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peter Lund called the plan “a disgrace for the port.”",
        "“We will not pay,” Peter Lund continued. “The port is ours.”",
    ],
)
def test_a_claim(text):
    assert claims(text)
