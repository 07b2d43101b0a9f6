"""Words: names, figures and keys in and beside what they belong to."""
