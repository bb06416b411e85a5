"""The languages that people read, and what is said in each of them."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Lang = Literal["en", "es"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual(Generic[T]):
    """One thing in every language: the type checker proves that none is left out."""

    en: T
    es: T

    def of(self, lang: Lang) -> T:
        """Return it in a language."""
        return self.en if lang == "en" else self.es
