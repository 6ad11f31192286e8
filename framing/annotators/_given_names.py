"""Whether two people of one surname are one."""

from __future__ import annotations

import re

from framing.encoder import gender_of_name

__all__ = ["are_two"]

#: Short forms that begin otherwise than the name.
_SHORT = {
    "bill": "william", "billy": "william", "will": "william", "bob": "robert", "bobby": "robert",
    "dick": "richard", "ted": "edward", "ned": "edward", "jack": "john", "jim": "james",
    "jimmy": "james", "chuck": "charles", "hank": "henry", "harry": "henry", "peggy": "margaret",
    "meg": "margaret", "betty": "elizabeth", "liz": "elizabeth", "beth": "elizabeth",
    "kate": "catherine", "kathy": "catherine", "tony": "anthony", "mike": "michael",
    "sasha": "alexander", "misha": "mikhail", "vova": "vladimir",
}  # fmt: skip


def are_two(given: str, other: str) -> bool:
    """Whether given names are of two people: "Bill" and "Hillary", but not "Joe" and "Joseph".

    Both must be known as given names. Vowels and double letters do not count, as translated news
    spells one man "Mohammad" and "Muhammad".

    Examples
    --------
    >>> are_two("Bill", "Hillary"), are_two("Justin", "Rafael"), are_two("Bill", "William")
    (True, True, False)
    >>> are_two("Joe", "Joseph"), are_two("Mohammad", "Muhammad"), are_two("Officer", "Rafael")
    (False, False, False)
    """
    genders = {gender_of_name(given), gender_of_name(other)}
    if "" in genders:
        return False
    one, two = (_skeleton(_SHORT.get(name.lower(), name.lower())) for name in (given, other))
    return len(genders) > 1 or not (one.startswith(two) or two.startswith(one))


def _skeleton(name: str) -> str:
    return re.sub(r"[aeiouy]|(.)(?=\1)", "", name)
