"""What bars a figure from answering, however well its words fit (排除)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.evidence.admissible import (
    level_for_step,
    of_a_lower_level,
    of_a_ratio,
    of_an_organ,
    of_another_move,
    of_no_case,
    of_the_rest,
    paid_for_counted,
    part_for_total,
    rate_for_share,
    rate_of_another,
    whole_for_part,
)
from assistant.evidence.other_doing import (
    done_for_undone,
    found_for_done,
    handled_otherwise,
    newly_come,
    undone_for_done,
)
from assistant.evidence.other_kind import cases_for_people, of_another_instance, of_one_row
from assistant.evidence.other_measure import (
    entered_in_a_list,
    measured_otherwise,
    of_another_unit_than_told,
    of_several,
)
from assistant.evidence.other_result import (
    of_a_deed_for_all,
    of_a_result,
    of_no_result,
    of_what_it_led_to,
    of_what_was_done,
    of_what_was_spared,
)
from assistant.evidence.received import at_the_other_stage

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["barred"]

_BARS = (
    level_for_step,
    of_a_lower_level,
    of_another_move,
    of_no_case,
    of_the_rest,
    of_an_organ,
    of_a_deed_for_all,
    of_a_ratio,
    of_a_result,
    of_no_result,
    of_what_it_led_to,
    of_what_was_done,
    of_what_was_spared,
    paid_for_counted,
    part_for_total,
    rate_for_share,
    rate_of_another,
    whole_for_part,
    measured_otherwise,
    entered_in_a_list,
    of_another_unit_than_told,
    of_several,
    done_for_undone,
    found_for_done,
    handled_otherwise,
    newly_come,
    undone_for_done,
    at_the_other_stage,
    cases_for_people,
    of_another_instance,
    of_one_row,
)


def barred(ask: Ask, view: FigureView) -> bool:
    """Whether a figure is of another kind than the one asked for."""
    return any(bars(ask, view) for bars in _BARS)
