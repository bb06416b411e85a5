"""What a child is called in a paper, by who writes it."""

from makegood.documents.kinds import Writer
from makegood.records import Records
from makegood.terms.language import Bilingual, Lang
from makegood.terms.reason_words import STUDENT, YOUR_CHILD

_MY_CHILD = Bilingual(en="my child", es="mi hijo(a)")

_KEPT = {
    False: Bilingual(
        en={"by": "By the school's own records", "records": "the school's records"},
        es={"by": "Según los registros de la escuela", "records": "los registros de la escuela"},
    ),
    True: Bilingual(
        en={"by": "By what I noted", "records": "my own notes"},
        es={"by": "Según mis propias anotaciones", "records": "mis propias anotaciones"},
    ),
}
"""What the records are called, by whether they are the family's own notes."""


def kept_by(lang: Lang, *, noted: bool) -> dict[str, str]:
    """Return what the records are called in a sentence: at its beginning, and within it."""
    return _KEPT[noted].of(lang)


def child_words(records: Records, student_id: str, lang: Lang, writer: Writer) -> str:
    """Return what the child is called in a sentence: the first name, else `my child` or `your child`."""
    given = records.students.given_name[records.students.index()[student_id]]
    return given or (_MY_CHILD if writer == "family" else YOUR_CHILD).of(lang)


def child_of(records: Records, student_id: str, lang: Lang) -> dict[str, str]:
    """Return what the records have about a child; blank where they have nothing."""
    students, schools = records.students, records.schools
    place = students.index()[student_id]
    given, family = students.given_name[place], students.family_name[place]
    school_id = students.school_id[place]
    at = schools.index().get(school_id) if school_id is not None else None
    return {
        "name": " ".join(part for part in (given, family) if part),
        "mine": given or _MY_CHILD.of(lang),
        "yours": given or YOUR_CHILD.of(lang),
        "student": STUDENT.of(lang),
        "number": student_id,
        "grade": students.grade[place] or "",
        "school": (schools.name[at] if at is not None else None) or "",
        "language": students.home_language[place] or "",
    }
