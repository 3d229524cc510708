"""Memoisation by fingerprint and the process pool: how the pure stages are run, not what they do."""
