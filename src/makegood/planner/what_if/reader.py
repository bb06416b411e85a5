"""Reading a what-if file: whatever cannot be used is told with its line."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from makegood.planner.what_if.changes import KINDS, Change, LongerDay, Scenario, Summer, What
from makegood.planner.what_if.keys import NotThisError, field_of, keys_of
from makegood.policies.document import Document, Place, read_document
from makegood.terms.findings import Finding

_SHAPE = "a list 'changes:', or a list 'scenarios:' of which each has a name and its changes"


def read_what_if(path: Path) -> tuple[list[Scenario] | None, list[Finding]]:
    """Read a what-if file.

    Args:
        path: A YAML file with `changes` (one scenario, named by `name` or by the file), or with `scenarios`.

    Returns:
        The scenarios in the order of the file, or None if anything in it cannot be used; and every finding.
    """
    document = read_document(path)
    scenarios: list[Scenario] = []
    if isinstance(document.data, dict):
        scenarios = list(_scenarios(document, document.data, path.stem))
    elif not document.findings:
        document.refuse((), "wrong_kind", "This file does not consist of keys with values.", expected=_SHAPE)
    findings = [_own_words(finding) for finding in document.findings]
    return (None if findings else scenarios), findings


def _own_words(finding: Finding) -> Finding:
    """Say of this file what is otherwise said of a policy pack."""
    if finding.code == "empty_file":
        return replace(finding, expected=_SHAPE)
    return replace(finding, message=finding.message.replace("Packs are written", "This file is written"))


def _scenarios(document: Document, data: dict[str, Any], stem: str) -> Iterator[Scenario]:
    if "scenarios" not in data:
        yield _scenario(document, (), data, stem)
        return
    _only(document, (), data, ("scenarios",))
    named: dict[str, Place] = {}
    for path, each in _items(document, ("scenarios",), data["scenarios"]):
        if not isinstance(each, dict):
            document.refuse(path, "wrong_kind", "A scenario is a name and its changes.", found=each, expected=_SHAPE)
            continue
        if "name" not in each:
            document.refuse(path, "missing_key", "“name” is missing here.", expected="a name for this scenario")
        scenario = _scenario(document, path, each, "")
        if scenario.name in named:
            first = document.line(named[scenario.name])
            message = f"“{scenario.name}” is the name of the scenario on line {first} already."
            document.refuse((*path, "name"), "duplicate_name", message, expected="another name")
        named.setdefault(scenario.name, path)
        yield scenario


def _scenario(document: Document, path: Place, data: dict[str, Any], name: str) -> Scenario:
    _only(document, path, data, ("name", "changes"))
    given = data.get("name", name)
    if not isinstance(given, str) or ("name" in data and not given.strip()):
        document.refuse((*path, "name"), "wrong_kind", "This cannot be a name.", found=given, expected="a few words")
    if "changes" not in data:
        document.refuse(path, "missing_key", "“changes” is missing here.", expected=_SHAPE)
        return Scenario(name=str(given), changes=())
    found = (_change(document, *item) for item in _items(document, (*path, "changes"), data["changes"]))
    return Scenario(name=str(given), changes=tuple(change for change in found if change is not None))


def _items(document: Document, path: Place, listed: Any) -> Iterator[tuple[Place, Any]]:
    if not isinstance(listed, tuple) or not listed:
        message = f"“{path[-1]}” is not a list with something in it."
        document.refuse(path, "wrong_kind", message, expected="a list, each item on its own line after a hyphen")
        return
    yield from (((*path, place), each) for place, each in enumerate(listed))


def _only(document: Document, path: Place, data: dict[str, Any], known: tuple[str, ...]) -> None:
    """Refuse every key that is not known."""
    for name in data:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f" Is “{near[0]}” meant?" if near else ""
            message = f"“{name}” is not a key that is known here.{hint}"
            document.refuse((*path, name), "unknown_key", message, found=name, expected=" or ".join(known))


def _change(document: Document, path: Place, data: Any) -> Change | None:
    if not isinstance(data, dict) or len(data) != 1:
        message = "A change is one word with its keys under it, and each change has its own hyphen."
        document.refuse(path, "wrong_kind", message, found=data, expected=" or ".join(KINDS))
        return None
    ((word, given),) = data.items()
    if word not in KINDS:
        near = get_close_matches(word, KINDS, 1)
        hint = f" Is “{near[0]}” meant?" if near else ""
        message = f"“{word}” is not a change that can be tried.{hint}"
        document.refuse((*path, word), "unknown_change", message, found=word, expected=" or ".join(KINDS))
        return None
    here = (*path, word)
    if not isinstance(given, dict):
        expected = f"{', '.join(keys_of(KINDS[word]))} as keys, indented or in braces"
        document.refuse(here, "wrong_kind", f"“{word}” has no keys under it.", found=given, expected=expected)
        return None
    what = _what(document, here, KINDS[word], given)
    return None if what is None else Change(what=what, file=document.name, row=document.line(here))


def _what(document: Document, path: Place, kind: type[What], given: dict[str, Any]) -> What | None:
    told, keys = len(document.findings), keys_of(kind)
    _only(document, path, given, tuple(keys))
    values: dict[str, Any] = {}
    for name, key in keys.items():
        if name not in given:
            if key.needed:
                document.refuse(path, "missing_key", f"“{name}” is missing here.", expected=key.kind.expected)
            continue
        try:
            values[field_of(name)] = key.kind.read(given[name])
        except NotThisError:
            message = f"“{name}” holds a value that cannot stand here."
            document.refuse((*path, name), "wrong_kind", message, found=given[name], expected=key.kind.expected)
    if len(document.findings) > told:
        return None
    what = kind(**values)
    _agree(document, path, what)
    return what if len(document.findings) == told else None


def _agree(document: Document, path: Place, what: What) -> None:
    """Refuse keys that are each well written and contradict each other."""
    days = [day for day in (what.from_, what.until) if day is not None]
    if days != sorted(days) and dt.date.min not in days:  # an impossible day was told already
        message = f"This ends on {what.until}, before it begins on {what.from_}."
        expected = f"{what.from_} or later"
        document.refuse((*path, "until"), "until_before_from", message, found=what.until, expected=expected)
    start, end = getattr(what, "start", None), getattr(what, "end", None)
    if start is not None and end is not None and end <= start:
        message = "This time ends before it begins."
        document.refuse((*path, "end"), "end_before_start", message, expected="a time later than “start”")
    if isinstance(what, LongerDay | Summer) and (what.providers is None) == (what.service_types is None):
        message = "This must say who stays: “providers” or “service_types”, one of the two."
        document.refuse(path, "unclear_who", message, expected="providers: [P01], or service_types: [speech]")
