"""Samples of what is shown around reports: in arrears, from a text, and what walks note."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from bot.domain.kinds import KINDS
from bot.domain.report import Report
from bot.views import (
    arrears,
    deficiencies,
    new_activity,
    outcome_form,
    reminder_message,
    report_forms,
    report_questions,
)
from bot.views.report_forms import Start
from bot.views.report_questions import Again, Already, Cleaned, Perhaps
from storage.channel_posts import PostableArea
from storage.deficiencies import DeficienciesLeft
from tests import longest as l
from tests.factories import NOW

SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "deficiencies.form": lambda: [deficiencies.form(one) for one in l.deficiencies()],
    "deficiencies.listing": lambda: [
        deficiencies.listing(deficiencies.DeficiencyList(l.TITLE, found, handles), NOW)
        for found, handles in product(([], l.deficiencies() * 20), (True, False))
    ],
    "deficiencies.mentioned": lambda: [
        deficiencies.mentioned(one, l.ID, count)
        for one in [reminder_message.told(l.occurrence(), "Hej", [], [])]
        for count in (1, 99)
    ],
    "deficiencies.overview": lambda: [
        deficiencies.overview([DeficienciesLeft(l.ID, l.TITLE, l.MUNICIPALITIES[0], 99)] * count) for count in (0, 40)
    ],
    "deficiencies.saved": lambda: [deficiencies.saved(one, NOW) for one in l.deficiencies()],
    "outcome_form.as_it_stands": lambda: [
        outcome_form.as_it_stands(outcome_form.form(one, told, NOW, private="1"), {"brist_var:1": None}, more=more)
        for one in l.of_every_kind()
        for told, more in ((Report(), 1), (l.report(one.kind), 9))
    ],
    "arrears.message": lambda: [arrears.message(one, NOW) for one in l.arrears()],
    "arrears.modal": lambda: [arrears.modal(one, NOW) for one in l.arrears()],
    "new_activity.form": lambda: [
        new_activity.form([PostableArea(l.ID, l.PLACE, 1, l.MUNICIPALITIES[0])] * 120, l.TYPED),
        new_activity.form([], ""),
    ],
    "new_activity.receipt": lambda: [new_activity.receipt(one) for one in l.plannable()[:1]],
    "report_forms.filled": lambda: [report_forms.filled(l.filled(), NOW, held=l.HELD)],
    "report_forms.form": lambda: [report_forms.form(one, NOW) for one in (l.filled(), l.meant())],
    "report_forms.meant": lambda: [report_forms.meant(l.meant(), NOW)],
    "report_forms.opener": lambda: [
        report_forms.opener(Start([*l.of_every_form()] * 2, [*KINDS]), NOW, typed=typed, held=held)
        for typed, held in (("", None), (l.TYPED[: report_forms.LONGEST_TEXT], l.HELD))
    ],
    "report_forms.to_report": lambda: [
        report_forms.to_report(Start(waiting, kinds), NOW)
        for waiting, kinds in product((l.of_every_kind(), []), ([], *([key] for key in KINDS)))
    ],
    "report_questions.again": lambda: [report_questions.again(Again(l.ID, l.ID, "ORN-2026-9999"))],
    "report_questions.already": lambda: [
        report_questions.already(Already(l.ID, l.ID, one, l.ID, by, l.report(one.kind)), NOW)
        for one, by in product(l.of_every_form(), (None, l.USER))
    ],
    "report_questions.cleaned": lambda: [
        report_questions.cleaned(Cleaned(l.ID, l.HELD, stays)) for stays in (False, True)
    ],
    "report_questions.not_saved": lambda: [report_questions.not_saved(l.TYPED)],
    "report_questions.perhaps": lambda: [report_questions.perhaps(Perhaps(l.ID, l.TYPED))],
    "report_questions.question": lambda: [report_questions.question(l.which(), NOW)],
    "report_questions.which": lambda: [
        report_questions.which(replace(l.which(), occurrences=occurrences, another_day=another_day), NOW)
        for occurrences, another_day in product(([], l.which().occurrences), (False, True))
    ],
}
