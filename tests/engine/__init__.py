"""The pool of processes and the cache, by themselves."""
