"""Which rows concern some students, found by ids alone, before any other cell is read.

These rows of the tables that are each student's own (`PERSONAL`):

* the students' own rows;
* rows of which nobody can tell whose they are: the id in them is blank, damaged or unknown;
* rows of others on which the students' account or its warnings rest: with the same id, or one that differs only in case
  or leading zeros; of the same group; of the same provider and day; make-ups for a row of theirs; those that correct
  one another;
* the rows that all these name, so that none of them seems to name what is not there.
"""

from makegood.intake.concerns.chosen import PERSONAL, concerned

__all__ = ["PERSONAL", "concerned"]
