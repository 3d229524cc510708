"""The stages of a build, each joining pure functions to the cache and the pool; `ichsite.pipeline` knows their order."""
