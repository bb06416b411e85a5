"""Making a packet: the paper, the data that its pages show, the packs, and a manifest of sums."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Final

import makegood
from makegood.documents.own import PACKET_MARK, of_day
from makegood.documents.own_records import OwnRecords
from makegood.documents.packet.packs_out import packs_of
from makegood.documents.packet.paper import packet_paper
from makegood.documents.packet.tables_out import tables_of
from makegood.documents.pdf import pdf_of
from makegood.documents.produce import lacking_glyphs
from makegood.files.own import whose
from makegood.ledger import Ledger, ledger_of
from makegood.records import Records
from makegood.statements.statement.child import statement_of
from makegood.terms.findings import Finding
from makegood.terms.language import Lang

MANIFEST: Final = "manifest.json"
LEDGER: Final = "ledger.json"
PAPER: Final = "packet.pdf"
RECORDS: Final = "records"


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet's files by their place in its folder, and what whoever sends it should know."""

    files: dict[str, bytes]
    findings: list[Finding] = field(default_factory=list)


def packet_of(
    records: Records,
    student_id: str,
    as_of: dt.date,
    *,
    lang: Lang = "en",
    known_on: dt.date | None = None,
    notes: bool = False,
) -> Packet:
    """Return a child's packet. The same records give the same bytes.

    Args:
        records: Records that can be accounted for, of this child at least.
        student_id: The child.
        as_of: The last day whose rows count.
        lang: The language of its pages.
        known_on: The last day whose records were read; None if all were.
        notes: Whether the family's notes go in; only if the family chose so.
    """
    own = OwnRecords(records, as_of).of(student_id)
    ledger = ledger_of(own, as_of)
    tables = tables_of(own, notes=notes)
    packs = packs_of(records.policies, {account.policy_id for account in ledger.services})
    data = {f"{RECORDS}/{name}": text for name, text in tables.items()}
    data |= {f"{RECORDS}/policies/{name}": text for name, text in packs.items()}
    data[LEDGER] = json_bytes(figures_of(ledger))
    statement = statement_of(own, ledger, student_id, lang=lang, known_on=known_on)
    sums = {name: sum_of(text) for name, text in sorted(data.items())}
    paper = packet_paper(own, ledger, statement, sums, notes=notes)
    paper["made"] = f"{PACKET_MARK} {of_day(whose(student_id), as_of)}"
    flat = {name.replace("/", "-"): text for name, text in data.items()}
    paper["attached"] = [[name, _mime(name), name] for name in sorted(flat)]
    pdf, lacking = pdf_of(paper, beside=flat)
    files = data | {PAPER: pdf}
    manifest = {
        "made_by": f"Makegood {makegood.__version__}",
        "kind": PACKET_MARK,
        "as_of": as_of.isoformat(),
        "known_on": known_on.isoformat() if known_on else None,
        "student_id": student_id,
        "lang": lang,
        "files": {name: sum_of(text) for name, text in sorted(files.items())},
    }
    files[MANIFEST] = json_bytes(manifest)
    return Packet(files, [lacking_glyphs(lacking)] if lacking else [])


def figures_of(ledger: Ledger) -> dict[str, Any]:
    """Return every figure of a ledger as it is compared."""
    figures = ledger.as_dict()
    return {name: figures[name] for name in ("as_of", "services", "misses", "awards", "totals")}


def json_bytes(value: Any) -> bytes:
    """Return a value as JSON."""
    return (json.dumps(value, indent=2, ensure_ascii=True) + "\n").encode()


def sum_of(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def _mime(name: str) -> str:
    suffix = name.rpartition(".")[2]
    return {"csv": "text/csv", "json": "application/json"}.get(suffix, "application/yaml")
