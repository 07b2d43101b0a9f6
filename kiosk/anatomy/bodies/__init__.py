"""Bodies: what is drawn of the values, with everything that belongs to it."""
