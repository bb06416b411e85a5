"""What the languages of families are called, in the language of who reads."""

from typing import Final

from makegood.terms.language import Bilingual, Lang

_CODES: Final = {
    "en": "english", "eng": "english", "es": "spanish", "spa": "spanish", "zh": "chinese", "ar": "arabic",
    "vi": "vietnamese", "pt": "portuguese", "ru": "russian", "ht": "haitian creole", "uk": "ukrainian", "fr": "french",
    "so": "somali", "hmn": "hmong", "ko": "korean", "tl": "tagalog", "fa": "farsi", "ur": "urdu", "ps": "pashto",
    "sw": "swahili", "ase": "american sign language", "asl": "american sign language",
}  # fmt: skip
"""Codes of languages as student systems export them (ISO 639)."""

_NAMES: Final = {
    "english": "inglés", "spanish": "español", "chinese": "chino", "mandarin": "mandarín", "cantonese": "cantonés",
    "arabic": "árabe", "vietnamese": "vietnamita", "portuguese": "portugués", "russian": "ruso",
    "haitian creole": "criollo haitiano", "ukrainian": "ucraniano", "french": "francés", "somali": "somalí",
    "hmong": "hmong", "korean": "coreano", "tagalog": "tagalo", "farsi": "persa", "urdu": "urdu", "pashto": "pastún",
    "swahili": "suajili", "american sign language": "lengua de señas americana",
}  # fmt: skip
"""The languages that are spoken most in the homes of pupils, in English and Spanish."""

_ENGLISH: Final = {spanish: english for english, spanish in _NAMES.items()}


def language_in_words(language: str, lang: Lang) -> str:
    """Return what a language is called, from its name or code; one that is not known stays as it is written."""
    english = _known(language)
    if english is None:
        return language.strip()
    return Bilingual(en=english.title(), es=_NAMES[english]).of(lang)


def is_english(language: str) -> bool:
    """Return whether a language is English, by its name in either language or its code."""
    return _known(language) == "english"


def read_at_home(language: str | None) -> Lang:
    """Return in which of our languages a family reads, by the language of its home: English where that is neither."""
    return "es" if language is not None and _known(language) == "spanish" else "en"


def _known(language: str) -> str | None:
    name = language.strip().casefold()
    name = _CODES.get(name, _ENGLISH.get(name, name))
    return name if name in _NAMES else None
