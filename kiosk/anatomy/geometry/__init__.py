"""Geometry: from values to pixels, and how room is shared out."""
