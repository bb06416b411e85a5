"""Every page of the demonstration's people, by its words: one is said as one, and Spanish pages speak Spanish."""

import html
import os
import re
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve
from tests.web.cast import HERE, client_of, relation
from tests.web.cast import PASSWORD as OF_CAST
from tests.web.conftest import ROOT, close, put_back, take

from makegood.web.demo import PASSWORD, PEOPLE, fill
from makegood.web.site import Site

ALONE = "ada"
EVERYTHING = os.environ.get("MAKEGOOD_EVERY_PAGE") == "all"
# A contractor's pages are a therapist's, a case manager's are a director's, and one family's are another's.
SAME = set() if EVERYTHING else {"tobias", "casey", "piedraluna"}
LOGINS = [*(sample.login for sample in PEOPLE if sample.login not in SAME), ALONE]
WRONG_NUMBER = {
    "en": r"\b1 (sessions|minutes|days|weeks|months|hours|children|students|rows|times|requests|school days|misses|"
    r"files|people|questions|lines|families)\b",
    "es": r"\b1 (sesiones|minutos|días|semanas|meses|horas|estudiantes|filas|veces|solicitudes|archivos|personas|"
    r"preguntas|líneas|recibidos|repuestos|dados|familias)\b",
}
TELL_TALE = re.compile(
    r"\b(the|of|and|or|with|row|column|cell|sessions?|minutes|owed|missed|week|month|school|students?|given|nothing|"
    r"record|records|which|what|why|who|when|from|this|that|are|was|were|not|has|have|been|your|you|they|answer|please|"
    r"choose|by|until|since|each|every|other|another)\b",
    re.IGNORECASE,
)
NAMES = (
    "Maple Ridge Elementary School",
    "Maple Ridge Middle School",
    "Maple Ridge Handbook for Special Services (made up), revision of January 2027",
    "Illinois School Code, 105 ILCS 5/14-8.02f (P.A. 101-0515), as reported by Special Ed Law Insights",
)
"""Names of schools and of sources."""


@pytest.fixture(scope="module")
def demonstration(made: Site) -> Iterator[Site]:
    """A site as `serve --demo` fills it."""
    put_back(made.data, made.data / "empty")
    fill(ROOT / "examples" / "maple-ridge")
    relation(ALONE, "alone")
    take(made.data, made.data / "demonstration")
    put_back(made.data, made.data / "demonstration")
    yield made
    close()


def pages(login: str, lang: str) -> Iterator[tuple[str, str]]:
    """Yield a page of each route that the links of a person's pages lead to, by the route's name."""
    client = Client(headers=HERE)
    client.cookies["makegood_language"] = lang
    assert (
        client.post("/sign-in/", {"login": login, "password": OF_CAST if login == ALONE else PASSWORD}).status_code
        == 302
    )
    seen: set[str] = set()
    left = ["/"]
    while left:
        address = left.pop()
        if kind_of(address) in seen:
            continue
        seen.add(kind_of(address))
        answer = client.get(address, follow=True)
        if answer.redirect_chain:
            address = answer.redirect_chain[-1][0]
            if kind_of(address) in seen:
                continue
            seen.add(kind_of(address))
        if answer["Content-Type"].partition(";")[0] != "text/html":
            continue
        key = kind_of(address)
        text = answer.content.decode()
        yield key, text
        links = re.findall(r'<a [^>]*href="(/as/[^"#]*)', text)
        left += [html.unescape(link) for link in reversed(links)]


def kind_of(address: str) -> str:
    """Return a page's route. Each kind of letter has words of its own; of all others one page of a kind is enough."""
    match = resolve(address.partition("?")[0])
    return f"{match.url_name}{match.kwargs.get('kind', '')}{'?' if '?' in address else ''}"


def words_of(page: str) -> str:
    """Return the words of a page that are its own: no code, nothing marked as English, nothing quoted, no name."""
    text = re.sub(r"<(script|style|option)\b.*?</\1>", " ", page, flags=re.DOTALL)
    text = re.sub(r'<(\w+)[^>]*\blang="en"[^>]*>.*?</\1>', " ", text, flags=re.DOTALL)
    text = re.sub(r'"[^"<>]*"|“[^”]*”', " ", html.unescape(re.sub(r"<[^>]*>", " ", text)))
    return re.sub(r"\[[^\[\]]*\]", " ", text)


@pytest.mark.parametrize("login", LOGINS)
def test_no_page_says_one_as_if_it_were_several_and_no_spanish_page_speaks_english(
    demonstration: Site, login: str
) -> None:
    del demonstration
    said: list[str] = []
    for lang, wrong in WRONG_NUMBER.items():
        for name, page in pages(login, lang):
            text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())
            said += [f"{lang} {name}: …{text[max(0, m.start() - 30) : m.end()]}" for m in re.finditer(wrong, text)]
            if lang == "es":
                own = " ".join(words_of(page).split())
                for each in NAMES:
                    own = own.replace(each, "")
                found = list(TELL_TALE.finditer(own))
                said += [f"es {name}: …{own[max(0, m.start() - 40) : m.end() + 30]}" for m in found]
    assert said == []


LOG = """Fecha,Estudiante,Servicio,Minutos,Código,Motivo
12/10/2026,"Ejemplo, Ana",habla,30,P,
14/10/2026,"Ejemplo, Ana",habla,0,XQ,
15/10/2026,"Ejemplo, Ana",habla,0,,el hurón se escapó
Total,,,60,,
"""
CASELOAD = """Número,Estudiante,Servicio,Frecuencia
7,"Ejemplo, Ana",habla,60 minutos semanales en 2 sesiones
"""


@pytest.mark.usefixtures("empty")
def test_the_pages_of_an_import_speak_spanish_where_the_file_does() -> None:
    made = relation(ALONE, "alone")
    client = client_of(ALONE)
    client.cookies["makegood_language"] = "es"
    files = [SimpleUploadedFile(name, text.encode()) for name, text in (("log.csv", LOG), ("lista.csv", CASELOAD))]
    at = client.post(f"/as/{made.ref}/bring/", {"files": files})["Location"]
    for _ in range(6):
        page = client.get(at).content.decode()
        own = " ".join(words_of(page).split())
        assert [own[max(0, m.start() - 40) : m.end() + 30] for m in TELL_TALE.finditer(own)] == []
        fields = re.findall(r'name="(q[0-9a-f]{16})" value="0"', page)
        if not fields:
            break
        client.post(at, dict.fromkeys(fields, "0"))
    assert "fila " in page
    assert "un total" in page
    broken = client.post(f"/as/{made.ref}/bring/", {"files": [SimpleUploadedFile("carta.pdf", b"%PDF-1.4")]})
    own = " ".join(words_of(broken.content.decode()).split())
    assert "carta.pdf: Un PDF contiene la imagen de una tabla" in own
    assert TELL_TALE.search(own) is None
