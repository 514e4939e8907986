"""How well the notes are accounted for: details that get lost, and lines that contradict others.

``python -m benchmarks.accounting`` plants both in the grounding benchmark's tuned part: a sentence
with a changed figure has lost the right one, and as one more line of the notes it contradicts the
line that it was written from. The faithful sentences do neither.
"""
