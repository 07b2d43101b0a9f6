"""Stream words: the names and figures of the nodes of a basin, as large as their places allow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.values.streams import Basin
from kiosk.anatomy.words.callouts import Callout
from kiosk.anatomy.words.captions import shortened
from kiosk.marks import Run, Text
from kiosk.metrics import Metric
from kiosk.numbers import EMPTY, Manner, Written, common_manner, write_in
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import Tally, writer
from kiosk.typeface import spaced
from kiosk.typesetting import width_of

SIDE_GAP = 1.6
"""Grid steps between nodes, and at least between the words of one and those of the next."""
APART = 2.6
"""Grid steps between the words of one node and those of the next."""
FEW = 4
"""So many figures carry their unit; of more it is said once, at the foot."""


@dataclass(frozen=True)
class Trial:
    """One way to set the words at both ends: the sizes of figures and names, the part of the width that they may take.

    `is_inline` sets the name beside its figure. A name has at most so many lines, and is cut after them only if it `may_be_cut`.
    """

    figure: str
    name: str
    share: float
    is_inline: bool = False
    most: int = 9
    may_be_cut: bool = False


TRIALS = (
    Trial("banner", "label", 0.2),
    Trial("banner", "label", 0.2, is_inline=True, most=1),
    Trial("title", "label", 0.2),
    Trial("title", "label", 0.27, is_inline=True, most=1),
    Trial("title", "small", 0.22),
    Trial("label", "small", 0.22),
    Trial("label", "small", 0.3, is_inline=True, most=1),
    Trial("small", "small", 0.26),
    Trial("small", "small", 0.32),
    Trial("small", "small", 0.32, is_inline=True, most=3, may_be_cut=True),
    Trial("small", "small", 0.32, is_inline=True, most=2, may_be_cut=True),
    Trial("small", "small", 0.32, is_inline=True, most=1, may_be_cut=True),
)
"""The best first."""
TRIALS_DOWN = (
    Trial("banner", "label", 1.0),
    Trial("title", "label", 1.0),
    Trial("title", "small", 1.0),
    Trial("label", "small", 1.0),
    Trial("small", "small", 1.0, most=3),
)


@dataclass(frozen=True)
class StreamWords:
    """The words of a basin in a box, which flows to the right or, if `is_down`, downwards.

    `names`: what nodes are called. `highlight`: the key of the node that is warm.
    """

    basin: Basin
    names: Mapping[str, str]
    highlight: str
    box: Box
    is_down: bool
    setting: Setting

    @cached_property
    def small(self) -> float:
        """The smallest type."""
        return self.setting.screen.size("small")

    @cached_property
    def manner(self) -> Manner:
        """How all figures are written."""
        datum, language = self.basin.streams[0].datum, self.setting.language
        amounts = tuple(self.basin.amounts.values())
        return common_manner(amounts, language, decimals=datum.decimals, scale=datum.scale.word(language))

    @cached_property
    def has_unit(self) -> bool:
        """Whether the figures carry their unit."""
        unit = self.basin.streams[0].datum.unit.get(self.setting.language)
        return len(self.basin.amounts) <= FEW or unit in ATTACHED

    def writer(self, node: str) -> Callable[[float], Written]:
        """How the amount of a node is written: as its author wrote it, if it is that of one stream."""
        language, amount = self.setting.language, self.basin.amounts[node]
        touching = [stream for stream in self.basin.streams if node in (stream.origin, stream.target)]
        if len(touching) == 1 and isinstance(touching[0].datum, Metric):
            return writer(touching[0].datum, language, amount, has_unit=self.has_unit)
        unit = touching[0].datum.unit if self.has_unit else EMPTY
        return lambda progress: write_in(self.manner, amount * progress, language, unit=unit)

    def color(self, node: str) -> str:
        """The colour of the words of a node."""
        return "warm" if node == self.highlight else "text"

    @cached_property
    def callouts(self) -> dict[str, Callout]:
        """The words at both ends, in the largest type that leaves the streams their room."""
        tried = TRIALS_DOWN if self.is_down else TRIALS
        for trial in tried:
            made = {node: each for column in self.basin.outer for node, each in self._callouts(column, trial).items()}
            if trial is tried[-1] or all(self._is_roomy(column, made, trial) for column in self.basin.outer):
                return made
        raise ValueError("no way to set words was tried")

    def _callouts(self, column: Sequence[str], trial: Trial) -> dict[str, Callout]:
        screen = self.setting.screen
        size, label_size = screen.size(trial.figure), screen.size(trial.name)
        beside = max(Tally(self.writer(node), size, screen).width for node in column) if trial.is_inline else 0.0
        width = self.box.width / len(column) - SIDE_GAP * screen.g if self.is_down else trial.share * self.box.width
        return {
            node: Callout(
                self.writer(node), self.names[node], size, label_size, width, screen, self.color(node),
                node == self.highlight, beside, trial.most,
            )
            for node in column
        }  # fmt: skip

    def _is_roomy(self, column: Sequence[str], made: Mapping[str, Callout], trial: Trial) -> bool:
        """Whether the words of a column have room side by side, whole, and leave the streams most of their way."""
        if not trial.may_be_cut and not all(_is_whole(made[node]) for node in column):
            return False
        if self.is_down:
            gaps = SIDE_GAP * self.setting.screen.g * (len(column) - 1)
            is_low = max(made[node].height for node in column) <= self.box.height / 6.0
            return is_low and sum(made[node].extent for node in column) + gaps <= self.box.width
        gaps = (SIDE_GAP if trial.is_inline else APART) * self.setting.screen.g * (len(column) - 1)
        return sum(made[node].height for node in column) + gaps <= self.box.height

    def line(self, node: str, room: float, x: float, y: float, color: str) -> Text | None:
        """The name and the figure of a node on one line; the name alone, or nothing, where there is room for no more."""
        weight = 700 if node == self.highlight else 400
        name, figure = spaced(self.names[node]), spaced(self.writer(node)(1.0).text)
        runs = (Run(name, self.small, weight, color), Run(figure, self.small, weight, color, gap=0.5 * self.small))
        if width_of(runs) <= room:
            return Text(x, y, runs, "middle", key=f"name:{node}")
        return Text(x, y, runs[:1], "middle", key=f"name:{node}") if width_of(runs[:1]) <= room else None

    def name(self, node: str, room: float, x: float, y: float) -> Text:
        """The name of a node, cut to its room."""
        weight = 700 if node == self.highlight else 400
        name = "".join(shortened(self.names[node], room, self.small, 1, weight))
        return Text(x, y, (Run(name, self.small, weight, self.color(node)),), "middle", key=f"name:{node}")


def _is_whole(callout: Callout) -> bool:
    """Whether no word of it is broken and nothing is cut."""
    return callout.is_fitting and callout.lines == replace(callout, most=9).lines


def callout_marks(
    callout: Callout, node: str, x: float, top: float, anchor: Literal["start", "middle", "end"]
) -> tuple[Text, ...]:
    """Figure and name of a node with the top of the digits at `top`, each with its key."""
    figure = callout.tally.at(1.0, x, top + callout.tally.ink, anchor)
    labels = callout.label_marks(x, top, anchor)
    named = (replace(labels[0], key=f"name:{node}"), *labels[1:]) if labels else ()
    return (replace(figure, key=f"figure:{node}"), *named)
