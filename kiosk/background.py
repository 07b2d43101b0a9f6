"""The background: a picture, a gradient or a drawing behind everything on a slide, faint enough to be written on."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.image import covering
from kiosk.kind import ImageRef, Options
from kiosk.layers import Layer, still
from kiosk.marks import Area, array
from kiosk.motif import HILLS, hillside
from kiosk.page import Page
from kiosk.screen import Box
from kiosk.setting import Setting

DIM = 0.8
"""How much of the ground covers a picture: then all words keep a contrast of 4.5, the coloured large ones of 3, even
on its brightest part."""
GLOW = 0.55
"""How strong a gradient is at the foot of the screen."""
Share = Annotated[float, Field(ge=0.0, le=1.0)]

GRADIENTS: dict[str, str] = {"deep": "deep", "cool": "cool1", "warm": "warm1"}
"""The gradients by name, and the role of the theme that they end with at the foot of the screen."""


class Background(Options):
    """What stands behind everything on a slide: an image, a gradient from the ground to a colour, or a drawing."""

    image: Annotated[ImageRef | None, Field(description="an image that fills the screen")] = None
    dim: Annotated[Share | None, Field(description="how much of the ground covers the image, 0 to 1")] = None
    focus: Annotated[
        tuple[Share, Share], Field(description="the point of the image that stays in view, from its upper left corner")
    ] = (0.5, 0.5)
    gradient: Annotated[
        Literal["deep", "cool", "warm"] | None, Field(description="a colour that rises from the foot of the screen")
    ] = None
    motif: Annotated[
        Literal["hillside", "foot", "none"] | None,
        Field(description="a drawing: the hillside, the strokes along the foot, or none"),
    ] = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        given = [name for name in ("image", "gradient", "motif") if getattr(self, name) is not None]
        if len(given) != 1:
            said = f"has both {given[0]} and {given[1]}" if given else "is empty"
            raise PydanticCustomError(
                "background",
                "a background {said}",
                {"said": said, "hint": "write one of image, gradient and motif", "code": "bad-value"},
            )
        if self.dim is not None and self.image is None:
            raise PydanticCustomError(
                "background", "only an image is dimmed", {"at": ("dim",), "hint": "take out dim", "code": "bad-value"}
            )
        return self

    @property
    def has_foot(self) -> bool:
        """Whether the strokes along the foot may stand on it."""
        return self.motif == "foot"

    def layers(self, setting: Setting) -> tuple[Layer, ...]:
        """What is painted behind the slide, over the ground."""
        whole = Page(setting.screen).whole
        if self.image is not None:
            dim = DIM if self.dim is None else self.dim
            return (still(covering(self.image, whole, self.focus, 1.0 - dim)),)
        if self.gradient is not None:
            return (still(_glow(GRADIENTS[self.gradient], whole)),)
        if self.motif == "hillside":
            return (still(hillside(setting.screen, HILLS["slope"][setting.screen.shape], whole)),)
        return ()


def _glow(role: str, room: Box) -> Area:
    """A veil that is thickest at the foot."""
    x = array([room.left, room.right])
    top, foot = array([room.top, room.top]), array([room.bottom, room.bottom])
    return Area(x, top, foot, role, 0.0, role, GLOW)
