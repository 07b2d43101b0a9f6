"""Plots: series as curves along an axis, drawn from left to right, with their last values beside their ends."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.axis import baseline_layer
from kiosk.anatomy.geometry.curve import Curve, curve, stairs
from kiosk.anatomy.geometry.plot_room import PlotRoom
from kiosk.anatomy.geometry.uncovering import uncovered_area, uncovered_line
from kiosk.anatomy.geometry.vacancy import DEPTH, RISE, Vacancy
from kiosk.anatomy.words.annotations import Note
from kiosk.anatomy.words.callouts import spread
from kiosk.anatomy.words.captions import longest_word
from kiosk.anatomy.words.references import level_layers
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Area, Array, Bars, Dots, Line, Mark, Run, Text, array
from kiosk.motion import Track, lerp, smoothstep
from kiosk.screen import Box
from kiosk.tally import DIGIT_INK
from kiosk.typesetting import LINE_PITCH

DRAW = Track(0.5, 1.6)
WORDS_START = 2.0
COLUMN, LONGEST = 2.0, 12_000.0
"""In pixels of a screen of 1080 lines: a longer way up and down is drawn as the band it covers, in columns of that width."""

FEW_POINTS, MANY_POINTS = 14, 300
SMOOTHED = 60


@dataclass(frozen=True)
class Plot(PlotRoom):
    """One to eight series of one unit in a box, that of `warm` being the point."""

    @cached_property
    def curves(self) -> dict[int, Curve]:
        """The curves by the place of their series, at most two points to a pixel column."""
        px = self.setting.screen.px
        made: dict[int, Curve] = {}
        for index in self.shown:
            x, y = self.x_scale.along(self.places.x[index]), self.y_scale.along(self.values[index])
            if self.is_stepped and len(x) * px(COLUMN) < self.area.width:
                end = self.x_scale.at(float(self.places.x[index].max()) + self._pitch)
                made[index] = stairs(x, y, min(end, self.area.right))
            else:
                made[index] = curve(x, y, max(1.0, float(round(px(COLUMN)))), px(LONGEST))
        return made

    def pen(self, index: int) -> float:
        """The width of a curve."""
        is_dense = len(self.curves[index].x) > MANY_POINTS
        if self.is_crowded and index != self.warm:
            return self.setting.screen.px(3.0 if is_dense else 5.0)
        return self.setting.screen.px(4.0 if is_dense else 9.0)

    def edge(self, progress: float) -> float:
        """How far to the right the curves are drawn."""
        return self.x_scale.start + progress * (self.x_scale.end - self.x_scale.start)

    def placed(self) -> Placed:
        """The plot through time: gauge, captions and reference lines, curves, words."""
        levels, room, is_free = self.levels()
        if not is_free and not self.is_beside:
            return replace(self, is_beside=True).placed()
        layers = list(self.gauge.upright(self.y_scale, self.area.left))
        layers += self.captions.layers(self.y_scale.start)
        if self.is_calendar:
            layers.append(self.ticks())
        layers.append(baseline_layer(self.setting, self.area.left, self.area.right, self.zero))
        layers += levels
        # The warm series lies on top.
        for index in sorted(self.shown, key=lambda index: (index == self.warm, -index)):
            layers += self.drawn(index)
        return Placed((*layers, *self.ends(), *self.notes(room)), self.note)

    def drawn(self, index: int) -> list[Layer]:
        """One series as it is drawn."""
        return [*([moving(DRAW, self.fill(index))] if self.is_filled else []), *self.stroke(index)]

    @cached_property
    def vacancy(self) -> Vacancy:
        """Where curves and their ends leave room for words."""
        area, scale, px = self.area, self.y_scale, self.setting.screen.px
        top = area.top - self.headroom if self.is_stacked else self.setting.box.top
        room = Vacancy.of(Box.between(area.left + px(10.0), top, area.right, scale.start - px(8.0)))
        for index in self.shown:
            made, half = self.curves[index], self.pen(index) / 2.0 + px(6.0)
            room = room.without_curve(made, half)
            dot = px(20.0)
            dots = [*made.alone, -1] if len(made.alone) <= MANY_POINTS else [-1]
            room = room.without(
                [(made.x[at] - dot, made.y[at] - dot, made.x[at] + dot, made.y[at] + dot) for at in dots]
            )
        return room

    def levels(self) -> tuple[list[Layer], Vacancy, bool]:
        """The reference lines with the labels that stand on them, what room is left, and whether all labels found room."""
        if not self.references:
            return [], self.vacancy if self.annotations else Vacancy.of(self.area), True
        heights = [self.y_scale.at(each.level) for each in self.references]
        texts = () if self.is_beside else self.level_texts
        return level_layers(heights, texts, self.area, self.vacancy, self.setting.screen)

    def notes(self, room: Vacancy) -> list[Layer]:
        """The words beside single points."""
        if not self.annotations:
            return []
        layers: list[Layer] = []
        index = self.warm or 0
        if index not in self.shown:
            return []
        labels, setting = self.series[index].labels, self.setting
        for each in self.annotations:
            at = labels.index(each.place)
            x = self.x_scale.at(float(self.places.x[index][at]))
            y = self.y_scale.at(float(self.values[index][at]))
            text, size = setting.say(each.text), setting.screen.size("small")
            width = min(self.area.width, max(0.34 * self.area.width, longest_word(text) * size, 6.0 * size))
            made, room = Note(x, y, text, setting.screen, width).placed(room, WORDS_START + 0.3)
            layers += made
        return layers

    def fill(self, index: int) -> Callable[[float], Mark]:
        """What lies between a curve and zero, as it is uncovered."""
        made = self.curves[index]

        def columns(progress: float) -> Mark:
            left, top, bottom = made.band()
            top, bottom = np.minimum(top, self.zero), np.maximum(bottom, self.zero)
            return self.columns(made, (left, top, bottom), progress, self.colors[index], 0.25)

        if made.column:
            return columns
        area = Area(*made.outline(self.zero), self.colors[index], 0.5, "", 0.06, self.series[index].id)
        return uncovered_area(area, self.edge)

    def columns(
        self, made: Curve, band: tuple[Array, Array, Array], progress: float, color: str, opacity: float = 1.0
    ) -> Bars:
        """The columns of a band that are uncovered."""
        left, top, bottom = band
        count = int(np.searchsorted(left, self.edge(progress), side="right"))
        return Bars(
            array(left[:count]),
            array(top[:count]),
            np.full(count, made.column),
            array(bottom[:count] - top[:count]),
            color,
            opacity,
        )

    def stroke(self, index: int) -> list[Layer]:
        """A curve, the dots on it, and the dot at its front."""
        made, color, px = self.curves[index], self.colors[index], self.setting.screen.px
        width = self.pen(index)
        has_dots = len(made.x) <= FEW_POINTS and made.lead is None and not (self.is_crowded and index != self.warm)
        dots = np.arange(len(made.x)) if has_dots else made.alone
        keys = self.keys(index)
        layers: list[Layer] = []
        band = (array(made.x), array(made.y), array(made.y))
        middles = made.y
        if made.column:
            left, top, bottom = made.band()
            band = left, array(top - width / 2.0), array(bottom + width / 2.0)
            middles = _smoothed((top + bottom) / 2.0)

        diameter = px(20.0 if self.is_crowded and index != self.warm else 28.0)

        def columns(progress: float) -> Mark:
            return self.columns(made, band, progress, color)

        def dot(progress: float) -> Mark:
            reached = dots[made.x[dots] <= self.edge(progress)]
            return Dots(
                array(made.x[reached]), array(made.y[reached]), np.full(len(reached), 2.0 * width), color,
                keys=tuple(keys[place] for place in reached) if len(keys) == len(made.x) else (),
            )  # fmt: skip

        def front(progress: float) -> Mark:
            x, y, off = made.pen(self.edge(progress))
            if made.column:
                # On a band the dot runs along its smoothed middle, and only at the end comes to the last value.
                middle = float(np.interp(x, band[0], middles))
                y = lerp(middle, float(made.y[-1]), smoothstep(max(0.0, 10.0 * progress - 9.0)))
            opacity = min(1.0, 8.0 * progress) * max(0.0, 1.0 - off / px(30.0))
            return Dots(array([x]), array([y]), array([diameter]), color, opacity)

        if made.column:
            # Qt strokes and fills a dense zigzag far too slowly: columns show the same.
            layers.append(moving(DRAW, columns))
        elif len(made.x) > 1:
            line = Line(*made.strokes(), color, width, key=self.series[index].id)
            layers.append(moving(DRAW, uncovered_line(made, line, self.edge)))
        if 0 < len(dots) <= MANY_POINTS:
            layers.append(moving(DRAW, dot))
        return [*layers, moving(DRAW, front)]

    def keys(self, index: int) -> tuple[str, ...]:
        """What the points of a curve stand for: each a place of its series."""
        series, values = self.series[index], self.values[index]
        if len(values) > FEW_POINTS:
            return ()
        order = np.argsort(self.places.x[index], kind="stable")
        names = [series.labels[place] for place in order if np.isfinite(values[place])]
        return tuple(f"{series.id}/{name}" for name in names)

    def words(self, index: int, x: float, top: float) -> list[Layer]:
        """A callout with its figure and its label."""
        each, name = self.callouts[index], self.series[index].id
        figure = replace(each.tally.at(1.0, x, top + each.tally.ink), key=f"figure:{name}")
        labels = [replace(mark, key=f"name:{name}") for mark in each.label_marks(x, top, "start")]
        return [appearing(mark, WORDS_START) for mark in (figure, *labels)]

    def ends(self) -> list[Layer]:
        """The last values beside the ends of their curves, each led to by a thin line of its colour."""
        g, box = self.setting.screen.g, self.setting.box
        layers: list[Layer] = []
        shown = self.shown
        if self.is_stacked:
            layers += [layer for index in shown for layer in self.words(index, box.left, box.top)]
            shown = ()
        ends = {index: self.end(index) for index in shown}
        size = self.setting.screen.size("small")
        # What stands at the right, from the highest down: a series by its number, a reference line by a number below 0.
        items = [(ends[index][1], index, self.callouts[index].height) for index in shown]
        if self.is_beside:
            heights = [(RISE + DEPTH + (len(lines) - 1) * LINE_PITCH) * size for lines in self.level_lines]
            items += [(self.y_scale.at(each.level), -1 - at, heights[at]) for at, each in enumerate(self.references)]
        items.sort()
        # The middle of the digits, not of the callout, belongs at the end of the curve.
        wanted = [y - (self.callouts[index].tally.ink if index >= 0 else size) / 2.0 for y, index, _ in items]
        gap = (0.9 if self.is_crowded else 2.0) * g
        top = self.area.top - self.headroom if self.is_stacked else box.top
        tops = spread(wanted, [height for _, _, height in items], top, box.bottom, gap)
        x = self.area.right + 4.5 * g
        for (y, index, _), top in zip(items, tops, strict=True):
            if index < 0:
                layers.append(self.leader(self.area.right, y, top + size / 2.0, "muted"))
                for number, text in enumerate(self.level_lines[-1 - index]):
                    base = top + (RISE + number * LINE_PITCH) * size
                    layers.append(appearing(Text(x, base, (Run(text, size, 400, "muted"),)), WORDS_START))
                continue
            to_y = top + DIGIT_INK * self.callouts[index].size / 2.0
            layers.append(self.leader(ends[index][0], y, to_y, self.leader_color(index)))
            layers += self.words(index, x, top)
        return layers

    def end(self, index: int) -> tuple[float, float]:
        """The point that a callout belongs to."""
        return float(self.curves[index].x[-1]), float(self.curves[index].y[-1])

    def leader(self, from_x: float, from_y: float, to_y: float, color: str) -> Layer:
        """The thin line from the end of a curve to its callout."""
        g, right = self.setting.screen.g, self.area.right
        line = Line(
            array([from_x, max(from_x, right + 0.8 * g), right + 3.5 * g]), array([from_y, from_y, to_y]),
            color, self.setting.screen.px(3.0), 0.7, cap="flat",
        )  # fmt: skip
        return appearing(line, WORDS_START)


def _smoothed(values: Array) -> Array:
    """The mean of each value and of those near it."""
    width = min(SMOOTHED, len(values))
    return np.convolve(np.pad(values, width // 2, mode="edge"), np.full(width, 1.0 / width), mode="same")[
        width // 2 : width // 2 + len(values)
    ]
