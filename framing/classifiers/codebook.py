"""What each policy frame looks like in a text: three sentences each, written for this project.

They follow the definitions of Boydstun et al. (2014), not any annotated article, and are compared
with articles by the sentence encoder: a start for frames that few articles were coded for.
"""

from __future__ import annotations

__all__ = ["CODEBOOKS"]

#: Example sentences by frame, by codebook.
CODEBOOKS: dict[str, dict[str, tuple[str, ...]]] = {
    "policy-frames": {
        "Capacity and resources": (
            "There are not enough staff, money or facilities to do this.",
            "The system is overwhelmed and lacks the resources, capacity and infrastructure that "
            "it needs.",
            "Shortages of time, equipment and trained people limit what can be done.",
        ),
        "Crime and punishment": (
            "He was arrested and charged with the crime.",
            "The court sentenced the offender to prison.",
            "Police investigate the murder; the suspect faces a penalty for breaking the law.",
        ),
        "Cultural identity": (
            "The nation's traditions, customs and values are changing.",
            "An ethnic or religious group and its culture and identity.",
            "Popular culture, celebrities and the way of life of a people.",
        ),
        "Economic": (
            "The cost to taxpayers and the economy is high.",
            "Jobs, wages, trade, markets and the budget are affected.",
            "Companies lost money and prices rose.",
        ),
        "External regulation and reputation": (
            "Relations with other countries and international agreements.",
            "The nation's reputation abroad and how foreign governments see it.",
            "Sanctions, treaties and diplomacy between states.",
        ),
        "Fairness and equality": (
            "People are discriminated against and treated unequally.",
            "Equal rights and justice for minorities.",
            "It is unfair that laws are applied differently to different groups.",
        ),
        "Health and safety": (
            "The disease spreads and patients need treatment and hospitals.",
            "Public health, vaccines, sanitation and the safety of people.",
            "People died of the virus; doctors warn of the danger to health.",
        ),
        "Legality Constitutionality and jurisprudence": (
            "The Supreme Court ruled that the law violates the constitution.",
            "Lawyers argued before the judge about legal rights and freedoms.",
            "An investigation, indictment and trial under the statute.",
        ),
        "Morality": (
            "It is a sin and against God's will and religious teaching.",
            "We have a moral and ethical duty to do what is right.",
            "This is shameful, evil and a betrayal of conscience.",
        ),
        "Policy prescription and evaluation": (
            "The policy should be changed because it does not work.",
            "A proposed plan, regulation or law would fix the problem.",
            "The government's measures failed and a new program is needed.",
        ),
        "Political": (
            "Republicans and Democrats fight for votes in the election.",
            "The president, Congress and party leaders make deals and lobby.",
            "The campaign and the candidates attack each other.",
        ),
        "Public opinion": (
            "A poll shows what the public thinks.",
            "Most voters support the measure, according to a survey.",
            "Protests, petitions and demonstrations show the mood of the people.",
        ),
        "Quality of life": (
            "People's daily lives, comfort and happiness are affected.",
            "Families struggle with housing, community life and access to opportunities.",
            "Residents can no longer live their lives as before.",
        ),
        "Security and defense": (
            "The attack was a threat to national security and the army responded.",
            "Terrorists, weapons and the protection of borders.",
            "Military forces defend the country against attack.",
        ),
    },
}
