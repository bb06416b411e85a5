"""A template filled in: words with values become blocks.

A template is a text. A line that begins with `## ` or `### ` is a heading, with `- ` an item of a list, with `| ` a
line of an address, with `> ` a box, with `#` alone a remark that is left out; lines that follow each other are one
paragraph. `{{ ... }}` is Jinja, in a sandbox:

* `blank("parent_name")` is what a person filled in, else a blank line, which is then in the list of what is missing.
* `later("meeting_times")` is a blank line for whoever gets the paper.
* `source("records")` is the number of a source, which is listed at the end.
* `holds("remedy")` at the beginning of a paragraph says that it holds something that this kind of paper must hold.
* `table("misses")`, `sign("parent")`, `page()`, `kept_page()` and `sources()` are blocks of their own, each on a line
  of its own. `kept_page()` begins what stays with who sends the paper, and is not counted among its pages.

Values are never read as a template's signs: they are marked before they are put in.
"""

from makegood.documents.template.fill import fill
from makegood.documents.template.filling import Filled, Filling

__all__ = ["Filled", "Filling", "fill"]
