"""Area: how much there is along years, dates, numbers or names, as a curve filled down to zero."""

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from kiosk.anatomy.bodies.plot import Plot
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.anatomy.words.annotations import check_annotations
from kiosk.anatomy.words.references import check_references
from kiosk.charts.plotted import Annotations, References, check_scale
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting


class Area(Kind):
    """One series as a filled curve, with its last value at its end. The scale always begins at 0."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    series: Annotated[SeriesRef, Field(description="the series to draw")]
    highest: Annotated[
        float | None, Field(alias="to", description="where the scale ends, instead of at the greatest value")
    ] = None
    names: Glossary = Field(default_factory=dict)
    references: References = ()
    annotations: Annotations = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_references(self.references, self.series)
        check_annotations(self.annotations, self.series)
        if self.names:
            check_names(self.names, self.series.labels)
        check_scale((self.series,), self.references, "linear", None, self.highest)
        return self

    def place(self, setting: Setting) -> Placed:
        return Plot(
            (self.series,),
            setting,
            is_filled=True,
            highest=self.highest,
            references=self.references,
            annotations=self.annotations,
            glossary=self.names,
        ).placed()
