"""The kinds of paper: who writes it, and what it must hold. `docs/papers.md` says the same to those who send them."""

from dataclasses import dataclass
from typing import Final, Literal

Writer = Literal["family", "school"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of paper.

    Attributes:
        name: Its name, that of its templates.
        writer: Who writes and signs it.
        holds: What it must hold, by the names that templates give.
        plans: The kinds of plan that its law speaks of.
        of_misses: Whether it makes no sense for a child with nothing missed.
        has_notes: Whether it has a place for the family's own notes.
    """

    name: str
    writer: Writer
    holds: tuple[str, ...]
    plans: tuple[str, ...] = ("iep", "ifsp", "504")
    of_misses: bool = False
    has_notes: bool = False


_ALL: Final = ("who_decides", "no_advice")
"""What every paper holds."""
_EVERY: Final = (*_ALL, "how_counted")
"""What every paper with figures holds."""

_KINDS: Final = (
    Kind(
        name="records_request",
        writer="family",
        holds=(
            "log", "corrections", "types", "access", "time", "before_meeting", "explanation", "copies",
            "representative", "fees", "state_time", *_ALL,
        ),
    ),
    Kind(
        name="missed_question",
        writer="family",
        has_notes=True,
        holds=("misses", "reasons", "family_notes", "question", "answer_by", *_EVERY),
    ),
    Kind(
        name="meeting_request",
        writer="family",
        of_misses=True,
        holds=("body", "misses", "topics", "times", "review", "answer_by", *_EVERY),
    ),
    Kind(
        name="understanding",
        writer="family",
        holds=(
            "meeting", "amount", "who", "when", "where", "start_end", "monitor", "missed_again", "understood",
            "no_contract", *_EVERY,
        ),
    ),
    Kind(
        name="amend_request",
        writer="family",
        has_notes=True,
        holds=("entry", "grounds", "not_iep", "change", "refusal", "hearing", "statement", *_ALL),
    ),
    Kind(
        name="state_complaint",
        writer="family",
        has_notes=True,
        plans=("iep", "ifsp"),
        holds=(
            "violation", "facts", "signature", "contact", "child", "address", "school", "problem", "resolution",
            "copy", "model_form", "anyone", "set_aside", "look_back", "older", "hearing_time", "leaving", *_EVERY,
        ),
    ),
    Kind(
        name="504_request",
        writer="family",
        plans=("504",),
        of_misses=True,
        holds=("misses", "question", "see_records", "hearing", "counsel", "review", "answer_by", *_EVERY),
    ),
    Kind(
        name="504_grievance",
        writer="family",
        plans=("504",),
        holds=("grievance", "own_words", "facts", "resolution", "ocr", *_EVERY),
    ),
    Kind(
        name="missed_notice",
        writer="school",
        of_misses=True,
        holds=("misses", "reasons", "follows", "rule", "steps", "contact", *_EVERY),
    ),
    Kind(
        name="not_given_notice",
        writer="school",
        of_misses=True,
        holds=("service", "since", "rule", "ask_compensatory", "plan", "contact", *_EVERY),
    ),
    Kind(
        name="make_up_offer",
        writer="school",
        of_misses=True,
        holds=("minutes", "dates", "accept", "decline", "another_time", "no_answer", "slip_date", *_EVERY),
    ),
    Kind(
        name="prior_written_notice",
        writer="school",
        plans=("iep",),
        holds=(
            "change", "action", "why", "basis", "safeguards", "sources_of_help", "options", "factors", "before",
            "language", "oral", *_EVERY,
        ),
    ),
    Kind(
        name="agreement",
        writer="school",
        holds=(
            "amount", "basis", "provider", "qualification", "group", "length", "where", "when", "not_from_learning",
            "start", "end", "unused", "transport", "missed_again", "records", "monitor", "language", "signatures",
            "supplement", "no_rights", "written_notice", *_EVERY,
        ),
    ),
    Kind(
        name="records_answer",
        writer="school",
        holds=("received", "given", "not_given", "explanation", "fees", "access", "amend", *_EVERY),
    ),
    Kind(
        name="medicaid_report",
        writer="school",
        holds=("consent", "sessions", "only_signed", "left_out", "no_cost", *_ALL),
    ),
)  # fmt: skip

KINDS: Final = {kind.name: kind for kind in _KINDS}
"""Every kind by its name, in the order in which people meet them."""
