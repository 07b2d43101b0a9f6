"""IconRow: drawings of things with words, and a figure each where there is one."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.elements.icon_columns import IconColumns, IconItem
from kiosk.kind import Kind
from kiosk.layers import Placed
from kiosk.setting import Setting


class IconRow(Kind):
    """Three to six line drawings side by side, each with words below it and, if there is one, its figure.

    On a portrait screen they stand below each other. There are 1,900 icons to choose from: docs/icons.md lists them.
    """

    items: Annotated[tuple[IconItem, ...], Field(min_length=3, max_length=6, description="the icons with their words")]
    highlight: Annotated[
        int | None, Field(ge=1, le=6, description="the number of the icon, from 1, that is the warm one")
    ] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.highlight is not None and self.highlight > len(self.items):
            raise PydanticCustomError(
                "highlight",
                "there is no icon {number} to highlight: there are {count}",
                {"number": self.highlight, "count": len(self.items), "at": "highlight"},
            )
        return self

    def place(self, setting: Setting) -> Placed:
        return IconColumns(self.items, self.highlight, setting).placed()
