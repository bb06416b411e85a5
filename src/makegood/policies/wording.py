"""What is wrong with a pack's or a sentence's shape, in plain words."""

import types
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from makegood.policies.document import Document, Place, in_words
from makegood.policies.pack import LONGEST_QUOTE
from makegood.terms.reasons import REASONS

_KINDS: Final = {
    "string_type": "text; put it in quotation marks if it looks like a number or a date",
    "int_type": "a whole number, without quotation marks",
    "bool_type": "true or false",
    "date_type": "a day without quotation marks, year-month-day, such as 2024-07-01",
    "tuple_type": "a list, each item on its own line after a hyphen",
    "dict_type": "keys with values under them",
    "model_type": "keys with values under them",
}
_PATTERNS: Final = {
    "href": "an address that begins with https:// or http://",
    "id": "letters, digits, hyphens, dots and underscores only, such as us-xx-example",
    "inherits": "the id of a pack, such as us-federal",
    "tell": "one word in small letters, such as parent",
    "do": "one word in small letters, such as iep_meeting",
}
_SAID: Final = {
    "missing": ("missing_key", "“{name}” is missing here.", "the key {name}"),
    "quote_too_long": (
        "quote_too_long",
        "This quote has {words} words. Quote the deciding words only. The source has the rest.",
        f"{LONGEST_QUOTE} words or fewer",
    ),
    "unclear_time": (
        "unclear_time",
        "“{name}” does not say one length of time.",
        "{{n: 10, unit: school_days}} or {{end_of: quarter}}",
    ),
    "unclear_when": (
        "unclear_when",
        "“{name}” does not say one thing that a notice follows.",
        "each_miss, {{lapse: {{n: 10, unit: school_days}}}} or {{run_of: 3}}",
    ),
    "unclear_days": (
        "unclear_days",
        "“{name}” does not say of which days the source speaks.",
        "{{from: 2020-03-16, to: 2020-06-30}}, either of the two, or undated",
    ),
    "notice_without_act": (
        "notice_without_act",
        "This notice says neither whom to tell nor what to do.",
        "someone to tell, such as tell: parent, or something to do, such as do: iep_meeting",
    ),
    "greater_than_equal": ("too_small", "“{name}” is too small.", "{ge} or more"),
    "less_than_equal": ("too_large", "“{name}” is too large.", "{le} or less"),
    "string_too_short": ("empty_value", "“{name}” is empty.", "something written here"),
    "too_short": ("empty_value", "“{name}” is empty.", "at least one item"),
}
"""Kinds of error by pydantic's name: our code, message and what is expected."""


def refuse_shape(document: Document, model: type[BaseModel], error: ValidationError) -> None:
    """Add to the document each thing that the model does not accept in it."""
    for detail in error.errors(include_url=False):
        at_key = bool(detail["loc"]) and detail["loc"][-1] == "[key]"
        path = detail["loc"][:-1] if at_key else detail["loc"]
        code, message, expected = _words(detail, path, model)
        document.refuse(
            path,
            code,
            message,
            found=path[-1] if at_key else None if code == "missing_key" else detail["input"],
            expected=expected,
        )


def _words(detail: ErrorDetails, path: Place, model: type[BaseModel]) -> tuple[str, str, str | None]:
    """Return an error's code, message and what is expected."""
    name = _name(path)
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "unknown_reason":
        return _reason_words(detail, path)
    if kind == "extra_forbidden":
        known = _keys_at(model, path[:-1])
        message = f"“{name}” is not a key that is known here.{_hint(name, known)}"
        return "unknown_key", message, _or(known)
    if kind == "literal_error":
        words = [str(word) for word in get_args(_annotation_at(model, path))]
        message = f"“{name}” cannot be “{in_words(detail['input'])}”."
        return f"unknown_{name}", message, _or(words)
    if not path:
        return "wrong_kind", "This file does not consist of keys with values.", _KINDS[kind]
    if kind in _SAID:
        code, message, wanted = _SAID[kind]
        return code, message.format(name=name, **context), wanted.format(name=name, **context)
    expected = _PATTERNS.get(name) if kind == "string_pattern_mismatch" else _KINDS.get(kind)
    return "wrong_kind", f"The value of “{name}” cannot be used.", expected


def _name(path: Place) -> str:
    """Name what is at a path."""
    last = path[-1] if path else "file"
    return f"item {last + 1} of {path[-2]}" if isinstance(last, int) else last


def _reason_words(detail: ErrorDetails, path: Place) -> tuple[str, str, str]:
    word = str(path[-1]) if detail["loc"][-1] == "[key]" else str(detail["input"])
    hint = _hint(word, REASONS)
    if "codes" in path:
        message = f"The code “{path[-1]}” means “{word}”, which is not a reason.{hint}"
        return "unlisted_code_target", message, _or(REASONS)
    return "unknown_reason", f"“{word}” is not a reason.{hint}", _or(REASONS)


def _hint(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.8)
    return f" Is “{near[0]}” meant?" if near else ""


def _or(words: Sequence[str]) -> str:
    """List words as a choice."""
    return ", ".join(words[:-1]) + (" or " if len(words) > 1 else "") + words[-1] if words else ""


def _keys_at(model: type[BaseModel], path: Place) -> list[str]:
    """Return the keys that a mapping at a path may have."""
    found = _annotation_at(model, path)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return [field.alias or name for name, field in found.model_fields.items()]
    return []


def _annotation_at(model: type[BaseModel], path: Place) -> Any:
    """Return the type of what is at a path of a model: a model, a choice of words, or other."""
    here: Any = model
    for step in path:
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = {field.alias or name: field for name, field in here.model_fields.items()}
            here = fields[str(step)].annotation if step in fields else None
        else:
            arguments = get_args(here)
            here = arguments[1] if get_origin(here) is dict else arguments[0] if arguments else None
        here = _bare(here)
    return here


def _bare(annotation: Any) -> Any:
    """Return a type without `| None` and without what is annotated on it."""
    if get_origin(annotation) in {Union, types.UnionType}:
        rest = [kind for kind in get_args(annotation) if kind is not type(None)]
        return _bare(rest[0])
    if hasattr(annotation, "__metadata__"):
        return _bare(get_args(annotation)[0])
    return annotation
