"""Plot rooms: how a box is shared out among curves, their scales, and what stands beside them."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from kiosk.anatomy.geometry.axis import Gauge, Scale, log_span_of, span_of
from kiosk.anatomy.geometry.dates import Marks
from kiosk.anatomy.geometry.places import Places, places_of
from kiosk.anatomy.values.glossary import called
from kiosk.anatomy.words.captions import CAPTIONS_START, CAPTIONS_TIME, Captions, captions, shortened, thinned
from kiosk.anatomy.words.endings import Endings
from kiosk.layers import Layer, appearing
from kiosk.marks import Line, array
from kiosk.screen import Box
from kiosk.typeface import advance, spaced


@dataclass(frozen=True)
class PlotRoom(Endings):
    """The scales of a plot, the names below it, and the room that is left for its curves."""

    @cached_property
    def places(self) -> Places:
        """Where the values stand."""
        return places_of(self.series, self.setting.language)

    @cached_property
    def span(self) -> tuple[float, float]:
        """The range of values and of what they are read against."""
        values = np.concatenate([*self.values, np.array([each.level for each in self.references])])
        pinned = [each for each in (self.lowest, self.highest) if each is not None]
        present = np.append(values, pinned) if self.is_log or not self.is_from_zero else values
        low, high = log_span_of(present) if self.is_log else span_of(present, self.is_from_zero)
        low, high = low if self.lowest is None else self.lowest, high if self.highest is None else self.highest
        return (low, high) if low < high else (low, low + max(abs(low), 1.0))

    @cached_property
    def gauge(self) -> Gauge:
        """The scale of values."""
        return Gauge(self.setting, *self.span, self.series[0], self.is_log)

    @cached_property
    def area(self) -> Box:
        """The room of the curves."""
        box, g = self.setting.box, self.setting.screen.g
        left = box.left + self.gauge.width
        if self.is_stacked:
            top = box.top + max((each.height for each in self.callouts.values()), default=0.0) + 4 * g
            right = box.right - 1.5 * g
            if self.is_beside:
                right = box.right - self._levels_width - 4.5 * g
            top += self.headroom
        else:
            # Half a figure above the highest value, so that a figure can stand level with it.
            digits = max((each.tally.ink for each in self.callouts.values()), default=0.0)
            top = box.top + max(digits / 2.0, 0.36 * self.setting.screen.size("small"), self.headroom)
            right = box.right - max(self._callouts_width, self._levels_width if self.is_beside else 0.0) - 4.5 * g
        return Box.between(left, top, right, box.bottom)

    @property
    def headroom(self) -> float:
        """The room above the highest value for words beside points and on reference lines."""
        size, g = self.setting.screen.size("small"), self.setting.screen.g
        return (2.4 * size + 4.2 * g) if self.annotations else 1.4 * size if self.references else 0.0

    @cached_property
    def level_texts(self) -> tuple[str, ...]:
        """The labels of the reference lines."""
        return tuple(spaced(each.text(self.setting, self.series[0])) for each in self.references)

    @cached_property
    def level_lines(self) -> tuple[tuple[str, ...], ...]:
        """The same in lines for the right of the curves."""
        size = self.setting.screen.size("small")
        share = 0.3 if self.setting.screen.shape == "portrait" else 0.24
        room = max(0.0 if self.is_stacked else self._callouts_width, share * self.setting.box.width)
        return tuple(shortened(text, room, size, 3) for text in self.level_texts)

    @property
    def _levels_width(self) -> float:
        size = self.setting.screen.size("small")
        return max((advance(line) * size for lines in self.level_lines for line in lines), default=0.0)

    @property
    def _callouts_width(self) -> float:
        return max((each.extent for each in self.callouts.values()), default=0.0)

    @cached_property
    def x_scale(self) -> Scale:
        """From places to pixels; a single place stands in the middle."""
        low, high = self.places.span
        if low == high:
            low, high = low - 1.0, high + 1.0
        elif self.is_stepped:
            # The last value holds for a while, too.
            high += self._pitch
        inset = 1.6 * self.setting.screen.g
        return Scale(low, high, self.area.left + inset, self.area.right)

    @cached_property
    def _pitch(self) -> float:
        """The usual distance of two places."""
        known = np.unique(np.concatenate(self.places.x))
        return float(np.median(np.diff(known))) if len(known) > 1 else 1.0

    @cached_property
    def marks(self) -> Marks:
        """The places that are named: as many as have room side by side."""
        if not self.places.is_ordered:
            language = self.setting.language
            return tuple((place, called(self.glossary, text, language)) for place, text in self.places.marks)
        size, g = self.setting.screen.size("small"), self.setting.screen.g
        left, right = self.setting.box.left, self.area.right + self.margin
        for marks in (self.places.marks, *self.places.coarser):
            x = [self.x_scale.at(place) for place, _ in marks]
            widths = [advance(spaced(text)) * size for _, text in marks]
            if not self.places.coarser or len(thinned(x, widths, left, right, 1.6 * g)) == len(marks):
                return marks
        return self.places.coarser[-1]

    @property
    def is_calendar(self) -> bool:
        """Whether boundaries of the calendar are named below the curves instead of every single date."""
        return self.places.is_dated and len(self.marks) < len(np.unique(np.concatenate(self.places.x)))

    @cached_property
    def captions(self) -> Captions:
        """The names of the places."""
        x = [self.x_scale.at(place) for place, _ in self.marks]
        pitch = min((after - before for before, after in pairwise(x)), default=self.area.width)
        texts, left, right = [text for _, text in self.marks], self.setting.box.left, self.area.right + self.margin
        return captions(self.setting, texts, x, pitch, left=left, right=right, is_ordered=self.places.is_ordered)

    @property
    def margin(self) -> float:
        """How far the last caption may reach beyond the curves."""
        return 0.0 if self.is_stacked else 4.0 * self.setting.screen.g

    @cached_property
    def y_scale(self) -> Scale:
        """From values to pixels."""
        box = self.setting.box
        bottom = min(box.bottom, box.bottom + self.setting.foot - self.captions.height)
        return Scale(*self.span, bottom, self.area.top, self.is_log)

    @cached_property
    def zero(self) -> float:
        """The y of the baseline: of zero, or of the lowest value where the range does not hold it."""
        return self.y_scale.at(min(max(0.0, self.span[0]), self.span[1]))

    def ticks(self) -> Layer:
        """The short ticks of the boundaries that are named below the curves."""
        px = self.setting.screen.px
        kept = self.captions.kept
        x = np.repeat(np.array([self.x_scale.at(self.marks[at][0]) for at in kept]).reshape(-1, 1), 2, axis=1)
        y = np.tile([self.y_scale.start, self.y_scale.start + px(10.0)], (len(kept), 1))
        return appearing(Line(array(x), array(y), "axis", px(3.0), cap="flat"), CAPTIONS_START, CAPTIONS_TIME)
