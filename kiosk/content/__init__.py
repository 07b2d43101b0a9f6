"""Content: what an author wrote, as values, and what is wrong with it, in words an author can act on."""
