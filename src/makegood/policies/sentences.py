"""A pack's tests: sentences with a day, a miss and what must follow from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, ValidationError

from makegood.files.reading import list_folder
from makegood.files.refusal import Refusal
from makegood.policies.document import Document, in_words, read_document
from makegood.policies.pack import (
    Level,
    Pack,
    PackId,
    Reason,
    ShortPeriod,
    Text,
    Word,
    not_empty,
)
from makegood.policies.policy import Policy, policy_in_force
from makegood.policies.reader import BUILT_IN, TESTS_SUFFIX
from makegood.policies.times import Span, Strict, When, Within
from makegood.policies.wording import refuse_shape
from makegood.terms.accounts import Disposition, Verification
from makegood.terms.reasons import UNRECORDED


class Miss(Strict):
    """A miss, by its reason or by the word that a log has for it."""

    reason: Reason | None = None
    code: Text | None = None


class ExpectedNotice(Strict):
    """A notice, without its source."""

    when: When
    tell: Word | None = None
    do: Word | None = None
    within: Span | None = None


class Expected(Strict):
    """What must follow. What is left out is not asked for."""

    disposition: Disposition | None = None
    due_within: Within | None = None
    no_deadline: bool | None = None
    released_by_declined_offer: bool | None = None
    verification: Verification | None = None
    decides: bool | None = None
    level: Level | None = None
    binding: bool | None = None
    silent: bool | None = None
    pack: PackId | None = None
    rule: Text | None = None
    reason: Reason | None = None
    unknown_code: bool | None = None
    short_period: ShortPeriod | None = None
    notices: tuple[ExpectedNotice, ...] | None = None


class Sentence(Strict):
    """One test of a policy."""

    name: Text
    policy: PackId
    date: date
    miss: Miss = Miss()
    expect: Expected


class Sentences(Strict):
    """A tests file."""

    tests: Annotated[tuple[Sentence, ...], AfterValidator(not_empty)]


@dataclass(frozen=True, slots=True)
class PackTestResult:
    """What became of one sentence.

    Attributes:
        name: The sentence.
        passed: Whether all that it asks for came.
        expected: What it asks for, on one line.
        came: What came instead or likewise, on one line.
    """

    name: str
    passed: bool
    expected: str
    came: str


def pack_test_files(folder: Path | None) -> list[Path]:
    """Return the tests of the built-in packs, then those of a folder of packs (`*.tests.yaml`)."""
    listed = list_folder(folder) if folder is not None else []
    # A folder that cannot be listed was refused when its packs were read.
    own = [] if isinstance(listed, Refusal) else [path for path in listed if path.name.endswith(TESTS_SUFFIX)]
    return sorted((BUILT_IN / "tests").glob("*.yaml")) + own


def run_pack_tests(packs: Mapping[str, Pack], path: Path) -> list[PackTestResult]:
    """Ask the packs what each sentence of a tests file asks.

    Never raises for what is in the file: what cannot be read comes back as a result that did not pass.
    """
    document = read_document(path)
    if isinstance(document.data, tuple):
        document.data = {"tests": document.data}
        document.lines = {("tests", *at): line for at, line in document.lines.items()}
    sentences: tuple[Sentence, ...] = ()
    if not document.findings:
        try:
            sentences = Sentences.model_validate(document.data).tests
        except ValidationError as error:
            refuse_shape(document, Sentences, error)
    return list(_unread(document)) + [_ask(packs, sentence) for sentence in sentences]


def _unread(document: Document) -> Iterator[PackTestResult]:
    for finding in document.findings:
        name = f"{document.name}, line {finding.row}: {finding.message}"
        yield PackTestResult(name, passed=False, expected=finding.expected or "", came=finding.found or "")


def _ask(packs: Mapping[str, Pack], sentence: Sentence) -> PackTestResult:
    asked = sentence.expect.model_dump(exclude_unset=True)
    expected = _line(asked)
    if sentence.policy not in packs:
        nothing = f"there is no pack “{sentence.policy}”"
        return PackTestResult(sentence.name, passed=False, expected=expected, came=nothing)
    answers = _answers(policy_in_force(packs, sentence.policy), sentence)
    came = {key: answers.get(key) for key in asked}
    return PackTestResult(sentence.name, passed=came == asked, expected=expected, came=_line(came))


def _answers(policy: Policy, sentence: Sentence) -> dict[str, Any]:
    """Return an answer to everything that a sentence may ask for."""
    on, miss = sentence.date, sentence.miss
    answers: dict[str, Any] = {
        "short_period": policy.short_period(on),
        "notices": tuple(
            ExpectedNotice(
                when=notice.when,
                tell=notice.tell,
                do=notice.do,
                within=notice.within,
            ).model_dump(exclude_none=True)
            for notice in policy.notices(on)
        ),
    }
    reason = policy.reason_of(miss.code, on) if miss.code is not None else miss.reason
    answers |= {"reason": reason, "unknown_code": miss.code is not None and reason is None}
    if reason is None:
        return answers
    rule = policy.rule(reason, on)
    if rule is None:
        nothing = "unknown" if reason == UNRECORDED else "team_decides"
        return answers | {"silent": True, "disposition": nothing}
    within = rule.make_up_within
    return answers | {
        "silent": False,
        "disposition": rule.disposition,
        "due_within": within and within.model_dump(exclude_none=True),
        "no_deadline": within is None,
        "released_by_declined_offer": rule.declined_offer_releases,
        "verification": rule.verification,
        "decides": rule.decides,
        "level": rule.level,
        "binding": rule.binding,
        "pack": rule.pack_id,
        "rule": rule.name,
    }


def _line(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {in_words(value)}" for key, value in values.items())
