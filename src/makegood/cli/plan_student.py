"""One child in a plan: what is owed, when each part would be made up or why not, oldest first."""

from makegood.answers.plan import Made
from makegood.cli.fail import counted, refuse_input
from makegood.cli.paper import say, show_table
from makegood.cli.plan_ask import Ask
from makegood.planner.explain.accounts import Account, Line
from makegood.planner.explain.placed import Placed
from makegood.planner.explain.words import plain
from makegood.planner.wording import Names
from makegood.statements.wording.words import words_of
from makegood.terms.clock import clock
from makegood.terms.echo import quoted


def refuse_unknown(student_id: str, ask: Ask) -> None:
    """Refuse a student whom neither the records nor the instance has, before anything is planned."""
    if student_id not in ask.facts.students():
        refuse_input(f"there is no student {quoted(student_id)}.", expected="a student_id of the table 'students'")


def print_student(made: Made, ask: Ask, student_id: str) -> None:
    """Print one child's account of the plan."""
    account = made.child(student_id)
    if account is None:
        say(f"Nothing that can be planned is owed and open to {student_id}.")
        return
    first, last = words_of("en").day(ask.instance.first), words_of("en").day(ask.instance.last)
    say(f"Make-ups of {ask.names.student(student_id)}, {ask.names.school(account.school_id)}, {first} to {last}")
    say(f"{account.planned:,} of {counted(account.owed, 'minute')} owed and open have a place.")
    say()
    _print_lines(account, ask.names)
    say()
    for note, number in account.notes.items():
        say(f"{number}. {note}")
    say()
    say("Day 2 of 5 is the second of the five days on which the child and that provider both have time.")
    if any(not line.decided for line in account.lines):
        say("* waits for the IEP team: nobody has said yet that it is owed.")
    say("A plan is not a promise: nothing counts as made up before it is held and logged. The rest stays owed.")


def _print_lines(account: Account, names: Names) -> None:
    notes = account.notes
    show_table(
        "What is owed, oldest first",
        [("missed on", "id"), ("service", "words"), ("min", "right"), ("due by", "id"), ("planned for", "words"),
         ("day", "id"), ("in time", "id"), ("why", "right")],
        [[*_cells(line, names), str(notes[line.note])] for line in account.lines],
    )  # fmt: skip


def _cells(line: Line, names: Names) -> list[str]:
    due = "-" if line.due_by is None else line.due_by.isoformat()
    star = "" if line.decided else " *"
    owed = [line.missed_on.isoformat(), plain(line.service_type) + star, f"{line.minutes:,}", due]
    piece = line.piece
    if not isinstance(piece, Placed):
        return [*owed, "no place", "-", "-"]
    session = piece.session
    when = f"{words_of('en').dated(session.date)[: len('Tue, Mar 16')].rstrip(',')} {clock(session.start)}"
    day = "agreed" if piece.day is None else f"{piece.day[0]} of {piece.day[1]}"
    return [*owed, f"{when} with {names.provider(session.provider_id)}", day, "yes" if piece.in_time else "no"]
