"""Values: what figures say before any of them has a place on the screen."""
