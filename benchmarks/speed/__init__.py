"""How long a draft takes beside the model's own time, and what is sent for it.

``python -m benchmarks.speed`` runs drafter and two plain LangChain chains against a loopback server
that keeps a model's time and none of its wit. See ``README.md`` beside this file.
"""
