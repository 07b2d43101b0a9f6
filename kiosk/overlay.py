"""The overlay: what of the show itself every page of content bears, beside the slide's own words."""

from typing import Annotated

from pydantic import Field

from kiosk.image import Image
from kiosk.kind import ImageRef, Options
from kiosk.marks import Picture
from kiosk.page import Page

LOGO_HEIGHT, LOGO_WIDTH = 5.6, 24.0
"""The most that a logo may take, in grid steps."""
LOGO_GAP = 3.0


class Overlay(Options):
    """What of the show every page bears.

    The logo stands at the end of the source line, on all slides but posters and those whose picture reaches that corner.
    """

    logo: Annotated[
        ImageRef | None, Field(description="an image without a ground of its own, at the foot of each page")
    ] = None
    chapter: Annotated[bool, Field(description="the chapter's title and its stroke in the marker")] = True
    progress: Annotated[bool, Field(description="the page number, and how far the show has come")] = True

    def logo_mark(self, page: Page) -> Picture | None:
        """The logo in its place."""
        return _logo(self.logo, page) if self.logo else None

    def without_logo(self) -> "Overlay":
        """The same overlay, for a page that has no place for a logo."""
        return self.model_copy(update={"logo": None})

    def source_room(self, page: Page) -> float:
        """The width that the logo leaves to the source line."""
        logo = self.logo_mark(page)
        taken = logo.width + LOGO_GAP * page.screen.g if logo else 0.0
        return page.right - page.left - taken


def _logo(image: Image, page: Page) -> Picture:
    screen = page.screen
    height = min(LOGO_HEIGHT * screen.g, LOGO_WIDTH * screen.g / image.aspect)
    width = height * image.aspect
    middle = page.source - 0.34 * screen.size("small")
    return Picture(image.file, page.right - width, middle - height / 2.0, width, height)
