"""An IEP's own wording of a promise, read into numbers.

The way of a text: `words` makes it plain, `vocabulary` turns each wording into one word, the `grammar`
groups words into `phrases`, `part` makes one amount's phrases into drafts, `relation` weighs several
amounts against each other, and `read` gives the answer with what a person must still decide.
"""

from makegood.intake.mandate.explain import explain
from makegood.intake.mandate.flags import FLAGS
from makegood.intake.mandate.read import read_mandate
from makegood.intake.mandate.reading import MandateReading, Reading

__all__ = ["FLAGS", "MandateReading", "Reading", "explain", "read_mandate"]
