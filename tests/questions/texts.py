"""Tables that several questions share.

September 2025 begins on a Monday: the weeks are those of the 1st, 8th, 15th and 22nd.
"""

HOUSE = """
    student_id policy_id
    S-1        house
"""
OT_WEEKLY = """
    service_id student_id service_type         minutes per  start      end
    OT         S-1        occupational_therapy 30      week 2025-09-01 2025-09-26
"""
OT_MISSED_TWICE = """
    session_id service_id date       minutes_delivered reason
    L1         OT         2025-09-03 30                -
    L2         OT         2025-09-10 0                 provider_absent
    L3         OT         2025-09-17 0                 provider_absent
    L4         OT         2025-09-24 30                -
"""
ONE_WEEK = """
    service_id student_id service_type minutes per  setting     start      end
    SL         S-1        speech       30      week speech_room 2025-09-08 2025-09-12
"""
SPEECH_SLOT = """
    service_id weekday  start_time minutes
    SL         Thursday 09:30      30
"""


def one_session(minutes: int, reason: str = "-") -> str:
    """Return a log of one session in the week of 8 September."""
    return f"""
        session_id service_id date       minutes_delivered reason
        L1         SL         2025-09-11 {minutes}         {reason}
    """
