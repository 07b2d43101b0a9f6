"""Counter: one large figure that counts up to its metric, with its label."""

from typing import Literal

from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Mark, Text
from kiosk.motion import COUNT
from kiosk.numbers import Written
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.typesetting import FIGURE_SIZES, Figure, figure, fitted_figure, paragraph, width_of
from kiosk.words import Words

SIZES = {"large": TYPE["large"], "medium": TYPE["medium"]}
DIGIT_INK = 0.741


class Counter(Kind):
    """A metric as a figure. The label stands below it or, if there is room, at its right: first line bold, second line plain.

    `size`: the figure is never larger than that. `counts: false` shows it at once.
    """

    metric: MetricRef
    label: Words | None = None
    detail: Words | None = None
    label_at: Literal["auto", "right", "below"] = "auto"
    color: Literal["warm", "cool", "text"] = "warm"
    size: Literal["large", "medium"] = "large"
    counts: bool = True

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        label = setting.say(self.label or self.metric.label)
        detail = setting.say(self.detail) if self.detail else ""
        text_size = screen.size("label")
        lines_below = 2 if detail else 1
        below = (1.5 + 1.25 * lines_below) * text_size
        sizes = tuple(size for size in FIGURE_SIZES if size <= SIZES[self.size])
        final = fitted_figure(self.metric.written(setting.language), box.width, screen, self.color, sizes=sizes)
        room_right = box.width - final.width - 4 * screen.g
        if self.label_at == "below" or (self.label_at == "auto" and room_right < 20 * screen.g):
            height = box.height - below
        else:
            height = box.height
        final = fitted_figure(self.metric.written(setting.language), box.width, screen, self.color, sizes=sizes, height=height)
        size = max(run.size for run in final.digits)
        baseline = box.top + DIGIT_INK * size + 2.0 * screen.g
        layers: list[Layer] = [self.figure_layer(setting, final, size, baseline)]
        room_right = box.width - final.width - 4 * screen.g
        is_right = self.label_at == "right" or (self.label_at == "auto" and room_right >= 20 * screen.g and height == box.height)
        if is_right:
            x, width = box.left + final.width + 4 * screen.g, room_right
            y = baseline - (1.3 * text_size if detail else 0.0)
        else:
            x, width = box.left, box.width
            y = baseline + 1.7 * text_size
        layers += [appearing(text, 1.0, 0.4) for text in self.words(label, detail, x, y, width, text_size)]
        return Placed(tuple(layers))

    def words(self, label: str, detail: str, x: float, y: float, width: float, size: float) -> tuple[Text, ...]:
        """The label, and under it the detail."""
        first = paragraph(label, x, y, width, size, weight=700 if detail else 400)
        if not detail:
            return first
        return first + paragraph(detail, x, first[-1].y + 1.3 * size, width, size)

    def figure_layer(self, setting: Setting, final: Figure, size: float, baseline: float) -> Layer:
        """The figure counting up: the last frame is exact, the field as wide as the final number."""
        screen, box = setting.screen, setting.box

        def draw(progress: float) -> Mark:
            if progress >= 1.0 or not self.counts:
                return final.at(box.left, baseline, "ink")
            written: Written = self.metric.written(setting.language, self.metric.number * progress)
            now = figure(written, size, screen, self.color)
            # The number grows to the left of its unit, which stands still.
            return now.at(box.left + _digits_width(final) - _digits_width(now), baseline, "ink")

        return moving(COUNT, draw)


def _digits_width(written: Figure) -> float:
    return width_of((*written.before, *written.digits))
