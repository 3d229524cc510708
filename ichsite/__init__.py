"""ichsite: a static site generator for co-creation catalogues of intangible cultural heritage."""

__version__ = "0.1.0"
