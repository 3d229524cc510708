"""What the catalogue refuses, and what it warns of: one rule, one file.

A rule is a module with `CODE` and `check`. Rules of one craft take its `Dossier` and run with its
assessment (and are memoised with it); rules of the whole catalogue take a `Whole`.
"""
