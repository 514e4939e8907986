"""How well the note lines of a text that cites none are found.

``python -m benchmarks.matching`` takes the faithful sentences of the grounding benchmark's tuned
part, strips their citations and looks their lines up.
"""
