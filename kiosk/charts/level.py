"""Level: the screen as a tank that is filled to a share."""

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.values.amount import plain
from kiosk.anatomy.values.shares import whole_of
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, moving, still
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Area, Line, Mark, Run, Text, array
from kiosk.motion import COUNT, lerp
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typesetting import line

RISE = COUNT
"""The level rises with the figure that stands on it: both show the same number at every instant."""
HALF = "50%"
RIPPLES = ((0.7, 1.5, 2.5), (3.7, 5.1, 6.6))
"""Grid steps below the level: none lies as deep as the text."""
RIPPLE_OPACITY = (0.34, 0.18)
RIPPLE_FADE = ((0.0, 1.0), (0.76, 1.0), (0.88, 0.0), (1.0, 0.0))
"""They are gone before the figure at the gauge."""


class Level(Kind):
    """A share as the level of water in the screen: 83.2 % fill it to .832 of its height.

    `whole` is what a full screen stands for; left out, 100 if the unit is %, and 1 for a fraction. `shows_figure: false` leaves the
    level without its figure, `shows_gauge: false` without the scale. For the layout "backdrop", with a counter in the
    area "figure", best with shares of 70 to 85 %: there the level runs between title and figure.
    """

    metric: MetricRef
    whole: float | None = Field(default=None, gt=0)
    shows_figure: bool = True
    shows_gauge: bool = True

    @model_validator(mode="after")
    def _check_share(self) -> "Level":
        if not self._whole:
            raise PydanticCustomError(
                "level_whole", "it must be known what fills the screen: write whole: and the amount that fills it"
            )
        if not 0.0 <= self.share <= 1.0:
            raise PydanticCustomError(
                "level_share",
                "a level stands between nothing and full: {value} of {whole} does not",
                {"value": plain(self.metric.number), "whole": plain(self._whole)},
            )
        return self

    @property
    def _whole(self) -> float:
        if self.whole is not None:
            return self.whole
        return whole_of(self.metric) or (0.0 if self.metric.unit.get("") else 1.0)

    @property
    def share(self) -> float:
        """How much of the screen is filled, 0 to 1."""
        return self.metric.number / self._whole

    def place(self, setting: Setting) -> Placed:
        tank = _tank(setting)
        layers = [self.water(setting, tank), *self.ripples(setting, tank)]
        if self.shows_gauge:
            layers += self.gauge(setting, tank)
        layers.append(self.level_line(setting, tank))
        if self.shows_figure:
            layers.append(self.figure(setting, tank))
        return Placed(tuple(layers))

    def height(self, tank: Box, progress: float) -> float:
        """The y of the level."""
        return lerp(tank.bottom, tank.bottom - self.share * tank.height, progress)

    def water(self, setting: Setting, tank: Box) -> Layer:
        """What is filled, up to the edges of the area, which may be covered."""
        right, bottom = setting.box.right, setting.box.bottom
        x, lower = array([tank.left, right]), array([bottom, bottom])

        def draw(progress: float) -> Mark:
            level = self.height(tank, progress)
            return Area(x, array([level, level]), lower, "deep", 1.0, "deep2", 1.0)

        return moving(RISE, draw)

    def ripples(self, setting: Setting, tank: Box) -> list[Layer]:
        """Faint lines below the level, closer to each other near the surface."""
        screen = setting.screen

        def layer(depths: tuple[float, ...], opacity: float) -> Layer:
            below = array([depth * screen.g for depth in depths])
            x = np.tile([tank.left, setting.box.right], (len(depths), 1))

            def draw(progress: float) -> Mark:
                y = np.minimum(self.height(tank, progress) + below, tank.bottom)
                return Line(x, np.stack([y, y], axis=1), "cool", screen.px(1.5), opacity, RIPPLE_FADE, cap="flat")

            return moving(RISE, draw)

        return [layer(depths, opacity) for depths, opacity in zip(RIPPLES, RIPPLE_OPACITY, strict=True)]

    def gauge(self, setting: Setting, tank: Box) -> list[Layer]:
        """A tick for every tenth at the right edge; the half has a longer one and its number."""
        screen, px = setting.screen, setting.screen.px
        tenths = [tank.bottom - tank.height * tenth / 10.0 for tenth in range(1, 10) if tenth != 5]
        y = np.array([[each, each] for each in tenths])
        x = np.tile([tank.right - px(24), tank.right], (len(tenths), 1))
        middle = tank.bottom - tank.height / 2.0
        half = Line(array([tank.right - px(48), tank.right]), array([middle, middle]), "muted", px(3), cap="flat")
        layers = [still(Line(array(x), array(y), "muted", px(3), cap="flat")), still(half)]
        size = screen.size("small")
        # The figure at the level takes precedence where both would stand on each other.
        is_covered = self.shows_figure and -2.2 * size < self.height(tank, 1.0) - middle < 1.6 * size
        if not is_covered:
            # On a narrow screen the number stands on its tick, in the margin, where no figure reaches.
            is_narrow = screen.shape in {"classic", "portrait"}
            inset, baseline = (px(10), middle - px(10)) if is_narrow else (px(63), middle + 0.36 * size)
            layers.append(still(line(HALF, tank.right - inset, baseline, size, anchor="end")))
        return layers

    def level_line(self, setting: Setting, tank: Box) -> Layer:
        """The surface. Where it would run through title or figure, only its end at the gauge is drawn."""
        page, px = Page(setting.screen), setting.screen.px
        figure_top = LAYOUTS["backdrop"].areas(page)["figure"].top
        final = self.height(tank, 1.0)
        is_free = final < figure_top and (page.is_ultrawide or final > _title_foot(page))
        left = tank.left if is_free else tank.right - 0.16 * tank.width

        def draw(progress: float) -> Mark:
            level = self.height(tank, progress)
            return Line(array([left, setting.box.right]), array([level, level]), "warm", px(6), cap="flat")

        return moving(RISE, draw)

    def figure(self, setting: Setting, tank: Box) -> Layer:
        """The figure at the gauge, hanging from the level, clear of any title; on it where the level is low."""
        screen, px = setting.screen, setting.screen.px
        size = screen.size("small")
        hangs = self.height(tank, 1.0) + px(24) + 2 * size < tank.bottom

        def draw(progress: float) -> Mark:
            level = self.height(tank, progress)
            written = self.metric.written(setting.language, self.metric.number * progress)
            y = level + px(24) + 0.74 * size if hangs else level - px(20)
            return Text(tank.right - px(63), y, (Run(written.text, size, 700, "warm"),), "end")

        return moving(RISE, draw)


def _tank(setting: Setting) -> Box:
    """What is seen for certain of the screen right of the spine; on an ultra-wide one right of the title."""
    page, box, safe = Page(setting.screen), setting.box, setting.screen.safe
    left = page.content.left - 4 * setting.screen.g if page.is_ultrawide else box.left
    return Box.between(left, max(box.top, safe.top), min(box.right, safe.right), min(box.bottom, safe.bottom))


def _title_foot(page: Page) -> float:
    """How far down the title of a page with the layout "backdrop" reaches, in pixels."""
    return page.title - LAYOUTS["backdrop"].lift(page) + 1.8 * page.screen.g
