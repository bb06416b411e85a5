"""The lines of the IEPs of a folder and of an import, and which promises wait for their words or differ from others."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from makegood.imports.draft import Desk, PromiseDraft
from makegood.imports.draft.service_words import ask_service_type
from makegood.imports.match.promised import service_promised
from makegood.imports.match.service import Service, may_be_one_line, overlap, promise_the_same
from makegood.imports.match.student import Student
from makegood.records import Records

_OURS: Final = re.compile(r"SV-(\d{4,})$", re.ASCII)


@dataclass(slots=True)
class Services:
    """The lines of a folder and of an import.

    Attributes:
        all: Every line by id.
        waiting: Students and types of service for which no promise is known, with the drafts that name them.
        differing: Promises that differ from what the folder has for the same service: nothing is changed by itself.
    """

    all: dict[str, Service] = field(default_factory=dict)
    waiting: dict[tuple[str, str], PromiseDraft | None] = field(default_factory=dict)
    differing: list[tuple[PromiseDraft, Service]] = field(default_factory=list)
    _of: defaultdict[tuple[str, str], list[Service]] = field(default_factory=lambda: defaultdict(list))
    _types: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    _last: int = 0

    @classmethod
    def on_record(cls, records: Records) -> "Services":
        """Return the lines of a folder."""
        table = records.services
        services = cls()
        for at, id_ in enumerate(table.service_id):
            length = table.session_minutes[at] or (table.minutes[at] if table.sessions[at] else None)
            services.add(
                Service(
                    id_, table.student_id[at], table.service_type[at], table.mandate[at], table.minutes[at],
                    table.sessions[at], table.per[at], table.every[at], length, table.delivery[at],
                    table.group_max[at], table.setting[at], table.start[at], table.end[at], new=False,
                )
            )  # fmt: skip
        return services

    def add(self, service: Service) -> Service:
        """Add a line."""
        self.all[service.id] = service
        self._of[service.student, service.type].append(service)
        self._types[service.student].setdefault(service.type)
        if ours := _OURS.match(service.id):
            self._last = max(self._last, int(ours.group(1)))
        return service

    def of(self, student: str, type_: str) -> Sequence[Service]:
        """Return a student's lines of a type."""
        return self._of.get((student, type_), ())

    def types(self, student: str) -> list[str]:
        """Return the types of service that a student has, or waits for."""
        return list(self._types[student])

    def wait(self, student: str, type_: str, draft: PromiseDraft | None) -> None:
        """Note that a student has a service of which no promise is known."""
        self.waiting.setdefault((student, type_), draft)
        self._types[student].setdefault(type_)

    def promise(self, draft: PromiseDraft, student: Student, desk: Desk) -> None:
        """Take in what a row says of a promise: a new line, one that is there, or one that waits for its words."""
        if draft.service_type is None:
            ask_service_type(desk, draft.where)
            return
        made = service_promised(draft, student, desk) if draft.is_promise else None
        if made is None:
            lines = self.of(student.id, draft.service_type)
            if not lines:
                self.wait(student.id, draft.service_type, draft)
            elif len(lines) == 1 and not draft.is_promise:
                lines[0].fill_in(draft)
            return
        for other in self.of(student.id, draft.service_type):
            if promise_the_same(other, made):
                other.start, other.end = other.start or made.start, other.end or made.end
                return
        on_record = (line for line in self.of(student.id, made.type) if not line.new)
        clash = next((line for line in on_record if overlap(line, made) and may_be_one_line(line, made)), None)
        if clash is not None:
            self.differing.append((draft, clash))
            return
        self._last += 1
        made.id = f"SV-{self._last:04d}"
        self.waiting.pop((student.id, made.type), None)
        self.add(made)
