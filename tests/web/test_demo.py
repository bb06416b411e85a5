"""What `make run` ends with is what `makegood serve --demo` opens."""

from tests.web.conftest import ROOT

from makegood.cli.serve import PORT
from makegood.web.demo import PASSWORD, PEOPLE


def test_the_tour_ends_with_the_demonstrations_address_people_and_password() -> None:
    tour = (ROOT / "scripts" / "tour").read_text(encoding="utf-8")
    assert f"http://localhost:{PORT}/" in tour
    assert PASSWORD in tour
    for sample in PEOPLE:
        assert f'try "{sample.login}" "{sample.job}"' in tour
