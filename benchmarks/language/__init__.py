"""How right the language rules are: on good texts, and on one planted error at a time.

The texts and the planted sentences were written for the purpose by somebody who had not seen how
the rules look for them.
"""
