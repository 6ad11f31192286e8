"""Whether a text is English, by its script and its function words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

__all__ = ["closest_language", "is_english"]

#: With fewer words than this only the script is judged.
FEW_WORDS = 20
#: The share of function words that English prose exceeds (it has 0.3 to 0.5).
ENOUGH = 0.12
#: The share that lists, tables and recipes exceed, with next to none of another language's.
LISTS = 0.06
#: The share below which a text is in no language known here.
TRACE = 0.08
WINDOW = 5_000

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "English": "the of and to in a is that for it as was with be by on not he his but at are "
        "this have has had from or which were they their an there been one we you if would who "
        "what when about after its will said",
        "German": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine "
        "als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem "
        "über haben doch mehr",
        "French": "de la le et les des en un du une que est pour qui dans a par plus pas au sur "
        "ne se ce il sont avec son aux ont cette mais comme été sa ou nous elle leur l'on d'un "
        "d'une",
        "Spanish": "de la que el en y a los del se las por un para con no una su al lo como más "
        "pero sus le ya o este sí porque esta entre cuando muy sin sobre también ha fue",
        "Portuguese": "de a o que e do da em um para é com não uma os no se na por mais as dos "
        "como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está pelo pela",
        "Italian": "di e il la che in un a per è una del sono con non si da le al dei i della nel "
        "più lo gli ha anche come ma alla dal delle questo nella tra essere",
        "Dutch": "de van het een en in is dat op te zijn met voor niet aan er om ook als bij maar "
        "dan door over uit naar heeft nog werd wordt worden hij ze zich deze tot",
        "Indonesian": "yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh ke adalah "
        "juga bahwa sebagai telah tersebut kata mereka saat karena atau lebih bisa ada para",
        "Turkish": "ve bir bu için ile da de olarak olan daha çok gibi kadar sonra en ne ancak "
        "ise dedi değil var ya o her ki göre iki tarafından olduğu olduğunu etti",
        "Swedish": "och att det i en som på är av för med den till inte har de ett om var jag "
        "från vi så kan men när också efter vid ska eller",
        "Danish or Norwegian": "og i det at er en til på som av af for med den de ikke har et om "
        "var fra men han vi sig seg kan også etter efter ved ble blev være",
        "Polish": "i w na z do się nie że to jest o jak po co ale przez za od tym dla przy oraz "
        "są został który która które jego już",
        "Romanian": "de și în a la cu nu o pe din că care un este au mai să fi pentru ca sunt a "
        "fost dar ce prin după ale al lui",
        "Hungarian": "a az és hogy nem is egy ez volt meg de azt már csak mint el ki még kell van "
        "után szerint vagy lesz",
        "Finnish": "ja on ei se että oli hän ovat mutta joka myös kun kuin mukaan sekä niin tai "
        "jos sen olla ollut",
        "Vietnamese": "và của là các trong có được cho không với những đã một người này từ ở đến "
        "để khi về cũng",
        "Somali or Swahili": "ya wa na kwa ni katika la za cha hiyo kuwa oo ka ku iyo in waxaa ay "
        "uu si soo ah",
        "Tagalog": "ang ng sa na mga at ay ito ni si hindi para kay siya nang may ako",
    }.items()
}  # fmt: skip

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def is_english(text: str) -> bool:
    """Whether `text` is English, as far as a short look can tell.

    A text in another script than Latin is not; one of fewer than 20 words is given the
    benefit of the doubt; any other must use English function words, and more of them than
    of any other language known here.

    Examples
    --------
    >>> is_english("Fate of thousands in question after terrorists leave Douma")
    True
    >>> is_english("قالت وزارة الخارجية إن الاتفاق دخل حيز التنفيذ")
    False
    """
    return closest_language(text) == "English"


def closest_language(text: str) -> str:
    """Name the language `text` looks like: English, another one by name, a script, or "unknown".

    Examples
    --------
    >>> closest_language("Die Armee ist nach Angaben der Behörden in die Stadt eingerückt, "
    ...                  "und die Bewohner sind seit dem Morgen auf der Flucht vor den Kämpfen.")
    'German'
    """
    sample = _sample(text)
    script = _script(sample)
    if script != "Latin":
        return f"{script} script"
    words = WORD.findall(sample.lower().replace("’", "'"))
    if len(words) < FEW_WORDS:
        return "English"
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in known) / len(words)
        for language, known in FUNCTION_WORDS.items()
    }
    closest = max(shares, key=shares.__getitem__)
    english = shares.pop("English")
    if closest == "English" and (
        english >= ENOUGH or (english >= LISTS and english >= 3 * max(shares.values()))
    ):
        return "English"
    if closest == "English":
        return "unknown"
    return closest if shares[closest] >= TRACE else "unknown"


def _sample(text: str) -> str:
    """All of a short text; the start and the middle of a long one."""
    if len(text) <= 2 * WINDOW:
        return text
    middle = len(text) // 2
    return text[:WINDOW] + " " + text[middle : middle + WINDOW]


def _script(sample: str) -> str:
    """Name the script of at least half the letters of `sample`; Latin where it has none."""
    letters = [char for char in sample if char.isalpha()]
    foreign = [char for char in letters if ord(char) > 0x24F and not "Ḁ" <= char <= "ỿ"]
    if 2 * len(foreign) <= len(letters):
        return "Latin"
    names = Counter(unicodedata.name(char, "unknown").split()[0] for char in foreign)
    if names["HIRAGANA"] + names["KATAKANA"] > len(foreign) / 10:
        return "Japanese"
    name = names.most_common(1)[0][0]
    return "Chinese" if name == "CJK" else name.capitalize()
