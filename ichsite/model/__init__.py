"""What the site's files say, typed and frozen: one file a noun.

The classes are plain frozen dataclasses; their fields carry markers (`ichsite.model.scalar`) from
which pydantic makes the validators and the JSON Schemas. Nothing here imports pydantic until a file
has to be decoded, so that a build which decodes nothing does not pay for it.
"""
