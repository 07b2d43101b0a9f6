"""Ring: parts of a whole as pieces of a ring, each with its figure beside it."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.circle import Centre
from kiosk.anatomy.bodies.parts import Parts
from kiosk.anatomy.bodies.portion import Portion
from kiosk.anatomy.values.entries import check_highlight
from kiosk.anatomy.values.shares import check_shares
from kiosk.anatomy.values.slices import slices_of
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.tally import writer


class Ring(Kind):
    """Parts of a whole. One metric alone is a ring that fills, with its figure in the middle."""

    metrics: Annotated[
        tuple[MetricRef, ...],
        Field(
            min_length=1,
            max_length=8,
            description="shares in % or as fractions; or figures of one unit, with whole: true",
        ),
    ]
    whole: Annotated[
        bool,
        Field(description="whether the metrics together are the whole; otherwise the rest of the ring stays unlit"),
    ] = False
    highlight: Annotated[
        str,
        Field(
            description="the one part in the warm colour: first, last, greatest, least, none, or the name of a metric"
        ),
    ] = "first"
    centre: Annotated[MetricRef | None, Field(description="a figure in the middle, such as the whole")] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_shares(self.metrics, self.whole)
        check_highlight(self.metrics, None, self.highlight)
        if self.whole and len(self.metrics) == 1:
            raise PydanticCustomError("ring_one", "one figure is no division of a whole: name the other parts too")
        return self

    def place(self, setting: Setting) -> Placed:
        slices = slices_of(self.metrics, self.whole, self.highlight, setting)
        if self.centre is None:
            return (Portion if len(slices) == 1 else Parts)(slices, setting).placed()
        figure = writer(self.centre, setting.language, self.centre.number)
        centre = Centre(figure, self.centre.name(setting.language, is_short=True))
        return Parts(slices, setting, centre=centre).placed()
