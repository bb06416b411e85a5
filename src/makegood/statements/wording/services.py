"""What types of service are called. The school's own word is shown where none is known."""

from collections.abc import Mapping
from typing import Final

from makegood.terms.language import Bilingual

SERVICES: Final[Bilingual[Mapping[str, str]]] = Bilingual(
    en={
        "speech": "speech-language therapy",
        "occupational_therapy": "occupational therapy",
        "physical_therapy": "physical therapy",
        "counseling": "counseling",
        "instruction": "specially designed instruction",
        "special_instruction": "specially designed instruction",
        "specialized_instruction": "specially designed instruction",
    },
    es={
        "speech": "terapia del habla y lenguaje",
        "speech_therapy": "terapia del habla",
        "speech_language_therapy": "terapia del habla y lenguaje",
        "occupational_therapy": "terapia ocupacional",
        "physical_therapy": "terapia física",
        "counseling": "consejería",
        "instruction": "instrucción especializada",
        "special_instruction": "instrucción especializada",
        "specialized_instruction": "instrucción especializada",
        "social_work": "trabajo social",
        "transportation": "transporte",
        "nursing": "enfermería",
        "vision": "servicios de visión",
        "hearing": "servicios de audición",
    },
)
