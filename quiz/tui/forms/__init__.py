"""The forms: one widget for each shape an answer can have; each posts `Form.Given`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quiz.core import form as core
from quiz.tui.forms.arrange import ArrangeForm
from quiz.tui.forms.base import Form
from quiz.tui.forms.fill import FillForm
from quiz.tui.forms.pair import PairForm
from quiz.tui.forms.pick import PickForm
from quiz.tui.forms.pick_many import PickManyForm
from quiz.tui.forms.write import WriteForm

FORMS: Mapping[type[core.Form], type[Form]] = MappingProxyType(
    {
        core.Pick: PickForm,
        core.PickMany: PickManyForm,
        core.Write: WriteForm,
        core.Arrange: ArrangeForm,
        core.Pair: PairForm,
        core.Fill: FillForm,
    }
)
"""Which widget draws which shape."""
