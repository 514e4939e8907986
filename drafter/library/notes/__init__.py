"""A notes file as numbered lines that know their layout."""
