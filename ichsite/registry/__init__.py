"""The official list of ICH as the site's owner has it, and what a page claims held against it."""
