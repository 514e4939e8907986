"""Language models: what drafter asks of one, and the door to the real ones."""
