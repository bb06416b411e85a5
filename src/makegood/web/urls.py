"""Where each address leads. Who may go there is in `access.table`; a route that is not there is refused."""

from typing import Any, Final

from django.urls import path, register_converter

from makegood.web.alone.child import alone_child, alone_line
from makegood.web.alone.dates import alone_dates
from makegood.web.alone.days import alone_days
from makegood.web.child.figure import figure
from makegood.web.child.notes import notes
from makegood.web.child.page import child, children
from makegood.web.child.statement import child_statement
from makegood.web.child.why import why
from makegood.web.converters import DayInPath, FigureInPath, PaperInPath, Ref, Thing
from makegood.web.papers.given import given
from makegood.web.papers.letter import letter
from makegood.web.papers.letters import letters
from makegood.web.papers.offers import offers
from makegood.web.papers.take_back import take_back
from makegood.web.people.enter import factor, second, sign_in, sign_out
from makegood.web.people.home import as_relation, home, language
from makegood.web.people.inviting import confirm, invite, withdraw
from makegood.web.people.joining import invited, start
from makegood.web.people.listed import people
from makegood.web.people.somebody import give, person, right
from makegood.web.school.closed import closed
from makegood.web.school.over import sums, sums_empty
from makegood.web.school.page import empty_slots, school, schools
from makegood.web.setup.bring import bring, bring_drop, bring_look, bring_write
from makegood.web.setup.next_year import next_year
from makegood.web.setup.policy import policy
from makegood.web.setup.steps import setup
from makegood.web.today.away import out
from makegood.web.today.coming import give_back
from makegood.web.today.more import more
from makegood.web.today.note import note
from makegood.web.today.page import today
from makegood.web.today.sign import sign_day

register_converter(Ref, "ref")
register_converter(DayInPath, "day")
register_converter(Thing, "thing")
register_converter(FigureInPath, "figure")
register_converter(PaperInPath, "paper")

_AS: Final = "as/<ref:relation>/"

urlpatterns: list[Any] = [
    path("", home, name="home"),
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-in/code/", second, name="second"),
    path("sign-in/second-step/", factor, name="factor"),
    path("sign-out/", sign_out, name="sign_out"),
    path("language/", language, name="language"),
    path("start/<str:link>/", start, name="start"),
    path("invited/<str:link>/", invited, name="invited"),
    path(_AS, as_relation, name="as"),
    path(f"{_AS}today/", today, name="today"),
    path(f"{_AS}today/<day:date>/", today, name="today"),
    path(f"{_AS}today/<day:date>/note/", note, name="note"),
    path(f"{_AS}today/<day:date>/sign/", sign_day, name="sign_day"),
    path(f"{_AS}today/<day:date>/add/", more, name="more"),
    path(f"{_AS}give-back/", give_back, name="give_back"),
    path(f"{_AS}out/", out, name="out"),
    path(f"{_AS}sums/", sums, name="sums"),
    path(f"{_AS}sums/nothing-on-record/", sums_empty, name="sums_empty"),
    path(f"{_AS}children/", children, name="children"),
    path(f"{_AS}child/<ref:child>/", child, name="child"),
    path(f"{_AS}child/<ref:child>/why/<thing:thing>/", why, name="why"),
    path(f"{_AS}child/<ref:child>/figure/<figure:figure>/", figure, name="figure"),
    path(f"{_AS}child/<ref:child>/statement/", child_statement, name="statement"),
    path(f"{_AS}child/<ref:child>/notes/", notes, name="notes"),
    path(f"{_AS}child/<ref:child>/letters/", letters, name="letters"),
    path(f"{_AS}child/<ref:child>/offers/", offers, name="offers"),
    path(f"{_AS}child/<ref:child>/letters/<paper:kind>/", letter, name="letter"),
    path(f"{_AS}child/<ref:child>/letters/<paper:kind>/given/", given, name="given"),
    path(f"{_AS}child/<ref:child>/take-back/", take_back, name="take_back"),
    path(f"{_AS}schools/", schools, name="schools"),
    path(f"{_AS}school/<ref:school>/", school, name="school"),
    path(f"{_AS}school/<ref:school>/nothing-on-record/", empty_slots, name="empty_slots"),
    path(f"{_AS}school/<ref:school>/closed/", closed, name="closed"),
    path(f"{_AS}people/", people, name="people"),
    path(f"{_AS}people/invite/", invite, name="invite"),
    path(f"{_AS}people/confirm/", confirm, name="confirm"),
    path(f"{_AS}people/take-back/", withdraw, name="withdraw"),
    path(f"{_AS}people/<ref:somebody>/", person, name="person"),
    path(f"{_AS}people/<ref:somebody>/give/", give, name="give"),
    path(f"{_AS}people/right/<ref:right>/", right, name="right"),
    path(f"{_AS}setup/", setup, name="setup"),
    path(f"{_AS}setup/policy/", policy, name="policy"),
    path(f"{_AS}setup/next-year/", next_year, name="next_year"),
    path(f"{_AS}bring/", bring, name="bring"),
    path(f"{_AS}bring/<ref:upload>/", bring_look, name="bring_look"),
    path(f"{_AS}bring/<ref:upload>/write/", bring_write, name="bring_write"),
    path(f"{_AS}bring/<ref:upload>/drop/", bring_drop, name="bring_drop"),
    path(f"{_AS}my/child/", alone_child, name="alone_child"),
    path(f"{_AS}my/days/", alone_days, name="alone_days"),
    path(f"{_AS}my/child/<ref:child>/line/", alone_line, name="alone_line"),
    path(f"{_AS}my/child/<ref:child>/sessions/<day:date>/", alone_dates, name="alone_dates"),
]

handler400 = "makegood.web.refusals.not_here"
handler403 = "makegood.web.refusals.not_here"
handler404 = "makegood.web.refusals.not_here"
handler500 = "makegood.web.refusals.failed"
