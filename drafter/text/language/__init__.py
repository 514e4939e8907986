"""Formal Swedish, checked by rules that are data: engine, algorithms, and safe mending."""
