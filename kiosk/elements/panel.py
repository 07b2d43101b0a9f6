"""Panel: up to four charts and elements that share one area."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.kind import Kind, PartRefs
from kiosk.layers import Placed
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import EM_SPACE

GAP_ACROSS, GAP_DOWN = 6.0, 3.0
"""Grid steps between parts; those below each other also leave room for axis labels."""


class Panel(Kind):
    """Two to four charts and elements, one below the other (`down`) or side by side (`across`).

    `shares` says how the area is divided, such as [2, 1]; left out, all are of one size. On a portrait screen the parts always
    stand below each other, and on a very wide one side by side.
    """

    parts: Annotated[PartRefs, Field(min_length=2, max_length=4)]
    direction: Literal["down", "across"] = "down"
    shares: tuple[Annotated[float, Field(ge=0.1, le=10.0)], ...] = ()

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        if self.shares and len(self.shares) != len(self.parts):
            raise PydanticCustomError(
                "panel_shares",
                "there are {parts} parts and {shares} shares",
                {
                    "parts": len(self.parts),
                    "shares": len(self.shares),
                    "at": ("shares",),
                    "hint": "write one share for each part",
                },
            )
        for place, part in enumerate(self.parts):
            if isinstance(part, Panel):
                raise PydanticCustomError(
                    "panel_nested",
                    "a panel cannot stand in a panel",
                    {"at": ("parts", place), "hint": "use the areas of a layout"},
                )
        return self

    def place(self, setting: Setting) -> Placed:
        placed = [part.place(each) for part, each in zip(self.parts, self.settings(setting), strict=True)]
        layers = tuple(layer for each in placed for layer in each.layers)
        notes = dict.fromkeys(each.note for each in placed if each.note)
        return Placed(layers, EM_SPACE.join(notes))

    def settings(self, setting: Setting) -> tuple[Setting, ...]:
        """The settings of the parts, in order."""
        box, g, shape = setting.box, setting.screen.g, setting.screen.shape
        is_down = self.direction == "down" if shape in {"wide", "classic"} else shape == "portrait"
        shares = self.shares or (1.0,) * len(self.parts)
        gap = setting.foot + GAP_DOWN * g if is_down else GAP_ACROSS * g
        room = (box.height if is_down else box.width) - gap * (len(shares) - 1)
        result, at = [], 0.0
        for share in shares:
            extent = room * share / sum(shares)
            below, beside = (
                Box(box.left, box.top + at, box.width, extent),
                Box(box.left + at, box.top, extent, box.height),
            )
            result.append(setting.within(below if is_down else beside, setting.foot))
            at += extent + gap
        return tuple(result)
