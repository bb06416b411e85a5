"""An IEP's own wording of a promise, read into numbers.

The way of a text: `words` makes it plain (`numerals`, `dates`, `vocabulary`), `context` sets aside what stands
around the promise, the `grammar` groups the other words into `phrases`, `segments` cuts them into one amount each,
`clause` finds what each can mean and weighs two against each other, and `read` gives the answer with what a person
must still decide.
"""

from makegood.intake.mandate.explain import explain
from makegood.intake.mandate.flags import FLAGS
from makegood.intake.mandate.read import read_mandate
from makegood.intake.mandate.reading import MandateReading, Reading

__all__ = ["FLAGS", "MandateReading", "Reading", "explain", "read_mandate"]
