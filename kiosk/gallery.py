"""The gallery: a show that comes with the program, one slide for each kind of chart and element, as pictures."""

from kiosk.export import export
from kiosk.resources import gallery


def write_gallery(
    out: str,
    *,
    at: float | None = None,
    size: tuple[int, int] = (1920, 1080),
    language: str | None = None,
    theme: str | None = None,
) -> int:
    """Writes a picture of every kind to `out`, named after it, and returns the exit status as `export` does."""
    return export(gallery(), out, at=at, size=size, language=language, theme=theme, numbered=False)
