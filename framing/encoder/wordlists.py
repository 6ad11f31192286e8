"""Words whose form says what they can stand for: pronouns, and nouns for men and women."""

from __future__ import annotations

__all__ = ["FEMALE", "KINDS", "MALE", "PLURAL_PRONOUNS", "PRONOUNS"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Kinds of mention by the form of their head.
KINDS = (
    "other", "I", "we", "you", "he", "she", "it", "they", "who", "this one", "name", "the",
    "this", "possessed", "a", "bare", "number", "and", "verb", "one",
)  # fmt: skip

_FORMS = {
    "I": "i me my mine myself",
    "we": "we us our ours ourselves 's",
    "you": "you your yours yourself yourselves ya y'all",
    "he": "he him his himself",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves themself 'em",
    "who": "who whom whose which",
    "this one": "this that these those",
    "one": "one ones each both all another other others some many everyone everybody someone "
    "somebody anyone anybody nobody none such",
}

#: From each pronoun to its kind.
PRONOUNS = {word: kind for kind, words in _FORMS.items() for word in words.split()}
del PRONOUNS["'s"]

PLURAL_PRONOUNS = _set(
    "we us our ours ourselves they them their theirs themselves these those 'em both all many "
    "others ones yourselves"
)

#: Nouns and titles, lower case.
MALE = _set(
    "he him his himself mr mister sir lord king prince duke earl baron count emperor man men boy "
    "boys guy guys lad gentleman gentlemen father dad daddy papa grandfather grandpa son sons "
    "grandson brother brothers uncle nephew husband widower boyfriend groom stepfather stepson "
    "godfather actor waiter monk priest friar pope imam rabbi spokesman chairman businessman "
    "policeman fireman salesman congressman statesman cameraman sportsman nobleman fisherman "
    "craftsman frenchman englishman irishman dutchman schoolboy cowboy host hero wizard "
    "landlord headmaster policemen"
)
FEMALE = _set(
    "she her hers herself mrs ms miss madam madame dame lady ladies queen princess duchess "
    "countess baroness empress woman women girl girls lass mother mom mum mommy mama grandmother "
    "grandma daughter daughters granddaughter sister sisters aunt niece wife wives widow "
    "girlfriend bride stepmother stepdaughter godmother actress waitress nun abbess spokeswoman "
    "chairwoman businesswoman policewoman saleswoman congresswoman stateswoman noblewoman "
    "sportswoman schoolgirl heroine hostess witch landlady headmistress ballerina midwife "
    "housewife goddess mistress"
)
