"""Anatomy: what charts are made of, from the values they show to the marks they become."""
