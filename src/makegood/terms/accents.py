"""Letters without their accents, for comparing what people write."""

import unicodedata


def without_accents(text: str) -> str:
    """Return a text whose letters have no accents: `José` is `Jose`. Other forms of a sign become the plain one."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
