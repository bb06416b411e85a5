"""What stands around a promise (services, places, people, dates) is set aside, and named."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from makegood.intake.mandate.context_words import NOT_NAMES, NUMBERED, PLACE_NAMES, ROLES, SERVICES, TITLES
from makegood.intake.mandate.words import ASIDE, FILLER, Token, Word
from makegood.terms.accounts import PERS

_SEPARATORS: Final = frozenset({",", "/", "-", ":", "."})
_BETWEEN: Final = _SEPARATORS | {"and", "or", "of", "for", "to", "into", "?by", "?from", "?on", "?con"}
_BEFORE: Final = frozenset({"of", "for", "to", "into", "a", "?by", "?from", "?on", "?con"})
_SPANISH: Final = frozenset({"por", "un", "una", "al", "a la"})
_COUNTING: Final = frozenset({"x", "minute", "hour", "time", "session", "sessions", "lesson", "-", ":", "/", "half"})
_LONGEST_NAME: Final = 3
_SUFFIXES: Final = ("ing", "ed", "ly")
_CODE: Final = range(100, 1000)
_SERVICE_OF: Final = {
    wording.replace("_", " "): service for service, wordings in SERVICES.items() for wording in wordings.split()
}


class Context(NamedTuple):
    """The words of a promise, and what stood around them."""

    tokens: list[Token]
    aside: tuple[str, ...]
    services: frozenset[str]


def set_aside(tokens: Sequence[Token], capitals: frozenset[str]) -> Context:
    """Take away what says nothing of the amount.

    Args:
        tokens: The words of a text.
        capitals: The words that the text always begins with a capital letter: a name is one of them.
    """
    marked = _codes(_names([each for each in _numbers(list(tokens)) if each.word != FILLER], capitals))
    services = frozenset(_SERVICE_OF[each.spelled] for each in marked if each.spelled in _SERVICE_OF)
    merged = _brackets(_merge(marked))
    return Context(*_without(merged), services)


def _numbers(tokens: list[Token]) -> list[Token]:
    """Take the numbers of rooms and grades: 'Room 12', 'Rm B204', '3rd grade'; not 'speech room 2 x 30'."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if isinstance(token.word, Fraction) and _is_grade(tokens[at + 1 : at + 3]):
            found.append(Token(ASIDE, " ".join(each.spelled for each in tokens[at : at + 3])))
            at += 3
            continue
        found.append(token)
        at += 1
        if token.word != ASIDE or token.spelled.split()[-1] not in NUMBERED:
            continue
        end = at + (_word(tokens, at) == ".")
        letter = str(_word(tokens, end))
        end += letter[:1] == "?" and len(letter) == 2 and letter[1:].isalpha()  # noqa: PLR2004 - a mark and a letter
        number, after = _word(tokens, end), _word(tokens, end + 1)
        if isinstance(number, Fraction) and isinstance(after, Fraction):
            found += [*tokens[at:end], Token(f"?{tokens[end].spelled}", tokens[end].spelled)]
            at = end + 1
        elif isinstance(number, Fraction) and (after not in _COUNTING or _ends(tokens, end + 1)):
            found[-1] = Token(ASIDE, " ".join(each.spelled for each in (token, *tokens[at : end + 1])))
            at = end + 1
        elif end > at and not isinstance(number, Fraction) and letter[0:1] == "?":
            at = end
    return found


def _is_grade(after: Sequence[Token]) -> bool:
    """Say whether a number begins a grade: '3rd grade'."""
    return [each.spelled for each in after] in [[ending, "grade"] for ending in ("st", "nd", "rd", "th")]


def _ends(tokens: list[Token], at: int) -> bool:
    """Say whether a sign divides a room's or grade's number from what follows: 'Room 3 - OT', not 'room 3:1'."""
    grade = tokens[at - 2].spelled in {"grade", "grades"} and _word(tokens, at) == "-"
    if grade and _word(tokens, at + 2) in {"minute", "hour", "x", "time"}:  # 'Grade 4 - 30 min'
        return True
    return _word(tokens, at) in {":", "-", "/"} and not isinstance(_word(tokens, at + 1), Fraction)


def _names(tokens: list[Token], capitals: frozenset[str]) -> list[Token]:
    """Take the names of people and schools: after a title, beside a role or a school's word, or before a colon."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _name(tokens, at, capitals)
        if end > at:
            found.append(Token(ASIDE, " ".join(each.spelled for each in tokens[at:end] if each.word != ".")))
        else:
            found.append(tokens[at])
        at = max(end, at + 1)
    return found


def _name(tokens: list[Token], at: int, capitals: frozenset[str]) -> int:
    """Return the end of the name that begins at a place, or the place itself."""
    title = tokens[at].spelled in TITLES
    start = at + title + (title and _word(tokens, at + 1) == ".")
    end, many = start, 0
    while many <= _LONGEST_NAME and end < len(tokens) and _like_a_name(tokens, end, capitals):
        end, many = end + 1 + (_word(tokens, end + 1) == "." and len(tokens[end].spelled) == 1), many + 1
    if not many or many > _LONGEST_NAME:
        return at
    comma = _word(tokens, end) == "," and end + 1 < len(tokens) and _like_a_name(tokens, end + 1, capitals)
    if title:
        return end
    before = [each.spelled.split()[-1] for each in tokens[max(at - 2, 0) : at] if each.word not in _SEPARATORS]
    after = [each.spelled for each in tokens[end : end + 2] if each.word not in _SEPARATORS]
    if (before and before[-1] in ROLES) or (after and _may_follow(tokens, at, end, after[0])):
        return end + 2 if comma and not after else end
    if comma and _word(tokens, end + 2) in {"-", ":", ASIDE}:  # 'Doe, Jane - '
        return end + 2 if at == 0 else at
    first_thing = at == 0 and many > 1 and _word(tokens, end) in {"-", ":", ","}
    with_whom = many > 1 and at > 0 and tokens[at - 1].spelled in {"by", "con"}
    return end if first_thing or with_whom else at


def _may_follow(tokens: list[Token], at: int, end: int, after: str) -> bool:
    """Say whether a role or a school's word follows a name: 'Maple Ridge Elementary', not 'each Fourth school week'."""
    if after in PLACE_NAMES:
        return _word(tokens, end + 1) not in PERS and _word(tokens, at - 1) not in {"per", "each", "every", "/"}
    return after.rsplit(maxsplit=1)[-1] in ROLES


def _like_a_name(tokens: list[Token], at: int, capitals: frozenset[str]) -> bool:
    """Say whether an unknown word is written like a name and is none of the words that change a promise."""
    spelled = tokens[at].spelled
    if len(spelled) == 1 and spelled.isalpha():  # an initial, which may be a known word: 'M. Doe'
        named = _word(tokens, at + 1) == "." and spelled in capitals and at + 2 < len(tokens)
        return named and len(tokens[at + 2].spelled) > 1 and _like_a_name(tokens, at + 2, capitals)
    if str(tokens[at].word)[:1] != "?" or spelled in NOT_NAMES or not spelled.isalpha():
        return False
    return spelled in capitals and not spelled.endswith(_SUFFIXES)


def _codes(tokens: list[Token]) -> list[Token]:
    """Take the code in front of a service's name: '415 - Language and Speech'."""
    number = _word(tokens, 0)
    if not isinstance(number, Fraction) or number not in _CODE or _word(tokens, 1) != "-":
        return tokens
    named = _word(tokens, 2) in {ASIDE, "individual", "group"} and ASIDE in {_word(tokens, 2), _word(tokens, 3)}
    return [Token(ASIDE, tokens[0].spelled), *tokens[1:]] if named else tokens


def _merge(tokens: list[Token]) -> list[Token]:
    """Join what is set aside with the words between: 'speech and language therapy in the speech room'."""
    found: list[Token] = []
    gap: list[Token] = []
    for token in tokens:
        if token.word == ASIDE and found and found[-1].word == ASIDE:
            spelled = " ".join([found.pop().spelled, *(each.spelled for each in gap), token.spelled])
            found.append(Token(ASIDE, spelled))
            gap = []
        elif token.word in _BETWEEN or token.spelled in _SPANISH:
            gap.append(token)
        else:
            found += [*gap, token]
            gap = []
    return [*found, *gap]


def _brackets(tokens: list[Token]) -> list[Token]:
    """Take the brackets around what is set aside, and join it with what is set aside before them."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        inside = [_word(tokens, at + place) for place in range(3)]
        if inside == ["(", ASIDE, ")"]:
            found.append(tokens[at + 1])
            at += 3
        else:
            found.append(tokens[at])
            at += 1
    return _merge(found)


def _without(tokens: list[Token]) -> tuple[list[Token], tuple[str, ...]]:
    """Return the other words, a comma where a sign divided them, and what was set aside."""
    found: list[Token] = []
    aside: list[str] = []
    divided = beside = False
    for token in tokens:
        if token.word == ASIDE:
            aside.append(token.spelled.strip(" \u0001"))
            while found and (found[-1].word in _BEFORE or found[-1].spelled in _SPANISH):
                found.pop()
            while found and found[-1].word in _SEPARATORS:
                found.pop()
                divided = True
            beside = True
            continue
        if token.word in _SEPARATORS and beside:
            divided = True
            continue
        if divided and found:
            found.append(Token(",", ","))
        divided = beside = False
        found.append(token)
    return [each for each in found if each.word != "."], tuple(filter(None, aside))


def _word(tokens: Sequence[Token], at: int) -> Word:
    return tokens[at].word if 0 <= at < len(tokens) else ""
