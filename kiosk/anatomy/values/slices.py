"""Slices: the parts of a whole as a circle shows them, from metrics or from entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.anatomy.values.entries import Entry, highlighted
from kiosk.anatomy.values.glossary import called
from kiosk.anatomy.values.palette import part_colors
from kiosk.anatomy.values.shares import shares_of
from kiosk.kind import Datum
from kiosk.metrics import Metric
from kiosk.numbers import Written, tongue_of, write
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.words import Words

PERCENT = Words.of("%")
LEAST_SHARE = 0.001
LESS_THAN = {"zh": "不足", "en": "under"}
IN_ALL = Words({"zh": "合计", "en": "In all"})
REST = Words({"zh": "其余", "en": "The rest"})


@dataclass(frozen=True)
class Slice:
    """One part: its name, its share of the whole from 0 to 1, how its figure is written, and the colour of its piece.

    `key` says what it stands for; an unlit one is the rest that nobody asked for.
    """

    label: str
    share: float
    write: Callable[[float], Written]
    color: str
    key: str = ""
    short: str = ""
    is_unlit: bool = False

    @property
    def is_warm(self) -> bool:
        """Whether it is the point of the chart."""
        return self.color == "warm"

    @property
    def ink(self) -> str:
        """The colour of its figure."""
        return "warm" if self.is_warm else "muted" if self.is_unlit else "text"


def key_of(entry: Entry) -> str:
    """What an entry stands for: its metric, or the place of its series."""
    return entry.datum.id if isinstance(entry.datum, Metric) else entry.label


def slices_of(metrics: Sequence[Metric], is_whole: bool, highlight: str, setting: Setting) -> tuple[Slice, ...]:
    """Metrics as slices in the author's order, one of them warm, the others of one cool colour."""
    warm = highlighted(metrics, None, highlight)
    return tuple(
        Slice(
            metric.name(setting.language), share, writer(metric, setting.language, metric.number),
            "warm" if index == warm else "cool", metric.id, metric.name(setting.language, is_short=True),
        )
        for index, (metric, share) in enumerate(zip(metrics, shares_of(metrics, is_whole), strict=True))
    )  # fmt: skip


def slices_from(
    entries: Sequence[Entry],
    whole: float,
    setting: Setting,
    names: Mapping[str, Words],
    *,
    says_share: bool = False,
    has_unit: bool = True,
) -> tuple[Slice, ...]:
    """Entries as slices of `whole`, one of them warm, the others in tints; `says_share` writes percentages for figures."""
    warm = next((index for index, entry in enumerate(entries) if entry.is_warm), None)
    shares = [entry.value / whole for entry in entries]
    writers = (
        share_writers(shares, setting.language)
        if says_share
        else tuple(entry.write(setting, has_unit=has_unit) for entry in entries)
    )
    return tuple(
        Slice(label_of(entry, setting, names), share, write, color, key_of(entry), short_of(entry, setting, names))
        for entry, share, write, color in zip(
            entries, shares, writers, part_colors(len(entries), warm), strict=True
        )
    )  # fmt: skip


def label_of(entry: Entry, setting: Setting, names: Mapping[str, Words]) -> str:
    """The name of an entry: of a metric its label, of a place what the author calls it."""
    return entry.label if isinstance(entry.datum, Metric) else called(names, entry.label, setting.language)


def short_of(entry: Entry, setting: Setting, names: Mapping[str, Words]) -> str:
    """The name of an entry for a narrow place."""
    is_metric = isinstance(entry.datum, Metric)
    return entry.datum.name(setting.language, is_short=True) if is_metric else label_of(entry, setting, names)


def rest_slice(
    value: float, whole: float, like: Datum, setting: Setting, *, says_share: bool = False, has_unit: bool = True
) -> Slice:
    """What of `whole` the parts leave, unlit, its figure computed and written in the manner of one of them."""
    write = whole_writer(like, value, setting, has_unit=has_unit)
    if says_share:
        (write,) = share_writers([value / whole], setting.language)
    return Slice(setting.say(REST), value / whole, write, "dim", "rest", is_unlit=True)


def whole_writer(datum: Datum, value: float, setting: Setting, *, has_unit: bool = True) -> Callable[[float], Written]:
    """How a computed figure is written: in the manner of a datum, but without its qualifier."""
    value = int(value) if value.is_integer() else value
    if isinstance(datum, Metric) and value != datum.number:
        datum = datum.model_copy(update={"value": value, "qualifier": "exact", "qualifier_form": "before"})
    return writer(datum, setting.language, value, has_unit=has_unit)


def share_writers(shares: Sequence[float], language: str) -> tuple[Callable[[float], Written], ...]:
    """Shares as percentages: whole ones, or with one decimal where a share would be written as nothing."""
    decimals = 0 if all(share == 0.0 or share >= 0.005 for share in shares) else 1

    def writer_of(share: float) -> Callable[[float], Written]:
        if 0.0 < share < LEAST_SHARE:
            # It is not nothing, and must not be written as if it were.
            least = Written(LESS_THAN[tongue_of(language)], f"{100.0 * LEAST_SHARE:g}", "", PERCENT.get(language))
            return lambda progress: least
        # Twelve digits: what a division leaves behind them is no reason to round up or down.
        final = float(f"{100.0 * share:.12g}")
        return lambda progress: write(
            final, language, None if progress >= 1.0 else final * progress, unit=PERCENT, decimals=decimals
        )

    return tuple(writer_of(share) for share in shares)
