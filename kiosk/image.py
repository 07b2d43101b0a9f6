"""Images: a picture file of the show and its size."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG, JPEG or WebP by its path, checked; `width` and `height` in pixels as it is to be seen."""

    file: str
    width: int
    height: int

    @property
    def aspect(self) -> float:
        """Its width over its height."""
        return self.width / self.height
