"""What no paper of ours says (papers.md): words that accuse, threaten, promise or give legal advice."""

import re
from collections.abc import Iterator
from typing import Final

_ACCUSES: Final = "Only a person who complains may say so, in their own words."
_SILENCE: Final = "No answer is never a yes."
_ADVICE: Final = "What to do is for the reader to weigh; all routes are listed alike."
_MONEY: Final = "Cost or too few staff is no reason for a no."
_PROMISE: Final = "Nobody can promise minute for minute."
_RIGHTS: Final = "Ask a lawyer or your parent center before you sign."

NEVER: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (r"\bviolat(?:ed|es|ing)\b", _ACCUSES),
        (r"\bviol[oó]\b|\bviolaron\b|\bhan violado\b", _ACCUSES),
        (r"\bfailed to\b|\bfailure to\b", _ACCUSES),
        (r"\bincumpli[oó]\b|\bno cumpli[oó] con\b", _ACCUSES),
        (r"\billegal(?:ly)?\b|\bunlawful(?:ly)?\b|\bilegal(?:es|mente)?\b|\bil[ií]cit[oa]s?\b", _ACCUSES),
        (r"\b(?:was|were|been|is|are) denied\b|\bdenial of\b", _ACCUSES),
        (r"\bneg[oó] (?:el|la|su) derecho\b|\bse le neg[oó]\b", _ACCUSES),
        (r"\bdiscriminat(?:ed|es|ion|ing)\b|\bdiscrimin(?:[oó]|aron|aci[oó]n)\b", _ACCUSES),
        (r"\bif you do not answer,? you agree\b|\bno answer means\b|\bsilence means\b", _SILENCE),
        (r"\bsi no responde,? (?:acepta|se entiende)\b|\bla falta de respuesta significa\b", _SILENCE),
        (r"\byou should file\b|\byou must file\b", _ADVICE),
        (r"\bdeber[ií]a presentar una queja\b|\bdebe presentar una queja\b", _ADVICE),
        (r"\bbest (?:route|option|choice) is\b|\bla mejor (?:opci[oó]n|v[ií]a) es\b", _ADVICE),
        (r"\bfree appropriate public education was\b|\bdenied fape\b", _ADVICE),
        (r"\b(?:because of|due to) (?:the )?(?:cost|budget|staff(?:ing)? shortage|lack of staff)\b", _MONEY),
        (r"\bpor (?:el costo|falta de presupuesto|falta de personal|escasez de personal)\b", _MONEY),
        (r"\bminute for minute\b|\bminuto por minuto\b", _PROMISE),
        (r"\bwaiv(?:e|es|ed|er|ing)\b|\brenunci(?:a|o|an|ar)\b", _RIGHTS),
        (r"\breleas(?:e|es|ed) (?:the district|all claims|any claim|of claims)\b|\blibera al distrito\b", _RIGHTS),
        (r"\bconfidential(?:ity)?\b|\bconfidencial(?:idad)?\b", _RIGHTS),
    )
)
"""Each phrase, in English or Spanish, and why it is not said."""


def forbidden(text: str) -> Iterator[tuple[str, str]]:
    """Yield each thing in a text that no paper of ours says, and why."""
    for pattern, why in NEVER:
        found = pattern.search(text)
        if found is not None:
            yield found.group(), why
