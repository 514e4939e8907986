"""One verb a file: each takes nouns and returns new ones."""
