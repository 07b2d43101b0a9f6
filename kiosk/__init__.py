"""A show of figures for an exhibition hall: slides that move by themselves or by a guide's hand."""

__version__ = "0.1.0"
