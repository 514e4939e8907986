"""The attendance report of Microsoft Teams, in English and Swedish."""

import pytest

from drafter.errors import ParticipantsError
from drafter.library.participants.reader import parse_participants

ENGLISH = """1. Summary
Meeting title\tMöte
Attended participants\t3

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Anna Ek\t7/22/26, 7:02:11 PM\t7/22/26, 7:30:02 PM\t27m 51s\ta@x.se\ta@x.se\tOrganizer
Bo Berg (Guest)\t7/22/26, 7:05:00 PM\t7/22/26, 8:30:00 PM\t1h 25m 0s\t\t\tAttendee
Anna Ek\t7/22/26, 7:42:11 PM\t7/22/26, 8:30:02 PM\t47m 51s\ta@x.se\ta@x.se\tOrganizer

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Anna Ek\t7/22/26, 7:02:11 PM\t7/22/26, 7:30:02 PM\t27m 51s\ta@x.se\tOrganizer
Cia Dal\t7/22/26, 7:02:11 PM\t7/22/26, 7:30:02 PM\t27m 51s\tc@x.se\tAttendee
"""

SWEDISH = """1. Sammanfattning
Mötesrubrik\tMöte

2. Deltagare
Namn\tFörsta anslutning\tSenast lämnade\tMötets varaktighet\tE-post\tDeltagar-ID (UPN)\tRoll
Anna Ek\t2026-07-22 19:02:11\t2026-07-22 20:30:02\t1 h 27 m\ta@x.se\ta@x.se\tOrganisatör
Bo Berg\t2026-07-22 19:02:11\t2026-07-22 20:30:02\t1 h 27 m\tb@x.se\tb@x.se\tDeltagare
"""

OLDER = """Meeting Summary
Total Number of Participants\t2

Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)
Anna Ek\t7/22/21\t7/22/21\t1h\ta@x.se\tOrganizer\ta@x.se
Bo Berg\t7/22/21\t7/22/21\t1h\t\tAttendee
"""

REPORTS = [ENGLISH, SWEDISH, OLDER, SWEDISH.replace("\t", ";"), SWEDISH.replace("\t", ",")]


@pytest.mark.parametrize("report", REPORTS)
def test_only_the_participants_of_a_report_are_read_and_each_once(report: str) -> None:
    assert [person.entry for person in parse_participants(report)] == ["Anna Ek", "Bo Berg"]


def test_a_row_without_a_name_is_refused_with_its_line() -> None:
    with pytest.raises(ParticipantsError, match="Rad 7 i deltagarlistan saknar namn"):
        parse_participants(SWEDISH.replace("Bo Berg", ""))


def test_two_people_of_one_name_are_asked_about() -> None:
    with pytest.raises(ParticipantsError, match=r"Anna Ek står två gånger .* rad 6 och rad 7"):
        parse_participants(SWEDISH.replace("Bo Berg", "Anna Ek"))
