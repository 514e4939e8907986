"""How much of what must not leave the machine is found, how often in vain, and how fast.

``python -m benchmarks.privacy`` prints the figures. See ``README.md`` beside this file.
"""
