"""How much the grounding checks see: faithful sentences, the same made unfaithful, and a count.

``python -m benchmarks.grounding`` prints, for each way of making a sentence unfaithful, how often
the checks notice it, and how often they raise a false alarm. See ``README.md`` beside this file.
"""
