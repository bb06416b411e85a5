"""Each main job in a real browser, with nothing but the screen to guide; in both languages, wide and narrow."""

from typing import Any

from playwright.sync_api import expect
from tests.web.browser import NARROW, NARROWEST, complaints, visit


def test_a_therapist_notes_a_session_a_group_and_a_miss_and_signs_without_scripts(
    chromium: Any, demo_site: str
) -> None:
    with visit(chromium, demo_site, "ingrid", scripts=False) as page:
        page.get_by_role("button", name="Given Ximena S., 1:30 p.m.").click()
        expect(page.locator("li", has_text="Ximena S.").get_by_text("30 min given")).to_have_count(1)
        page.get_by_role("button", name="All here: 30 min 9:00 a.m.").click()
        expect(page.locator("li.together").first.get_by_text("30 min given")).to_have_count(5)
        line = page.locator("ul.day > li", has_text="Barnaby L.")
        line.locator("summary").click()
        line.get_by_text("15", exact=True).click()
        line.get_by_role("button", name="My meeting or testing").click()
        expect(page.locator("li", has_text="Barnaby L.").get_by_text("15 of 30 min given")).to_have_count(1)
        page.get_by_role("button", name="Sign the day").click()
        expect(page.get_by_role("button", name="Sign the day")).to_have_count(0)
        expect(page.locator("li", has_text="Barnaby L.").get_by_text("signed", exact=True)).to_have_count(1)


def test_a_family_reads_its_account_and_asks_why(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "dapplestone", width=NARROWEST) as page:
        assert page.get_by_role("heading", level=1).inner_text() == "Percival"
        # words.md and the sketch of this screen: 35 of 54 sessions, 1,050 of 1,620 minutes.
        assert page.get_by_text("35 of 54 sessions", exact=True).count() == 1
        assert "1,050 of 1,620 minutes due" in page.locator("main").inner_text()
        page.get_by_text("Earlier: 26 more").click()
        row = page.get_by_role("row").filter(has_text="Mon, Feb 8, 2027")
        row.get_by_role("link", name="Why?").click()
        assert "the therapist was absent" in page.locator("main").inner_text()
        assert "Maple Ridge Handbook" in page.locator("main").inner_text()
        assert complaints(page) == []


def test_a_family_reads_the_same_in_spanish(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "piedraluna", lang="es", width=NARROWEST) as page:
        text = page.locator("main").inner_text()
        assert "Lo que se prometió y lo que se recibió" in text
        assert "12 de marzo de 2027" in text
        page.locator("#missed ~ table a.why").first.click()
        assert "Quién decide" in page.locator("main").inner_text()
        assert complaints(page) == []


def test_a_leader_sees_the_sums_and_what_has_nothing_on_record(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "linden") as page:
        assert page.get_by_role("heading", level=1).inner_text() == "Maple Ridge Elementary School"
        page.get_by_role("link", name="sessions").click()
        assert "Linnea" in page.locator("main").inner_text()
        assert complaints(page) == []


def test_on_a_phone_a_line_of_sums_names_only_what_is_not_nothing(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "director") as page:
        wide = page.get_by_role("row").filter(has_text="The position was vacant").inner_text().split("\t")
        assert [cell.strip() for cell in wide] == ["The position was vacant", "0 min", "25 h 45 min", "0 min", "9"]
    with visit(chromium, demo_site, "director", width=NARROW) as page:
        told = page.locator("tr", has_text="The position was vacant").inner_text().split()
        assert " ".join(told) == "The position was vacant In time 25 h 45 min Students 9"
        page.get_by_role("link", name="13 students").click()
        assert page.locator("tr td:last-child", has_text="min").count() >= 13


def test_the_page_says_who_one_is_and_the_way_out(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "linden") as page:
        assert page.get_by_text("You see this as school leader, Maple Ridge Elementary School").count() == 1
        page.get_by_role("button", name="Español").click()
        assert page.locator("html").get_attribute("lang") == "es"
        page.get_by_role("button", name="Salir").click()
        assert page.url.endswith("/sign-in/")
        with page.expect_navigation():
            page.evaluate("history.back()")
        assert "Maple Ridge" not in page.locator("main").inner_text()


def test_a_family_says_that_it_gave_a_letter_answers_an_offer_and_takes_both_back(
    chromium: Any, demo_site: str
) -> None:
    with visit(chromium, demo_site, "dapplestone", lang="es", width=NARROWEST, scripts=False) as page:
        child = page.url
        page.get_by_role("link", name="Escribir una carta").click()
        page.get_by_role("link", name="Pedir el expediente").click()
        page.get_by_role("link", name="Entregué esta carta a la escuela").click()
        page.get_by_role("button", name="Entregué esta carta a la escuela").click()
        asked = page.locator("#asked ~ ul").first.inner_text()
        assert "Entregada a la escuela el 12 de marzo de 2027" in asked
        # 19 days are left of March and 26 are of April: 45.
        assert "a más tardar el 26 de abril de 2027" in asked
        page.get_by_role("link", name="Su respuesta").click()
        page.get_by_label("Sí, aceptamos la oferta").check()
        page.get_by_role("button", name="Enviar esta respuesta").click()
        said = "Se ofreció reponer sesiones: la familia dijo que sí (en este sitio)"
        for what in ("Solicitud de expedientes", said):
            line = page.locator("li", has=page.locator("details")).filter(has_text=what)
            line.locator("summary").click()
            line.get_by_label("¿Por qué se retira?").fill("Fue una prueba")
            line.get_by_role("button", name="Retirarlo").click()
            assert page.locator("details").filter(has_text=what).count() == 0
        assert page.get_by_text("Motivo: Fue una prueba").count() == 2
        page.goto(child)
        assert page.get_by_role("link", name="Su respuesta").count() == 1
        assert page.locator("#asked").count() == 0


def test_a_letter_half_written_is_kept_when_the_language_of_the_page_changes(chromium: Any, demo_site: str) -> None:
    with visit(chromium, demo_site, "dapplestone", width=NARROW) as page:
        page.get_by_role("link", name="Write a letter").click()
        page.get_by_role("link", name="Ask for a meeting").click()
        page.fill("#topics", "He cries on Tuesdays.")
        page.get_by_role("button", name="Español").click()
        page.wait_for_load_state()
        assert page.locator("html").get_attribute("lang") == "es"
        assert page.input_value("#topics") == "He cries on Tuesdays."
        # The letter itself stays in its own language.
        assert "He cries on Tuesdays." in page.locator("article.paper").inner_text()
        assert page.locator("article.paper").get_attribute("lang") == "en"
        # The Enter key shows the letter, and nothing else.
        with page.expect_navigation():
            page.locator("#parent_phone").press("Enter")
        assert page.locator("html").get_attribute("lang") == "es"
        assert page.input_value("#topics") == "He cries on Tuesdays."
        page.get_by_role("button", name="English").click()
        page.wait_for_load_state()
        assert page.locator("html").get_attribute("lang") == "en"
